import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { attemptInput } from '../contract.ts';

/** Records that a silent recipient was tried, and how it went: for the seat that tried, nobody else. */
export const recordAttempt = async (
  acting: Acting,
  item: string,
  input: z.output<typeof attemptInput>,
): Promise<{ id: string; at: string }> => {
  const seen = await acting.db.selectFrom('circulation.item').select('id').where('id', '=', item).executeTakeFirst();
  if (seen === undefined) throw notFound();
  const id = randomUUID();
  await acting.db
    .insertInto('circulation.attempt')
    .values({
      id,
      item,
      realm: acting.realm,
      receipt: input.receipt ?? null,
      seat: acting.seat,
      person: acting.person,
      contact: input.contact ?? null,
      whom: input.whom ?? null,
      at: acting.now,
      channel: input.channel,
      outcome: input.outcome,
      note: input.note ?? null,
    })
    .execute();
  await acting.record({
    fact: 'attempt.recorded',
    subject: item,
    detail: { channel: input.channel, outcome: input.outcome },
  });
  return { id, at: acting.now.toISOString() };
};
