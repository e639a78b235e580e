import { sql } from 'kysely';
import { suppress } from '../../../kernel/suppression.ts';
import { defang } from '../../../kernel/text.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { theProgramme } from '../../programme/index.ts';
import type { FeedbackKind, FeedbackList, FeedbackView, ReportUse } from '../shapes/feedback.ts';

interface Row {
  id: string;
  kind: FeedbackKind;
  sector: string | null;
  given_at: Date;
  body: string | null;
  name: string | null;
  seat: string | null;
  current: boolean;
}

interface VersionRow {
  feedback: string;
  act: 'given' | 'changed' | 'withdrawn';
  at: Date;
  indicator: string | null;
  seen_from: Date | null;
  seen_until: Date | null;
  count: number | null;
  quote: string | null;
  text: string | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What was told back on a provision, as far as the reader's own row policies let them know it; latest first. */
export const listFeedback = async (
  acting: Acting,
  provision: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<FeedbackList> => {
  const after = readCursor(query.cursor);
  const head = await sql<{ may: boolean | null }>`
    select bool_or(r.id is not null and v.stage <> 'recall') as may from exchange.provision_version v
      join circulation.item i on i.id = v.item
      left join circulation.receipt r on r.item = v.item and r.seat = ${acting.seat} and r.sent_at is not null
     where v.provision = ${provision} having count(*) > 0`.execute(acting.db);
  if (head.rows[0] === undefined) throw notFound();
  const mayGive = head.rows[0].may === true;
  const { rows } = await sql<Row>`
    select f.id, f.kind, f.sector, date_trunc('milliseconds', f.given_at) as given_at, r.body, ${named(acting, 'b')} as name, r.seat,
           exists (select from circulation.item i where i.id = f.item) as current
      from exchange.feedback f
      left join exchange.feedback_hand h on h.feedback = f.id and h.number = 1
      left join circulation.receipt r on r.id = h.receipt
      left join parties.body b on b.id = r.body
     where f.provision = ${provision}
       ${after === null ? sql`` : sql`and (date_trunc('milliseconds', f.given_at), f.id) < (${after.at}, ${after.id}::uuid)`}
     order by 4 desc, f.id desc limit ${query.limit + 1}`.execute(acting.db);
  const figures = await sql<{ kind: FeedbackKind; n: number }>`
    select f.kind, count(*) as n from exchange.feedback f
     where f.provision = ${provision} and exchange.feedback_stands(f.id) group by f.kind`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const versions = await versionsOf(
    acting,
    shown.map((r) => r.id),
  );
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const of = (kind: FeedbackKind): number => figures.rows.find((r) => r.kind === kind)?.n ?? 0;
  return {
    mayGive,
    figures: { sightings: of('sighting'), corrections: of('correction') },
    items: shown.flatMap((r) => viewOf(acting, r, versions.get(r.id) ?? [])),
    next: last === undefined ? null : cursorOf(last.given_at, last.id),
  };
};

const versionsOf = async (acting: Acting, ids: readonly string[]): Promise<Map<string, VersionRow[]>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<VersionRow>`
    select v.feedback, v.act, v.at, v.indicator, v.seen_from, v.seen_until, v.count, v.quote, v.text
      from exchange.feedback_version v where v.feedback = any (${[...ids]}::uuid[]) order by v.number desc`.execute(
    acting.db,
  );
  return Map.groupBy(rows, (r) => r.feedback);
};

const viewOf = (acting: Acting, r: Row, versions: readonly VersionRow[]): FeedbackView[] => {
  const mine = r.seat === acting.seat;
  if (versions.length === 0) return [];
  return [
    {
      id: r.id,
      kind: r.kind,
      sector: r.sector,
      body: r.body === null ? null : { id: r.body, name: r.name ?? '' },
      mine,
      mayChange: mine && r.current && versions[0]?.act !== 'withdrawn',
      versions: versions.map((v) => ({
        act: v.act,
        at: v.at.toISOString(),
        indicator: v.indicator === null ? null : defang(v.indicator),
        seenFrom: iso(v.seen_from),
        seenUntil: iso(v.seen_until),
        count: v.count,
        quote: v.quote,
        text: v.text,
      })),
    },
  ];
};

interface UseRow {
  kind: string;
  sent: Date;
  recalled: boolean;
  targeted: number;
  acknowledged: number;
  affected: number;
  not_affected: number;
  investigating: number;
  sightings: number;
  corrections: number;
}

/**
 * What became of a report, for its source and the seat that knows it. A count by which so few bodies could be meant that one
 * might know them is hidden, and with it what would let one work it out.
 */
export const reportUses = async (acting: Acting, report: string): Promise<{ items: ReportUse[]; next: null }> => {
  const seen = await acting.db.selectFrom('exchange.report').select('id').where('id', '=', report).executeTakeFirst();
  if (seen === undefined) throw notFound();
  const { rows } = await sql<UseRow>`select * from exchange.use_of(${report})`.execute(acting.db);
  const { fewest } = theProgramme().smallCount;
  return { items: rows.map((r) => hidden(r, fewest)), next: null };
};

const parts = ['affected', 'not_affected', 'investigating', 'received'] as const;

const hidden = (r: UseRow, fewest: number): ReportUse => {
  const received = r.acknowledged - r.affected - r.not_affected - r.investigating;
  const counts = { ...r, received, silent: r.targeted - r.acknowledged };
  const keys = [...parts, 'acknowledged', 'silent', 'targeted', 'sightings', 'corrections'] as const;
  const tables = {
    cells: keys.map((key) => ({ key, value: counts[key], guarded: true })),
    relations: [
      { total: 'acknowledged', parts: [...parts] },
      { total: 'targeted', parts: ['acknowledged', 'silent'] },
      // Who saw it too, or would say it otherwise, is among those it was sent to.
      { total: 'targeted', parts: ['sightings'], atLeast: true as const },
      { total: 'targeted', parts: ['corrections'], atLeast: true as const },
    ],
  };
  const gone = suppress(tables, fewest).hidden;
  const of = (key: (typeof keys)[number]): number | null => (gone.has(key) ? null : counts[key]);
  return {
    kind: r.kind,
    sentAt: r.sent.toISOString(),
    recalled: r.recalled,
    targeted: of('targeted'),
    acknowledged: of('acknowledged'),
    affected: of('affected'),
    notAffected: of('not_affected'),
    investigating: of('investigating'),
    sightings: of('sightings'),
    corrections: of('corrections'),
  };
};
