import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { Answer, ShowcaseListed, ShowcaseView } from '../doors.ts';

/** The showcases that have reached the acting seat. */
export const showcases = (acting: Acting) =>
  acting.db
    .selectFrom('review.showcase as s')
    .innerJoin('circulation.item as i', 'i.id', 's.item')
    .innerJoin('parties.circle as c', 'c.id', 's.circle')
    .leftJoin('review.showcase_answer as a', (on) => on.onRef('a.showcase', '=', 's.id').on('a.seat', '=', acting.seat))
    .select(['s.id', 's.item', 's.person', 's.at', 's.practice', 's.adopting', 's.consented', 's.circle'])
    .select(['i.title', 'i.sent', 'c.name_ja', 'c.name_en', 'a.state']);

type Row = Awaited<ReturnType<ReturnType<typeof showcases>['executeTakeFirstOrThrow']>>;

const listed = (it: Row): ShowcaseListed => ({
  id: it.id,
  title: it.title,
  of: { ja: it.name_ja, en: it.name_en },
  writtenAt: it.at.toISOString(),
  publishedAt: it.sent?.toISOString() ?? null,
  answer: it.state as Answer | null,
});

/** Showcases, latest first. */
export const listShowcases = async (acting: Acting): Promise<ShowcaseListed[]> =>
  (await showcases(acting).orderBy('s.at', 'desc').orderBy('s.id').limit(300).execute()).map(listed);

/** One showcase; numbers for the seat that wrote it. */
export const showShowcase = async (acting: Acting, id: string): Promise<ShowcaseView> => {
  const it = await showcases(acting).where('s.id', '=', id).executeTakeFirst();
  if (it === undefined) throw notFound();
  const { rows } = await sql<{ told: number; adopted: number; considering: number }>`
    select * from review.showcase_answers(${id})`.execute(acting.db);
  const desk = rows.map((one) => ({ consented: it.consented, mine: it.person === acting.person, ...one }))[0] ?? null;
  return { ...listed(it), practice: it.practice, adopting: it.adopting, desk };
};
