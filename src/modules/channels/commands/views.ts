import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { ViewAct, ViewShown, ViewState } from '../doors/views.ts';
import { showView } from '../queries/views.ts';

interface Done {
  id: string;
  state: ViewState;
}

// One exchange is moved by one hand at a time.
const locked = async (acting: Acting, id: string, act: ViewAct): Promise<ViewShown> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`view ${id}`}, 0))`.execute(acting.db);
  const it = await showView(acting, id);
  if (!it.may.includes(act)) throw new Refusal('not-now');
  return it;
};

const step = async (
  acting: Acting,
  id: string,
  taken: ViewState,
  more: { note?: string | null | undefined; meetsAt?: Date } = {},
): Promise<Done> => {
  await acting.db
    .insertInto('channels.view_step')
    .values({
      exchange: id,
      step: taken,
      seat: acting.seat,
      person: acting.person,
      at: acting.now,
      note: more.note ?? null,
      meets_at: more.meetsAt ?? null,
    })
    .execute();
  return { id, state: taken };
};

/** Asks a seat for an exchange of views, directly or through the seat above, as the programme says. */
export const askViews = async (
  acting: Acting,
  input: { asked: string; with: readonly string[]; subject: string; reason: string },
): Promise<Done> => {
  const id = randomUUID();
  const { rows } = await sql<{ done: string }>`
    select channels.ask_views(${id}, ${input.asked}, ${[...new Set(input.with)]}::uuid[], ${input.subject}, ${input.reason}) as done`.execute(
    acting.db,
  );
  const done = rows[0]?.done ?? 'not-to-be-asked';
  if (done !== 'asked') throw new Refusal(done);
  const { rows: seats } = await sql<{ capacity: string }>`
    select capacity from parties.seat where id = ${input.asked}`.execute(acting.db);
  await acting.record({ fact: 'view-exchange.asked', subject: id, detail: { of: seats[0]?.capacity ?? '' } });
  return { id, state: 'asked' };
};

/** Passes a request on to the ministry that is asked. */
export const passViewsOn = async (acting: Acting, id: string): Promise<Done> => {
  await locked(acting, id, 'pass-on');
  const { rows } = await sql<{ done: boolean }>`select channels.pass_views(${id}) as done`.execute(acting.db);
  if (rows[0]?.done !== true) throw notFound();
  await acting.record({ fact: 'view-exchange.passed-on', subject: id });
  return { id, state: 'passed-on' };
};

/** Accepts, or declines with a reason that everybody at the table reads. */
export const answerViews = async (
  acting: Acting,
  id: string,
  input: { answer: 'accepted' | 'declined'; note?: string | undefined },
): Promise<Done> => {
  await locked(acting, id, input.answer === 'accepted' ? 'accept' : 'decline');
  const done = await step(acting, id, input.answer, { note: input.note });
  if (input.answer === 'accepted')
    await acting.record({ fact: 'view-exchange.accepted', subject: id, detail: { of: acting.capacity } });
  else await acting.record({ fact: 'view-exchange.declined', subject: id });
  return done;
};

/** Fixes when and where, and who comes. */
export const dateViews = async (
  acting: Acting,
  id: string,
  input: { meetsAt: string; note: string },
): Promise<Done> => {
  await locked(acting, id, 'date');
  const meetsAt = new Date(input.meetsAt);
  if (meetsAt <= acting.now) throw new Refusal('times-not-in-order');
  const done = await step(acting, id, 'dated', { note: input.note, meetsAt });
  await acting.record({ fact: 'view-exchange.dated', subject: id });
  return done;
};

/** Says that it took place; not before its time has come. */
export const holdViews = async (acting: Acting, id: string): Promise<Done> => {
  const it = await locked(acting, id, 'hold');
  if (it.meetsAt === null || Date.parse(it.meetsAt) > acting.now.getTime()) throw new Refusal('not-now');
  const done = await step(acting, id, 'held');
  await acting.record({ fact: 'view-exchange.held', subject: id, detail: { of: acting.capacity } });
  return done;
};

/** Writes the record, or its next revision, and agrees to it for one's own side. */
export const recordViews = async (acting: Acting, id: string, text: string): Promise<Done & { revision: number }> => {
  const it = await locked(acting, id, 'record');
  const revision = (it.minutes?.revision ?? 0) + 1;
  const minutes = randomUUID();
  await acting.db
    .insertInto('channels.minutes')
    .values({ id: minutes, exchange: id, revision, text, seat: acting.seat, at: acting.now })
    .execute();
  await agree(acting, minutes, it.side);
  await acting.record({ fact: 'view-exchange.recorded', subject: id });
  return { id, state: it.state, revision };
};

const agree = async (acting: Acting, minutes: string, side: ViewShown['side']): Promise<void> => {
  await acting.db
    .insertInto('channels.agreement')
    .values({ minutes, side, seat: acting.seat, person: acting.person, at: acting.now })
    .execute();
};

/** Agrees to the record for one's side: to the revision that was read, and no later one. */
export const agreeMinutes = async (acting: Acting, id: string, revision: number): Promise<Done> => {
  const it = await locked(acting, id, 'agree');
  if (it.minutes === null || it.minutes.revision !== revision) throw new Refusal('revision-stale');
  await agree(acting, it.minutes.id, it.side);
  await acting.record({ fact: 'view-exchange.agreed', subject: id });
  return { id, state: it.state };
};

/** Closes it once both sides have agreed to the record. */
export const closeViews = async (acting: Acting, id: string): Promise<Done> => {
  await locked(acting, id, 'close');
  const done = await step(acting, id, 'closed');
  await acting.record({ fact: 'view-exchange.closed', subject: id });
  return done;
};
