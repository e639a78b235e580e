import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { sectorsAt, theProgramme } from '../../programme/index.ts';
import type { Known } from '../rules.ts';

/** A situation as commands look at it. */
export interface Standing {
  readonly id: string;
  readonly title: string;
  /** Whether the acting seat keeps it. */
  readonly desk: boolean;
  readonly ended: boolean;
}

/** The situation, held against other acts until the end of this one; 404 where the acting seat does not see it. */
export const hold = async (acting: Acting, id: string): Promise<Standing> => {
  await sql`select situations.one_at_a_time(${id})`.execute(acting.db);
  const { rows } = await sql<Standing>`
    select s.id, s.title, s.desk = ${acting.seat} as desk,
           coalesce((select c.verb from situations.course c where c.situation = s.id order by c.at desc, c.id limit 1), '') = 'ended' as ended
      from situations.situation s where s.id = ${id}`.execute(acting.db);
  const [it] = rows;
  if (it === undefined) throw notFound();
  return it;
};

/** The same, for an act of the desk: what another desk keeps and shares is not this one's to change. */
export const holdOwn = async (acting: Acting, id: string): Promise<Standing> => {
  const it = await hold(acting, id);
  if (!it.desk) throw notFound();
  return it;
};

/** Refuses what belongs into an open situation only. */
export const refuseEnded = (it: Standing): void => {
  if (it.ended) throw new Refusal('situation-ended');
};

/** Refuses words that name a body that is not public: what is shared says how a sector stands, never who. */
export const refuseNames = async (acting: Acting, ...texts: readonly (string | undefined)[]): Promise<void> => {
  const { rows } = await sql<{ named: boolean }>`
    select situations.names_a_body(${texts.filter((it) => it !== undefined).join('\n')}) as named`.execute(acting.db);
  if (rows[0]?.named !== false) throw new Refusal('names-a-body');
};

/** Sectors and regions of the programme as it stands now. */
export const known = (acting: Acting): Known => ({
  sectors: sectorsAt(theProgramme(), acting.now).map((it) => it.key),
  regions: theProgramme().regions.map((it) => it.key),
});

/** The sectors for which the acting seat answers today. */
export const ownSectors = async (acting: Acting): Promise<string[]> => {
  const { rows } = await sql<{ sector: string }>`
    select c.sector from parties.competence c
     where c.seat = ${acting.seat} and c.valid_from <= acting.day() and (c.valid_to is null or c.valid_to > acting.day())`.execute(
    acting.db,
  );
  return rows.map((it) => it.sector);
};

/** Refuses to speak for a sector that is not one's own, unless one is the desk. */
export const refuseForeign = async (acting: Acting, it: Standing, sectors: readonly string[]): Promise<void> => {
  if (it.desk) return;
  const own = await ownSectors(acting);
  if (!sectors.some((sector) => own.includes(sector))) throw new Refusal('not-your-sector', {}, 403);
};
