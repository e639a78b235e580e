import type { Power } from '../../../kernel/power.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Body, BodyName } from '../shapes/bodies.ts';
import type { Programme } from '../shapes/programme.ts';
import type { Sector, Supervision } from '../shapes/sectors.ts';
import { holding } from './dates.ts';

/** What a role in a capacity may do; nothing when the programme knows neither. */
export const powersOf = (programme: Programme, capacity: string, role: string): ReadonlySet<Power> =>
  new Set(programme.capacities.find((it) => it.key === capacity)?.roles.find((it) => it.key === role)?.powers ?? []);

/** Sectors of the programme at a time, in its own order. */
export const sectorsAt = (programme: Programme, at: Date): readonly Sector[] =>
  holding(programme, programme.sectors, at);

/** Bodies that the programme names at a time. */
export const bodiesAt = (programme: Programme, at: Date): readonly Body[] => holding(programme, programme.bodies, at);

/** Capacities in which a body sits at a time. */
export const seatsOf = (programme: Programme, body: string, at: Date): readonly string[] =>
  holding(programme, programme.bodies.find((it) => it.key === body)?.seats ?? [], at).map((it) => it.capacity);

/** The name a body bears at a time; before its first known name that one, after its last known name that one. */
export const nameOf = (programme: Programme, body: Body, at: Date): BodyName => {
  const day = dayOf(at, programme);
  const [first] = body.names;
  const borne = body.names.filter((it) => (it.from ?? '') <= day).at(-1) ?? first;
  if (borne === undefined) throw new RangeError(`${body.key} has no name`);
  return borne;
};

/** Competence for sectors as flat rows, one for each body and time. */
export const supervisionOf = (sectors: readonly Sector[]): Supervision[] =>
  sectors.flatMap((sector) => sector.competent.map((it) => ({ ...it, sector: sector.key })));

/** Keys of the bodies competent for a sector at a time; the first one is who receives its reports. */
export const competentFor = (programme: Programme, sector: string, at: Date): readonly string[] =>
  holding(programme, programme.supervision, at)
    .filter((it) => it.sector === sector)
    .map((it) => it.body);

/** Keys of the sectors for which a body is competent at a time. */
export const sectorsOf = (programme: Programme, body: string, at: Date): readonly string[] =>
  holding(programme, programme.supervision, at)
    .filter((it) => it.body === body)
    .map((it) => it.sector);

/** CEPTOARs at a time; with a sector, those of that sector. */
export const ceptoarsAt = (programme: Programme, at: Date, sector?: string): readonly Body[] =>
  bodiesAt(programme, at).filter(
    (it) => it.ceptoar !== undefined && (sector === undefined || it.ceptoar.sectors.includes(sector)),
  );
