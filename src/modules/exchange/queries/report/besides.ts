import { sql } from 'kysely';
import { type Acting, named } from '../../../../platform/acting.ts';
import { referenceOf } from '../../../circulation/index.ts';
import { nameStands } from '../../commands/consent/part.ts';
import type { ReportView } from '../../shapes/report.ts';
import { linksOf, severityOf } from './judgement.ts';

type Besides = Pick<
  ReportView,
  'source' | 'entry' | 'disclosure' | 'notes' | 'thread' | 'triage' | 'links' | 'severity' | 'provisions'
> & {
  sourceSeat: string | null;
  /** Whether the reader may still speak in the thread; after a handover the old seat only reads what was said before. */
  talks: boolean;
};

/** What stands beside a report, each with an audience of its own: who reported, notes, the thread, the centre's own. */
export const besides = async (acting: Acting, report: string): Promise<Besides> => {
  const source = await sql<{
    seat: string;
    body: string;
    name: string | null;
    contact: string | null;
    contact_name: string;
    contact_phone: string | null;
    contact_email: string | null;
    answers: Record<string, unknown>;
    copied: boolean;
  }>`
    select s.seat, s.body, s.contact, s.contact_name, s.contact_phone, s.contact_email, s.copied,
           ${named(acting, 'b')} as name,
           coalesce((select a.answers from exchange.source_answers a where a.report = s.report order by a.number desc limit 1), s.answers) as answers
      from exchange.source s left join parties.body b on b.id = s.body where s.report = ${report}`.execute(acting.db);
  const known = source.rows[0];
  const { thread, talks } = await threadOf(acting, report);
  return {
    talks,
    sourceSeat: known?.seat ?? null,
    source:
      known === undefined
        ? null
        : {
            body: { id: known.body, name: known.name ?? '' },
            contact: {
              id: known.contact,
              name: known.contact_name,
              phone: known.contact_phone,
              email: known.contact_email,
            },
            answers: known.answers,
          },
    entry: known === undefined ? null : await entryOf(acting, report),
    disclosure:
      known === undefined ? null : { nameToCs: await nameStands(acting, report), copyToCeptoar: known.copied },
    notes: await notesOf(acting, report),
    thread,
    triage: acting.may('triage-reports') ? await triageOf(acting, report) : null,
    links: acting.may('triage-reports') ? await linksOf(acting, report) : null,
    severity: acting.may('triage-reports') ? await severityOf(acting, report) : null,
    provisions: acting.may('draft-provisions') ? await provisionsOf(acting, report) : null,
  };
};

const entryOf = async (acting: Acting, report: string): Promise<Besides['entry']> => {
  const { rows } = await sql<{
    by: string | null;
    channel: string;
    said_by: string;
    call_back: string | null;
    said_at: Date;
    entered_at: Date;
    confirmed_at: Date | null;
  }>`
    select ${named(acting, 'b')} as by, e.channel, e.said_by, e.call_back, e.said_at, e.entered_at,
           c.at as confirmed_at
      from exchange.entry e left join exchange.confirmation c on c.report = e.report
      left join parties.seat s on s.id = e.seat left join parties.body b on b.id = s.body
     where e.report = ${report}`.execute(acting.db);
  const [it] = rows;
  return it === undefined
    ? null
    : {
        by: it.by ?? '',
        channel: it.channel,
        saidBy: it.said_by,
        callBack: it.call_back,
        saidAt: it.said_at.toISOString(),
        enteredAt: it.entered_at.toISOString(),
        confirmedAt: it.confirmed_at?.toISOString() ?? null,
      };
};

const notesOf = async (acting: Acting, report: string): Promise<Besides['notes']> => {
  const { rows } = await sql<{ name: string | null; note: string; at: Date; item: string }>`
    select distinct on (n.item, n.from_seat) ${named(acting, 'b')} as name, n.note, n.at, n.item
      from exchange.relay_note n left join parties.seat s on s.id = n.from_seat left join parties.body b on b.id = s.body
     where n.report = ${report} and n.note is not null order by n.item, n.from_seat, n.at`.execute(acting.db);
  return rows
    .map((n) => ({ from: n.name ?? '', note: n.note, at: n.at.toISOString(), version: n.item }))
    .sort((a, b) => a.at.localeCompare(b.at));
};

const threadOf = async (acting: Acting, report: string): Promise<Pick<Besides, 'thread' | 'talks'>> => {
  const party = await acting.db
    .selectFrom('exchange.source_reader')
    .select(['thread', 'until'])
    .where('report', '=', report)
    .where('reader', '=', acting.seat)
    .executeTakeFirst();
  if (party?.thread !== true) return { thread: null, talks: false };
  const { rows } = await sql<{
    id: string;
    kind: 'question' | 'answer' | 'remark';
    seat: string;
    text: string;
    at: Date;
    person: string | null;
    body: string | null;
  }>`
    select m.id, m.kind, m.seat, m.text, m.at, ${named(acting, 'p')} as person, ${named(acting, 'b')} as body
      from exchange.message m
      left join parties.person p on p.id = m.person
      left join parties.seat s on s.id = m.seat left join parties.body b on b.id = s.body
     where m.report = ${report} order by m.at`.execute(acting.db);
  const thread = rows.map((m) => ({
    id: m.id,
    kind: m.kind,
    from: m.person === null ? (m.body ?? '') : `${m.person}（${m.body ?? ''}）`,
    mine: m.seat === acting.seat,
    text: m.text,
    at: m.at.toISOString(),
  }));
  return { thread, talks: party.until === null };
};

const triageOf = async (acting: Acting, report: string): Promise<NonNullable<Besides['triage']>> => {
  const { rows } = await sql<{ state: string; reason: string | null; at: Date; by: string | null }>`
    select t.state, t.reason, t.at, ${named(acting, 'p')} as by from exchange.triage t left join parties.person p on p.id = t.person
     where t.report = ${report} order by t.at`.execute(acting.db);
  return rows.map((t) => ({ ...t, at: t.at.toISOString() }));
};

const provisionsOf = async (acting: Acting, report: string): Promise<NonNullable<Besides['provisions']>> => {
  const { rows } = await sql<{ id: string; title: string; sent: Date | null }>`
    select distinct on (i.subject) i.subject as id, i.title, i.sent from exchange.provision_origin o join circulation.item i on i.id = o.item
     where o.report = ${report} order by i.subject, i.sent desc nulls first`.execute(acting.db);
  return rows.map((p) => ({
    id: p.id,
    title: p.title,
    reference: referenceOf('provision', p.id),
    sentAt: p.sent?.toISOString() ?? null,
  }));
};
