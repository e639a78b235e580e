import { sql } from 'kysely';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../../platform/http/cursor.ts';
import { meOf } from '../../commands/credentials/guard.ts';
import type { PassingPoint, SuccessionView } from '../../contract.ts';
import { successionState } from '../../rules.ts';

interface Row {
  id: string;
  seat: string;
  body_ja: string;
  body_en: string;
  title_ja: string | null;
  title_en: string | null;
  from_ja: string | null;
  from_en: string | null;
  role: string;
  person: string;
  email: string;
  name_ja: string;
  name_en: string;
  day: string;
  note: string;
  needs_account: boolean;
  proposed_at: Date;
  confirmed_at: Date | null;
  accepted_at: Date | null;
  revoked_at: Date | null;
  done_at: Date | null;
  points: PassingPoint[];
}

/** Successions that concern the reader, latest first; of what they name, what the reader may see. */
export const successions = async (
  acting: Acting,
  input: { limit: number; cursor?: string | undefined },
): Promise<{ items: SuccessionView[]; next: string | null }> => {
  const after = readCursor(input.cursor);
  const me = await meOf(acting);
  const { rows } = await sql<Row>`
    select s.id, s.seat, s.role, s.person, s.email, s.name_ja, s.name_en, s.day, s.note, s.needs_account,
           s.proposed_at, s.confirmed_at, s.accepted_at, s.revoked_at, s.done_at,
           b.name_ja as body_ja, b.name_en as body_en, p.name_ja as from_ja, p.name_en as from_en,
           r.short_ja || ' ' || r.title_ja as title_ja, r.short_en || ' ' || r.title_en as title_en,
           coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'label', c.label, 'hours', c.hours, 'position', c.position,
                       'phone', c.phone, 'email', c.email, 'sms', c.sms) order by c.position, c.id)
                       from parties.succession_point q join parties.contact_point c on c.id = q.contact
                      where q.succession = s.id and s.accepted_at is null and (c.valid_to is null or c.valid_to > s.day)), '[]') as points
      from parties.succession s
      join parties.seat e on e.id = s.seat
      join parties.body b on b.id = s.body
      left join parties.person p on p.id = s.person
      left join parties.role r on r.capacity = e.capacity and r.role = s.role
     where ${after === null ? sql`true` : sql`(s.proposed_at, s.id) < (${after.at}, ${after.id}::uuid)`}
     order by s.proposed_at desc, s.id desc limit ${input.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((it) => viewOf(it, acting, me.email)),
    next: last === undefined ? null : cursorOf(last.proposed_at, last.id),
  };
};

const viewOf = (it: Row, acting: Acting, email: string): SuccessionView => ({
  id: it.id,
  seat: it.seat,
  body: { ja: it.body_ja, en: it.body_en },
  title: { ja: it.title_ja ?? it.role, en: it.title_en ?? it.role },
  from: { ja: it.from_ja ?? '', en: it.from_en ?? '' },
  to: { ja: it.name_ja, en: it.name_en },
  email: it.email,
  day: it.day,
  note: it.note,
  proposedAt: it.proposed_at.toISOString(),
  state: successionState(it, dayOf(acting.now)),
  needsInvitation: it.needs_account && it.confirmed_at === null,
  mine: it.person === acting.person,
  yours: it.email === email,
  points: it.points,
});
