import { sql } from 'kysely';
import type { Transaction } from '../../../../platform/database.ts';
import { writeInvitation } from '../accounts/invite.ts';

/**
 * Where nobody keeps accounts yet, invites whoever starts the house to do so. Gives the secret of the invitation, to be
 * shown once to the person at the machine; null where somebody holds the office. An invitation given before is withdrawn.
 */
export const inviteFirstAdministrator = async (db: Transaction, now: Date): Promise<string | null> => {
  const { rows } = await sql<{ seat: string; role: string }>`
    select s.id as seat, p.role from parties.seat s join acting.power p on p.capacity = s.capacity and p.power = 'manage-accounts'
     where not exists (select from acting.holder h join acting.power q on q.capacity = h.capacity and q.role = h.role and q.power = 'manage-accounts'
                        where h.valid_to is null or h.valid_to > acting.day(${now}))
     limit 1`.execute(db);
  const office = rows[0];
  if (office === undefined) return null;
  const email = 'administrator@localhost';
  await sql`update parties.invitation set revoked_at = ${now} where email = ${email} and accepted_at is null and revoked_at is null`.execute(
    db,
  );
  const made = await writeInvitation(
    db,
    { email, name: { ja: 'システム管理者', en: 'System administrator' }, ...office },
    null,
    now,
  );
  return made.secret;
};
