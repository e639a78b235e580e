import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { declarationNow } from '../../mode/index.ts';
import type { Part } from '../shapes.ts';
import { holdOwn, refuseEnded } from './situation.ts';

/** Shares the picture with one part of the government, from now on. The crisis response has to have a declaration to sit under. */
export const shareSituation = async (acting: Acting, id: string, part: Part): Promise<{ id: string; at: string }> => {
  const it = await holdOwn(acting, id);
  refuseEnded(it);
  const before = await acting.db
    .selectFrom('situations.sharing')
    .select(['id', 'declaration'])
    .where('situation', '=', id)
    .where('part', '=', part)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const declaration = part === 'crisis' ? await declarationNow(acting) : null;
  if (part === 'crisis' && declaration === null) throw new Refusal('nothing-declared');
  // What was shared under a declaration that no longer stands is shared with nobody: it is shared anew.
  if (before !== undefined && before.declaration === declaration) throw new Refusal('already-shared');
  if (before !== undefined) await stop(acting, before.id);
  await acting.db
    .insertInto('situations.sharing')
    .values({ id: randomUUID(), situation: id, part, declaration, person: acting.person, at: acting.now })
    .execute();
  await acting.record({ fact: 'situation.shared', subject: id, detail: { part } });
  return { id, at: acting.now.toISOString() };
};

/** Stops sharing it with one part. */
export const stopSharing = async (acting: Acting, id: string, part: Part): Promise<{ id: string; at: string }> => {
  await holdOwn(acting, id);
  const before = await acting.db
    .selectFrom('situations.sharing')
    .select('id')
    .where('situation', '=', id)
    .where('part', '=', part)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (before === undefined) throw new Refusal('not-shared');
  await stop(acting, before.id);
  await acting.record({ fact: 'situation.unshared', subject: id, detail: { part } });
  return { id, at: acting.now.toISOString() };
};

const stop = async (acting: Acting, sharing: string): Promise<void> => {
  await acting.db.updateTable('situations.sharing').set({ ended_at: acting.now }).where('id', '=', sharing).execute();
};
