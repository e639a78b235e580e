import type { Strictness } from '../kernel/marking.ts';

// What the people of the fictitious world are to do, as it stands in `world/`.

/** A hub: who drafts, who approves, its circle and its text. `ago`, `days`, `ended` are days. */
export interface HubScript {
  readonly by: string;
  readonly second: string;
  readonly kinds: readonly string[];
  readonly circle: { readonly ja: string; readonly en: string };
  readonly membersKnown?: boolean;
  readonly version: string;
  readonly text: string;
  readonly signedBy: string;
  readonly agreements: readonly {
    readonly with?: readonly string[];
    /** How many operators of each circle. */
    readonly operators?: Readonly<Record<string, number>>;
    readonly ago: number;
    readonly days: number;
    readonly answered?: boolean;
    readonly ended?: number;
    readonly reason?: string;
  }[];
  readonly items: readonly SharedScript[];
  /** What members gave to it; `member` counts its operators in the order of their agreements. */
  readonly offerings?: readonly OfferingScript[];
}

/** Something a member gave to its hub, and what became of it some days later. */
export interface OfferingScript {
  readonly key: string;
  readonly member: number;
  readonly ago: number;
  readonly hour: number;
  readonly mark: Strictness;
  readonly title: string;
  readonly body: string;
  readonly toMembers: boolean;
  readonly toCentre: 'no' | 'unnamed' | 'named';
  readonly passed?: readonly ('members' | 'centre')[];
  readonly withdrawn?: number;
}

/** Something a hub sent to those its agreements covered that day. */
export type SharedScript = Pick<
  ProvisionScript,
  'key' | 'ago' | 'hour' | 'kind' | 'mark' | 'title' | 'body' | 'affects'
>;

/** One kind of failure, to be told of one operator or several. */
export interface Scenario {
  readonly key: string;
  /** Sectors in which it can happen; any when left out. */
  readonly sectors?: readonly string[];
  /** How many reports are made of it. */
  readonly times?: number;
  readonly event: string;
  readonly causes?: readonly string[];
  readonly mark?: Strictness;
  readonly headline: string;
  readonly summary: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly follow?: string;
  readonly final?: string;
  readonly lessons?: string;
  readonly correction?: string;
  readonly withdrawal?: string;
}

/** One provision of the year, `ago` days before the present. */
export interface ProvisionScript {
  readonly key: string;
  readonly ago: number;
  readonly hour: number;
  readonly kind: string;
  readonly mark: Strictness;
  readonly tempo: 'relay' | 'direct';
  readonly circles: readonly string[];
  readonly bodies?: readonly string[];
  /** Keys of scenarios whose reports it was made from. */
  readonly from?: readonly string[];
  readonly title: string;
  readonly body: string;
  /** Hours within which it is to be acknowledged; the programme's own when left out. */
  readonly within?: number;
  /** How many of a hundred are affected. */
  readonly affects?: number;
  /** What else it was made from. */
  readonly materials?: readonly {
    readonly kind: 'public' | 'partner' | 'agency' | 'own';
    readonly title: string;
    readonly reference?: string;
    readonly quote?: string;
  }[];
  /** Files that go with it, as the text they hold. */
  readonly files?: readonly { readonly name: string; readonly text: string }[];
  /** What followed on it some days later. */
  readonly later?: { readonly stage: 'correction' | 'recall'; readonly days: number; readonly text: string };
}

/** What an office or agency tells the centre, `ago` days before the present. */
export interface ContributionScript {
  readonly by: string;
  readonly ago: number;
  readonly hour: number;
  readonly kind: string;
  readonly mark: Strictness;
  readonly headline: string;
  readonly summary: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** What the centre makes of it; nothing yet when left out. */
  readonly triage?: string;
}

/** What is going on right now: minutes before the present. */
export interface Present {
  readonly reports: readonly PresentReport[];
  readonly provisions: readonly PresentProvision[];
  readonly entries: readonly EntryScript[];
  readonly breakGlass: BreakGlassScript;
  readonly drafts: readonly { by: string; ago: number; content: Readonly<Record<string, unknown>> }[];
}

/** Who is behind a report is asked for, allowed and read; minutes before the present. */
export interface BreakGlassScript {
  readonly scenario: string;
  readonly asked: number;
  readonly allowed: number;
  readonly read: number;
  readonly basis: string;
  readonly reason: string;
  readonly note: string;
}

/** What somebody telephoned and a seat above typed in; `ago` minutes before the present, what followed after that. */
export interface EntryScript {
  readonly by: string;
  readonly ministry: string;
  readonly operator: string;
  readonly ago: number;
  readonly relayed?: number;
  readonly confirmed?: number;
  readonly saidBy: string;
  readonly callBack: string;
  readonly channel: string;
  readonly event: string;
  readonly mark: Strictness;
  readonly headline: string;
  readonly summary: string;
}

export interface PresentReport {
  readonly key: string;
  readonly by: string;
  readonly ago: number;
  readonly mark: Strictness;
  readonly event: string;
  readonly causes?: readonly string[];
  readonly nameToCs?: boolean;
  readonly copy?: boolean;
  readonly occurred?: { readonly state: string; readonly before?: number; readonly until?: number };
  readonly detectedBefore?: number;
  readonly headline: string;
  readonly summary: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly PresentStep[];
}

/** What followed on a report: at most one of these at each time. */
export interface PresentStep {
  readonly ago: number;
  readonly opened?: boolean;
  readonly ask?: string;
  readonly answer?: string;
  readonly relay?: string;
  readonly triage?: string;
  /** What is entered into the ledger of consent: for which class, what, and with which words. */
  readonly consent?: string;
  readonly act?: 'requested' | 'asked' | 'given' | 'refused' | 'withdrawn' | 'passed';
  readonly note?: string;
  readonly reason?: string;
  readonly version?: {
    readonly stage: 'follow-up' | 'final' | 'correction';
    readonly summary: string;
    readonly event?: string;
    readonly causes?: readonly string[];
    readonly answers?: Readonly<Record<string, unknown>>;
  };
}

export interface PresentProvision extends Omit<ProvisionScript, 'ago' | 'hour'> {
  readonly ago: number;
  readonly state: 'draft' | 'asked' | 'approved' | 'sent';
  /** CEPTOARs that have not passed it on yet. */
  readonly holding?: readonly string[];
  /** Who has not looked yet. */
  readonly silent?: readonly string[];
}
