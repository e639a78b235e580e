import { sql } from 'kysely';
import type { Handling } from '../../../../kernel/marking.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { type Acting, named } from '../../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../../platform/http/cursor.ts';
import { referenceOf, refuseWeakSignIn } from '../../../circulation/index.ts';
import type { AskingListed, AskingShown, AskingState } from '../../shapes/source-approval.ts';

interface Row {
  id: string;
  item: string;
  report: string;
  headline: string;
  title: string;
  body: string;
  kind: string;
  handling: Handling;
  files: string[];
  asked_at: Date;
  due: Date;
  silence: 'releases' | 'holds';
  state: AskingState;
  sent: Date | null;
  source: boolean;
  urgent: string | null;
}

// For those who are asked: the desk’s own rows are its drafts’, and stand there.
const asked = (acting: Acting) => sql`
  select a.id, a.item, a.report, a.title, a.body, a.kind, a.handling, a.files, date_trunc('milliseconds', a.asked_at) as asked_at, a.due, a.silence,
         exchange.asking_state(a.id, ${acting.now}) as state, exchange.asking_sent(a.id) as sent, exchange.is_source(a.report) as source,
         (select u.reason from exchange.urgent_release u where u.item = a.item and u.shown = a.shown) as urgent,
         coalesce((select i.title from exchange.report_version v join circulation.item i on i.id = v.item
                    where v.report = a.report order by v.number desc limit 1), '') as headline
    from exchange.asking a
   where not exists (select from exchange.provision_work w where w.item = a.item)`;

const listed = (r: Row): AskingListed => ({
  id: r.id,
  title: r.title,
  handling: r.handling,
  report: { id: r.report, reference: referenceOf('report', r.report), headline: r.headline },
  askedAt: r.asked_at.toISOString(),
  due: r.due.toISOString(),
  silence: r.silence,
  state: r.state,
  sentAt: r.sent?.toISOString() ?? null,
  mine: r.source,
  mayAnswer: r.sent === null && r.state !== 'replaced',
});

/** What was shown to the acting seat before release, as a source or as the seat that knows it; latest first. */
export const listAskings = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined; open?: boolean | undefined; report?: string | undefined },
): Promise<{ items: AskingListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select * from (${asked(acting)}) q
     where ${query.open === true ? sql`q.state = 'open' and q.sent is null` : sql`true`}
       ${query.report === undefined ? sql`` : sql`and q.report = ${query.report}`}
       ${after === null ? sql`` : sql`and (q.asked_at, q.id) < (${after.at}, ${after.id}::uuid)`}
     order by q.asked_at desc, q.id desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items: shown.map(listed), next: last === undefined ? null : cursorOf(last.asked_at, last.id) };
};

/** One text as it was shown before release, with what was said about it, for the source and the seat that knows it. */
export const showAsking = async (acting: Acting, asking: string): Promise<AskingShown> => {
  const { rows } = await sql<Row>`select * from (${asked(acting)}) q where q.id = ${asking}`.execute(acting.db);
  const it = rows[0];
  if (it === undefined) throw notFound();
  refuseWeakSignIn(acting.signIn.strong, it.handling);
  const { rows: answers } = await sql<
    Omit<AskingShown['answers'][number], 'at' | 'heardFrom'> & { at: Date; heard_from: string | null }
  >`
    select t.answer, t.reason, t.wording, h.heard_from, ${named(acting, 'b')} as by, h.at
      from exchange.asking_answer t join exchange.asking_hand h on h.asking = t.asking and h.number = t.number
      left join parties.seat s on s.id = h.seat left join parties.body b on b.id = s.body
     where t.asking = ${asking} order by t.number`.execute(acting.db);
  return {
    ...listed(it),
    body: it.body,
    kind: it.kind,
    files: it.files,
    answers: answers.map(({ heard_from, at, ...one }) => ({ ...one, heardFrom: heard_from, at: at.toISOString() })),
    urgent: it.urgent === null ? null : { reason: it.urgent },
  };
};
