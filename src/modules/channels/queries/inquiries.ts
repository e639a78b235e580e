import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { refuseWeakSignIn } from '../../circulation/index.ts';
import type { InquiryListed, InquiryMessage, InquiryShown, inquiryDoors, PartyState } from '../doors/inquiries.ts';
import { inquiryActsOf, partyStateOf } from '../rules.ts';

interface Row {
  id: string;
  subject: string;
  handling: Handling;
  asker: string;
  name: string;
  asked_at: Date;
  due: Date;
  closed_at: Date | null;
  asked: number;
  answered: number;
  kinds: InquiryMessage['kind'][] | null;
  text: string;
  onward: boolean;
}

// Counts are made of visible rows: who was asked sees one party, itself.
const rowsOf = (acting: Acting, where: ReturnType<typeof sql>) => sql<Row>`
  select i.id, i.subject, i.handling, i.asker, ${named(acting, 'b')} as name, date_trunc('milliseconds', i.asked_at) as asked_at,
         i.due, i.text, i.onward,
         (select s.at from channels.inquiry_step s where s.inquiry = i.id and s.step = 'closed') as closed_at,
         (select count(*) from channels.inquiry_party p where p.inquiry = i.id) as asked,
         (select count(distinct m.party) from channels.inquiry_message m where m.inquiry = i.id and m.kind in ('answer', 'nothing')) as answered,
         (select array_agg(m.kind) from channels.inquiry_message m where m.inquiry = i.id and m.party = ${acting.seat}) as kinds
    from channels.inquiry i
    left join channels.inquiry_names(i.id) n on n.seat = i.asker
    left join lateral (select n.name_ja, n.name_en) b on true
   where ${where}`;

const listedOf = (acting: Acting, it: Row): InquiryListed => {
  const mine = it.asker === acting.seat;
  return {
    id: it.id,
    subject: it.subject,
    handling: it.handling,
    asker: it.name,
    mine,
    askedAt: it.asked_at.toISOString(),
    due: it.due.toISOString(),
    closedAt: it.closed_at?.toISOString() ?? null,
    state: mine ? null : partyStateOf(it.kinds ?? []),
    figures: mine ? { asked: it.asked, answered: it.answered } : null,
  };
};

/** Inquiries that the acting seat made or was asked, latest first; `open` leaves those in which it has something to do or to wait for. */
export const listInquiries = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined; open?: boolean | undefined },
): Promise<{ items: InquiryListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const before =
    after === null ? sql`true` : sql`(date_trunc('milliseconds', i.asked_at), i.id) < (${after.at}, ${after.id}::uuid)`;
  const open =
    query.open === true
      ? sql`not exists (select from channels.inquiry_step s where s.inquiry = i.id and s.step = 'closed')
            and (i.asker = ${acting.seat} or not exists (select from channels.inquiry_message m where m.inquiry = i.id and m.party = ${acting.seat} and m.kind in ('answer', 'nothing')))`
      : sql`true`;
  const { rows } = await rowsOf(
    acting,
    sql`${before} and ${open} order by date_trunc('milliseconds', i.asked_at) desc, i.id desc limit ${query.limit + 1}`,
  ).execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((it) => listedOf(acting, it)),
    next: last === undefined ? null : cursorOf(last.asked_at, last.id),
  };
};

/** One inquiry as its reader's side sees it. */
export const showInquiry = async (acting: Acting, id: string): Promise<InquiryShown> => {
  const { rows } = await rowsOf(acting, sql`i.id = ${id}`).execute(acting.db);
  const [it] = rows;
  if (it === undefined) throw notFound();
  refuseWeakSignIn(acting.signIn.strong, it.handling);
  const names = await sql<{ seat: string; capacity: string; name: string }>`
    select n.seat, n.capacity, ${named(acting, 'n')} as name from channels.inquiry_names(${id}) n`.execute(acting.db);
  const messages = await sql<Omit<InquiryMessage, 'at' | 'mine' | 'by'> & { at: Date; seat: string; party: string }>`
    select m.id, m.kind, m.text, m.at, m.seat, m.party from channels.inquiry_message m where m.inquiry = ${id} order by m.at, m.id`.execute(
    acting.db,
  );
  const reminded = await sql<{ party: string; at: Date }>`
    select s.party, max(s.at) as at from channels.inquiry_step s where s.inquiry = ${id} and s.step = 'reminded' group by s.party`.execute(
    acting.db,
  );
  const origin = await sql<{ id: string; subject: string }>`
    select o.origin as id, i.subject from channels.inquiry_origin o join channels.inquiry i on i.id = o.origin where o.inquiry = ${id}`.execute(
    acting.db,
  );
  const listed = listedOf(acting, it);
  const nameOf = (seat: string): string => names.rows.find((one) => one.seat === seat)?.name ?? '';
  const parties = names.rows.filter((one) => one.seat !== it.asker);
  return {
    ...listed,
    text: it.text,
    onward: it.onward,
    origin: origin.rows[0] ?? null,
    threads: parties.map((party) => {
      const said = messages.rows.filter((one) => one.party === party.seat);
      const state: PartyState = partyStateOf(said.map((one) => one.kind));
      return {
        ...party,
        state,
        remindedAt: reminded.rows.find((one) => one.party === party.seat)?.at.toISOString() ?? null,
        messages: said.map((one) => ({
          id: one.id,
          kind: one.kind,
          by: nameOf(one.seat),
          text: one.text,
          at: one.at.toISOString(),
          mine: one.seat === acting.seat,
        })),
      };
    }),
    may: inquiryActsOf({ mine: listed.mine, closed: listed.closedAt !== null, onward: it.onward }),
  };
};

/** Whom the acting seat may ask, by the programme's ways, among those it knows. */
export const addressees = async (
  acting: Acting,
  query: { q?: string | undefined; capacity?: string | undefined },
): Promise<OutputOf<typeof inquiryDoors.addressees>> => {
  const ways = await sql<{ capacity: string }>`
    select to_capacity as capacity from channels.inquiry_way where from_capacity = ${acting.capacity} order by to_capacity`.execute(
    acting.db,
  );
  const like = `%${(query.q ?? '').replace(/[\\%_]/gu, (c) => `\\${c}`)}%`;
  const { rows } = await sql<{ seat: string; name: string; capacity: string; onward: boolean }>`
    select s.id as seat, ${named(acting, 'b')} as name, s.capacity, w.onward
      from parties.seat s
      join parties.body b on b.id = s.body
      join channels.inquiry_way w on w.from_capacity = ${acting.capacity} and w.to_capacity = s.capacity
     where s.id <> ${acting.seat} and s.valid_from <= acting.day(${acting.now}) and (s.valid_to is null or s.valid_to > acting.day(${acting.now}))
       and (b.name_ja ilike ${like} or b.name_en ilike ${like} or b.kana ilike ${like})
       and (${query.capacity ?? null}::text is null or s.capacity = ${query.capacity ?? null})
       and (not w.below or exists (select from parties.supervision v where v.body = s.body and v.seat = ${acting.seat}
              and v.valid_from <= acting.day(${acting.now}) and (v.valid_to is null or v.valid_to > acting.day(${acting.now}))))
     order by s.capacity, b.kana, s.id limit 300`.execute(acting.db);
  return { items: rows, capacities: ways.rows.map((it) => it.capacity), next: null };
};
