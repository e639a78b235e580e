import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { InputOf } from '../../../../kernel/endpoint.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { partiesDoors, RosterView } from '../../contract.ts';
import { roster, rosterRows } from '../../queries/contacts/duty.ts';
import { mostShifts } from '../../rules.ts';
import { myContact } from '../contacts/contact-row.ts';
import { overlap } from './calendar.ts';

/** Adds a place to the weekly pattern of the acting body; two that would be served at once are refused. */
export const addShift = async (
  acting: Acting,
  input: InputOf<typeof partiesDoors.addShift>['body'],
): Promise<RosterView> => {
  const from = input.from ?? dayOf(acting.now);
  if (from < dayOf(acting.now) || (input.to !== null && input.to <= from))
    throw new Refusal('impossible-date', { field: 'to' });
  await myContact(acting, input.contact);
  await needColleague(acting, input.person);
  const id = randomUUID();
  const { shifts } = await rosterRows(acting, [acting.body]);
  if (shifts.length >= mostShifts) throw new Refusal('roster-full', { limit: mostShifts });
  const made = { ...input, id, from };
  if (shifts.some((it) => overlap(it, made))) throw new Refusal('roster-overlaps');
  await acting.db
    .insertInto('parties.duty_shift')
    .values({
      id,
      body: acting.body,
      contact: input.contact,
      person: input.person,
      called: input.called,
      weekdays: [...new Set(input.weekdays)].toSorted((a, b) => a - b),
      starts: input.starts,
      ends: input.ends,
      valid_from: from,
      valid_to: input.to,
    })
    .execute();
  await acting.record({ fact: 'roster.changed', subject: acting.body });
  return roster(acting, undefined);
};

/** Says that for once somebody else serves, or nobody; two exceptions never hold at the same time. */
export const addException = async (
  acting: Acting,
  input: InputOf<typeof partiesDoors.addException>['body'],
): Promise<RosterView> => {
  const [from, until] = [new Date(input.from), new Date(input.until)];
  if (until <= from || until <= acting.now) throw new Refusal('impossible-date', { field: 'until' });
  if ((input.called === null) !== (input.contact === null)) throw new Refusal('contact-wanted');
  if (input.contact !== null) await myContact(acting, input.contact);
  await needColleague(acting, input.person);
  const { exceptions } = await rosterRows(acting, [acting.body]);
  if (exceptions.length >= mostShifts) throw new Refusal('roster-full', { limit: mostShifts });
  if (exceptions.some((it) => it.from < until && from < it.until)) throw new Refusal('roster-overlaps');
  await acting.db
    .insertInto('parties.duty_exception')
    .values({
      id: randomUUID(),
      body: acting.body,
      contact: input.contact,
      person: input.person,
      called: input.called,
      from_at: from,
      until_at: until,
      note: input.note,
    })
    .execute();
  await acting.record({ fact: 'roster.changed', subject: acting.body });
  return roster(acting, undefined);
};

/** Ends a place of the pattern from today. */
export const endShift = async (acting: Acting, id: string): Promise<null> => {
  const { numUpdatedRows } = await acting.db
    .updateTable('parties.duty_shift')
    .set({ valid_to: sql<string>`greatest(valid_from, ${dayOf(acting.now)}::date)` })
    .where('id', '=', id)
    .where('body', '=', acting.body)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return ended(acting, numUpdatedRows);
};

/** Takes an exception back. */
export const endException = async (acting: Acting, id: string): Promise<null> => {
  const { numUpdatedRows } = await acting.db
    .updateTable('parties.duty_exception')
    .set({ ended_at: acting.now })
    .where('id', '=', id)
    .where('body', '=', acting.body)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended(acting, numUpdatedRows);
};

const ended = async (acting: Acting, count: bigint): Promise<null> => {
  if (count !== 1n) throw notFound();
  await acting.record({ fact: 'roster.changed', subject: acting.body });
  return null;
};

const needColleague = async (acting: Acting, person: string | null): Promise<void> => {
  if (person === null) return;
  const today = dayOf(acting.now);
  const there = await acting.db
    .selectFrom('acting.holder')
    .select('person')
    .where('person', '=', person)
    .where('body', '=', acting.body)
    .where('valid_from', '<=', today)
    .where((it) => it.or([it('valid_to', 'is', null), it('valid_to', '>', today)]))
    .executeTakeFirst();
  if (there === undefined) throw new Refusal('not-a-colleague');
};
