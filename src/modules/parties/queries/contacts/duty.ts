import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Bilingual } from '../../../../kernel/shapes.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { gapsBetween, servedBetween, servingAt } from '../../commands/roster/calendar.ts';
import type { ExceptionView, RosterView, ShiftView } from '../../contract.ts';

const fortnight = 14 * 86_400_000;

interface ShiftRow extends ShiftView {
  body: string;
}
interface ExceptionRow extends Omit<ExceptionView, 'from' | 'until'> {
  body: string;
  from: Date;
  until: Date;
}

const contactOf = sql`jsonb_build_object('id', c.id, 'label', c.label, 'phone', c.phone)`;

/** What the rosters of some bodies say that has not ended, as far as the acting seat may see them. */
export const rosterRows = async (
  acting: Acting,
  bodies: readonly string[],
): Promise<{ shifts: ShiftRow[]; exceptions: ExceptionRow[] }> => {
  const today = dayOf(acting.now);
  const gone = sql`exists (select from parties.gone_from_roster(${today}::date) g where g.body = r.body and g.person = r.person)`;
  const shifts = await sql<ShiftRow>`
    select r.id, r.body, r.called, r.person, ${gone} as gone, ${contactOf} as contact, r.weekdays,
           to_char(r.starts, 'HH24:MI') as starts, to_char(r.ends, 'HH24:MI') as ends, r.valid_from as "from", r.valid_to as "to"
      from parties.duty_shift r join parties.contact_point c on c.id = r.contact
     where r.body = any (${[...bodies]}::uuid[]) and (r.valid_to is null or r.valid_to > ${today})
     order by r.valid_from, r.starts, r.id`.execute(acting.db);
  const exceptions = await sql<ExceptionRow>`
    select r.id, r.body, r.called, ${gone} as gone, case when c.id is not null then ${contactOf} end as contact,
           r.from_at as "from", r.until_at as "until", r.note
      from parties.duty_exception r left join parties.contact_point c on c.id = r.contact
     where r.body = any (${[...bodies]}::uuid[]) and r.ended_at is null and r.until_at > ${acting.now}
     order by r.from_at, r.id`.execute(acting.db);
  return { shifts: shifts.rows, exceptions: exceptions.rows };
};

/** Who serves at this moment by a roster; whoever has left serves no more. */
export const servingNow = (
  acting: Acting,
  shifts: readonly ShiftRow[],
  exceptions: readonly ExceptionRow[],
): RosterView['now'] => {
  const serving = servingAt(
    shifts.filter((it) => !it.gone),
    exceptions,
    acting.now,
  );
  if (serving === null) return null;
  if ('shift' in serving)
    return { called: serving.shift.called, contact: serving.shift.contact, until: serving.until.toISOString() };
  const { called, contact, gone, until } = serving.exception;
  return called === null || contact === null || gone ? null : { called, contact, until: until.toISOString() };
};

/** One body's roster, with the gaps of the coming fourteen days. */
export const roster = async (acting: Acting, asked: string | undefined): Promise<RosterView> => {
  const body = asked ?? acting.body;
  const found = await sql<{ name: Bilingual; below: boolean }>`
    select jsonb_build_object('ja', b.name_ja, 'en', b.name_en) as name,
           exists (select from parties.supervision s where s.body = b.id and s.seat = ${acting.seat}
                     and s.valid_from <= acting.day(${acting.now}) and (s.valid_to is null or s.valid_to > acting.day(${acting.now}))) as below
      from parties.body b where b.id = ${body}`.execute(acting.db);
  const it = found.rows[0];
  if (it === undefined || (body !== acting.body && !it.below)) throw notFound();
  const { shifts, exceptions } = await rosterRows(acting, [body]);
  const until = new Date(acting.now.getTime() + fortnight);
  const there = shifts.filter((shift) => !shift.gone);
  const served = [
    ...servedBetween(there, acting.now, until),
    ...exceptions.filter((one) => one.called !== null && !one.gone),
  ];
  const empty = exceptions.filter((one) => one.called === null || one.gone);
  const gaps = shifts.length + exceptions.length === 0 ? [] : gapsBetween(served, empty, acting.now, until);
  return {
    body: { id: body, name: it.name },
    mine: body === acting.body,
    now: servingNow(acting, shifts, exceptions),
    shifts: shifts.map(({ body: _, ...shift }) => shift),
    exceptions: exceptions.map(({ body: _, ...one }) => ({
      ...one,
      from: one.from.toISOString(),
      until: one.until.toISOString(),
    })),
    gaps: gaps.map((gap) => ({ from: gap.from.toISOString(), until: gap.until.toISOString() })),
  };
};

/** Who is on duty now, in the acting body and those below that keep a roster. */
export const onDuty = async (
  acting: Acting,
): Promise<{ items: { body: RosterView['body']; now: RosterView['now'] }[]; next: null }> => {
  const { rows } = await sql<{ id: string; name: Bilingual }>`
    select b.id, jsonb_build_object('ja', b.name_ja, 'en', b.name_en) as name from parties.body b
     where exists (select from parties.duty_shift d where d.body = b.id and (d.valid_to is null or d.valid_to > acting.day(${acting.now})))
        or exists (select from parties.duty_exception x where x.body = b.id and x.ended_at is null and x.until_at > ${acting.now})
     order by b.id <> ${acting.body}, b.kana, b.id limit 300`.execute(acting.db);
  const { shifts, exceptions } = await rosterRows(
    acting,
    rows.map((it) => it.id),
  );
  return {
    items: rows.map((body) => ({
      body,
      now: servingNow(
        acting,
        shifts.filter((it) => it.body === body.id),
        exceptions.filter((it) => it.body === body.id),
      ),
    })),
    next: null,
  };
};
