import { sql } from 'kysely';
import type { OutputOf } from '../../../../kernel/endpoint.ts';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { partiesDoors } from '../../contract.ts';
import { introductionTo } from '../../queries/hubs.ts';
import { needHub } from './terms.ts';

/** Makes the acting body known to a hub, which knows no operator otherwise and could not propose. */
export const introduce = async (
  acting: Acting,
  input: { hub: string; note: string },
): Promise<OutputOf<typeof partiesDoors.introduce>> => {
  const hub = await acting.db
    .selectFrom('parties.seat')
    .select(['body', 'capacity'])
    .where('id', '=', input.hub)
    .executeTakeFirst();
  if (hub === undefined) throw notFound();
  if (hub.body === acting.body) throw new Refusal('own-body');
  needHub(acting, hub.capacity);
  const { numAffectedRows } = await sql`
    insert into parties.introduction (hub, seat, body, person, note, at)
    values (${input.hub}, ${acting.seat}, ${acting.body}, ${acting.person}, ${input.note}, ${acting.now})
    on conflict do nothing`.execute(acting.db);
  if (numAffectedRows === 1n) await acting.record({ fact: 'introduction.made', subject: input.hub });
  return introductionTo(acting, input.hub);
};
