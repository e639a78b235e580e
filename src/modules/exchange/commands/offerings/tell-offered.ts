import { sql } from 'kysely';
import type { Reaction } from '../../../../platform/work/reactions.ts';
import { tellSeats, type Ways } from '../../../notices/index.ts';

/** Tells a hub that a member gave it something; and, once it is passed on, those who may read it now and its giver. */
export const offeringReactions = (ways: Ways): readonly Reaction[] => [
  {
    name: 'exchange.offerings',
    on: ['offering.given', 'offering.passed'],
    react: async (working, entry) => {
      const given = entry.fact === 'offering.given';
      const to = entry.detail?.['to'] === 'members' ? 'members' : 'centre';
      const { rows } = await sql<{ seat: string; realm: string }>`
        select o.hub as seat, o.realm from exchange.offering o where o.id = ${entry.subject} and ${given}::boolean
        union
        select s.seat, o.realm from exchange.offering o join exchange.offering_source s on s.offering = o.id
         where o.id = ${entry.subject} and not ${given}::boolean
        union
        select s.id, o.realm from exchange.offering o join parties.seat s
               on ${to} = 'members' and s.capacity = any (o.members) and exchange.stands_with(o.hub, s.id, ${working.now})
               or ${to} = 'centre' and s.capacity = any (o.centre)
         where o.id = ${entry.subject} and o.withdrawn_at is null and not ${given}::boolean
           and exists (select from exchange.offering_pass p where p.offering = o.id and p.to_whom = ${to} and p.ended_at is null)`.execute(
        working.db,
      );
      const [first] = rows;
      if (first === undefined) return;
      await tellSeats(
        working,
        {
          cause: `${entry.subject} ${entry.fact} ${to}`,
          seats: rows.map((it) => it.seat),
          realm: first.realm,
          why: 'offering',
          about: entry.subject,
          urgent: false,
        },
        ways,
      );
    },
  },
];
