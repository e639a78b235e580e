import { after, type Chance } from '../chance.ts';
import { fill } from '../template.ts';
import type { Scenario } from '../scripts.ts';
import type { World } from '../world.ts';

type Answers = Record<string, unknown>;

// How many are concerned: known, estimated or not known yet.
const users = (chance: Chance, size: number): unknown => {
  const about = Math.max(10, Math.round((size * (0.3 + chance.next())) / 10) * 10);
  return chance.weighted({ known: 3, about: 3, between: 2, unknown: 2 }) === 'known'
    ? about
    : chance.some(0.45)
      ? { state: 'about', value: about }
      : chance.some(0.6)
        ? { state: 'between', from: about, to: about * 3 }
        : { state: 'unknown' };
};

const manner = (it: Scenario): 'failure' | 'attack' | 'leak' => {
  if (it.event === 'E11') return 'leak';
  return it.event === 'E31' || it.event === 'E21' ? 'failure' : 'attack';
};

/** The answers of a first report: what somebody knows within the first hour. */
export const firstAnswers = (
  world: World,
  it: Scenario,
  words: Readonly<Record<string, string>>,
  at: Date,
  chance: Chance,
): Answers => {
  const stops = it.event === 'E31';
  const more = chance.some(0.7);
  return {
    detection: chance.weighted({
      monitoring: 6,
      staff: 3,
      user: stops ? 3 : 1,
      contractor: 2,
      outside: stops ? 0.2 : 2,
    }),
    certainty:
      it.causes === undefined || it.causes.includes('C99')
        ? 'unclear'
        : chance.pick(['estimated', 'unclear', 'established']),
    systems: [
      {
        name: chance.some(0.85) ? (words['system'] ?? '業務システム') : { state: 'withheld' },
        critical: chance.some(0.8) ? stops : { state: 'unknown' },
      },
    ],
    serviceAffected: it.event === 'E00' ? false : chance.some(0.8) ? stops && chance.some(0.75) : { state: 'unknown' },
    ...(stops
      ? {
          users: users(chance, 4000),
          area: chance.pick([{ state: 'withheld' }, { state: 'unknown' }, '一部の地域', '一つの拠点に限る']),
        }
      : {}),
    levelBreached: stops ? (chance.some(0.75) ? chance.some(0.16) : { state: 'unknown' }) : false,
    spreadOperators: chance.some(0.7) ? chance.weighted({ none: 6, possible: 3 }) : { state: 'unknown' },
    ...(it.event === 'E11' ? { personalData: true, personalDataCount: users(chance, 600) } : {}),
    responseState: chance.weighted({ investigating: 5, responding: 4, provisional: 1 }),
    actions: chance.pick(world.words.actions[manner(it)]),
    restoredAt: chance.some(0.35)
      ? { state: 'about', value: after(at, chance.whole(60, 600)).toISOString() }
      : { state: 'unknown' },
    continuity: chance.weighted({ none: 8, 'it-bcp': 1, bcp: 0.6 }),
    publication: chance.weighted({ 'not-published': 6, planned: 1.5, published: 1 }),
    ...(chance.some(0.3)
      ? {
          contacted: [
            {
              body: chance.pick(['police', 'jpcert', 'ipa', 'vendor', 'regulator']),
              progress: chance.pick(['consulted', 'reported']),
            },
          ],
        }
      : {}),
    moreToCome: more,
    ...(more ? { nextReportAt: { state: 'about', value: after(at, chance.whole(120, 1440)).toISOString() } } : {}),
    ...resolved(it.answers ?? {}, words, at, chance),
  };
};

/** Answers as data, their texts filled; `{before: 30}` and `{after: 60}` are times, in minutes from the report. */
export const resolved = (
  given: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, string>>,
  at: Date,
  chance: Chance,
): Answers => {
  const one = (it: unknown): unknown => {
    if (typeof it === 'string') return fill(it, words, chance);
    if (Array.isArray(it)) return it.map(one);
    if (typeof it !== 'object' || it === null) return it;
    const minutes = it as { before?: unknown; after?: unknown };
    if (typeof minutes.before === 'number') return after(at, -minutes.before).toISOString();
    if (typeof minutes.after === 'number') return after(at, minutes.after).toISOString();
    return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, one(value)]));
  };
  return one(given) as Answers;
};

/** What a later version adds. */
export const laterAnswers = (
  world: World,
  stage: 'follow-up' | 'final' | 'correction',
  it: Scenario,
  words: Readonly<Record<string, string>>,
  at: Date,
  chance: Chance,
): Answers => {
  if (stage === 'correction') return {};
  if (stage === 'follow-up')
    return {
      responseState: chance.pick(['responding', 'provisional', 'provisional']),
      moreToCome: true,
      nextReportAt: { state: 'unknown' },
    };
  return {
    responseState: chance.pick(['restored', 'closed', 'closed']),
    certainty: it.causes?.includes('C99') === true ? 'estimated' : 'established',
    restoredAt: after(at, -chance.whole(600, 4000)).toISOString(),
    moreToCome: false,
    prevention: fill(it.lessons ?? chance.pick(world.words.advice), words, chance),
    ...(it.lessons === undefined ? {} : { lessons: fill(it.lessons, words, chance) }),
    ...(chance.some(0.5) ? { advice: chance.pick(world.words.advice) } : {}),
  };
};
