import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { dutyHours } from '../../parties/index.ts';
import type { AcknowledgementState, CirculationView, RecipientRow, TierFigures } from '../contract.ts';

interface FigureRow {
  tier: number;
  capacity: string;
  sector: string | null;
  whole: boolean;
  targeted: number;
  sent: number;
  delivered: number;
  opened: number;
  acknowledged: number;
  unreachable: number;
  reasons: Record<string, number> | null;
  states: Partial<Record<AcknowledgementState, number>> | null;
  median_seconds: number | null;
  max_seconds: number | null;
}

interface ReceiptRow {
  id: string;
  body: string;
  name: string | null;
  capacity: string | null;
  sector: string | null;
  tier: number;
  sent_at: Date | null;
  delivered_at: Date | null;
  opened_at: Date | null;
  acknowledged_at: Date | null;
  state: AcknowledgementState | null;
  note: string | null;
  unreachable: string | null;
  label: string | null;
  phone: string | null;
  hours: string | null;
  attempts: number;
  spoken: RecipientRow['spoken'];
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/**
 * How far an item has come. Its author sees counts of everything and no names; a tier above sees the rows of its own
 * part by name; anyone else who received it sees nothing of others.
 */
export const circulation = async (acting: Acting, item: string): Promise<CirculationView> => {
  const head = await sql<{ sent: Date | null; author: boolean }>`
    select i.sent, circulation.is_author(i.id) as author from circulation.item i where i.id = ${item}`.execute(
    acting.db,
  );
  const first = head.rows[0];
  if (first === undefined) throw notFound();
  const attempts = await acting.db
    .selectFrom('circulation.attempt')
    .select(['id', 'at', 'channel', 'outcome', 'note', 'receipt'])
    .where('item', '=', item)
    .orderBy('at', 'desc')
    .limit(200)
    .execute();
  const view = first.author ? await wholeOf(acting, item) : await partOf(acting, item);
  return {
    item,
    sentAt: iso(first.sent),
    ...view,
    attempts: attempts.map((a) => ({ ...a, at: a.at.toISOString() })),
  };
};

// What was last said by telephone for a receipt, while the body has not said so itself.
const lastWord = (acting: Acting) => sql`
  case when r.spoken_at is not null and r.own_at is null then (
    select jsonb_build_object('at', to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'saidBy', w.said_by, 'by', ${named(acting, 'wb')})
      from circulation.word w join parties.seat ws on ws.id = w.seat join parties.body wb on wb.id = ws.body
     where w.receipt = r.id order by w.at desc, w.id limit 1) end`;

type Seen = Omit<CirculationView, 'item' | 'sentAt' | 'attempts'>;

const wholeOf = async (acting: Acting, item: string): Promise<Seen> => {
  const { rows } =
    await sql<FigureRow>`select * from circulation.figures(${item}) order by tier, capacity, sector nulls first`.execute(
      acting.db,
    );
  const curve = await sql<{
    tier: number;
    capacity: string;
    at: Date;
    n: number;
  }>`select * from circulation.curve(${item}) order by tier, at`.execute(acting.db);
  const due = await acting.db
    .selectFrom('circulation.deadline')
    .select('due')
    .where('item', '=', item)
    .where('seat', '=', acting.seat)
    .where('kind', '=', 'acknowledge')
    .executeTakeFirst();
  const spoken = await sql<{ n: number }>`select circulation.spoken(${item}) as n`.execute(acting.db);
  return {
    due: iso(due?.due ?? null),
    scope: 'all',
    spoken: spoken.rows[0]?.n ?? 0,
    tiers: rows.filter((r) => r.whole).map(figuresOf),
    sectors: rows.filter((r) => !r.whole).map(figuresOf),
    curve: curve.rows.map((p) => ({ tier: p.capacity, position: p.tier, at: p.at.toISOString(), count: p.n })),
    rows: [],
  };
};

const partOf = async (acting: Acting, item: string): Promise<Seen> => {
  const { rows } = await sql<ReceiptRow & { due: Date | null; mine: boolean }>`
    select r.id, r.body, ${named(acting, 'b')} as name, s.capacity, r.sector, r.tier, r.sent_at, r.delivered_at, r.opened_at,
           r.acknowledged_at, r.state, r.note, r.unreachable, r.due, r.seat = ${acting.seat} as mine,
           c.label, c.phone, c.hours, ${lastWord(acting)} as spoken,
           (select count(*) from circulation.attempt a where a.receipt = r.id) as attempts
      from circulation.receipt r
      left join parties.body b on b.id = r.body
      left join parties.seat s on s.id = r.seat
      left join lateral (select p.label, p.phone, p.hours from parties.contact_point p
                          where p.body = r.body and p.valid_to is null and p.phone is not null
                          order by (p.hours = ${dutyHours(acting.now)}) desc, (p.hours = 'always') desc, p.position limit 1) c on true
     where r.item = ${item}
     order by r.tier, r.acknowledged_at is not null, b.kana, r.id`.execute(acting.db);
  const below = rows.filter((r) => !r.mine);
  const figures = [...Map.groupBy(below, (r) => `${r.tier}|${r.sector ?? ''}`).values()].map(countRows);
  return {
    due: iso(rows.find((r) => r.due !== null)?.due ?? null),
    scope: 'part',
    spoken: below.filter((r) => r.spoken !== null).length,
    tiers: [...Map.groupBy(below, (r) => `${r.tier}|${r.capacity}`).values()]
      .map(countRows)
      .map((f) => ({ ...f, sector: null })),
    sectors: figures,
    curve: curveOf(below),
    rows: below.map(rowOf),
  };
};

const figuresOf = (r: FigureRow): TierFigures => ({
  tier: r.capacity,
  position: r.tier,
  sector: r.sector,
  targeted: r.targeted,
  sent: r.sent,
  delivered: r.delivered,
  opened: r.opened,
  acknowledged: r.acknowledged,
  unreachable: r.unreachable,
  reasons: Object.entries(r.reasons ?? {}).map(([reason, count]) => ({ reason, count })),
  states: Object.entries(r.states ?? {}).map(([state, count]) => ({ state: state as AcknowledgementState, count })),
  medianSeconds: r.median_seconds,
  maxSeconds: r.max_seconds,
});

const countRows = (rows: readonly ReceiptRow[]): TierFigures => {
  const first = rows[0] as ReceiptRow;
  const took = rows
    .flatMap((r) =>
      r.acknowledged_at !== null && r.sent_at !== null
        ? [(r.acknowledged_at.getTime() - r.sent_at.getTime()) / 1000]
        : [],
    )
    .sort((a, b) => a - b);
  const tally = (of: (r: ReceiptRow) => string | null): [string, number][] =>
    [
      ...Map.groupBy(
        rows.filter((r) => of(r) !== null),
        (r) => of(r) as string,
      ),
    ].map(([k, v]) => [k, v.length]);
  return {
    tier: first.capacity ?? 'other',
    position: first.tier,
    sector: first.sector,
    targeted: rows.length,
    sent: rows.filter((r) => r.sent_at !== null).length,
    delivered: rows.filter((r) => r.delivered_at !== null).length,
    opened: rows.filter((r) => r.opened_at !== null).length,
    acknowledged: rows.filter((r) => r.acknowledged_at !== null).length,
    unreachable: rows.filter((r) => r.unreachable !== null).length,
    reasons: tally((r) => r.unreachable).map(([reason, count]) => ({ reason, count })),
    states: tally((r) => r.state).map(([state, count]) => ({ state: state as AcknowledgementState, count })),
    medianSeconds: median(took),
    maxSeconds: took.at(-1) ?? null,
  };
};

/** The middle of sorted numbers, between the two middle ones when they are even; null of none. */
const median = (sorted: readonly number[]): number | null => {
  if (sorted.length === 0) return null;
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
};

const curveOf = (rows: readonly ReceiptRow[]): CirculationView['curve'] =>
  [...Map.groupBy(rows, (r) => `${r.tier}|${r.capacity}`).values()].flatMap((tier) => {
    const first = tier[0] as ReceiptRow;
    const done = tier
      .flatMap((r) => (r.acknowledged_at === null ? [] : [r.acknowledged_at.getTime()]))
      .sort((a, b) => a - b);
    const minutes = [...new Set(done.map((at) => Math.ceil(at / 60_000) * 60_000))];
    return minutes.map((minute) => ({
      tier: first.capacity ?? 'other',
      position: first.tier,
      at: new Date(minute).toISOString(),
      count: done.filter((at) => at <= minute).length,
    }));
  });

const rowOf = (r: ReceiptRow): RecipientRow => ({
  receipt: r.id,
  body: { id: r.body, name: r.name ?? '' },
  tier: r.capacity ?? 'other',
  sector: r.sector,
  sentAt: iso(r.sent_at),
  deliveredAt: iso(r.delivered_at),
  openedAt: iso(r.opened_at),
  acknowledgedAt: iso(r.acknowledged_at),
  state: r.state,
  note: r.note,
  unreachable: r.unreachable,
  contact: r.label === null ? null : { label: r.label, phone: r.phone, hours: r.hours ?? 'always' },
  attempts: r.attempts,
  spoken: r.spoken,
});
