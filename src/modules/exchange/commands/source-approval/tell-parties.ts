import { sql } from 'kysely';
import type { Entry, Reaction, Working } from '../../../../platform/work/reactions.ts';
import { tellSeats, type Ways } from '../../../notices/index.ts';

/** Tells a source, and the seat that knows it, that a text waits for its word; and the desk that there is one, or none in time. */
export const sourceApprovalReactions = (ways: Ways): readonly Reaction[] => [
  {
    name: 'exchange.source-approvals',
    on: [
      'source-approval.asked',
      'source-approval.agreed',
      'source-approval.objected',
      'source-approval.waived',
      'source-approval.lapsed',
    ],
    react: async (working, entry) => {
      if (entry.fact === 'source-approval.asked') return tellAsked(working, entry, ways);
      if (entry.fact === 'source-approval.waived') return tellWaived(working, entry, ways);
      await tellDesk(working, entry, ways);
    },
  },
];

interface Asked {
  id: string;
  realm: string;
  seats: string[];
}

const askedBy = async ({ db }: Working, which: ReturnType<typeof sql>): Promise<Asked[]> =>
  (
    await sql<Asked>`
      select a.id, a.realm, array_agg(x.reader) as seats
        from exchange.asking a
        join exchange.provision_work w on w.item = a.item
        join exchange.source_reader x on x.report = a.report and x.thread and x.until is null and x.reader <> w.seat
       where ${which} group by a.id, a.realm`.execute(db)
  ).rows;

const tellAsked = async (working: Working, entry: Entry, ways: Ways): Promise<void> => {
  for (const it of await askedBy(working, sql`a.item = ${entry.subject} and a.asked_at = ${entry.at}`))
    await tellSeats(
      working,
      { cause: it.id, seats: it.seats, realm: it.realm, why: 'source-asked', about: it.id, urgent: true },
      ways,
    );
};

// Each source that was asked for this text, not those of one that was changed since.
const tellWaived = async (working: Working, entry: Entry, ways: Ways): Promise<void> => {
  const current = sql`a.item = ${entry.subject} and exchange.asking_state(a.id, ${entry.at}) <> 'replaced'`;
  for (const it of await askedBy(working, current))
    await tellSeats(
      working,
      {
        cause: `${it.id} waived`,
        seats: it.seats,
        realm: it.realm,
        why: 'source-waived',
        about: it.id,
        urgent: false,
      },
      ways,
    );
};

const tellDesk = async (working: Working, entry: Entry, ways: Ways): Promise<void> => {
  const which = entry.fact === 'source-approval.lapsed' ? sql`a.item = ${entry.subject}` : sql`a.id = ${entry.subject}`;
  const { rows } = await sql<{ item: string; seat: string; realm: string }>`
    select distinct a.item, w.seat, a.realm from exchange.asking a join exchange.provision_work w on w.item = a.item
     where ${which}`.execute(working.db);
  for (const it of rows)
    await tellSeats(
      working,
      {
        cause: entry.id,
        seats: [it.seat],
        realm: it.realm,
        why: 'source-answered',
        item: it.item,
        urgent: false,
      },
      ways,
    );
};
