import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database.ts';
import type { Why } from '../contract.ts';
import type { Ways } from '../reactions.ts';

/** What a room above has to tell the people in some seats, once. */
export interface Telling {
  /** What makes it one: twice the same words is once for each person and seat. */
  readonly cause: string;
  readonly why: Why;
  readonly seats: readonly string[];
  readonly realm: string;
  readonly urgent: boolean;
  /** The thing that it is about, where it does not circulate; nothing of it is kept but its id. */
  readonly about?: string;
  /** The item, where it does. */
  readonly item?: string;
  /** It speaks of something rehearsed and goes out under that mark, although it is read in the live realm. */
  readonly rehearsal?: 'drill' | 'exercise';
}

/** Where a telling is written, and when. */
interface Place {
  readonly db: Db | Transaction;
  readonly now: Date;
}

/** Writes a notice for everybody who holds one of the seats today. Gives how many. */
export const tellSeats = async ({ db, now }: Place, it: Telling, ways: Ways): Promise<number> => {
  if (it.seats.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into notices.notice (cause, person, seat, realm, why, kind, item, about, urgent, marking, rehearsal, at, mail_due)
    select md5(${it.cause} || ${it.why})::uuid, h.person, h.seat, ${it.realm}::uuid, ${it.why}, i.kind, i.id, ${it.about ?? null}::uuid,
           ${it.urgent}, i.marking, ${it.rehearsal ?? null}, ${now}, ${ways.mail ? now : null}::timestamptz
      from acting.holder h left join circulation.item i on i.id = ${it.item ?? null}::uuid
     where h.seat = any (${[...it.seats]}::uuid[])
       and h.valid_from <= acting.day(${now}) and (h.valid_to is null or h.valid_to > acting.day(${now}))
    on conflict (cause, person, seat) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
};

/** Lets what was told about a thing, for these reasons, ring no more. */
export const hushAbout = async ({ db, now }: Place, about: string, whys: readonly Why[]): Promise<void> => {
  await db
    .updateTable('notices.notice')
    .set({ read_at: now })
    .where('about', '=', about)
    .where('why', 'in', [...whys])
    .where('read_at', 'is', null)
    .execute();
};
