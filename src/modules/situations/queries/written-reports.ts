import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { open, referenceOf, refuseWeakSignIn } from '../../circulation/index.ts';
import type { Changes, Picture, ReportDue, ReportView } from '../report.ts';
import { seatsAt } from './seats.ts';

interface Row {
  id: string;
  item: string;
  situation: string;
  number: number;
  title: string;
  handling: Handling;
  picture: Picture;
  changes: Changes;
  summary: string;
  outlook: string;
  collected_at: Date;
  due: Date | null;
  sent: Date | null;
  by_ja: string | null;
  by_en: string | null;
  author: boolean;
  handled: boolean;
  receipt: string | null;
  acknowledged_at: Date | null;
}

/** One situation report that has reached the reader, or that the reader's desk writes. */
export const showWrittenReport = async (acting: Acting, id: string): Promise<ReportView> => {
  const { rows } = await sql<Row>`
    select w.id, w.item, w.situation, w.number, i.title, i.handling, w.picture, w.changes, w.summary, w.outlook, w.collected_at, w.due,
           i.sent, r.by_ja, r.by_en, c.id as receipt, c.acknowledged_at,
           exists (select from circulation.reach x where x.item = w.item and x.author) as author,
           exists (select from situations.report_editor e where e.item = w.item and e.person = ${acting.person}) as handled
      from situations.written_report w join circulation.item i on i.id = w.item
      left join situations.report_release r on r.item = w.item
      left join circulation.receipt c on c.item = w.item and c.seat = ${acting.seat}
     where w.id = ${id}`.execute(acting.db);
  const [it] = rows;
  if (it === undefined) throw notFound();
  refuseWeakSignIn(acting.signIn.strong, it.handling);
  await open(acting, [it.item]);
  const seats = it.author && it.sent === null ? await seatsAt(acting, it.situation) : [];
  return {
    id,
    item: it.item,
    situation: it.situation,
    number: it.number,
    title: it.title,
    reference: referenceOf('situation-report', id),
    handling: it.handling,
    picture: it.picture,
    changes: it.changes,
    summary: it.summary,
    outlook: it.outlook,
    collectedAt: it.collected_at.toISOString(),
    due: it.due?.toISOString() ?? null,
    releasedAt: it.sent?.toISOString() ?? null,
    releasedBy: it.by_ja === null ? null : { ja: it.by_ja, en: it.by_en ?? it.by_ja },
    receipt: it.receipt === null ? null : { id: it.receipt, acknowledgedAt: it.acknowledged_at?.toISOString() ?? null },
    desk:
      it.author && it.sent === null
        ? {
            mayRelease: acting.may('approve-provisions') && !it.handled,
            recipients: seats.filter((seat) => seat.part !== 'desk' && seat.seated).length,
          }
        : null,
  };
};

/** The reports of a situation that the reader has, the latest first, and when the next is due. */
export const reportsOf = async (
  acting: Acting,
  situation: string,
): Promise<{ written: { id: string; number: number; releasedAt: string | null }[]; next: string | null }> => {
  const { rows } = await sql<{ id: string; number: number; sent: Date | null }>`
    select w.id, w.number, i.sent from situations.written_report w join circulation.item i on i.id = w.item
     where w.situation = ${situation} order by w.number desc limit 100`.execute(acting.db);
  const rhythm = await acting.db
    .selectFrom('situations.rhythm')
    .select('next_due')
    .where('situation', '=', situation)
    .executeTakeFirst();
  return {
    written: rows.map((r) => ({ id: r.id, number: r.number, releasedAt: r.sent?.toISOString() ?? null })),
    next: rhythm?.next_due.toISOString() ?? null,
  };
};

const aDay = 86_400_000;

interface DueRow {
  situation: string;
  title: string;
  handling: Handling;
  due: Date;
  draft: string | null;
}

/** The next report of each of the desk's own situations that is due within a day or is late, nearest first. */
export const reportsDue = async (acting: Acting): Promise<{ items: ReportDue[]; next: null }> => {
  const { rows } = await sql<DueRow>`
    select s.id as situation, s.title, s.handling, r.next_due as due,
           (select w.id from situations.written_report w join circulation.item i on i.id = w.item
             where w.situation = s.id and i.sent is null limit 1) as draft
      from situations.rhythm r join situations.situation s on s.id = r.situation
     where s.desk = ${acting.seat} and s.realm = ${acting.realm} and r.next_due <= ${new Date(acting.now.getTime() + aDay)}
       and coalesce((select c.verb <> 'ended' from situations.course c where c.situation = s.id order by c.at desc, c.id limit 1), true)
     order by r.next_due, s.id limit 100`.execute(acting.db);
  return { items: rows.map((row) => ({ ...row, due: row.due.toISOString() })), next: null };
};
