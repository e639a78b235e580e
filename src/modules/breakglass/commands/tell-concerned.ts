import { sql } from 'kysely';
import { theHouse } from '../../../kernel/fact.ts';
import type { Clock } from '../../../kernel/time.ts';
import { record } from '../../../platform/acting.ts';
import type { Db, Transaction } from '../../../platform/database.ts';
import { tellSeats, type Ways } from '../../notices/index.ts';

interface Due {
  request: string;
  seat: string;
  realm: string;
}

/** Tells those whom an opening concerns once their time has come, as the worker. Gives how many seats. */
export const tellDue = async (tx: Transaction, now: Date, ways: Ways): Promise<number> => {
  const { rows } = await sql<Due>`
    update breakglass.told t set told_at = ${now} from breakglass.request r
     where r.id = t.request and t.told_at is null and t.tell_at <= ${now}
    returning t.request, t.seat, r.realm`.execute(tx);
  for (const [request, due] of Map.groupBy(rows, (it) => it.request)) {
    const [{ realm }] = due as [Due, ...Due[]];
    const seats = due.map((it) => it.seat);
    const it = { cause: request, seats, realm, why: 'break-glass', about: request, urgent: true } as const;
    await tellSeats({ db: tx, now }, it, ways);
    const house = { seat: theHouse, person: theHouse, realm, at: now };
    await record(tx, house, { fact: 'break-glass.told', subject: request });
  }
  return rows.length;
};

/** The same by the clock, for grounds that let time pass before anybody is told. */
export const tellConcerned = (worker: Db, clock: Clock, ways: Ways): Promise<number> =>
  worker.transaction().execute((tx) => tellDue(tx, clock.now(), ways));
