import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { HandoverView } from '../contract.ts';

/** Handovers that concern the reader, latest first. */
export const handovers = async (
  acting: Acting,
  input: { limit: number; cursor?: string | undefined },
): Promise<{ items: HandoverView[]; next: string | null }> => {
  const after = readCursor(input.cursor);
  const rows = await acting.db
    .selectFrom('parties.handover as h')
    .innerJoin('parties.sector as x', 'x.key', 'h.sector')
    .innerJoin('parties.seat as fs', 'fs.id', 'h.from_seat')
    .innerJoin('parties.body as f', 'f.id', 'fs.body')
    .innerJoin('parties.seat as ts', 'ts.id', 'h.to_seat')
    .innerJoin('parties.body as t', 't.id', 'ts.body')
    .select(['h.id', 'h.sector', 'h.day', 'h.keeps', 'h.reason', 'h.proposed_by', 'h.proposed_at', 'h.confirmed_at'])
    .select(['h.revoked_at', 'h.done_at', 'x.name_ja', 'x.name_en', 'f.name_ja as from_ja', 'f.name_en as from_en'])
    .select(['t.name_ja as to_ja', 't.name_en as to_en'])
    .$if(after !== null, (it) => it.where(sql<boolean>`(h.proposed_at, h.id) < (${after?.at}, ${after?.id})`))
    .orderBy('h.proposed_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((it) => ({
      id: it.id,
      sector: { key: it.sector, name: { ja: it.name_ja, en: it.name_en } },
      from: { ja: it.from_ja, en: it.from_en },
      to: { ja: it.to_ja, en: it.to_en },
      day: it.day,
      keeps: it.keeps,
      reason: it.reason,
      proposedAt: it.proposed_at.toISOString(),
      mine: it.proposed_by === acting.person,
      state: stateOf(it),
    })),
    next: rows.length > input.limit && last !== undefined ? cursorOf(last.proposed_at, last.id) : null,
  };
};

const stateOf = (it: {
  revoked_at: Date | null;
  confirmed_at: Date | null;
  done_at: Date | null;
}): HandoverView['state'] => {
  if (it.revoked_at !== null) return 'revoked';
  if (it.done_at !== null) return 'done';
  return it.confirmed_at === null ? 'proposed' : 'confirmed';
};

/** Which seat answers for which sector today. */
export const competences = async (acting: Acting) => {
  const { rows } = await sql<{
    key: string;
    name_ja: string;
    name_en: string;
    seat: string;
    capacity: string;
    body_ja: string;
    body_en: string;
  }>`
    select x.key, x.name_ja, x.name_en, s.id as seat, s.capacity, b.name_ja as body_ja, b.name_en as body_en
      from parties.competence c join parties.sector x on x.key = c.sector
      join parties.seat s on s.id = c.seat join parties.body b on b.id = s.body
     where c.valid_from <= acting.day(${acting.now}) and (c.valid_to is null or c.valid_to > acting.day(${acting.now}))
     order by x.position, b.name_ja`.execute(acting.db);
  return {
    items: rows.map((it) => ({
      sector: { key: it.key, name: { ja: it.name_ja, en: it.name_en } },
      seat: it.seat,
      capacity: it.capacity,
      body: { ja: it.body_ja, en: it.body_en },
    })),
    next: null,
  };
};
