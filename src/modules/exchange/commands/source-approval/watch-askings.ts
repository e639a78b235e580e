import { sql } from 'kysely';
import { record } from '../../../../platform/acting.ts';
import type { Clock } from '../../../../kernel/time.ts';
import type { Db } from '../../../../platform/database.ts';

/**
 * Notes once for each text whose sources have let their time pass, so that its desk is told. What their silence means is
 * judged by the clock when it is released and needs no job. Gives how many askings ran out.
 */
export const watchAskings = (worker: Db, clock: Clock): Promise<number> =>
  worker.transaction().execute(async (tx) => {
    const now = clock.now();
    const { rows } = await sql<{ item: string; realm: string; seat: string; person: string }>`
      update exchange.asking a set lapsed_at = ${now}
        from exchange.provision_work w
       where w.item = a.item and a.due <= ${now} and a.lapsed_at is null and exchange.asking_state(a.id, ${now}) = 'silent'
      returning a.item, a.realm, w.seat,
                (select p.person from exchange.approval p where p.item = a.item order by p.at desc limit 1) as person`.execute(
      tx,
    );
    for (const { item, realm, seat, person } of new Map(rows.map((row) => [row.item, row])).values())
      await record(tx, { seat, person, realm, at: now }, { fact: 'source-approval.lapsed', subject: item });
    return rows.length;
  });
