import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { ProofView } from '../contract.ts';
import { type Row, textOf } from '../sealing/leaf.ts';
import { batchSize } from '../sealing/tree.ts';
import { latest, pathAbove } from './checkpoint.ts';

interface Found extends Row {
  readonly batch: number | null;
  readonly place: number;
  readonly who: string;
  readonly siblings: Buffer[];
  readonly seat: string | null;
  readonly person: string | null;
  readonly salt: Buffer | null;
}

/** The proof of an entry that the reader may see. Refuses one that waits for the next sealing. */
export const proof = async (acting: Acting, entry: string): Promise<ProofView> => {
  const { rows } = await sql<Found>`
    select e.id, e.at, e.realm, e.fact, e.subject, e.open_to, e.detail, l.batch, l.place, l.who,
           journal.siblings(l.batch, l.place) as siblings, a.seat, a.person, s.salt
      from journal.entry e
      left join journal.leaf l on l.entry = e.id
      left join journal.actor a on a.entry = e.id
      left join journal.salt s on s.entry = e.id
     where e.id = ${entry}`.execute(acting.db);
  const it = rows[0];
  if (it === undefined) throw notFound();
  const signed = await latest(acting);
  if (it.batch === null || signed === null) throw new Refusal('not-sealed-yet');
  const path = [...it.siblings, ...(await pathAbove(acting, it.batch, signed.size))];
  return {
    entry,
    leaf: textOf(it, it.who),
    index: it.batch * batchSize + it.place,
    size: signed.size,
    path: path.map((hash) => hash.toString('base64')),
    note: signed.note,
    who:
      it.salt !== null && it.seat !== null && it.person !== null
        ? { seat: it.seat, person: it.person, salt: it.salt.toString('base64') }
        : null,
  };
};
