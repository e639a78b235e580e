import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { ActView } from '../contract.ts';
import { actsOf } from '../queries/acts.ts';

/** Takes back an act of one's own desk that nobody has confirmed yet. */
export const withdrawAct = async (acting: Acting, id: string): Promise<ActView> => {
  await sql`select mode.one_at_a_time(${acting.realm})`.execute(acting.db);
  const [act] = await actsOf(acting, id);
  if (act === undefined) throw notFound();
  if (act.state === 'confirmed') throw new Refusal('already-confirmed');
  if (act.state === 'withdrawn') throw new Refusal('act-withdrawn');
  await acting.db
    .insertInto('mode.withdrawal')
    .values({ act: id, realm: acting.realm, seat: acting.seat, person: acting.person, at: acting.now })
    .execute();
  await acting.record({ fact: 'mode.withdrawn', subject: id });
  return (await actsOf(acting, id))[0] as ActView;
};
