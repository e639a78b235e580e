import { sql } from 'kysely';
import { quartersOf } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { Programme } from '../../programme/contract.ts';
import { codes } from '../../programme/index.ts';
import { type Counted, type FiguresView } from '../contract.ts';
import { type Count, type Kind, kindsOf } from '../rules.ts';

/** The counts of a fiscal year by quarter, as far as the acting seat may know them. */
export const countsOf = async (acting: Acting, year: number): Promise<Count[]> => {
  const { rows } = await sql<{ what: Counted; code: string; span: number; n: number }>`
    select what, code, span, n from review.counts(${quartersOf(year)}::timestamptz[])`.execute(acting.db);
  return rows.map(({ what, code, span, n }) => ({ what, code, quarter: span, n }));
};

/** How long each hop took in a fiscal year. */
export const hopsOf = async (acting: Acting, year: number): Promise<FiguresView['hops']> => {
  const { rows } = await sql<{
    way: 'up' | 'down';
    tier: number;
    capacity: string;
    n: number;
    median: number;
    longest: number;
  }>`select * from review.hops(${quartersOf(year)}::timestamptz[]) order by way desc, tier, capacity`.execute(
    acting.db,
  );
  return rows.map(({ n, median, longest, ...it }) => ({
    ...it,
    n,
    medianSeconds: Math.round(median),
    maxSeconds: Math.round(longest),
  }));
};

/** How many bodies of each sector have not acknowledged in time. */
export const silentOf = async (acting: Acting, year: number): Promise<FiguresView['silent']> => {
  const { rows } = await sql<{ sector: string; bodies: number; asked: number }>`
    select * from review.silent(${quartersOf(year)}::timestamptz[], ${acting.now}) order by sector`.execute(acting.db);
  return rows;
};

/** The rows of the figures: the codes that hold today, and those under which something was counted. */
export const rowsOf = (programme: Programme, counts: readonly Pick<Count, 'what' | 'code'>[], now: Date): Kind[] => {
  const of = (list: string, what: Counted): string[] => [
    ...new Set([
      ...codes(programme, list, now).map((it) => it.code),
      ...counts
        .filter((it) => it.what === what)
        .map((it) => it.code)
        .toSorted(),
    ]),
  ];
  return kindsOf(of('event-type', 'events'), of('cause-type', 'causes'));
};
