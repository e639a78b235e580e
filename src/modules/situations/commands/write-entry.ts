import { randomUUID } from 'node:crypto';
import type { Acting } from '../../../platform/acting.ts';
import { refuseAhead } from '../rules.ts';
import type { EntryInput } from '../shapes.ts';
import { hold, refuseEnded, refuseNames } from './situation.ts';

/** Writes a line into the timeline by hand. What is shared names no body that is not public. */
export const writeEntry = async (
  acting: Acting,
  id: string,
  input: EntryInput,
): Promise<{ id: string; at: string }> => {
  const it = await hold(acting, id);
  refuseEnded(it);
  const { kind, text, shared } = input;
  const happened = input.at === undefined ? acting.now : refuseAhead(new Date(input.at), acting.now);
  if (shared) await refuseNames(acting, text);
  const entry = randomUUID();
  await acting.db
    .insertInto('situations.entry')
    .values({
      id: entry,
      situation: id,
      kind,
      text,
      happened_at: happened,
      shared,
      seat: acting.seat,
      person: acting.person,
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'situation.noted', subject: id, detail: { kind, shared } });
  // Gathering what is known of damage is a measure of the crisis ministries: theirs alone counts for it.
  if (kind === 'damage' && acting.may('join-mode'))
    await acting.record({ fact: 'situation.damage-recorded', subject: id });
  return { id: entry, at: acting.now.toISOString() };
};
