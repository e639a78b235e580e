import { randomUUID } from 'node:crypto';
import type { Acting } from '../../../platform/acting.ts';
import { refuseAhead } from '../rules.ts';
import type { DecisionInput } from '../shapes.ts';
import { holdOwn, refuseEnded, refuseNames } from './situation.ts';

/** Writes a decision down, with the name of who did, as it is now. It is never changed. */
export const recordDecision = async (
  acting: Acting,
  id: string,
  input: DecisionInput,
): Promise<{ id: string; at: string }> => {
  const it = await holdOwn(acting, id);
  refuseEnded(it);
  const { decided, options, basis, authority } = input;
  const decidedAt = input.at === undefined ? acting.now : refuseAhead(new Date(input.at), acting.now);
  await refuseNames(acting, decided, options, basis);
  const person = await acting.db
    .selectFrom('parties.person')
    .select(['name_ja', 'name_en'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  const decision = randomUUID();
  await acting.db
    .insertInto('situations.decision')
    .values({
      id: decision,
      situation: id,
      decided,
      options,
      basis,
      authority,
      decided_at: decidedAt,
      by_ja: person.name_ja,
      by_en: person.name_en,
      seat: acting.seat,
      person: acting.person,
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'situation.decided', subject: id });
  return { id: decision, at: acting.now.toISOString() };
};
