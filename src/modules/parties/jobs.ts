import { sql } from 'kysely';
import { theHouse } from '../../kernel/fact.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Db } from '../../platform/database.ts';
import { attestationDue, theProgramme } from '../programme/index.ts';

/** How long before its date a body is asked: when it turns from fresh to soon. */
const askBefore = 14 * 86_400_000;

const asked = 'contacts.asked';

/**
 * Keeps the dates by which bodies have to say that their contact points are right: gives each that keeps some a first one,
 * asks a fortnight before and again on the date, once each, and marks it when it has passed, which is when it turns red for the
 * body and the seats above. Gives how many passed.
 */
export const chaseContacts = async (db: Db, clock: Clock): Promise<number> => {
  const now = clock.now();
  await sql`
    insert into parties.attestation_due (body, due)
    select distinct s.body, ${attestationDue(theProgramme(), now)}::timestamptz
      from parties.seat s join acting.power p on p.capacity = s.capacity and p.power = 'keep-contacts'
      join acting.holder h on h.seat = s.id and (h.valid_to is null or h.valid_to > acting.day(${now}))
     where s.valid_to is null or s.valid_to > acting.day(${now})
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ late: number }>`
    with turn as (
      select body, due <= ${now} as late from parties.attestation_due
       where (due <= ${now} and late_at is null) or (due <= ${new Date(now.getTime() + askBefore)} and due > ${now} and asked_at is null)
       order by body for update skip locked
    ), marked as (
      update parties.attestation_due d
         set late_at = case when t.late then ${now} else d.late_at end, asked_at = coalesce(d.asked_at, ${now})
        from turn t where d.body = t.body
      returning gen_random_uuid() as entry, d.body, t.late
    ), told as (
      insert into journal.entry (id, at, realm, fact, subject, open_to, detail)
      select m.entry, ${now}, r.id, ${asked}, m.body, 'actor', jsonb_build_object('late', m.late)
        from marked m cross join (select id from acting.realm where kind = 'live') r
    ), signed as (
      insert into journal.actor (entry, seat, person) select m.entry, ${theHouse}, ${theHouse} from marked m
    )
    select count(*) filter (where late) as late from marked`.execute(db);
  return rows[0]?.late ?? 0;
};
