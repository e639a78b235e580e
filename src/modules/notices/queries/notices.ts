import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { ItemKind } from '../../circulation/contract.ts';
import { referenceOf } from '../../circulation/index.ts';
import { type NoticeView, thingOf, type Why } from '../contract.ts';

interface Row {
  id: string;
  why: Why;
  urgent: boolean;
  rehearsal: NoticeView['rehearsal'];
  at: Date;
  read_at: Date | null;
  subject: string | null;
  kind: ItemKind;
  title: string;
  handling: Handling;
  name_ja: string | null;
  name_en: string | null;
  about: string | null;
}

const mine = (acting: Acting) =>
  sql`n.person = ${acting.person} and n.seat = ${acting.seat} and n.realm = ${acting.realm}`;

/** One's own notices in this seat and realm, newest first; title and mark only as far as they may be seen today. */
export const listNotices = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined; unread?: boolean | undefined },
): Promise<{ items: NoticeView[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select n.id, n.why, n.urgent, n.rehearsal, n.at, n.read_at, i.subject, i.kind, i.title, i.handling, p.name_ja, p.name_en, n.about
      from notices.notice n
      left join circulation.item i on i.id = n.item
      left join parties.person p on p.id = n.about
     where ${mine(acting)}
       ${query.unread === true ? sql`and n.read_at is null` : sql``}
       ${after === null ? sql`` : sql`and (n.at, n.id) < (${after.at}, ${after.id}::uuid)`}
     order by n.at desc, n.id desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items: shown.map(viewOf), next: last === undefined ? null : cursorOf(last.at, last.id) };
};

const viewOf = (r: Row): NoticeView => ({
  id: r.id,
  why: r.why,
  urgent: r.urgent,
  rehearsal: r.rehearsal,
  at: r.at.toISOString(),
  readAt: r.read_at?.toISOString() ?? null,
  subject:
    r.subject === null
      ? null
      : {
          id: r.subject,
          kind: r.kind,
          title: r.title,
          handling: r.handling,
          reference: referenceOf(r.kind, r.subject),
        },
  person: r.name_ja === null || r.name_en === null ? null : { ja: r.name_ja, en: r.name_en },
  thing: thingFrom(r),
});

const thingFrom = ({ why, about }: Row): NoticeView['thing'] => {
  const kind = thingOf[why];
  return kind === undefined || about === null ? null : { kind, id: about };
};

const most = 99;

/** How many of one's own notices nobody in the seat has looked at. */
export const unreadNotices = async (acting: Acting): Promise<{ count: number }> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from notices.notice n where ${mine(acting)} and n.read_at is null limit ${most}) s`.execute(
    acting.db,
  );
  return { count: rows[0]?.count ?? 0 };
};

/** Something the reader may look at again. */
export interface NoticeChange {
  readonly kind: 'notice';
  readonly id: string;
  readonly at: Date;
}

/** One's own notices that came or were settled since an instant, by the reader's own row policies. */
export const noticeChanges = async (acting: Acting, since: Date): Promise<NoticeChange[]> => {
  const { rows } = await sql<NoticeChange>`
    select 'notice' as kind, n.id, greatest(n.at, n.read_at) as at from notices.notice n
     where ${mine(acting)} and (n.at > ${since} or n.read_at > ${since}) limit 100`.execute(acting.db);
  return rows;
};
