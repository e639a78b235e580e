import { sql } from 'kysely';
import { type Handling, strictest } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { refuseWeakSignIn } from '../../circulation/index.ts';
import type { MessageView, ThreadView } from '../contract.ts';
import { audienceOf, guestsOf } from './audience.ts';
import { titleOf, withNames } from './naming.ts';
import { kindOf } from './spaces.ts';
import { visits } from './visits.ts';

/** A thread as far as the reader may hear it, the latest messages last. Notes for the reader alone how far it was read. */
export const showThread = async (
  acting: Acting,
  id: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<ThreadView> => {
  const thread = await acting.db.selectFrom('channels.thread').selectAll().where('id', '=', id).executeTakeFirst();
  if (thread === undefined) throw notFound();
  const marks = await sql<{ handling: Handling }>`
    select distinct on (marking) handling from channels.message where thread = ${id} order by marking, at`.execute(
    acting.db,
  );
  const handling = strictest(marks.rows.map((it) => it.handling));
  refuseWeakSignIn(acting.signIn.strong, handling);
  const messages = await messagesOf(acting, id, query);
  const place = await placeOf(acting, thread.space, id);
  const kind = await kindOf(acting, place.kind);
  if (query.cursor === undefined) await noteRead(acting, id);
  const member = place.guestUntil === null;
  return {
    id,
    title: thread.title,
    aside: thread.aside,
    space: { id: thread.space, kind: place.kind, title: place.title },
    handling,
    openedAt: thread.opened_at.toISOString(),
    guestUntil: place.guestUntil,
    ...messages,
    audience: await audienceOf(acting, thread.space, id),
    byInvitation: kind.guests,
    guests: member
      ? (await guestsOf(acting, thread.space)).filter((it) =>
          it.thread === null ? !thread.aside : it.thread.id === id,
        )
      : [],
    may: { write: true, invite: member && kind.guests.length > 0 && acting.may('invite-guests') },
  };
};

const placeOf = async (
  acting: Acting,
  space: string,
  thread: string,
): Promise<{ kind: string; title: string; guestUntil: string | null }> => {
  const visit = (await visits(acting)).find((it) => it.thread === thread || (it.space === space && it.thread === null));
  const { rows } = await sql<{ kind: string; title: string; member: boolean }>`
    select s.kind, ${titleOf(acting)} as title, channels.takes_part_in(${thread}) as member
      from channels.space s ${withNames} where s.id = ${space}`.execute(acting.db);
  const mine = rows[0];
  if (mine !== undefined) return { ...mine, guestUntil: mine.member ? null : (visit?.until ?? null) };
  if (visit === undefined) throw notFound();
  return { kind: visit.kind, title: visit.title, guestUntil: visit.until };
};

interface Row {
  id: string;
  seat: string;
  body: string;
  person: string;
  handling: Handling;
  at: Date;
  text: string | null;
  withdrawn_at: Date | null;
  corrects: string | null;
  corrected_by: string | null;
  read: number | null;
  total: number | null;
}

const messagesOf = async (
  acting: Acting,
  thread: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<Pick<ThreadView, 'messages' | 'earlier'>> => {
  const before = readCursor(query.cursor);
  const { locale } = acting.visit;
  const { rows } = await sql<Row>`
    select m.id, m.seat, ${sql.ref(`m.body_${locale}`)} as body, ${sql.ref(`m.person_${locale}`)} as person, m.handling, m.at,
           w.text, m.withdrawn_at, m.corrects, r.read, r.total,
           (select c.id from channels.message c where c.corrects = m.id and c.withdrawn_at is null order by c.at desc limit 1) as corrected_by
      from channels.message m
      left join channels.words w on w.message = m.id
      left join channels.read_by(${thread}) r on r.message = m.id
     where m.thread = ${thread} and ${before === null ? sql`true` : sql`(m.at, m.id) < (${before.at}, ${before.id}::uuid)`}
     order by m.at desc, m.id desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const first = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    messages: shown.toReversed().map((it) => messageOf(acting, it)),
    earlier: first === undefined ? null : cursorOf(first.at, first.id),
  };
};

const messageOf = (acting: Acting, it: Row): MessageView => ({
  id: it.id,
  from: { body: it.body, person: it.person },
  mine: it.seat === acting.seat,
  handling: it.handling,
  at: it.at.toISOString(),
  text: it.withdrawn_at === null ? it.text : null,
  withdrawnAt: it.withdrawn_at?.toISOString() ?? null,
  corrects: it.corrects,
  correctedBy: it.corrected_by,
  readBy: it.seat !== acting.seat || it.total === null ? null : { read: it.read ?? 0, of: it.total },
});

// Read as far as anything was said; where nothing is new, nothing is written.
const noteRead = async (acting: Acting, thread: string): Promise<void> => {
  await sql`
    insert into channels.position (person, seat, thread, at)
    select ${acting.person}, ${acting.seat}, ${thread}::uuid, max(m.at) from channels.message m where m.thread = ${thread} having count(*) > 0
    on conflict (person, seat, thread) do update set at = excluded.at where channels.position.at < excluded.at`.execute(
    acting.db,
  );
};
