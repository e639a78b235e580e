import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { referenceOf } from '../../circulation/index.ts';
import { theProgramme } from '../../programme/index.ts';
import { partOf } from '../commands/consent/part.ts';
import { mayEnter, standingOf } from '../commands/consent/standing.ts';
import type { ConsentAct, ConsentLine } from '../shapes/consent.ts';

interface Row {
  id: string;
  class: string;
  act: ConsentAct;
  at: Date;
  until: Date | null;
  by: string | null;
  note: string | null;
}

/** The ledger of a report, class by class. Words and hands are told where the reader's own row policies tell them. */
export const consentsOf = async (
  acting: Acting,
  report: string,
): Promise<{ report: string; classes: ConsentLine[] }> => {
  const part = await partOf(acting, report);
  if (part === null) throw notFound();
  const { rows } = await sql<Row>`
    select c.id, c.class, c.act, c.at, c.until, ${named(acting, 'b')} as by, s.note
      from exchange.consent c
      left join exchange.consent_said s on s.consent = c.id
      left join parties.seat t on t.id = s.seat left join parties.body b on b.id = t.body
     where c.report = ${report} order by c.class, c.number`.execute(acting.db);
  const known = await acting.db
    .selectFrom('exchange.told_before')
    .select('reader')
    .where('report', '=', report)
    .executeTakeFirst();
  const language = acting.visit.locale;
  return {
    report,
    classes: theProgramme().onward.map((it): ConsentLine => {
      const acts = rows.filter((r) => r.class === it.key);
      const standing = standingOf(acts.map((r) => r.act));
      const last = acts.findLast((r) => r.act !== 'passed');
      return {
        class: it.key,
        what: it.what,
        title: it.title[language],
        says: it.says[language],
        state: standing.state,
        until: last?.until?.toISOString() ?? null,
        may: [
          ...mayEnter(part, standing),
          ...(part === 'centre' && it.what === 'content' && standing.answer === 'given' ? (['passed'] as const) : []),
        ],
        acts: acts.map(({ class: _class, ...r }) => ({
          ...r,
          at: r.at.toISOString(),
          until: r.until?.toISOString() ?? null,
        })),
        knownBefore: it.what === 'name' && known !== undefined,
      };
    }),
  };
};

/** What was shown to the reader by consent and is no longer: that it was recalled, and when. Nothing of what it said. */
export const recalledFrom = async (
  acting: Acting,
  report?: string,
): Promise<{ id: string; reference: string; at: string }[]> => {
  const { rows } = await sql<{ report: string; at: Date }>`
    select w.report, max(w.ended_at) as at from exchange.onward w
     where w.reader = ${acting.seat} and w.ended_at is not null ${report === undefined ? sql`` : sql`and w.report = ${report}`}
       and not exists (select from exchange.report p where p.id = w.report)
     group by w.report order by 2 desc limit 50`.execute(acting.db);
  return rows.map((r) => ({ id: r.report, reference: referenceOf('report', r.report), at: r.at.toISOString() }));
};
