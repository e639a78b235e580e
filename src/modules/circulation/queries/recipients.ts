import { sql } from 'kysely';
import { type Acting, named } from '../../../platform/acting.ts';

/** One who would receive an item, by the same rows that sending reads. */
export interface Recipient {
  readonly body: string;
  readonly name: string;
  readonly key: string | null;
  readonly capacity: string;
  readonly sector: string | null;
  readonly tier: number;
  readonly via: string | null;
  readonly why: 'member' | 'secretariat' | 'named' | 'above';
  readonly circle: string | null;
}

/** Exactly who would receive an item of one's own. Of anyone else's: nobody. */
export const recipients = async (acting: Acting, item: string): Promise<Recipient[]> => {
  const { rows } = await sql<Recipient>`
    select r.body, ${named(acting, 'b')} as name, b.key, r.capacity, r.sector, r.tier, r.why, ${named(acting, 'vb')} as via, ${named(acting, 'c')} as circle
      from circulation.recipients(${item}) r
      join parties.body b on b.id = r.body
      left join parties.seat v on v.id = r.via
      left join parties.body vb on vb.id = v.body
      left join parties.circle c on c.id = r.circle
     order by r.tier, r.sector nulls first, b.kana, ${named(acting, 'b')}`.execute(acting.db);
  return rows;
};
