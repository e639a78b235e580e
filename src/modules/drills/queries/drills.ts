import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { theProgramme } from '../../programme/index.ts';
import type { DrillHere, drillsDoors, DrillView, Part } from '../contract.ts';
import { mayFollow } from '../rules.ts';
import { type Drill, drillOf, drillsOf, namesOf, standingOf } from './load.ts';

/** The drills of the acting seat; for who plans, also what kinds the programme knows. */
export const listDrills = async (acting: Acting): Promise<OutputOf<typeof drillsDoors.listDrills>> => ({
  items: (await drillsOf(acting)).map((it) => ({ ...standingOf(it), reviewed: it.reviewed })),
  kinds: acting.may('plan-drills') ? theProgramme().drills.map(({ key, kind, title }) => ({ key, kind, title })) : [],
  next: null,
});

/** The drill in whose realm one acts. A realm that was made without a plan has none. */
export const drillHere = async (acting: Acting): Promise<DrillHere> => {
  const [drill] = acting.live ? [] : await drillsOf(acting, sql`d.id = ${acting.realm}`);
  return {
    drill:
      drill === undefined ? null : { ...standingOf(drill), mayCall: drill.state === 'open' && acting.halted === null },
  };
};

interface Invited {
  seat: string;
  part: Part;
  presence: 'entered' | 'left' | null;
}

/** One drill. Its desk and evaluators see who takes part and who did what; the others their own place. */
export const showDrill = async (acting: Acting, id: string): Promise<DrillView> => {
  const drill = await drillOf(acting, id);
  const { rows } = await sql<Invited>`
    select i.seat, i.part, (select p.what from drills.presence p where p.drill = i.drill and p.seat = i.seat order by p.n desc limit 1) as presence
      from drills.invited i where i.drill = ${id} order by i.part, i.seat`.execute(acting.db);
  const nameOf = await namesOf(
    acting,
    rows.map((it) => it.seat),
  );
  const own = rows.find((it) => it.seat === acting.seat)?.presence ?? null;
  return {
    ...standingOf(drill),
    purpose: drill.purpose,
    announced: drill.announced,
    by: { ja: drill.person_ja, en: drill.person_en },
    invited: rows.map((it) => ({
      ...nameOf(it.seat),
      part: it.part,
      presence: it.presence,
      mine: it.seat === acting.seat,
    })),
    turns: drill.turns.map(({ what, at, note, by }) => ({
      what,
      at: at.toISOString(),
      note,
      by: drill.part === 'player' ? null : by,
    })),
    may: await mayOf(acting, drill, own),
  };
};

const mayOf = async (acting: Acting, drill: Drill, own: Invited['presence']): Promise<DrillView['may']> => {
  const desk = acting.live && drill.part === 'desk' && acting.may('plan-drills');
  const second = acting.live && drill.part === 'desk' && acting.may('open-drills');
  const begun = drill.state === 'open' || drill.state === 'paused';
  const review = await acting.db
    .selectFrom('drills.review')
    .select('person')
    .where('drill', '=', drill.id)
    .executeTakeFirst();
  return {
    open: second && drill.person !== acting.person && mayFollow('opened', drill.state),
    callOff: desk && mayFollow('called-off', drill.state),
    pause: desk && mayFollow('paused', drill.state),
    resume: desk && mayFollow('resumed', drill.state),
    close: desk && mayFollow('closed', drill.state),
    real: mayFollow('real', drill.state) && acting.halted === null,
    enter: acting.live && begun && own !== 'entered',
    leave: begun && own === 'entered' && acting.halted === null,
    observe: (begun || drill.state === 'closed') && drill.part !== 'player' && acting.halted === null,
    review: desk && drill.state === 'closed' && !drill.reviewed,
    confirm: second && review !== undefined && review.person !== acting.person && !drill.reviewed,
  };
};

/** Seats that can be invited, by name, sector or capacity: those that somebody holds today. */
export const drillSeats = async (
  acting: Acting,
  query: { q?: string | undefined; sector?: string | undefined; capacity?: string | undefined },
): Promise<OutputOf<typeof drillsDoors.drillSeats>> => {
  const like = `%${(query.q ?? '').replaceAll(/[\\%_]/gu, '\\$&')}%`;
  const { rows } = await sql<{ seat: string; body: string | null; capacity: string; sectors: string[] }>`
    select s.id as seat, ${named(acting, 'b')} as body, s.capacity,
           array(select x.sector from parties.body_sector x where x.body = b.id and x.valid_from <= acting.day(${acting.now})
                    and (x.valid_to is null or x.valid_to > acting.day(${acting.now})) order by 1) as sectors
      from parties.seat s join parties.body b on b.id = s.body
     where s.valid_from <= acting.day(${acting.now}) and (s.valid_to is null or s.valid_to > acting.day(${acting.now}))
       and s.id <> ${acting.seat} and s.capacity <> 'system-admin'
       and (b.name_ja ilike ${like} or b.name_en ilike ${like} or b.kana ilike ${like})
       and (${query.capacity ?? ''} = '' or s.capacity = ${query.capacity ?? ''})
       and (${query.sector ?? ''} = '' or exists (select from parties.body_sector x where x.body = b.id and x.sector = ${query.sector ?? ''})
            or exists (select from parties.supervision v where v.seat = s.id and v.sector = ${query.sector ?? ''}))
     order by s.capacity, b.name_ja, s.id limit 100`.execute(acting.db);
  return { items: rows, next: null };
};
