import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from './http/problem.ts';

/** The texts for people that the server itself says, from the rooms' messages: by key, in both languages. */
export const readWords = (folders: readonly string[]): ((locale: 'ja' | 'en') => Words) => {
  const read = (locale: 'ja' | 'en'): ReadonlyMap<string, string> =>
    new Map(
      folders.flatMap((folder) => {
        const file = join(folder, `${locale}.json`);
        return existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : [];
      }),
    );
  const both = { ja: read('ja'), en: read('en') };
  return (locale) => (key) => both[locale].get(key);
};
