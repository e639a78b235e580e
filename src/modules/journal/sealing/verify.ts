import { sql } from 'kysely';
import type { Db } from '../../../platform/database.ts';
import { hashOf, type Row, whoHash } from './leaf.ts';
import { openNote } from './note.ts';
import { batchSize, blankLeaf, rootOf } from './tree.ts';

/** The first thing found that is not as it was sealed; `where` names the row. */
export interface Altered {
  readonly what:
    | 'entry-changed'
    | 'entry-gone'
    | 'actor-changed'
    | 'batch-changed'
    | 'checkpoint-changed'
    | 'signature-wrong';
  readonly where: string;
}

interface LeafRow extends Row {
  readonly entry: string;
  readonly place: number;
  readonly hash: Buffer;
  readonly who: string;
  readonly salt: Buffer | null;
  readonly seat: string | null;
  readonly person: string | null;
  readonly there: boolean;
}

interface BatchRow {
  readonly number: number;
  readonly root: Buffer;
  readonly seed: Buffer;
}

/**
 * Computes the whole journal anew from its rows and compares with what was sealed and signed; gives the first row that
 * differs, or null. `kept` are notes that somebody kept elsewhere: they hold even when every row was rewritten.
 */
export const verifyJournal = async (
  db: Db,
  verifierKey: string,
  kept: readonly string[] = [],
): Promise<{ altered: Altered | null; batches: number; entries: number }> => {
  const roots: Buffer[] = [];
  let entries = 0;
  const { rows: batches } = await sql<BatchRow>`select number, root, seed from journal.batch order by number`.execute(
    db,
  );
  for (const batch of batches) {
    const leaves = await leavesOf(db, batch.number);
    entries += leaves.length;
    const altered = leaves.map(judge).find((it) => it !== null);
    if (altered !== undefined) return { altered, batches: roots.length, entries };
    const level = Array.from({ length: batchSize }, (_, place) => blankLeaf(batch.seed, place));
    for (const leaf of leaves) level[leaf.place] = leaf.hash;
    const root = rootOf(level);
    if (!root.equals(batch.root))
      return { altered: { what: 'batch-changed', where: String(batch.number) }, batches: roots.length, entries };
    roots.push(root);
  }
  const { rows: notes } = await sql<{ note: string }>`select note from journal.checkpoint order by size`.execute(db);
  const altered = [...notes.map((it) => it.note), ...kept]
    .map((note) => againstNote(note, verifierKey, roots))
    .find((it) => it !== null);
  return { altered: altered ?? null, batches: roots.length, entries };
};

const leavesOf = async (db: Db, batch: number): Promise<LeafRow[]> =>
  (
    await sql<LeafRow>`
      select l.entry, l.place, l.hash, l.who, s.salt, a.seat, a.person, e.id is not null as there,
             e.id, e.at, e.realm, e.fact, e.subject, e.open_to, e.detail
        from journal.leaf l left join journal.entry e on e.id = l.entry
        left join journal.actor a on a.entry = l.entry left join journal.salt s on s.entry = l.entry
       where l.batch = ${batch}::bigint order by e.at, l.entry`.execute(db)
  ).rows;

const judge = (leaf: LeafRow): Altered | null => {
  const where = leaf.entry;
  if (!leaf.there) return { what: 'entry-gone', where };
  if (!hashOf(leaf, leaf.who).equals(leaf.hash)) return { what: 'entry-changed', where };
  if (leaf.salt === null || leaf.seat === null || leaf.person === null) return { what: 'actor-changed', where };
  return whoHash(leaf.salt, leaf.seat, leaf.person) === leaf.who ? null : { what: 'actor-changed', where };
};

const againstNote = (note: string, verifierKey: string, roots: readonly Buffer[]): Altered | null => {
  const said = openNote(note, verifierKey);
  const where = note.split('\n').slice(0, 2).join(' ');
  if (said === null) return { what: 'signature-wrong', where };
  const batches = said.size / batchSize;
  if (!Number.isInteger(batches) || batches > roots.length) return { what: 'checkpoint-changed', where };
  return rootOf(roots.slice(0, batches)).equals(said.root) ? null : { what: 'checkpoint-changed', where };
};
