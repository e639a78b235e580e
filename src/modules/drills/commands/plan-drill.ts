import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { theProgramme } from '../../programme/index.ts';
import type { DrillInput, DrillView } from '../contract.ts';
import { showDrill } from '../queries/drills.ts';

/** Plans a drill: who is invited, by which minute each step is to be done. Nothing can be entered before a second person opens it. */
export const planDrill = async (acting: Acting, input: DrillInput): Promise<DrillView> => {
  const kind = theProgramme().drills.find((it) => it.key === input.about);
  if (kind === undefined) throw new Refusal('drill-kind-unknown', {}, 400);
  if (new Date(input.ends) <= new Date(input.starts)) throw new Refusal('time-backwards', { path: 'ends' }, 400);
  const evaluators = [...new Set(input.evaluators)].filter((it) => it !== acting.seat);
  const players = [...new Set(input.players)].filter((it) => it !== acting.seat && !evaluators.includes(it));
  if (players.length === 0) throw new Refusal('nobody-invited', {}, 400);
  await refuseUnknown(acting, [...players, ...evaluators]);

  const id = randomUUID();
  await acting.db
    .insertInto('drills.drill')
    .values({
      id,
      kind: kind.kind,
      about: kind.key,
      title_ja: input.title,
      title_en: input.titleEn ?? input.title,
      purpose: input.purpose,
      starts: new Date(input.starts),
      ends: new Date(input.ends),
      announced: input.announced,
      seat: acting.seat,
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  await acting.db
    .insertInto('drills.invited')
    .values([
      { drill: id, seat: acting.seat, part: 'desk' },
      ...players.map((seat) => ({ drill: id, seat, part: 'player' })),
      ...evaluators.map((seat) => ({ drill: id, seat, part: 'evaluator' })),
    ])
    .execute();
  const steps = new Map((input.steps ?? kind.steps).map((it) => [it.what, it.minutes]));
  if (steps.size > 0)
    await acting.db
      .insertInto('drills.step')
      .values([...steps].map(([what, minutes]) => ({ drill: id, what, minutes })))
      .execute();
  await acting.record({ fact: 'drill.planned', subject: id, detail: { of: kind.key, invited: players.length } });
  return showDrill(acting, id);
};

// A seat that the planner does not know of is not there, like one that does not exist.
const refuseUnknown = async (acting: Acting, seats: readonly string[]): Promise<void> => {
  const known = await acting.db.selectFrom('parties.seat').select('id').where('id', 'in', seats).execute();
  const unknown = seats.filter((it) => !known.some((row) => row.id === it));
  if (unknown.length > 0) throw new Refusal('seat-unknown', { unknown }, 400);
};

/** The acting person's name as it is now: a row keeps it, because people move on. */
export const ownName = (acting: Acting): Promise<{ person_ja: string; person_en: string }> =>
  acting.db
    .selectFrom('parties.person')
    .select(['name_ja as person_ja', 'name_en as person_en'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
