import { Refusal } from '../../kernel/refusal.ts';
import type { Changes, Picture } from './report.ts';
import { type Board, type SectorState, states } from './shapes.ts';

/** Sectors and regions that the programme knows. */
export interface Known {
  readonly sectors: readonly string[];
  readonly regions: readonly string[];
}

/** Refuses a sector or a region that is none of the programme's. */
export const refuseUnknown = (
  asked: { sectors: readonly string[]; regions?: readonly string[] },
  known: Known,
): void => {
  const sector = asked.sectors.find((it) => !known.sectors.includes(it));
  if (sector !== undefined) throw new Refusal('sector-unknown', { sector }, 400);
  const region = asked.regions?.find((it) => !known.regions.includes(it));
  if (region !== undefined) throw new Refusal('region-unknown', { region }, 400);
};

/** Refuses a time that has not come. */
export const refuseAhead = (at: Date, now: Date): Date => {
  if (at > now) throw new Refusal('time-ahead', {}, 400);
  return at;
};

/** The heavier of two states comes first; what nobody has said comes after all. */
export const byWeight = (a: SectorState | null, b: SectorState | null): number => weight(a) - weight(b);
const weight = (state: SectorState | null): number => (state === null ? states.length : states.indexOf(state));

/** The heaviest of some states; null of none. */
export const worstOf = (all: readonly (SectorState | null)[]): SectorState | null => all.toSorted(byWeight)[0] ?? null;

/** How a region stands: the heaviest state said for it, and of how many sectors; checks and worse count. */
export const regionsOf = (
  lines: readonly { sector: string; state: SectorState | null; regions: readonly string[] }[],
  regions: readonly string[],
): { region: string; worst: SectorState | null; sectors: string[] }[] => {
  const said = lines.some((it) => it.state !== null);
  return regions.map((region) => {
    const here = lines.filter((it) => it.state !== null && it.state !== 'normal' && it.regions.includes(region));
    const worst = here.length > 0 ? worstOf(here.map((it) => it.state)) : said ? 'normal' : null;
    return { region, worst, sectors: here.filter((it) => it.state === worst).map((it) => it.sector) };
  });
};

/** What a report keeps of the picture: states and words that all at it saw, no counts and no detail. */
export const pictureOf = (board: Board): Picture => ({
  sectors: board.sectors.map((it) => ({
    sector: it.sector,
    state: it.state,
    regions: it.regions,
    says: it.says,
    recovery: it.recovery,
    below: it.levels.filter((level) => level.verdict === 'below').length,
    silent: it.silentSince !== null,
  })),
  spills: board.spills.map(({ cause, effect, how, says }) => ({ cause, effect, how, says })),
  decisions: board.decisions.map(({ decided, authority, decidedAt }) => ({ decided, authority, at: decidedAt })),
});

/** What is new in a picture since the last one; of the first, all that is said. */
export const changesSince = (before: Picture | null, now: Picture): Changes => ({
  sectors: now.sectors.flatMap(({ sector, state }) => {
    const was = before?.sectors.find((it) => it.sector === sector)?.state ?? null;
    return was === state ? [] : [{ sector, was, now: state }];
  }),
  spills: now.spills.filter(
    (it) => !before?.spills.some((was) => was.cause === it.cause && was.effect === it.effect && was.how === it.how),
  ).length,
  decisions: now.decisions.filter(
    (it) => !before?.decisions.some((was) => was.at === it.at && was.decided === it.decided),
  ).length,
});
