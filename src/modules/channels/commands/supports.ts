import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { SupportAct, SupportState } from '../doors/supports.ts';
import { readSupport, type SupportRead } from '../queries/supports.ts';

interface Done {
  id: string;
  state: SupportState;
}

// One support is moved by one hand at a time.
const locked = async (acting: Acting, id: string, act: SupportAct): Promise<SupportRead> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`support ${id}`}, 0))`.execute(acting.db);
  const it = await readSupport(acting, id);
  if (!it.shown.may.includes(act)) throw new Refusal('not-now');
  return it;
};

const step = async (acting: Acting, id: string, state: SupportState, note: string | null): Promise<Done> => {
  await acting.db
    .insertInto('channels.support_step')
    .values({
      id: randomUUID(),
      support: id,
      step: state,
      seat: acting.seat,
      person: acting.person,
      note,
      at: acting.now,
    })
    .execute();
  return { id, state };
};

/** Asks a seat for support, or offers it. */
export const beginSupport = async (
  acting: Acting,
  input: { kind: string; with: string; offer: boolean; subject: string; text: string },
): Promise<Done> => {
  const id = randomUUID();
  const { rows } = await sql<{ done: boolean }>`
    select channels.begin_support(${id}, ${input.kind}, ${input.with}, ${input.offer}, ${input.subject}, ${input.text}) as done`.execute(
    acting.db,
  );
  if (rows[0]?.done !== true) throw new Refusal('not-to-be-asked');
  const detail = { of: input.kind };
  if (input.offer) await acting.record({ fact: 'support.offered', subject: id, detail });
  else await acting.record({ fact: 'support.requested', subject: id, detail });
  return { id, state: input.offer ? 'offered' : 'asked' };
};

/** Accepts, or declines with a reason that the other side reads. */
export const answerSupport = async (
  acting: Acting,
  id: string,
  input: { answer: 'accepted' | 'declined'; note?: string | undefined },
): Promise<Done> => {
  const { kind } = await locked(acting, id, input.answer === 'accepted' ? 'accept' : 'decline');
  const done = await step(acting, id, input.answer, input.note === undefined || input.note === '' ? null : input.note);
  if (input.answer === 'accepted') await acting.record({ fact: 'support.opened', subject: id, detail: { of: kind } });
  else await acting.record({ fact: 'support.declined', subject: id });
  return done;
};

/** Says what was done. */
export const workOnSupport = async (acting: Acting, id: string, note: string): Promise<Done> => {
  await locked(acting, id, 'work');
  const done = await step(acting, id, 'worked', note);
  await acting.record({ fact: 'support.worked', subject: id });
  return done;
};

/** Says what came of it, for the other side to agree to. */
export const proposeOutcome = async (acting: Acting, id: string, note: string): Promise<Done> => {
  await locked(acting, id, 'outcome');
  const done = await step(acting, id, 'outcome', note);
  await acting.record({ fact: 'support.outcome-proposed', subject: id });
  return done;
};

/** Agrees to the outcome that was read: that closes it. */
export const agreeOutcome = async (acting: Acting, id: string, outcome: string): Promise<Done> => {
  const { kind, shown } = await locked(acting, id, 'agree');
  if (shown.steps.findLast((it) => it.step === 'outcome')?.id !== outcome) throw new Refusal('revision-stale');
  const done = await step(acting, id, 'closed', null);
  await acting.record({ fact: 'support.closed', subject: id, detail: { of: kind } });
  return done;
};
