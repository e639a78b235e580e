import { sql } from 'kysely';
import { type Handling, strictness, tlp } from '../../../kernel/marking.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { ThreadListed } from '../contract.ts';
import { titleOf, withNames } from './naming.ts';
import { visits } from './visits.ts';

interface Row {
  id: string;
  space: string;
  kind: string | null;
  space_title: string | null;
  title: string;
  aside: boolean;
  opened_at: Date;
  marking: number | null;
  handling: Handling | null;
  last_at: Date;
  last_from: string | null;
  messages: number;
  unread: number;
}

// Everything is counted over the messages that the reader may hear, so that what was said before a guest came leaves
// neither a number nor a time nor a mark.
const heard = (acting: Acting) => sql`
  cross join lateral (
    select count(*) as messages, max(m.marking) as marking, max(m.at) as last_at,
           count(*) filter (where m.seat <> ${acting.seat} and (p.at is null or m.at > p.at)) as unread
      from channels.message m
      left join channels.position p on p.thread = t.id and p.person = ${acting.person} and p.seat = ${acting.seat}
     where m.thread = t.id
  ) n`;

/** Threads that the acting seat may read, the one last spoken in first. */
export const listThreads = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined; space?: string | undefined; unread?: boolean | undefined },
): Promise<{ items: ThreadListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    with found as (
      select t.id, t.space, t.title, t.aside, t.opened_at, n.messages, n.marking, n.unread,
             date_trunc('milliseconds', coalesce(n.last_at, t.opened_at)) as last_at
        from channels.thread t ${heard(acting)}
       where ${query.space === undefined ? sql`true` : sql`t.space = ${query.space}`}
    ), page as (
      select * from found
       where ${query.unread === true ? sql`unread > 0` : sql`true`}
         and ${after === null ? sql`true` : sql`(last_at, id) < (${after.at}, ${after.id}::uuid)`}
       order by last_at desc, id desc limit ${query.limit + 1}
    )
    select page.*, q.kind, q.title as space_title, l.who as last_from, l.handling
      from page
      left join lateral (select s.kind, ${titleOf(acting)} as title from channels.space s ${withNames} where s.id = page.space) q on true
      left join lateral (
        select (array_agg(${sql.ref(`m.body_${acting.visit.locale}`)} order by m.at desc, m.id desc))[1] as who,
               (array_agg(m.handling order by m.marking desc, m.at))[1] as handling
          from channels.message m where m.thread = page.id) l on true
     order by page.last_at desc, page.id desc`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const rooms = shown.some((it) => it.kind === null) ? await visits(acting) : [];
  return {
    items: shown.map((it) => {
      const visit = rooms.find((v) => v.space === it.space && (v.thread === it.id || v.thread === null));
      return {
        id: it.id,
        space: {
          id: it.space,
          kind: it.kind ?? visit?.kind ?? '',
          title: it.space_title ?? visit?.title ?? '',
        },
        title: it.title,
        aside: it.aside,
        handling: it.handling ?? tlp(strictness[0]),
        lastAt: it.last_at.toISOString(),
        lastFrom: it.last_from ?? '',
        messages: it.messages,
        unread: it.unread,
        guestUntil: it.kind === null ? (visit?.until ?? null) : null,
      };
    }),
    next: last === undefined ? null : cursorOf(last.last_at, last.id),
  };
};

/** How many threads hold something the acting person has not read in this seat. */
export const unread = async (acting: Acting): Promise<{ threads: number }> => {
  const { rows } = await sql<{ threads: number }>`
    select count(distinct m.thread) as threads from channels.message m
      left join channels.position p on p.thread = m.thread and p.person = ${acting.person} and p.seat = ${acting.seat}
     where m.seat <> ${acting.seat} and (p.at is null or m.at > p.at)`.execute(acting.db);
  return { threads: rows[0]?.threads ?? 0 };
};
