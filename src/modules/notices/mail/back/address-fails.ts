import { sql } from 'kysely';
import { tokenHash } from '../../../../platform/acting.ts';
import type { Db, Transaction } from '../../../../platform/database.ts';
import { theProgramme } from '../../../programme/index.ts';
import { failureOf } from './read-reply.ts';

const forgotten = 30 * 86_400_000;

/**
 * Counts that mail to a person came back, and tells whoever shares a seat with them, without content: at the first time,
 * and when no more mail goes out. Failures of a month ago are forgotten.
 */
const countFailure = async (
  tx: Transaction,
  now: Date,
  it: { person: string; address: string; code: string },
): Promise<void> => {
  const most = theProgramme().notices.bounces;
  const { rows } = await sql<{ failures: number; since: Date }>`
    insert into notices.address_state as s (person, address, failures, code, since, last_at, stopped_at)
    values (${it.person}, ${it.address}, 1, ${it.code}, ${now}, ${now}, ${most === 1 ? now : null})
    on conflict (person) do update set
      failures = case when s.address = excluded.address and s.last_at > ${new Date(now.getTime() - forgotten)} then s.failures + 1 else 1 end,
      since = case when s.address = excluded.address and s.last_at > ${new Date(now.getTime() - forgotten)} then s.since else ${now} end,
      address = excluded.address, code = excluded.code, last_at = ${now}
    returning failures, since`.execute(tx);
  const { failures = 1, since = now } = rows[0] ?? {};
  if (failures >= most)
    await tx
      .updateTable('notices.address_state')
      .set({ stopped_at: now })
      .where('person', '=', it.person)
      .where('stopped_at', 'is', null)
      .execute();
  if (failures === 1 || failures === most)
    await tellColleagues(tx, now, it.person, `${since.toISOString()} ${failures}`);
};

const tellColleagues = async (tx: Transaction, now: Date, person: string, occasion: string): Promise<void> => {
  const held = (alias: string) =>
    sql`${sql.ref(`${alias}.valid_from`)} <= acting.day(${now}) and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > acting.day(${now}))`;
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, about, urgent, at, mail_due)
    select md5(${person}::text || ${occasion})::uuid, c.person, c.seat, r.id, 'address-fails', ${person}::uuid, false, ${now},
           case when c.person <> ${person} then ${now}::timestamptz end
      from acting.holder mine
      join acting.holder c on c.seat = mine.seat and ${held('c')}
      join acting.realm r on r.kind = 'live'
     where mine.person = ${person} and ${held('mine')}
    on conflict (cause, person, seat) do nothing`.execute(tx);
};

/** Takes the post's word that a letter could not be delivered; what is not certain, or not of ours, changes nothing. */
export const takeBounce = async (
  worker: Db,
  now: Date,
  it: { token: string; deliveryStatus: string },
): Promise<boolean> => {
  const code = failureOf(it.deliveryStatus);
  if (code === null) return false;
  return worker.transaction().execute(async (tx) => {
    const path = await tx
      .updateTable('notices.return_path')
      .set({ used_at: now })
      .where('token', '=', tokenHash(it.token))
      .where('kind', '=', 'bounce')
      .where('used_at', 'is', null)
      .where('until', '>', now)
      .returning(['person', 'address'])
      .executeTakeFirst();
    if (path === undefined) return false;
    await countFailure(tx, now, { ...path, code });
    return true;
  });
};

/** Notes that the other side refused a letter for good when it was handed over. */
export const letterRefused = async (worker: Db, now: Date, letter: string, code: string): Promise<void> => {
  if (!code.startsWith('smtp-5')) return;
  await worker.transaction().execute(async (tx) => {
    const mail = await tx
      .selectFrom('platform.mail')
      .select(['person', 'address'])
      .where('id', '=', letter)
      .executeTakeFirst();
    if (mail !== undefined) await countFailure(tx, now, { ...mail, code });
  });
};
