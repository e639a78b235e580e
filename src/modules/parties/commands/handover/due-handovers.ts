import { sql } from 'kysely';
import { record } from '../../../../platform/acting.ts';
import type { Transaction } from '../../../../platform/database.ts';

/** A handover whose day has come: whoever confirmed it stands for what follows from it. */
export interface DueHandover {
  readonly id: string;
  readonly person: string;
  readonly seat: string;
}

/** Takes the handovers whose day has come and that were not carried out, and marks them so; as the worker, once each. */
export const takeDueHandovers = async (db: Transaction, now: Date): Promise<readonly DueHandover[]> => {
  const { rows } = await sql<DueHandover>`
    update parties.handover h set done_at = ${now}
     where h.confirmed_at is not null and h.revoked_at is null and h.done_at is null and h.day <= acting.day(${now})
    returning h.id, h.confirmed_by as person, h.confirmed_seat as seat`.execute(db);
  const live = await db.selectFrom('acting.realm').select('id').where('kind', '=', 'live').executeTakeFirstOrThrow();
  for (const it of rows)
    await record(
      db,
      { seat: it.seat, person: it.person, realm: live.id, at: now },
      { fact: 'handover.done', subject: it.id },
    );
  return rows;
};
