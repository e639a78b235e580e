import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { ContributionScript, HubScript, Present, ProvisionScript, Scenario } from './scripts.ts';
import type { ChannelScript, InquiryScript, SupportScript, ViewScript } from './talk.ts';

/** The data of the fictitious world as it stands in `world/`. */
export interface World {
  /** Written, read, spelled. */
  readonly places: readonly Spelled[];
  readonly names: { readonly surnames: readonly Spelled[]; readonly given: readonly Spelled[] };
  readonly operators: {
    readonly kinds: Readonly<Record<string, { kana: string; en: string; domain: string; form?: string }>>;
    readonly circles: Readonly<Record<string, { sector: string; members: readonly string[] }>>;
  };
  readonly offices: Offices;
  readonly words: Words;
  readonly scenarios: readonly Scenario[];
  readonly provisions: readonly ProvisionScript[];
  readonly contributions: readonly ContributionScript[];
  readonly present: Present;
  readonly channels: {
    readonly threads: readonly ChannelScript[];
    readonly views: readonly ViewScript[];
    readonly inquiries: readonly InquiryScript[];
    readonly supports: readonly SupportScript[];
  };
  readonly sharing: Sharing;
}

export type Spelled = readonly [ja: string, kana: string, en: string];

/** Who sits for public bodies, and the personas on the sign-in page. */
export interface Offices {
  readonly people: readonly {
    key: string;
    name: Spelled;
    given: Spelled;
    mail: string;
    seats: readonly { persona?: string; body: string; capacity: string; role: string }[];
  }[];
  readonly personas: readonly { key: string; group: string; operator?: string; about: { ja: string; en: string } }[];
  readonly leavers: readonly {
    operator: string;
    ago: number;
    successor?: { ja: string; en: string; mail: string; invited: number };
  }[];
}

/** Hubs that share by agreement, whom they agreed with and what they sent; invented businesses among them. */
export interface Sharing {
  readonly businesses: readonly {
    key: string;
    name: { readonly ja: string; readonly en: string };
    kana: string;
    domain: string;
  }[];
  readonly hubs: readonly HubScript[];
}

/** Small texts of the year, and the words of each sector. */
export interface Words {
  readonly sectors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly relayNotes: readonly string[];
  readonly questions: readonly { ask: string; answer: string }[];
  readonly triage: Readonly<Record<string, readonly string[]>>;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly acceptances: readonly string[];
  readonly attempts: readonly { outcome: string; note: string }[];
  /** What recipients tell back on provisions: values they saw too, and how the text should be put right. */
  readonly feedback: { readonly sightings: readonly string[]; readonly corrections: readonly string[] };
  /** Who takes the telephone at an operator's. */
  readonly answering: string;
  readonly actions: {
    readonly failure: readonly string[];
    readonly attack: readonly string[];
    readonly leak: readonly string[];
  };
  readonly advice: readonly string[];
}

const read = (name: string): unknown =>
  parse(readFileSync(fileURLToPath(new URL(`./world/${name}.yaml`, import.meta.url)), 'utf8'));

/** Reads the whole world; the files are part of the program, so they are taken as they are. */
export const readWorld = (): World =>
  ({
    places: read('places'),
    names: read('names'),
    operators: read('operators'),
    offices: read('offices'),
    words: read('words'),
    scenarios: ['scenarios/failures', 'scenarios/sectors', 'scenarios/attacks'].flatMap((it) => read(it) as Scenario[]),
    provisions: ['provisions-1', 'provisions-2'].flatMap((it) => read(it) as ProvisionScript[]),
    contributions: read('contributions'),
    present: read('present'),
    channels: read('channels'),
    sharing: read('sharing'),
  }) as World;
