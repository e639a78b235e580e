import { createHash } from 'node:crypto';

/** The Merkle tree of RFC 6962: leaves are hashed after a 0x00, nodes after a 0x01, and the left half is a full one. */

/** How many leaves a batch has, always. */
export const batchSize = 256;

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const zero = Buffer.of(0);
const one = Buffer.of(1);

/** The hash of a leaf. */
export const leafHash = (data: Uint8Array): Buffer => sha256(zero, data);

/** The hash of what two hashes hold together. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(one, left, right);

/** The leaf of nothing at a place of a batch; whoever does not know the seed cannot tell it from an entry's. */
export const blankLeaf = (seed: Uint8Array, place: number): Buffer => {
  const at = Buffer.alloc(4);
  at.writeInt32BE(place);
  return leafHash(sha256(seed, at));
};

// The largest power of two below n.
const split = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** The root over some hashes; that over none is the hash of nothing. */
export const rootOf = (hashes: readonly Buffer[]): Buffer => {
  const [only] = hashes;
  if (only === undefined) return sha256();
  if (hashes.length === 1) return only;
  const k = split(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)));
};

/** The hashes beside the one at `at`, from the nearest to the root (RFC 6962, 2.1.1). */
export const pathOf = (hashes: readonly Buffer[], at: number): Buffer[] => {
  if (hashes.length <= 1) return [];
  const k = split(hashes.length);
  return at < k
    ? [...pathOf(hashes.slice(0, k), at), rootOf(hashes.slice(k))]
    : [...pathOf(hashes.slice(k), at - k), rootOf(hashes.slice(0, k))];
};

/** The hashes that show that the tree of the first `from` is the beginning of this one (RFC 6962, 2.1.2). */
export const consistencyOf = (hashes: readonly Buffer[], from: number): Buffer[] => grown(hashes, from, true);

const grown = (hashes: readonly Buffer[], from: number, whole: boolean): Buffer[] => {
  if (from === hashes.length) return whole ? [] : [rootOf(hashes)];
  const k = split(hashes.length);
  return from <= k
    ? [...grown(hashes.slice(0, k), from, whole), rootOf(hashes.slice(k))]
    : [...grown(hashes.slice(k), from - k, false), rootOf(hashes.slice(0, k))];
};

/** The root that a leaf's hash and the hashes beside it lead to, or null where their number does not fit (RFC 9162, 2.1.3.2). */
export const rootFrom = (leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | null => {
  if (index < 0 || index >= size) return null;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = nodeHash(hash, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
};
