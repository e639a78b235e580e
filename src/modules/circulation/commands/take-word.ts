import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { AcknowledgementState } from '../contract.ts';
import { recordAttempt } from './record-attempt.ts';

/**
 * Takes what a silent recipient said by telephone for its acknowledgement. It stays a row of its own that says who said it and
 * who noted it; the recipient's own answer comes beside it and counts from then on.
 */
export const takeWord = async (
  acting: Acting,
  receipt: string,
  input: {
    state: AcknowledgementState;
    saidBy: string;
    note?: string | undefined;
    contact?: string | undefined;
  },
): Promise<{ receipt: string; state: AcknowledgementState; at: string }> => {
  const note = input.note === undefined || input.note === '' ? null : input.note;
  const { rows } = await sql<{ done: 'taken' | 'answered' | 'back'; item: string }>`
    select done, item from circulation.take_word(${randomUUID()}, ${receipt}, ${input.state}, ${input.saidBy}, ${note}, ${input.contact ?? null}, ${acting.now})`.execute(
    acting.db,
  );
  const [it] = rows;
  if (it === undefined) throw notFound();
  if (it.done === 'answered') throw new Refusal('answered-itself');
  if (it.done === 'back') throw new Refusal('state-goes-back', { to: input.state });
  const { item } = it;
  await recordAttempt(acting, item, {
    receipt,
    channel: 'phone',
    outcome: 'reached',
    contact: input.contact,
    whom: input.saidBy,
    note: note ?? undefined,
  });
  await acting.record({ fact: 'receipt.spoken-for', subject: item, detail: { state: input.state } });
  return { receipt, state: input.state, at: acting.now.toISOString() };
};
