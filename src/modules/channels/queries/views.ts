import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { ViewListed, ViewShown, ViewState } from '../doors/views.ts';
import { viewActsOf } from '../rules.ts';

/** Which capacities the acting seat may ask, and through whom. */
export const viewsToAsk = async (
  acting: Acting,
): Promise<{ items: { capacity: string; through: string | null }[] }> => {
  const { rows } = await sql<{ capacity: string; through: string | null }>`
    select to_capacity as capacity, through from channels.view_route where from_capacity = ${acting.capacity} order by to_capacity`.execute(
    acting.db,
  );
  return { items: rows };
};

/** Exchanges of views at whose table the acting seat is, latest first. */
export const listViews = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: ViewListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<{ id: string; asked_at: Date }>`
    select x.id, date_trunc('milliseconds', x.asked_at) as asked_at from channels.view_exchange x
     where ${after === null ? sql`true` : sql`(date_trunc('milliseconds', x.asked_at), x.id) < (${after.at}, ${after.id}::uuid)`}
     order by 2 desc, 1 desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const items: ViewListed[] = [];
  for (const { id } of shown) {
    const {
      reason: _,
      through: _through,
      side: _side,
      table: _table,
      steps: _steps,
      minutes: _minutes,
      may: _may,
      ...listed
    } = await showView(acting, id);
    items.push(listed);
  }
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items, next: last === undefined ? null : cursorOf(last.asked_at, last.id) };
};

interface Step {
  step: ViewState;
  at: Date;
  seat: string;
  note: string | null;
  meets_at: Date | null;
}

/** One exchange of views, with what the reader may do now. */
export const showView = async (acting: Acting, id: string): Promise<ViewShown> => {
  const x = await acting.db.selectFrom('channels.view_exchange').selectAll().where('id', '=', id).executeTakeFirst();
  if (x === undefined) throw notFound();
  const table = await tableOf(acting, id);
  const me = table.find((it) => it.seat === acting.seat);
  if (me === undefined) throw notFound();
  const { rows: steps } = await sql<Step>`
    select step, at, seat, note, meets_at from channels.view_step where exchange = ${id}
     order by at, array_position(array['asked', 'passed-on', 'accepted', 'declined', 'dated', 'held', 'closed'], step)`.execute(
    acting.db,
  );
  const minutes = await minutesOf(acting, id, table);
  const state = steps.at(-1)?.step ?? 'asked';
  const nameOf = (seat: string): string => table.find((it) => it.seat === seat)?.name ?? '';
  const may = viewActsOf({ side: me.side, lead: me.lead, state, record: minutes });
  const dated = steps.findLast((it) => it.step === 'dated');
  return {
    id,
    subject: x.subject,
    asker: table.find((it) => it.side === 'asker' && it.lead)?.name ?? '',
    asked: await askedName(acting, x.asked),
    state,
    askedAt: x.asked_at.toISOString(),
    meetsAt: dated?.meets_at?.toISOString() ?? null,
    mine: may.some((it) => it !== 'record' || minutes === null),
    reason: x.reason,
    through: table.find((it) => it.side === 'through')?.name ?? null,
    side: me.side,
    table: table.map(({ seat: _, ...it }) => it),
    steps: steps.map((it) => ({
      step: it.step,
      by: nameOf(it.seat),
      at: it.at.toISOString(),
      note: it.note,
      meetsAt: it.meets_at?.toISOString() ?? null,
    })),
    minutes,
    may,
  };
};

interface Seated {
  seat: string;
  side: 'asker' | 'through' | 'asked';
  lead: boolean;
  capacity: string;
  name: string;
}

const tableOf = async (acting: Acting, id: string): Promise<Seated[]> =>
  (
    await sql<Seated>`
      select v.seat, v.side, v.lead, v.capacity, ${named(acting, 'v')} as name from channels.view_table(${id}) v`.execute(
      acting.db,
    )
  ).rows;

// Who is asked is a public office, also before it has been passed on to it.
const askedName = async (acting: Acting, seat: string): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select ${named(acting, 'b')} as name from parties.seat s join parties.body b on b.id = s.body where s.id = ${seat}`.execute(
    acting.db,
  );
  return rows[0]?.name ?? '';
};

const minutesOf = async (acting: Acting, id: string, table: readonly Seated[]): Promise<ViewShown['minutes']> => {
  const last = await acting.db
    .selectFrom('channels.minutes')
    .selectAll()
    .where('exchange', '=', id)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return null;
  const agreed = await acting.db
    .selectFrom('channels.agreement')
    .select('side')
    .where('minutes', '=', last.id)
    .execute();
  return {
    id: last.id,
    revision: last.revision,
    text: last.text,
    by: table.find((it) => it.seat === last.seat)?.name ?? '',
    at: last.at.toISOString(),
    agreed: agreed.map((it) => it.side as 'asker' | 'asked'),
  };
};
