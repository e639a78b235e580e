import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { RecoveryView, SessionView } from '../contract.ts';
import { letterState, recoveryState, toldSince } from '../rules.ts';

/** Recoveries as far as the reader may know them, latest first. Neither half of any is among it. */
export const recoveries = async (
  acting: Acting,
  input: { limit: number; cursor?: string | undefined },
): Promise<{ items: RecoveryView[]; next: string | null }> => {
  const after = readCursor(input.cursor);
  const rows = await acting.db
    .selectFrom('parties.recovery as r')
    .innerJoin('parties.person as p', 'p.id', 'r.person')
    .leftJoin('parties.person as o', 'o.id', 'r.opened_by')
    .leftJoin('parties.person as c', 'c.id', 'r.confirmed_by')
    .leftJoin('parties.letter as l', (on) => on.onRef('l.subject', '=', 'r.id').on('l.kind', '=', 'recovery'))
    .select(['r.id', 'r.person', 'r.opened_by', 'r.opened_at', 'r.reason', 'r.until', 'r.confirmed_at', 'r.checked'])
    .select(['r.used_at', 'r.revoked_at', 'p.name_ja', 'p.name_en', 'l.id as letter', 'l.sent_at', 'l.failed'])
    .select(['o.name_ja as opener_ja', 'o.name_en as opener_en', 'c.name_ja as second_ja', 'c.name_en as second_en'])
    .$if(after !== null, (it) => it.where(sql<boolean>`(r.opened_at, r.id) < (${after?.at}, ${after?.id})`))
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((it) => ({
      id: it.id,
      person: { id: it.person, name: { ja: it.name_ja, en: it.name_en } },
      state: recoveryState(it, acting.now),
      reason: it.reason,
      openedAt: it.opened_at.toISOString(),
      openedBy: name(it.opener_ja, it.opener_en),
      until: it.until.toISOString(),
      confirmedAt: it.confirmed_at?.toISOString() ?? null,
      confirmedBy: name(it.second_ja, it.second_en),
      checked: it.checked,
      usedAt: it.used_at?.toISOString() ?? null,
      mine: it.opened_by === acting.person,
      letter: it.letter === null ? null : letterState(it),
    })),
    next: rows.length > input.limit && last !== undefined ? cursorOf(last.opened_at, last.id) : null,
  };
};

const name = (ja: string | null, en: string | null): { ja: string; en: string } | null =>
  ja === null || en === null ? null : { ja, en };

/** The recovery that its person has to be told of: one that stands, else one that was used within the last week. */
export const ownRecovery = async (acting: Acting): Promise<SessionView['recovery']> => {
  const it = await acting.db
    .selectFrom('parties.recovery')
    .select(['id', 'opened_at', 'used_at'])
    .where('person', '=', acting.person)
    .where((is) =>
      is.or([
        is('used_at', '>', toldSince(acting.now)),
        is.and([is('used_at', 'is', null), is('revoked_at', 'is', null), is('until', '>', acting.now)]),
      ]),
    )
    .orderBy(sql`used_at desc nulls first`)
    .limit(1)
    .executeTakeFirst();
  if (it === undefined) return null;
  return { id: it.id, used: it.used_at !== null, at: (it.used_at ?? it.opened_at).toISOString() };
};
