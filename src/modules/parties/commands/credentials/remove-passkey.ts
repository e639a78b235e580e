import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { renewSession } from '../sign-in/opening.ts';
import { keepOneWayIn, needRecentSession } from './guard.ts';

/** Takes a passkey away from the acting person, unless it is the last way in. */
export const removePasskey = async (acting: Acting, input: { id: string }): Promise<null> => {
  await needRecentSession(acting);
  const { numDeletedRows } = await acting.db
    .deleteFrom('parties.passkey')
    .where('id', '=', input.id)
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
  await keepOneWayIn(acting);
  await renewSession(acting);
  await acting.record({ fact: 'credential.removed', subject: acting.person, detail: { kind: 'passkey' } });
  return null;
};
