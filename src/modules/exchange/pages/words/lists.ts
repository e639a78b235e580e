import { t } from '../../../../portal/text.ts';

/** Names one after the other, as the language parts them: `甲、乙` or `A, B`. */
export const listed = (names: readonly string[]): string => names.join(t('exchange.list.comma'));

/** Words one after the other, to stand between quotation marks: `甲」「乙` or `A”, “B`. */
export const quoted = (words: readonly string[]): string => words.join(t('exchange.list.quotes'));
