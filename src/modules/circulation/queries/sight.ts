import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import type { ItemKind, Sight, SightKind, SightRow, SightState, SightWhy } from '../contract.ts';

/** What answers who sees a thing of one kind. Refuses as not found whatever the reader does not see. */
export type SightSource = (acting: Acting, id: string) => Promise<Sight>;

interface Row {
  name: string | null;
  seat: string | null;
  capacity: string | null;
  sector: string | null;
  why: SightWhy | null;
  circle: string | null;
  via: string | null;
  mine: boolean;
  state: SightState;
  n: number;
  versions: number | null;
  of: number;
  since: Date | null;
  opened_at: Date | null;
  acknowledged_at: Date | null;
  opened: number;
  acknowledged: number;
  whole: boolean;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/**
 * Who sees what circulates under a subject, from the rows by which they see it. `knows` gives, of seats, who knows the name
 * behind it; it is asked only where the reader may be told.
 */
export const itemSight = async (
  acting: Acting,
  kind: ItemKind,
  subject: string,
  knows: (() => Promise<ReadonlySet<string>>) | null = null,
): Promise<Sight> => {
  const { rows } = await sql<Row>`
    select ${named(acting, 'b')} as name, ${named(acting, 'v')} as via, ${named(acting, 'c')} as circle,
           s.seat, s.capacity, s.sector, s.why, s.mine, s.state, s.n, s.versions, s.of, s.since, s.opened_at, s.acknowledged_at,
           s.opened, s.acknowledged, s.whole
      from circulation.sight(${kind}, ${subject}) s
      left join parties.body b on b.id = s.body
      left join parties.body v on v.id = s.via
      left join parties.circle c on c.id = s.circle
     order by s.author desc, s.mine desc, s.since nulls last, b.kana, s.capacity, s.sector`.execute(acting.db);
  const [first] = rows;
  if (first === undefined) throw notFound();
  const told = knows !== null && first.whole ? await knows() : null;
  return {
    kind,
    id: subject,
    whole: first.whole,
    versions: first.of,
    rows: rows.flatMap((r) =>
      r.why === null
        ? []
        : [
            {
              body: r.name,
              capacity: r.capacity,
              sector: r.sector,
              why: r.why,
              circle: r.circle,
              via: r.via,
              mine: r.mine,
              state: r.state,
              versions: r.versions ?? 0,
              since: iso(r.since),
              openedAt: iso(r.opened_at),
              acknowledgedAt: iso(r.acknowledged_at),
              knowsName: told === null || r.seat === null ? null : told.has(r.seat),
            },
          ],
    ),
    groups: rows.flatMap((r) =>
      r.why === null
        ? [
            {
              capacity: r.capacity,
              sector: r.sector,
              state: r.state,
              count: r.n,
              opened: r.opened,
              acknowledged: r.acknowledged,
            },
          ]
        : [],
    ),
  };
};

/** A row of a place in which seats talk: there it is seen at once, and how far each has read is not told here. */
export const plainRow = (
  it: Pick<SightRow, 'body' | 'capacity' | 'why' | 'mine'> & { state?: SightState },
): SightRow => ({
  sector: null,
  circle: null,
  via: null,
  state: 'sees',
  versions: 1,
  since: null,
  openedAt: null,
  acknowledgedAt: null,
  knowsName: null,
  ...it,
});

/** What opens the door for each kind: circulation answers for what circulates, rooms above for their own places. */
export const sightBy =
  (sources: Readonly<Record<SightKind, SightSource>>) =>
  (acting: Acting, kind: SightKind, id: string): Promise<Sight> =>
    sources[kind](acting, id);
