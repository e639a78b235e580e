import { cast } from './world.ts';

/** A small pure model of who sees what, against which the real walls are played. It knows no table. */
export type Op =
  | { do: 'submit'; who: number; copy: boolean; name: boolean }
  | { do: 'follow-up'; report: number }
  | { do: 'relay-report'; report: number }
  | { do: 'answer'; report: number; about: 'name' | 'content'; yes: boolean }
  | { do: 'pass-onward'; report: number }
  | { do: 'provide'; circles: number[]; bodies: number[]; direct: boolean }
  | { do: 'pass-on'; provision: number; by: number }
  | { do: 'recall'; provision: number };

export interface ReportModel {
  author: string;
  copied: boolean;
  named: boolean;
  /** Whether its source lets agencies see it, as it said last. */
  onward: boolean;
  /** Agencies saw it once and were told that it was recalled. */
  recalled: boolean;
  versions: { atCs: boolean; atAgencies: boolean }[];
}

export interface ProvisionModel {
  /** Recipient to the one through whom it comes. */
  via: Map<string, string>;
  /** Who has passed it on; everyone when it was sent to all tiers at once. */
  passed: Set<string> | 'all';
  /** Who had it when it was called back, and so has the notice instead; null while it stands. */
  told: ReadonlySet<string> | null;
}

export const operators = cast.filter((c) => c.capacity === 'operator').map((c) => c.name);
export const circles = ['ceptoar.power', 'ceptoar.water', 'sector.electricity'];
export const bodies = ['power-a', 'power-c', 'water-b', 'ipa', 'meti', 'ceptoar.water'];
export const relays = ['ministry.meti', 'ministry.mhlw', 'ceptoar.power', 'ceptoar.water'];

const sectorOf = (name: string): string => (name.includes('power') || name.includes('meti') ? 'power' : 'water');
const ministryOf = (name: string): string => (sectorOf(name) === 'power' ? 'ministry.meti' : 'ministry.mhlw');
const ceptoarOf = (name: string): string => `ceptoar.${sectorOf(name)}`;

/** Who receives a provision with this audience, and through whom each. */
export const recipientsOf = (inCircles: readonly string[], named: readonly string[]): Map<string, string> => {
  const via = new Map<string, string>();
  const operator = (name: string): void => {
    via.set(name, ceptoarOf(name));
    ceptoar(ceptoarOf(name));
  };
  const ceptoar = (name: string): void => {
    via.set(name, ministryOf(name));
    via.set(ministryOf(name), 'cs');
  };
  for (const circle of inCircles) {
    const sector = circle === 'ceptoar.water' ? 'water' : 'power';
    ceptoar(`ceptoar.${sector}`);
    for (const o of operators.filter((n) => sectorOf(n) === sector)) operator(o);
  }
  for (const body of named) {
    if (body === 'ipa') via.set('agency.ipa', 'cs');
    else if (body === 'meti') via.set('ministry.meti', 'cs');
    else if (body.startsWith('ceptoar.')) ceptoar(body);
    else operator(`operator.${body}`);
  }
  return via;
};

/** Who shares the centre's seat; its planner sits apart and sees nothing that circulates. */
export const atCentre = (who: string): boolean => who === 'cs.duty' || who === 'cs.chief';

/** Whether a recipient sees a provision: everything between it and the centre has passed it on. */
export const sees = (provision: ProvisionModel, who: string): boolean => {
  if (provision.told !== null) return provision.told.has(who);
  const through = provision.via.get(who);
  if (through === undefined) return false;
  return through === 'cs' || provision.passed === 'all' || provision.passed.has(through);
};

/** Whoever the source's consent to agencies reaches. */
export const isAgency = (who: string): boolean => who.startsWith('agency.');

/** How many versions of a report a reader sees. */
export const versionsSeen = (report: ReportModel, who: string): number => {
  if (who === report.author || who === ministryOf(report.author)) return report.versions.length;
  if (who === ceptoarOf(report.author)) return report.copied ? report.versions.length : 0;
  if (atCentre(who)) return report.versions.filter((v) => v.atCs).length;
  if (isAgency(who)) return report.versions.filter((v) => v.atAgencies).length;
  return 0;
};

/** Whether a reader of a report may know whose it is. */
export const knowsSource = (report: ReportModel, who: string): boolean =>
  versionsSeen(report, who) > 0 && !isAgency(who) && (!atCentre(who) || report.named);
