import { sql } from 'kysely';
import { type Clock, milliseconds } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database.ts';
import { theProgramme } from '../../programme/index.ts';

/**
 * Chases keys and certificates that run out: one notice for each length of time before the end that the programme names, and one at the end.
 * A key that is brought late is chased from where it stands, not for what is past. Gives how many notices.
 */
export const chaseKeys = async (worker: Db, clock: Clock, ways: { readonly mail: boolean }): Promise<number> => {
  const now = clock.now();
  const lengths = ['PT0M', ...theProgramme().notices.keyReminders].toSorted(
    (a, b) => milliseconds(a) - milliseconds(b),
  );
  const { numAffectedRows } = await sql`
    insert into notices.notice (cause, person, seat, realm, why, urgent, at, mail_due)
    select md5(k.fingerprint || l.said)::uuid, k.person, h.seat, r.id, 'key-expires', false, ${now},
           ${ways.mail ? now : null}::timestamptz
      from (select person, fingerprint, expires_at from notices.mail_key
            union all select person, fingerprint, expires_at from notices.mail_certificate) k
      join lateral (select x.said from unnest(${lengths}::text[], ${lengths.map((it) => new Date(now.getTime() + milliseconds(it)))}::timestamptz[])
                      with ordinality as x (said, reaches, n) where k.expires_at <= x.reaches order by x.n limit 1) l on true
      join lateral (select a.seat from acting.holder a where a.person = k.person and a.valid_from <= acting.day(${now})
                      and (a.valid_to is null or a.valid_to > acting.day(${now})) order by a.valid_from, a.seat limit 1) h on true
      join acting.realm r on r.kind = 'live'
    on conflict (cause, person, seat) do nothing`.execute(worker);
  return Number(numAffectedRows ?? 0n);
};
