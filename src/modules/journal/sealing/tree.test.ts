import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyOf, leafHash, nodeHash, pathOf, rootFrom, rootOf } from './tree.ts';

const leaves = (n: number): Buffer[] => Array.from({ length: n }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));

// RFC 9162, 2.1.4.2, written after its text and on its own.
const consistent = (first: Buffer, second: Buffer, m: number, n: number, given: readonly Buffer[]): boolean => {
  if (m === n) return given.length === 0 && first.equals(second);
  const proof = Number.isInteger(Math.log2(m)) ? [first, ...given] : [...given];
  let [fn, sn] = [m - 1, n - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  const [start, ...rest] = proof;
  if (start === undefined) return false;
  let [fr, sr] = [start, start];
  for (const c of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else sr = nodeHash(sr, c);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return fr.equals(first) && sr.equals(second) && sn === 0;
};

describe('the Merkle tree of RFC 6962', () => {
  it('gives the roots that the certificate logs test themselves with', () => {
    const data = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ].map((hex) => leafHash(Buffer.from(hex, 'hex')));
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    expect(data.map((_, i) => rootOf(data.slice(0, i + 1)).toString('hex'))).toEqual(roots);
    expect(rootOf([]).equals(createHash('sha256').digest())).toBe(true);
  });

  it('leads from every leaf to the root, and from no other place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (n, a, b) => {
        const all = leaves(n);
        const [at, other] = [a % n, b % n];
        const path = pathOf(all, at);
        expect(rootFrom(all[at] as Buffer, at, n, path)).toEqual(rootOf(all));
        if (other !== at) expect(rootFrom(all[at] as Buffer, other, n, path)).not.toEqual(rootOf(all));
        expect(rootFrom(all[at] as Buffer, n, n, path)).toBeNull();
      }),
    );
  });

  it('shows that what was signed before is its beginning, and shows it of nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (n, a) => {
        const all = leaves(n);
        const m = (a % n) + 1;
        const proof = consistencyOf(all, m);
        const before = rootOf(all.slice(0, m));
        expect(consistent(before, rootOf(all), m, n, proof)).toBe(true);
        const rewritten = [leafHash(Buffer.from('other')), ...all.slice(1)];
        if (m < n) expect(consistent(before, rootOf(rewritten), m, n, consistencyOf(rewritten, m))).toBe(false);
      }),
    );
  });
});
