import { type RawBuilder, sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import type { answerDoors, SubmissionView } from '../doors/answers.ts';
import { campaignOf } from './load.ts';

interface Row {
  id: string;
  sector: string | null;
  at: Date;
  late: boolean;
  body: string | null;
  name: string | null;
  answers: Record<string, unknown>;
}

// Names come from the row of who submitted, which only those who learn names can see.
const read = async (acting: Acting, which: RawBuilder<unknown>): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select s.id, s.sector, s.at, s.late, s.answers, m.body, ${named(acting, 'b')} as name
      from surveys.submission s
      left join surveys.submitter m on m.submission = s.id
      left join parties.body b on b.id = m.body
     where ${which} order by s.sector nulls first, b.kana, s.id limit 3000`.execute(acting.db);
  return rows;
};

const entryOf = (it: Row) => ({
  id: it.id,
  body: it.body === null || it.name === null ? null : { id: it.body, name: it.name },
  sector: it.sector,
  at: it.at.toISOString(),
  late: it.late,
});

/** The signed answers to a campaign that the acting seat reads. */
export const listAnswers = async (
  acting: Acting,
  campaign: string,
): Promise<OutputOf<typeof answerDoors.listAnswers>> => {
  await campaignOf(acting, campaign);
  const items = await read(
    acting,
    sql`s.campaign = ${campaign} and not exists (select from surveys.withdrawal w where w.submission = s.id)`,
  );
  // Of what was taken back a reader keeps only the row that says so.
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from surveys.withdrawal w join surveys.reader r on r.submission = w.submission
     where r.campaign = ${campaign} and r.seat = ${acting.seat}`.execute(acting.db);
  return { items: items.map(entryOf), withdrawn: rows[0]?.n ?? 0, next: null };
};

/** One signed answer as the acting seat may read it. */
export const readAnswer = async (acting: Acting, campaign: string, id: string): Promise<SubmissionView> => {
  const it = await campaignOf(acting, campaign);
  const [one] = await read(acting, sql`s.campaign = ${campaign} and s.id = ${id}`);
  if (one === undefined) throw notFound();
  return {
    ...entryOf(one),
    survey: { id: it.id, title: { ja: it.title, en: it.title_en }, year: it.year, handling: it.handling },
    form: it.form,
    codes: it.codes,
    answers: one.answers,
  };
};

/** Who of those asked has answered, for a seat that learns names. */
export const surveyStanding = async (
  acting: Acting,
  campaign: string,
): Promise<OutputOf<typeof answerDoors.surveyStanding>> => {
  await campaignOf(acting, campaign);
  const { rows } = await sql<{
    body: string;
    name: string;
    sector: string | null;
    sent_at: Date | null;
    answered_at: Date | null;
    late: boolean | null;
  }>`
    select t.body, ${named(acting, 'b')} as name, t.sector, t.sent_at, t.answered_at, t.late
      from surveys.standing(${campaign}) t join parties.body b on b.id = t.body
     order by t.answered_at is not null, t.sector nulls first, b.kana, t.body`.execute(acting.db);
  return {
    items: rows.map((it) => ({
      body: { id: it.body, name: it.name },
      sector: it.sector,
      sentAt: it.sent_at?.toISOString() ?? null,
      answeredAt: it.answered_at?.toISOString() ?? null,
      late: it.late ?? false,
    })),
    next: null,
  };
};
