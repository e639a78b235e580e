import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { fold, refang } from '../../../../kernel/text.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { sentVersion } from '../../queries/show-provision.ts';
import { refuseImpossible } from '../../rules.ts';
import type { FeedbackInput } from '../../shapes/feedback.ts';

interface Done {
  id: string;
  at: string;
}

/** A recipient tells something back on the latest version that it has. */
export const giveFeedback = async (acting: Acting, provision: string, input: FeedbackInput): Promise<Done> => {
  const item = await sentVersion(acting, provision);
  const { indicator, from, until, count, quote, text } = await checked(acting, input);
  const id = randomUUID();
  const { rows } = await sql<{ done: boolean }>`
    select exchange.give_feedback(${id}, ${item}, ${input.kind}, ${indicator}, ${from}, ${until}, ${count}, ${quote}, ${text}, ${acting.now}) as done`.execute(
    acting.db,
  );
  if (rows[0]?.done !== true) throw new Refusal('not-to-be-answered');
  await acting.record({ fact: 'feedback.given', subject: id, detail: { kind: input.kind } });
  return { id, at: acting.now.toISOString() };
};

/** Says something else instead of what one told before. */
export const changeFeedback = async (acting: Acting, id: string, input: FeedbackInput): Promise<Done> => {
  const it = await acting.db.selectFrom('exchange.feedback').select('kind').where('id', '=', id).executeTakeFirst();
  if (it === undefined) throw notFound();
  if (it.kind !== input.kind) throw new Refusal('kind-stays');
  const { indicator, from, until, count, quote, text } = await checked(acting, input);
  const { rows } = await sql<{ done: boolean }>`
    select exchange.change_feedback(${id}, 'changed', ${indicator}, ${from}, ${until}, ${count}, ${quote}, ${text}, ${acting.now}) as done`.execute(
    acting.db,
  );
  if (rows[0]?.done !== true) throw new Refusal('not-to-be-answered');
  await acting.record({ fact: 'feedback.changed', subject: id });
  return { id, at: acting.now.toISOString() };
};

/** Takes back what one told. */
export const withdrawFeedback = async (acting: Acting, id: string): Promise<Done> => {
  const it = await acting.db.selectFrom('exchange.feedback').select('id').where('id', '=', id).executeTakeFirst();
  if (it === undefined) throw notFound();
  const { rows } = await sql<{ done: boolean }>`
    select exchange.change_feedback(${id}, 'withdrawn', null, null, null, null, null, null, ${acting.now}) as done`.execute(
    acting.db,
  );
  if (rows[0]?.done !== true) throw new Refusal('not-to-be-answered');
  await acting.record({ fact: 'feedback.withdrawn', subject: id });
  return { id, at: acting.now.toISOString() };
};

interface Checked {
  readonly indicator: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly count: number | null;
  readonly quote: string | null;
  readonly text: string | null;
}

// The desk reads it without the name, so it may not stand in the words either. A value is kept clean, whatever it was typed as.
const checked = async (acting: Acting, input: FeedbackInput): Promise<Checked> => {
  const some = (s: string | undefined): string | null => (s === undefined || s === '' ? null : s);
  const it: Checked =
    input.kind === 'sighting'
      ? {
          indicator: refang(input.indicator),
          from: new Date(input.seenFrom),
          until: input.seenUntil === undefined ? null : new Date(input.seenUntil),
          count: input.count ?? null,
          quote: null,
          text: some(input.text),
        }
      : { indicator: null, from: null, until: null, count: null, quote: some(input.quote), text: input.text };
  if (input.kind === 'sighting') {
    refuseImpossible('seenFrom', input.seenFrom, acting.now);
    refuseImpossible('seenUntil', input.seenUntil ?? null, acting.now);
    if (it.from !== null && it.until !== null && it.until < it.from)
      throw new Refusal('impossible-date', { path: 'seenUntil' }, 400);
  }
  await refuseOwnName(acting, [it.indicator, it.quote, it.text].filter((s) => s !== null).join('\n'));
  return it;
};

/** Refuses words by which the acting body could be known; a public one has none to hide. */
export const refuseOwnName = async (acting: Acting, said: string): Promise<void> => {
  const me = await acting.db
    .selectFrom('parties.body as b')
    .select(['b.open', 'b.name_ja', 'b.name_en', 'b.alias', 'b.domains'])
    .where('b.id', '=', acting.body)
    .executeTakeFirst();
  // A public body answers in its own name; it has none to hide.
  if (me === undefined || me.open) return;
  const words = [me.name_ja, me.name_ja.replaceAll(/株式会社|（架空）/gu, ''), me.name_en, ...me.alias, ...me.domains];
  const folded = fold(said);
  const found = [...new Set(words.filter((w) => w.length >= 2 && folded.includes(fold(w))))];
  if (found.length > 0) throw new Refusal('note-names-source', { found });
};
