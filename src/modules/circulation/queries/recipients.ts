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
  readonly why: 'member' | 'secretariat' | 'named' | 'above' | 'agreement';
  readonly circle: string | null;
}

/** Exactly who would receive an item of one's own. Of anyone else's: nobody. */
export const recipients = async (acting: Acting, item: string): Promise<Recipient[]> => {
  const { rows } = await sql<Recipient>`
    select r.body, ${named(acting, 'b')} as name, b.key, r.capacity, r.sector, r.tier, r.why, ${named(acting, 'vb')} as via, ${named(acting, 'c')} as circle
      from circulation.recipients(${item}, ${acting.now}) r
      join parties.body b on b.id = r.body
      left join parties.seat v on v.id = r.via
      left join parties.body vb on vb.id = v.body
      left join parties.circle c on c.id = r.circle
     order by r.tier, r.sector nulls first, b.kana, ${named(acting, 'b')}`.execute(acting.db);
  return rows;
};

/** One who was chosen and will not receive an item. */
export interface LeftOut {
  readonly body: string;
  readonly name: string;
  readonly key: string | null;
  readonly why:
    | 'no-seat'
    | 'no-agreement'
    | 'not-accepted'
    | 'not-begun'
    | 'declined'
    | 'expired'
    | 'ended'
    | 'other-kind';
}

/** Who of those chosen would not receive an item of one's own now, and why; only whom its author may know. */
export const leftOut = async (acting: Acting, item: string): Promise<LeftOut[]> => {
  const { rows } = await sql<LeftOut>`
    select l.body, ${named(acting, 'b')} as name, b.key, l.why
      from circulation.left_out(${item}, ${acting.now}) l join parties.body b on b.id = l.body
     order by l.why, b.kana, ${named(acting, 'b')}`.execute(acting.db);
  return rows;
};
