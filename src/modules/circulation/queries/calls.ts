import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import type { Handling } from '../../../kernel/marking.ts';
import type { Bilingual } from '../../../kernel/shapes.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import type { Acting } from '../../../platform/acting.ts';
import { type CallList, callLists } from '../../parties/index.ts';
import { theProgramme } from '../../programme/index.ts';
import type { AcknowledgementState, AttemptOutcome, callDoors, CallView, ItemKind, Tried } from '../contract.ts';
import { nextToCall, referenceOf } from '../rules.ts';

interface Row {
  receipt: string;
  item: string;
  subject: string;
  kind: ItemKind;
  title: string;
  handling: Handling;
  body: string;
  capacity: string;
  sector: string | null;
  need: CallView['need'];
  due: Date;
  sent_at: Date;
  delivered_at: Date | null;
  opened_at: Date | null;
  unreachable: string | null;
  may_take_word: boolean;
  other_at: Date | null;
  other_outcome: AttemptOutcome | null;
}

interface TriedRow extends Omit<Tried, 'at'> {
  at: Date;
  receipt: string;
}

/** What stays silent is not chased for ever. */
const aMonth = 30 * 86_400;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Whom to telephone now, untried bodies first, the longest over its time on top. */
export const calls = async (acting: Acting): Promise<OutputOf<typeof callDoors.listCalls>> => {
  const urgent = milliseconds(theProgramme().notices.urgentWithin) / 1000;
  const { rows } = await sql<Row>`
    select c.*, i.subject, i.kind, i.title, i.handling
      from circulation.callable(${acting.now}, make_interval(secs => ${urgent}), make_interval(secs => ${aMonth})) c
      join circulation.item i on i.id = c.item
     order by c.due, c.receipt`.execute(acting.db);
  const tried = await triedFor(
    acting,
    rows.map((it) => it.receipt),
  );
  const lists = await callLists(
    acting,
    rows.map((it) => it.body),
  );
  const items = rows.flatMap((it) => {
    const list = lists.get(it.body);
    return list === undefined ? [] : [viewOf(it, list, tried.get(it.receipt) ?? [])];
  });
  return {
    items: [...items.filter((it) => it.tried.length === 0), ...items.filter((it) => it.tried.length > 0)],
    next: null,
  };
};

const triedFor = async (acting: Acting, receipts: readonly string[]): Promise<Map<string, TriedRow[]>> => {
  if (receipts.length === 0) return new Map();
  const { rows } = await sql<TriedRow>`
    select a.id, a.at, a.channel, a.outcome, a.contact, a.whom, a.note, a.receipt,
           case when p.id is not null then jsonb_build_object('ja', p.name_ja, 'en', p.name_en) end as by
      from circulation.attempt a left join parties.person p on p.id = a.person
     where a.receipt = any (${[...receipts]}::uuid[]) order by a.at desc, a.id`.execute(acting.db);
  return Map.groupBy(rows, (it) => it.receipt);
};

const viewOf = (it: Row, list: CallList, rows: readonly TriedRow[]): CallView => {
  const tried = rows.map(({ receipt: _, at, ...rest }) => ({ ...rest, at: at.toISOString() }));
  const points = list.points.map((point) => {
    const last = tried.find((one) => one.contact === point.id);
    const wrong = last?.outcome === 'wrong-number' ? (['wrong-number'] as const) : [];
    return {
      ...point,
      doubts: [...point.doubts, ...wrong],
      last: last === undefined ? null : { at: last.at, outcome: last.outcome },
    };
  });
  return {
    receipt: it.receipt,
    item: it.item,
    subject: {
      id: it.subject,
      kind: it.kind,
      title: it.title,
      handling: it.handling,
      reference: referenceOf(it.kind, it.subject),
    },
    body: list.body,
    capacity: it.capacity,
    sector: it.sector,
    need: it.need,
    due: it.due.toISOString(),
    sentAt: it.sent_at.toISOString(),
    deliveredAt: iso(it.delivered_at),
    openedAt: iso(it.opened_at),
    unreachable: it.unreachable,
    points,
    next: nextToCall(points, tried)?.id ?? null,
    tried,
    elsewhere:
      it.other_at === null || it.other_outcome === null
        ? null
        : { at: it.other_at.toISOString(), outcome: it.other_outcome },
    mayTakeWord: it.may_take_word,
  };
};

/** What was said by telephone for a receipt, latest first, as far as its policy lets the reader. */
export const words = async (acting: Acting, receipt: string): Promise<OutputOf<typeof callDoors.showWords>> => {
  const { rows } = await sql<{
    at: Date;
    state: AcknowledgementState;
    said_by: string;
    note: string | null;
    by: Bilingual;
  }>`
    select w.at, w.state, w.said_by, w.note, jsonb_build_object('ja', b.name_ja, 'en', b.name_en) as by
      from circulation.word w join parties.seat s on s.id = w.seat join parties.body b on b.id = s.body
     where w.receipt = ${receipt} order by w.at desc, w.id`.execute(acting.db);
  if (rows.length === 0) {
    const own = await acting.db
      .selectFrom('circulation.receipt')
      .select('id')
      .where('id', '=', receipt)
      .executeTakeFirst();
    if (own === undefined) throw notFound();
  }
  return {
    items: rows.map((it) => ({
      at: it.at.toISOString(),
      state: it.state,
      saidBy: it.said_by,
      note: it.note,
      by: it.by,
    })),
    next: null,
  };
};
