import type { Words } from '../../../../platform/http/problem.ts';

/** What a letter needs besides its post: where its link points, and the words. */
export interface LetterOffice {
  readonly origin: string;
  readonly words: (locale: 'ja' | 'en') => Words;
}

let current: LetterOffice | null = null;

/** Takes letters into use, once at the start; with null a secret is shown once on the screen instead. */
export const installLetters = (office: LetterOffice | null): void => {
  current = office;
};

/** Whether this process sends secrets by letter rather than showing them. */
export const byLetter = (): boolean => current !== null;
