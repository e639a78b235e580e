import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { timesOf } from '../rules.ts';

interface Invited {
  id: string;
  starts: string;
  ends: string;
}

/** Lets a guest into the open threads of a space for a time. */
export const inviteToSpace = (
  acting: Acting,
  space: string,
  input: { seat: string; starts?: string | undefined; ends: string; past: boolean },
): Promise<Invited> => invite(acting, { ...input, space, thread: null });

/** Lets a guest into one thread and no other, from now on. */
export const inviteToThread = async (
  acting: Acting,
  thread: string,
  input: { seat: string; ends: string; past: boolean },
): Promise<Invited> => {
  const there = await acting.db
    .selectFrom('channels.thread')
    .select('space')
    .where('id', '=', thread)
    .executeTakeFirst();
  if (there === undefined) throw notFound();
  return invite(acting, { ...input, space: there.space, thread });
};

const invite = async (
  acting: Acting,
  it: { space: string; thread: string | null; seat: string; starts?: string | undefined; ends: string; past: boolean },
): Promise<Invited> => {
  const { starts, ends } = timesOf(acting.now, it.starts, it.ends);
  const id = randomUUID();
  const { rows } = await sql<{ done: string }>`
    select channels.invite(${id}, ${it.space}, ${it.thread}, ${it.seat}, ${starts}, ${ends}, ${it.past}) as done`.execute(
    acting.db,
  );
  const done = rows[0]?.done ?? 'not-found';
  if (done === 'not-found') throw notFound();
  if (done !== 'invited') throw new Refusal(done);
  await acting.record({
    fact: 'guest.invited',
    subject: it.space,
    detail: { thread: it.thread !== null, past: it.past },
  });
  return { id, starts: starts.toISOString(), ends: ends.toISOString() };
};

/** Ends an invitation before its time; whoever takes part and holds the power may. */
export const endInvitation = async (acting: Acting, id: string): Promise<{ id: string; endedAt: string }> => {
  const { rows } = await sql<{ space: string | null }>`select channels.end_invitation(${id}) as space`.execute(
    acting.db,
  );
  const space = rows[0]?.space ?? null;
  if (space === null) throw notFound();
  await acting.record({ fact: 'guest.dismissed', subject: space });
  return { id, endedAt: acting.now.toISOString() };
};
