import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import { dayOf, instantAt } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { meOf } from '../../commands/credentials/guard.ts';
import type { PassingPoint, SuccessionPreview } from '../../contract.ts';
import { contactsQuery } from '../contacts/contacts.ts';
import { keys } from '../credentials.ts';

/** The contact points of the body that the acting person may pass on: at the own address, or all for who keeps them. */
export const passingPoints = async (
  acting: Acting,
  day: string,
): Promise<readonly (PassingPoint & { own: boolean })[]> => {
  const { email } = await meOf(acting);
  const rows = await contactsQuery(acting)
    .where('c.body', '=', acting.body)
    .where((on) => on.or([on('c.valid_to', 'is', null), on('c.valid_to', '>', day)]))
    .orderBy('c.position')
    .orderBy('c.id')
    .execute();
  return rows
    .map((it) => ({
      id: it.id,
      label: it.label,
      hours: it.hours as PassingPoint['hours'],
      position: it.position,
      phone: it.phone,
      email: it.email,
      sms: it.sms,
      own: it.email?.toLowerCase() === email,
    }))
    .filter((it) => it.own || acting.may('keep-contacts'));
};

/** What would pass on a day, and what would end. */
export const successionPreview = async (acting: Acting, input: { day: string }): Promise<SuccessionPreview> => {
  if (input.day < dayOf(acting.now)) throw new Refusal('succession-past');
  const places = await sql<SuccessionPreview['places'][number]>`
    select d.called, d.weekdays, to_char(d.starts, 'HH24:MI') as starts, to_char(d.ends, 'HH24:MI') as ends
      from parties.duty_shift d
     where d.body = ${acting.body} and d.person = ${acting.person} and (d.valid_to is null or d.valid_to > ${input.day})
     order by d.starts, d.id`.execute(acting.db);
  const exceptions = await acting.db
    .selectFrom('parties.duty_exception')
    .select('id')
    .where('body', '=', acting.body)
    .where('person', '=', acting.person)
    .where('ended_at', 'is', null)
    .where('until_at', '>', instantAt(input.day))
    .execute();
  const own = await keys(acting);
  return {
    day: input.day,
    points: [...(await passingPoints(acting, input.day))],
    places: places.rows,
    exceptions: exceptions.length,
    keys: own.items.filter((it) => it.seat === acting.seat).length,
  };
};
