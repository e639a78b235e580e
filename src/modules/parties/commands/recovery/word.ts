import { randomInt } from 'node:crypto';
import type { Vault } from '../sign-in/vault.ts';

// Without letters and digits that are heard or read as one another. Eight of these thirty are 39 bits; five tries are given.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A word to be said on the telephone, e.g. `K7QM-2HXD`: the half of a recovery that no mail carries. */
export const freshWord = (): string => {
  const four = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${four()}-${four()}`;
};

/** What is stored of a word: nothing that could be tried out without the application's secret. */
export const wordHash = (vault: Vault, recovery: string, word: string): Buffer =>
  vault.derive(
    `recovery ${recovery} ${word
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/gu, '')}`,
    32,
  );
