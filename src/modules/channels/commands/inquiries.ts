import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Handling, rank } from '../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import { fold } from '../../../kernel/text.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { InquiryAct, InquiryShown } from '../doors/inquiries.ts';
import { showInquiry } from '../queries/inquiries.ts';

interface Asked {
  seats: readonly string[];
  subject: string;
  text: string;
  handling: Handling;
  due: string;
  onward: boolean;
  origin?: string | undefined;
}

/** Asks chosen seats, each for itself. What is put on for somebody must not name them, and is marked no wider. */
export const askInquiry = async (acting: Acting, input: Asked): Promise<{ id: string; at: string }> => {
  const due = new Date(input.due);
  if (due <= acting.now) throw new Refusal('times-not-in-order');
  if (input.origin !== undefined) await refuseTraces(acting, input.origin, input);
  const id = randomUUID();
  const { rows } = await sql<{ done: string }>`
    select channels.ask(${id}, ${[...new Set(input.seats)]}::uuid[], ${input.subject}, ${input.text}, ${JSON.stringify(input.handling)},
                        ${due}, ${input.onward}, ${input.origin ?? null}) as done`.execute(acting.db);
  const done = rows[0]?.done ?? 'not-to-be-asked';
  if (done !== 'asked') throw new Refusal(done);
  if (input.origin === undefined) await acting.record({ fact: 'inquiry.asked', subject: id });
  else await acting.record({ fact: 'inquiry.put-on', subject: id });
  return { id, at: acting.now.toISOString() };
};

// The same names that a warning looks for in a text: those of the body, its aliases and domains.
const refuseTraces = async (acting: Acting, origin: string, input: Asked): Promise<void> => {
  const { rows } = await sql<{ handling: Handling; words: string[] }>`
    select i.handling, array_remove(b.alias || b.domains || array[b.name_ja, b.name_en, nullif(b.kana, '')], null) as words
      from channels.inquiry i join parties.seat s on s.id = i.asker join parties.body b on b.id = s.body
     where i.id = ${origin} and i.onward and i.asker <> ${acting.seat}`.execute(acting.db);
  const [from] = rows;
  if (from === undefined) throw new Refusal('origin-unknown');
  const said = fold(`${input.subject} ${input.text}`);
  if (from.words.some((word) => word !== '' && said.includes(fold(word)))) throw new Refusal('names-the-asker');
  if (rank(input.handling) < rank(from.handling)) throw new Refusal('mark-wider-than-source');
};

// One inquiry is moved by one hand at a time.
const locked = async (acting: Acting, id: string, act: InquiryAct): Promise<InquiryShown> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inquiry ${id}`}, 0))`.execute(acting.db);
  const it = await showInquiry(acting, id);
  if (it.closedAt !== null) throw new Refusal('inquiry-closed');
  if (!it.may.includes(act)) throw notFound();
  return it;
};

type Said = { kind: 'answer' | 'nothing' | 'question'; text: string } | { kind: 'reply'; text: string; to: string };

/** Says something in a thread between who asked and one who was asked. */
export const sayInInquiry = async (
  acting: Acting,
  inquiry: string,
  input: Said,
): Promise<{ id: string; at: string }> => {
  const it = await locked(acting, inquiry, input.kind === 'reply' ? 'reply' : 'answer');
  const party = input.kind === 'reply' ? input.to : acting.seat;
  if (!it.threads.some((thread) => thread.seat === party)) throw notFound();
  const id = randomUUID();
  await acting.db
    .insertInto('channels.inquiry_message')
    .values({
      id,
      inquiry,
      party,
      seat: acting.seat,
      person: acting.person,
      kind: input.kind,
      text: input.text,
      at: acting.now,
    })
    .execute();
  if (input.kind === 'reply') await acting.record({ fact: 'inquiry.replied', subject: inquiry });
  else await acting.record({ fact: 'inquiry.answered', subject: inquiry, detail: { kind: input.kind } });
  return { id, at: acting.now.toISOString() };
};

const anHour = 3_600_000;

/** Reminds those who have not answered. */
export const remindInquiry = async (acting: Acting, inquiry: string): Promise<{ reminded: number; at: string }> => {
  const it = await locked(acting, inquiry, 'remind');
  const last = Math.max(...it.threads.map((one) => (one.remindedAt === null ? 0 : Date.parse(one.remindedAt))));
  if (acting.now.getTime() - last < anHour) throw new Refusal('reminded-just-now');
  const silent = it.threads.filter((one) => one.state === 'silent' || one.state === 'question');
  if (silent.length === 0) throw new Refusal('nobody-silent');
  await acting.db
    .insertInto('channels.inquiry_step')
    .values(silent.map((one) => stepOf(acting, inquiry, 'reminded', one.seat)))
    .execute();
  await acting.record({ fact: 'inquiry.reminded', subject: inquiry });
  return { reminded: silent.length, at: acting.now.toISOString() };
};

const stepOf = (acting: Acting, inquiry: string, step: 'reminded' | 'closed', party: string | null) => ({
  id: randomUUID(),
  inquiry,
  step,
  party,
  seat: acting.seat,
  person: acting.person,
  at: acting.now,
});

/** Closes an inquiry of one's own. */
export const closeInquiry = async (acting: Acting, inquiry: string): Promise<{ id: string; at: string }> => {
  await locked(acting, inquiry, 'close');
  await acting.db
    .insertInto('channels.inquiry_step')
    .values(stepOf(acting, inquiry, 'closed', null))
    .execute();
  await acting.record({ fact: 'inquiry.closed', subject: inquiry });
  return { id: inquiry, at: acting.now.toISOString() };
};
