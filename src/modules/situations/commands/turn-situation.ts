import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { holdOwn } from './situation.ts';

/** Ends a situation of one's own desk, or opens it again. */
export const turnSituation = async (
  acting: Acting,
  id: string,
  verb: 'ended' | 'reopened',
  reason: string,
): Promise<{ id: string; at: string }> => {
  const it = await holdOwn(acting, id);
  if (verb === 'ended' && it.ended) throw new Refusal('situation-ended');
  if (verb === 'reopened' && !it.ended) throw new Refusal('situation-open');
  await acting.db
    .insertInto('situations.course')
    .values({ id: randomUUID(), situation: id, verb, reason, person: acting.person, at: acting.now })
    .execute();
  await acting.record(
    verb === 'ended' ? { fact: 'situation.ended', subject: id } : { fact: 'situation.reopened', subject: id },
  );
  return { id, at: acting.now.toISOString() };
};
