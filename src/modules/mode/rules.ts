import { Refusal } from '../../kernel/refusal.ts';
import type { Verb } from './contract.ts';

/** Sectors and regions for which a mode holds. Without regions a programme knows none. */
export interface Scope {
  readonly sectors: readonly string[];
  readonly regions: readonly string[];
}

/** What one confirmed act put into force. After a stand-down there are no sectors. */
export interface Confirmed extends Scope {
  readonly declaration: string;
  readonly mode: string;
  readonly position: number;
  readonly takesEffect: Date;
}

/** The confirmation in force at a time: the last that had taken effect. After a stand-down, and before any, none. */
export const standingAt = <T extends Confirmed>(confirmed: readonly T[], at: Date): T | null => {
  const last = confirmed
    .filter((it) => it.takesEffect <= at)
    .toSorted((a, b) => a.position - b.position)
    .at(-1);
  return last === undefined || last.sectors.length === 0 ? null : last;
};

/** The mode in force for a sector, and a region where it is known; null is the ordinary one. `mode.in_force` says the same. */
export const inForce = (
  confirmed: readonly Confirmed[],
  where: { readonly sector: string; readonly region: string | null },
  at: Date,
): string | null => {
  const it = standingAt(confirmed, at);
  if (it === null || !it.sectors.includes(where.sector)) return null;
  return where.region === null || it.regions.length === 0 || it.regions.includes(where.region) ? it.mode : null;
};

/** What an act asks for. */
export interface Asked extends Scope {
  readonly verb: Verb;
}

/** The scope that an act makes of the one before; refuses what changes nothing, leaves nothing, or has nothing to change. */
export const scopeAfter = (asked: Asked, before: Scope | null): Scope => {
  if (asked.verb === 'declare') {
    if (before !== null) throw new Refusal('already-declared');
    return asked;
  }
  if (before === null) throw new Refusal('nothing-declared');
  if (asked.verb === 'stand-down') return { sectors: [], regions: [] };
  const turn = asked.verb === 'widen' ? joined : without;
  const after = { sectors: turn(before.sectors, asked.sectors), regions: turn(before.regions, asked.regions) };
  if (same(after, before)) throw new Refusal('scope-unchanged');
  if (after.sectors.length === 0 || (before.regions.length > 0 && after.regions.length === 0))
    throw new Refusal('scope-empty');
  return after;
};

const joined = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const without = (a: readonly string[], b: readonly string[]): string[] => a.filter((it) => !b.includes(it));
const same = (a: Scope, b: Scope): boolean =>
  a.sectors.length === b.sectors.length && a.regions.length === b.regions.length;

/** Refuses a scope of nothing, and one that names what the programme does not know. */
export const refuseScope = (asked: Asked, known: Scope): void => {
  const unknown = [
    ...asked.sectors.filter((it) => !known.sectors.includes(it)),
    ...asked.regions.filter((it) => !known.regions.includes(it)),
  ];
  if (unknown.length > 0) throw new Refusal('scope-unknown', { unknown }, 400);
  if (asked.verb === 'stand-down') return;
  const whole = asked.verb === 'declare';
  const lacking = asked.sectors.length === 0 || (known.regions.length > 0 && asked.regions.length === 0);
  if (whole ? lacking : asked.sectors.length + asked.regions.length === 0) throw new Refusal('scope-empty', {}, 400);
};

/** When a confirmed act takes effect: as asked, but neither before its confirmation nor before the act that came last. */
export const effectOf = (asked: Date, confirmed: Date, last: Date | null): Date =>
  new Date(Math.max(asked.getTime(), confirmed.getTime(), last?.getTime() ?? 0));
