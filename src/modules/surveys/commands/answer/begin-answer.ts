import { randomUUID } from 'node:crypto';
import type { Acting } from '../../../../platform/acting.ts';
import type { Work } from '../../queries/answer.ts';

/** The id of the acting seat's answer; makes its row where nobody has written anything yet. The answer has to be held. */
export const beginAnswer = async (acting: Acting, { id, campaign }: Work): Promise<string> => {
  if (id !== null) return id;
  const fresh = randomUUID();
  await acting.db
    .insertInto('surveys.answer')
    .values({ id: fresh, campaign: campaign.id, realm: acting.realm, seat: acting.seat, at: acting.now })
    .execute();
  return fresh;
};
