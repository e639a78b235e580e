import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { handling } from '../../kernel/marking.ts';
import { id, instant, page, paging } from '../../kernel/shapes.ts';

const hash = z.base64();
const detail = z.record(z.string(), z.unknown()).nullable();

/** The latest signed checkpoint; `consistency` leads from the root at `since` to this one. */
export const checkpointView = z.object({
  /** The note as it is signed: origin, size, root, signature (C2SP tlog-checkpoint). */
  note: z.string(),
  origin: z.string(),
  /** Leaves in the tree: 256 for each hour or part of a busy one. */
  size: z.number().int(),
  root: hash,
  sealedAt: instant,
  consistency: z.array(hash).nullable(),
});
export type CheckpointView = z.infer<typeof checkpointView>;

/** An entry as the reader may see it. */
export const entryListed = z.object({
  id,
  at: instant,
  realm: id,
  fact: z.string(),
  subject: id,
  /** What circulates and is the subject, as far as it has reached the reader. */
  about: z.object({ id, kind: z.string(), title: z.string(), handling }).nullable(),
  detail,
  mine: z.boolean(),
  sealed: z.boolean(),
});
export type EntryListed = z.infer<typeof entryListed>;

/** Proof that an entry stands in the log: hash `leaf` after a 0x00, then go up `path` to the root of the note. */
export const proofView = z.object({
  entry: id,
  /** The text of the leaf, to be hashed as it is. */
  leaf: z.string(),
  index: z.number().int(),
  size: z.number().int(),
  path: z.array(hash),
  note: z.string(),
  /** SHA-256 over salt and `seat person` is the leaf's `who`; null where the reader may not know who did it. */
  who: z.object({ seat: id, person: id, salt: hash }).nullable(),
});
export type ProofView = z.infer<typeof proofView>;

export const journalDoors = {
  checkpoint: endpoint({
    method: 'GET',
    path: '/api/journal/checkpoint',
    may: 'anyone',
    says: 'The latest signed checkpoint of the journal; with since, the proof that what was signed then is its beginning.',
    query: z.object({ since: z.coerce.number().int().min(0).max(1e12).multipleOf(256).optional() }),
    output: checkpointView,
  }),
  listEntries: endpoint({
    method: 'GET',
    path: '/api/journal/entries',
    may: 'signed-in',
    says: 'The entries of the journal that the acting seat may see: what it did itself, and what reached it. Latest first.',
    query: paging,
    output: page(entryListed),
  }),
  proof: endpoint({
    method: 'GET',
    path: '/api/journal/proof/:entry',
    may: 'signed-in',
    says: 'The proof that an entry which the reader may see stands in the signed journal as it was written.',
    params: z.object({ entry: id }),
    output: proofView,
    refusals: ['not-sealed-yet'],
  }),
} as const;
