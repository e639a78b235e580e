import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { AcknowledgementState, InboxItem, ItemKind } from '../contract.ts';
import { referenceOf } from '../rules.ts';

interface Row {
  receipt: string;
  kind: ItemKind;
  item: string;
  subject: string;
  title: string;
  handling: Handling;
  sent_at: Date;
  due: Date | null;
  relay_due: Date | null;
  must_relay: boolean;
  relayed_at: Date | null;
  opened_at: Date | null;
  acknowledged_at: Date | null;
  state: AcknowledgementState | null;
  via: string | null;
  realm: string;
}

/** What has come to the acting seat, newest first; `open` leaves what still waits to be acknowledged or passed on. */
export const inbox = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined; open?: boolean | undefined; kind?: ItemKind | undefined },
): Promise<{ items: InboxItem[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select r.id as receipt, r.kind, r.item, i.subject, i.title, i.handling, r.sent_at, r.due, d.due as relay_due,
           r.must_relay, r.relayed_at, r.opened_at, r.acknowledged_at, r.state, coalesce(${named(acting, 'b')}, null) as via, r.realm
      from circulation.receipt r
      join circulation.item i on i.id = r.item
      left join circulation.deadline d on d.receipt = r.id and d.kind = 'relay' and d.met_at is null
      left join parties.seat s on s.id = r.via
      left join parties.body b on b.id = s.body
     where r.seat = ${acting.seat} and r.realm = ${acting.realm} and r.sent_at is not null
       ${query.open === true ? sql`and r.closed_at is null and (r.acknowledged_at is null or (r.must_relay and r.relayed_at is null))` : sql``}
       ${query.kind === undefined ? sql`` : sql`and r.kind = ${query.kind}`}
       ${after === null ? sql`` : sql`and (r.sent_at, r.id) < (${after.at}, ${after.id}::uuid)`}
     order by r.sent_at desc, r.id desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items: shown.map(inboxItemOf), next: last === undefined ? null : cursorOf(last.sent_at, last.receipt) };
};

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const inboxItemOf = (r: Row): InboxItem => ({
  receipt: r.receipt,
  kind: r.kind,
  subject: {
    id: r.subject,
    item: r.item,
    kind: r.kind,
    title: r.title,
    handling: r.handling,
    reference: referenceOf(r.kind, r.subject),
  },
  sentAt: r.sent_at.toISOString(),
  due: iso(r.due),
  relayDue: iso(r.relay_due),
  mustRelay: r.must_relay,
  relayedAt: iso(r.relayed_at),
  openedAt: iso(r.opened_at),
  acknowledgedAt: iso(r.acknowledged_at),
  state: r.state,
  from: r.via,
  realm: r.realm,
});
