import { sql } from 'kysely';
import { type Acting, named } from '../../../platform/acting.ts';
import { sectorsAt, theProgramme } from '../../programme/index.ts';
import { ownSectors } from '../commands/situation.ts';
import { byWeight } from '../rules.ts';
import type { SectorLine, SectorState } from '../shapes.ts';
import { levelsOf } from './levels.ts';

interface Row {
  sector: string;
  state: SectorState;
  regions: string[];
  says: string;
  recovery: string | null;
  detail: string | null;
  by: string | null;
  at: Date;
}

/** How each sector of the programme stands, the heaviest first; those of which nobody has said anything last. */
export const linesOf = async (acting: Acting, id: string, desk: boolean): Promise<SectorLine[]> => {
  const said = await latest(acting, id);
  const counts = await countsOf(acting, id);
  const asked = await askedOf(acting, id);
  const own = await ownSectors(acting);
  const offices = await officesOf(acting);
  const levels = await levelsOf(acting, id);
  const lines = sectorsAt(theProgramme(), acting.now).map(({ key }): SectorLine => {
    const it = said.get(key);
    const ask = asked.get(key);
    const n = counts.get(key);
    return {
      sector: key,
      state: it?.state ?? null,
      regions: it?.regions ?? [],
      says: it?.says ?? null,
      recovery: it?.recovery ?? null,
      detail: it?.detail ?? null,
      at: it?.at.toISOString() ?? null,
      by: it?.by ?? null,
      reports: n?.reports ?? (desk || own.includes(key) ? 0 : null),
      fresh: n === undefined ? null : n.fresh,
      levels: levels.get(key) ?? [],
      silentSince: ask !== undefined && (it === undefined || it.at <= ask) ? ask.toISOString() : null,
      competent: offices.get(key) ?? [],
      mine: desk || own.includes(key),
    };
  });
  return lines.toSorted((a, b) => byWeight(a.state, b.state));
};

const latest = async (acting: Acting, id: string): Promise<Map<string, Row>> => {
  const { rows } = await sql<Row>`
    select distinct on (t.sector) t.sector, t.state, t.regions, t.says, t.recovery, d.text as detail, ${named(acting, 'b')} as by, t.at
      from situations.sector_state t
      left join situations.sector_detail d on d.state = t.id
      left join parties.seat s on s.id = t.seat
      left join parties.body b on b.id = s.body
     where t.situation = ${id} order by t.sector, t.at desc, t.id`.execute(acting.db);
  return new Map(rows.map((it) => [it.sector, it]));
};

const countsOf = async (acting: Acting, id: string) => {
  const { rows } = await sql<{ sector: string; reports: number; fresh: number | null }>`
    select * from situations.counts(${id})`.execute(acting.db);
  return new Map(rows.map((it) => [it.sector, it]));
};

const askedOf = async (acting: Acting, id: string): Promise<Map<string, Date>> => {
  const { rows } = await sql<{ sector: string; at: Date }>`
    select q.sector, max(q.at) as at from situations.inquiry q where q.situation = ${id} group by q.sector`.execute(
    acting.db,
  );
  return new Map(rows.map((it) => [it.sector, it.at]));
};

// Offices are public bodies: who answers for a sector is in the programme for everybody to read.
const officesOf = async (acting: Acting): Promise<Map<string, string[]>> => {
  const { rows } = await sql<{ sector: string; offices: string[] }>`
    select c.sector, array_agg(${named(acting, 'b')} order by b.kana, b.id) as offices
      from parties.competence c join parties.seat s on s.id = c.seat join parties.body b on b.id = s.body
     where c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day()))
     group by c.sector`.execute(acting.db);
  return new Map(rows.map((it) => [it.sector, it.offices]));
};
