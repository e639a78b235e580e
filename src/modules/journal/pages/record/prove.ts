import type { ProofView } from '../../contract.ts';

/** What a check in the reader's own browser found. */
export type Verdict = { readonly holds: true; readonly size: number } | { readonly holds: false };

type Bytes = Uint8Array<ArrayBuffer>;

const bytesOf = (text: string): Bytes => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const join = (...parts: readonly Bytes[]): Bytes => Uint8Array.from(parts.flatMap((it) => [...it]));
const hash = async (...parts: readonly Bytes[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', join(...parts)));
const same = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((it, i) => it === b[i]);

/** Computes from the leaf up to the root (RFC 9162, 2.1.3.2) and compares with the root that was signed. */
export const prove = async (proof: ProofView): Promise<Verdict> => {
  const [, size, root = ''] = proof.note.split('\n');
  let [at, last] = [proof.index, proof.size - 1];
  let it = await hash(Uint8Array.of(0), new Uint8Array(new TextEncoder().encode(proof.leaf)));
  for (const beside of proof.path.map(bytesOf)) {
    if (last === 0) return { holds: false };
    if (at % 2 === 1 || at === last) {
      it = await hash(Uint8Array.of(1), beside, it);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else it = await hash(Uint8Array.of(1), it, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  const holds = last === 0 && at === 0 && Number(size) === proof.size && same(it, bytesOf(root));
  return holds ? { holds, size: proof.size } : { holds: false };
};
