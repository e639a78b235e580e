import { randomUUID } from 'node:crypto';
import type { Acting } from '../../../../platform/acting.ts';

/** Leaves a letter about an invitation to be sent to the address that was invited. The secret is made when it is sent. */
export const writeLetter = async (
  acting: Acting,
  it: { invitation: string; address: string; until: Date },
): Promise<void> => {
  await acting.db
    .insertInto('parties.letter')
    .values({
      id: randomUUID(),
      kind: 'invitation',
      subject: it.invitation,
      address: it.address,
      written_at: acting.now,
      until: it.until,
      next_try: acting.now,
    })
    .execute();
};
