import { type RawBuilder, sql } from 'kysely';
import { type Acting, named } from '../../../platform/acting.ts';

/** One who would receive an item, by the same rows that sending reads. */
export interface Recipient {
  readonly seat: string;
  readonly body: string;
  readonly name: string;
  readonly key: string | null;
  readonly capacity: string;
  readonly sector: string | null;
  readonly tier: number;
  readonly via: string | null;
  readonly why: 'member' | 'secretariat' | 'named' | 'above' | 'agreement' | 'held';
  readonly circle: string | null;
}

/** Who has had an earlier version of the same thing as an item of one's own: who is told when it is called back. */
export const holders = (acting: Acting, item: string): Promise<Recipient[]> =>
  listed(acting, sql`circulation.holders(${item})`);

/** Exactly who would receive an item of one's own. Of anyone else's: nobody. */
export const recipients = (acting: Acting, item: string): Promise<Recipient[]> =>
  listed(acting, sql`circulation.recipients(${item}, ${acting.now})`);

const listed = async (acting: Acting, from: RawBuilder<unknown>): Promise<Recipient[]> => {
  const { rows } = await sql<Recipient>`
    select r.seat, r.body, ${named(acting, 'b')} as name, b.key, r.capacity, r.sector, r.tier, r.why, ${named(acting, 'vb')} as via, ${named(acting, 'c')} as circle
      from ${from} r
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
