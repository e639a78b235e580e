import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { refuseUnknown } from '../rules.ts';
import { holdOwn, known, refuseEnded } from './situation.ts';

/** Asks the ministries of sectors how these stand. They have to see the picture to answer on it. */
export const askSectors = async (
  acting: Acting,
  id: string,
  sectors: readonly string[],
): Promise<{ id: string; at: string }> => {
  const it = await holdOwn(acting, id);
  refuseUnknown({ sectors }, known(acting));
  refuseEnded(it);
  const { rows } = await sql`
    select from situations.sharing x where x.situation = ${id} and x.part = 'ministries' and x.ended_at is null`.execute(
    acting.db,
  );
  if (rows.length === 0) throw new Refusal('not-shared');
  await acting.db
    .insertInto('situations.inquiry')
    .values(
      [...new Set(sectors)].map((sector) => ({
        id: randomUUID(),
        situation: id,
        sector,
        person: acting.person,
        at: acting.now,
      })),
    )
    .execute();
  await acting.record({ fact: 'situation.asked', subject: id, detail: { sectors: new Set(sectors).size } });
  return { id, at: acting.now.toISOString() };
};
