import { sql } from 'kysely';
import type { Reaction } from '../../../../platform/work/reactions.ts';
import { hushAbout, tellSeats } from '../../../notices/index.ts';

/**
 * Duties to report that come near or were missed are told to the two who see them, operator and ministry, once each; one that was
 * met or fell away rings no more.
 */
export const tellDuties = (ways: { readonly mail: boolean }): Reaction => ({
  name: 'exchange.tell-duties',
  on: ['obligation.reminded', 'obligation.missed', 'obligation.met', 'obligation.met-late', 'obligation.cancelled'],
  react: async ({ db, now }, entry) => {
    const why = { 'obligation.reminded': 'duty-near', 'obligation.missed': 'duty-missed' } as const;
    const told = why[entry.fact as keyof typeof why] ?? null;
    await hushAbout({ db, now }, entry.subject, ['duty-near', 'duty-missed']);
    if (told === null) return;
    const { rows } = await sql<{ seat: string }>`
      select s.seat from exchange.source s join exchange.obligation o on o.report = s.report where o.id = ${entry.subject}
      union
      select x.reader from exchange.source_reader x join exchange.obligation o on o.report = x.report
       where o.id = ${entry.subject} and x.thread and x.until is null`.execute(db);
    await tellSeats(
      { db, now },
      {
        cause: entry.id,
        why: told,
        about: entry.subject,
        seats: rows.map((it) => it.seat),
        realm: entry.realm,
        urgent: told === 'duty-near',
      },
      ways,
    );
  },
});
