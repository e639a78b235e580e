import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Bilingual } from '../../../kernel/shapes.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { supportDoors, SupportListed, SupportShown, SupportState } from '../doors/supports.ts';
import { supportActsOf } from '../rules.ts';

interface Step {
  id: string;
  step: SupportState;
  seat: string;
  at: Date;
  note: string | null;
}

/** A support as it is shown, and the key of its kind. */
export interface SupportRead {
  readonly kind: string;
  readonly shown: SupportShown;
}

/** One support with what the reader may do now. */
export const readSupport = async (acting: Acting, id: string): Promise<SupportRead> => {
  const x = await acting.db
    .selectFrom('channels.support as u')
    .innerJoin('channels.support_kind as k', 'k.key', 'u.kind')
    .selectAll('u')
    .select(['k.title_ja', 'k.title_en'])
    .where('u.id', '=', id)
    .executeTakeFirst();
  if (x === undefined) throw notFound();
  const names = await sql<{ seat: string; name: string }>`
    select n.seat, ${named(acting, 'n')} as name from channels.support_names(${id}) n`.execute(acting.db);
  const nameOf = (seat: string): string => names.rows.find((it) => it.seat === seat)?.name ?? '';
  const { rows: steps } = await sql<Step>`
    select s.id, s.step, s.seat, s.at, s.note from channels.support_step s where s.support = ${id}
     order by s.at, array_position(array['asked', 'offered', 'accepted', 'declined', 'worked', 'outcome', 'closed'], s.step), s.id`.execute(
    acting.db,
  );
  const last = steps.at(-1);
  const state = last?.step ?? 'asked';
  const may = supportActsOf({
    helper: x.helper === acting.seat,
    offered: x.offered,
    state,
    worked: steps.some((it) => it.step === 'worked'),
    lastMine: last?.seat === acting.seat,
  });
  return {
    kind: x.kind,
    shown: {
      id,
      kind: { ja: x.title_ja, en: x.title_en },
      subject: x.subject,
      helped: nameOf(x.helped),
      helper: nameOf(x.helper),
      offered: x.offered,
      state,
      begunAt: x.begun_at.toISOString(),
      mine: may.some((it) => it === 'accept' || it === 'agree') || (state === 'accepted' && may.includes('work')),
      text: x.text,
      steps: steps.map((it) => ({
        id: it.id,
        step: it.step,
        by: nameOf(it.seat),
        at: it.at.toISOString(),
        note: it.note,
      })),
      may,
    },
  };
};

/** One support, for the two whose it is. */
export const showSupport = async (acting: Acting, id: string): Promise<SupportShown> =>
  (await readSupport(acting, id)).shown;

/** Supports in which the acting seat helps or is helped, latest first. */
export const listSupports = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: SupportListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<{ id: string; begun_at: Date }>`
    select u.id, date_trunc('milliseconds', u.begun_at) as begun_at from channels.support u
     where ${after === null ? sql`true` : sql`(date_trunc('milliseconds', u.begun_at), u.id) < (${after.at}, ${after.id}::uuid)`}
     order by 2 desc, 1 desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const items: SupportListed[] = [];
  for (const { id } of shown) {
    const { text: _, steps: _steps, may: _may, ...listed } = await showSupport(acting, id);
    items.push(listed);
  }
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items, next: last === undefined ? null : cursorOf(last.begun_at, last.id) };
};

/** For what one may ask for support or offer it, and with whom, among those one knows. */
export const supportWays = async (acting: Acting): Promise<OutputOf<typeof supportDoors.supportWays>> => {
  const { rows } = await sql<{
    key: string;
    title: Bilingual;
    offer: boolean;
    seats: { seat: string; name: string; capacity: string }[];
  }>`
    select k.key, jsonb_build_object('ja', k.title_ja, 'en', k.title_en) as title, w.offer, f.seats
      from channels.support_kind k
      join (values (false), (true)) w (offer)
        on case when w.offer then k.helper = ${acting.capacity} else ${acting.capacity} = any (k.helped) end
      cross join lateral (
        select jsonb_agg(jsonb_build_object('seat', o.id, 'name', o.name, 'capacity', o.capacity) order by o.name, o.id) as seats from (
          select s.id, s.capacity, ${named(acting, 'b')} as name
            from parties.seat s join parties.body b on b.id = s.body
           where s.id <> ${acting.seat} and s.valid_from <= acting.day(${acting.now}) and (s.valid_to is null or s.valid_to > acting.day(${acting.now}))
             and case when w.offer then s.capacity = any (k.helped) else s.capacity = k.helper end
             and (not k.above or exists (
                   select from parties.supervision v
                    where v.body = case when w.offer then s.body else ${acting.body} end
                      and v.seat = case when w.offer then ${acting.seat} else s.id end
                      and v.valid_from <= acting.day(${acting.now}) and (v.valid_to is null or v.valid_to > acting.day(${acting.now}))))
           order by b.kana, s.id limit 300) o) f
     where f.seats is not null
     order by k.key, w.offer`.execute(acting.db);
  return { items: rows };
};
