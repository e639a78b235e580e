import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { theProgramme } from '../../programme/index.ts';
import type { BreakGlassRequest, BreakGlassShown, breakglassDoors } from '../contract.ts';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { stateOf } from '../rules.ts';

interface Row {
  id: string;
  reference: string;
  what: 'content' | 'source';
  basis: string;
  reason: string;
  seat: string;
  person: string;
  office: string;
  at: Date;
  lapses: Date;
  by_name: string | null;
  by_capacity: string | null;
  office_name: string | null;
  office_capacity: string | null;
  allowed: boolean | null;
  note: string | null;
  decided_at: Date | null;
  tell_at: Date | null;
  until: Date | null;
  ended_at: Date | null;
  readings: string[];
  concerns: boolean;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Requests as far as the reader's row policies show them, the latest first. */
export const requestsOf = async (
  acting: Acting,
  which: { id: string } | { before: { at: Date; id: string } | null; limit: number },
): Promise<BreakGlassRequest[]> => {
  const where =
    'id' in which
      ? sql`r.id = ${which.id}`
      : which.before === null
        ? sql`true`
        : sql`(date_trunc('milliseconds', r.at), r.id) < (${which.before.at}, ${which.before.id}::uuid)`;
  const { rows } = await sql<Row>`
    select r.id, r.reference, r.what, r.basis, r.reason, r.seat, r.person, r.office, date_trunc('milliseconds', r.at) as at, r.lapses,
           ${named(acting, 'b')} as by_name, s.capacity as by_capacity, ${named(acting, 'ob')} as office_name, o.capacity as office_capacity,
           d.allowed, d.note, d.at as decided_at, d.tell_at, x.until, x.ended_at,
           coalesce((select jsonb_agg(to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by g.at)
                       from breakglass.reading g where g.request = r.id), '[]') as readings,
           exists (select from breakglass.told t where t.request = r.id) as concerns
      from breakglass.request r
      left join breakglass.decision d on d.request = r.id
      left join breakglass.opening x on x.request = r.id
      left join parties.seat s on s.id = r.seat left join parties.body b on b.id = s.body
      left join parties.seat o on o.id = r.office left join parties.body ob on ob.id = o.body
     where ${where} order by 9 desc, r.id desc limit ${'id' in which ? 1 : which.limit}`.execute(acting.db);
  return rows.map((r) => viewOf(acting, r));
};

const viewOf = (acting: Acting, r: Row): BreakGlassRequest => {
  const state = stateOf({ allowed: r.allowed, lapses: r.lapses, until: r.until, endedAt: r.ended_at }, acting.now);
  const [asked, decides] = [r.seat === acting.seat, r.office === acting.seat];
  const [asks, allows] = [asked && acting.may('ask-break-glass'), decides && acting.may('allow-break-glass')];
  return {
    id: r.id,
    reference: r.reference,
    what: r.what,
    basis: r.basis,
    reason: r.reason,
    by: { name: r.by_name ?? '', capacity: r.by_capacity ?? '', mine: asked },
    office: { name: r.office_name ?? '', capacity: r.office_capacity ?? '', mine: decides },
    at: r.at.toISOString(),
    lapses: r.lapses.toISOString(),
    state,
    decidedAt: iso(r.decided_at),
    note: r.note,
    until: iso(r.until),
    endedAt: iso(r.ended_at),
    tellAt: iso(r.tell_at),
    readings: r.readings,
    concerns: r.concerns,
    may: {
      decide: allows && state === 'waiting' && r.person !== acting.person,
      read: asks && state === 'open',
      end: (asks || allows) && state === 'open',
    },
  };
};

/** A page of them. */
export const listBreakGlass = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: BreakGlassRequest[]; next: string | null }> => {
  const all = await requestsOf(acting, { before: readCursor(query.cursor), limit: query.limit + 1 });
  const items = all.slice(0, query.limit);
  const last = all.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : cursorOf(new Date(last.at), last.id) };
};

/** One request; to the second person, with what it sees behind the reference. */
export const showBreakGlass = async (acting: Acting, id: string): Promise<BreakGlassShown> => {
  const [it] = await requestsOf(acting, { id });
  if (it === undefined) throw notFound();
  return { ...it, found: it.may.decide ? await foundBehind(acting, id) : null };
};

/**
 * What the acting seat itself sees behind the reference of a request that it decides; null where that is nothing. `decides`:
 * whether it may open what was asked for, which for a name is who knows it first-hand.
 */
export const foundBehind = async (acting: Acting, id: string): Promise<BreakGlassShown['found']> => {
  const { rows } = await sql<NonNullable<BreakGlassShown['found']>>`
    select distinct on (i.subject) i.subject as id, i.kind, i.title,
           r.what = 'content' or exists (select from exchange.source_reader x where x.report = i.subject and x.reader = ${acting.seat} and x.thread and x.until is null) as decides
      from breakglass.request r join circulation.item i on i.subject between r.from_id and r.to_id and i.kind = r.kind and i.sent is not null
     where r.id = ${id} and r.office = ${acting.seat}
     order by i.subject, i.sent desc limit 2`.execute(acting.db);
  // Two things under one reference are told apart on the telephone, and until then neither is opened.
  return rows.length === 1 ? (rows[0] ?? null) : null;
};

/** On what terms the acting seat may ask: the programme's grounds, and who may decide. */
export const breakGlassTerms = async (acting: Acting): Promise<OutputOf<typeof breakglassDoors.breakGlassTerms>> => {
  const { opens, lapses, bases } = theProgramme().breakGlass;
  const { rows } = await sql<{ seat: string; name: string; capacity: string }>`
    select s.id as seat, ${named(acting, 'b')} as name, s.capacity
      from parties.seat s join parties.body b on b.id = s.body
     where s.id <> ${acting.seat} and b.open and s.capacity = any (${decidingCapacities()}::text[]) and breakglass.decides(s.id)
     order by s.capacity, b.kana, s.id`.execute(acting.db);
  return {
    opens,
    lapses,
    bases: bases.map(({ key, title, law, tellAfter }) => ({ key, title, law, tellAfter: tellAfter ?? null })),
    offices: rows,
  };
};

const decidingCapacities = (): string[] =>
  theProgramme()
    .capacities.filter((it) => it.roles.some((role) => role.powers.includes('allow-break-glass')))
    .map((it) => it.key);
