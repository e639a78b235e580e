import { sql } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import type { Db } from '../../platform/database.ts';
import { attestationDue, theProgramme } from '../programme/index.ts';

/**
 * Keeps the dates by which bodies have to say that their contact points are right: gives each that keeps some a first one,
 * and marks it when it has passed, which is when it turns red for the body and the seats above. Gives how many it marked.
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
  const { numAffectedRows } = await sql`
    update parties.attestation_due set late_at = ${now} where due <= ${now} and late_at is null`.execute(db);
  return Number(numAffectedRows ?? 0n);
};
