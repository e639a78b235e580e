import { t } from '../../../portal/text.ts';
import type { FoundInFile } from '../contract.ts';

/** The size of a file as people say it. */
export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? t('files.size.kb', { n: Math.max(1, Math.round(bytes / 1000)) })
    : t('files.size.mb', { n: Math.round(bytes / 100_000) / 10 });

/** What was taken out, in one line: each kind once, with its own words. */
export const foundWords = (all: readonly FoundInFile[]): string =>
  [...Map.groupBy(all, (it) => it.what)]
    .map(([what, each]) => {
      const texts = each.flatMap((it) => (it.text === null ? [] : [it.text]));
      return texts.length === 0 ? t(`files.found.${what}`) : `${t(`files.found.${what}`)} ${texts.join(' / ')}`;
    })
    .join('、');
