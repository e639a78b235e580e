import { sql } from 'kysely';
import type { Working } from '../../../platform/work/reactions.ts';
import type { Why } from '../contract.ts';
import type { Ways } from '../reactions.ts';

/** What a room above asks to be told: to whom, why, and about what. */
export interface Telling {
  /** One for each thing told: twice is once for each person and seat. */
  readonly cause: string;
  readonly seats: readonly string[];
  readonly realm: string;
  readonly why: Why;
  /** The thing, where it does not circulate. */
  readonly about: string | null;
  /** The item, where it does. */
  readonly item: string | null;
  readonly urgent: boolean;
}

/** Writes a notice for each holder of these seats today; from the reactions of rooms that stand above this one. */
export const tellSeats = async ({ db, now }: Working, it: Telling, ways: Ways): Promise<void> => {
  if (it.seats.length === 0) return;
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, kind, item, about, urgent, marking, at, mail_due)
    select ${it.cause}::uuid, h.person, h.seat, ${it.realm}::uuid, ${it.why}, i.kind, i.id, ${it.about}::uuid, ${it.urgent}, i.marking,
           ${now}, ${ways.mail ? now : null}::timestamptz
      from acting.holder h left join circulation.item i on i.id = ${it.item}::uuid
     where h.seat = any (${[...it.seats]}::uuid[])
       and h.valid_from <= acting.day(${now}) and (h.valid_to is null or h.valid_to > acting.day(${now}))
    on conflict (cause, person, seat) do nothing`.execute(db);
};
