import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import type { Visitor } from '../../../platform/acting.ts';
import type { CheckpointView } from '../contract.ts';
import { batchSize, consistencyOf, pathOf } from '../sealing/tree.ts';

interface Latest {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly sealed_at: Date;
}

/** The latest checkpoint, or null before the first. */
export const latest = async ({ db }: Visitor): Promise<Latest | null> => {
  const { rows } =
    await sql<Latest>`select size, root, note, sealed_at from journal.checkpoint order by size desc limit 1`.execute(
      db,
    );
  return rows[0] ?? null;
};

/** The roots of the first batches, in order. */
const rootsOf = async ({ db }: Visitor, batches: number): Promise<Buffer[]> =>
  (
    await sql<{ root: Buffer }>`select root from journal.batch where number < ${batches} order by number`.execute(db)
  ).rows.map((it) => it.root);

/** The hashes from the root of a batch up to the root of a tree of this size. */
export const pathAbove = async (visitor: Visitor, batch: number, size: number): Promise<Buffer[]> =>
  pathOf(await rootsOf(visitor, size / batchSize), batch);

/** The latest checkpoint; with `since`, what shows that the tree of that size is its beginning. 404 before the first. */
export const checkpoint = async (visitor: Visitor, since: number | undefined): Promise<CheckpointView> => {
  const it = await latest(visitor);
  if (it === null || (since ?? 0) > it.size) throw notFound();
  return {
    note: it.note,
    origin: it.note.slice(0, it.note.indexOf('\n')),
    size: it.size,
    root: it.root.toString('base64'),
    sealedAt: it.sealed_at.toISOString(),
    consistency: since === undefined ? null : await grownSince(visitor, since, it.size),
  };
};

// All sizes are whole batches, so the proof over the roots of batches is the one over the leaves.
const grownSince = async (visitor: Visitor, since: number, size: number): Promise<string[]> => {
  if (since === 0) return [];
  const roots = await rootsOf(visitor, size / batchSize);
  return consistencyOf(roots, since / batchSize).map((hash) => hash.toString('base64'));
};
