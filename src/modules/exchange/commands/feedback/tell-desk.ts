import { sql } from 'kysely';
import type { Reaction } from '../../../../platform/work/reactions.ts';
import { tellSeats, type Ways } from '../../../notices/index.ts';

const HOUR = 3_600_000;

/** Tells the desk that something was told back on what it sent: once an hour for one provision, however many tell. */
export const feedbackReactions = (ways: Ways): readonly Reaction[] => [
  {
    name: 'exchange.feedback',
    on: ['feedback.given'],
    react: async (working, entry) => {
      const { rows } = await sql<{ item: string; seat: string; realm: string }>`
        select f.item, w.seat, f.realm from exchange.feedback f join exchange.provision_work w on w.item = f.item
         where f.id = ${entry.subject}`.execute(working.db);
      for (const { item, seat, realm } of rows) {
        const cause = `${item} feedback ${Math.floor(entry.at.getTime() / HOUR)}`;
        await tellSeats(working, { cause, seats: [seat], realm, why: 'feedback', item, urgent: false }, ways);
      }
    },
  },
];
