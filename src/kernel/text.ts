/** Text as people write it: tidied, folded for comparison, cut into bigrams for search. */

/** Unicode NFC, CRLF to LF, no spaces at line ends, no blank edges. Linear in the length of the text. */
export const tidy = (s: string): string =>
  trimmed(
    s
      .normalize('NFC')
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n')
      .split('\n')
      .map((line) => trimmed(line, '', ' \t\u3000'))
      .join('\n'),
    '\n ',
    '\n ',
  );

// Written as loops: a pattern that looks for blanks before a line end tries again at every blank.
const trimmed = (s: string, before: string, after: string): string => {
  let [from, to] = [0, s.length];
  while (from < to && before.includes(s.charAt(from))) from += 1;
  while (to > from && after.includes(s.charAt(to - 1))) to -= 1;
  return s.slice(from, to);
};

// Controls but tab and line feed, halves of pairs, separators that break a line, and whatever takes no place of its own and
// so can hide or reorder what a reader sees. What Japanese and pictures need stays: variation selectors, and the joiner
// within a picture.
const CONTROL =
  /(?![\t\n])\p{Cc}|\p{Cs}|[\u2028\u2029\uFFF9-\uFFFB]|(?!\u200D|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/u;

/** Whether the text holds characters that hide or reorder what a reader sees. */
export const hasControlCharacters = (s: string): boolean => CONTROL.test(s);

/** The text without the characters that hide or reorder what a reader sees; judged in the whole, for a joiner may belong to a picture. */
export const withoutControlCharacters = (s: string): string => s.replaceAll(new RegExp(CONTROL.source, 'gu'), '');

/** Whether the text holds something a browser could read as a tag or a comment. */
export const hasMarkup = (s: string): boolean => /<(?:[a-z/!?])/iu.test(s);

/** Replaces what could be read as markup by its full-width twin, so that a quoted payload can be told. */
export const defuseMarkup = (s: string): string => s.replace(/<(?=[a-z/!?])/giu, '＜');

/** The form in which two texts are compared: NFKC, lower case, katakana as hiragana, one space. */
export const fold = (s: string): string =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30A1-\u30F6]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/\s+/gu, ' ')
    .trim();

const BLANK = '[ \\t\\n\\v\\f\\r\\u0085\\u1680\\u2028\\u2029\\uFEFF]+';
const BESIDE = '[\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF]';
const NO_BLANK = new RegExp(`(?<=${BESIDE})${BLANK}|${BLANK}(?=${BESIDE})`, 'gu');
const ONE_BLANK = new RegExp(BLANK, 'gu');
const unvoiced = (s: string): string =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('i\u0307', 'i')
    .replace(/[\u30A1-\u30F6]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

/**
 * The form in which a name is looked for in a text: as `fold`, and blanks beside Japanese do not count, so that a name that
 * runs over the end of a line is found. `exchange.alike` in the database says the same of the names.
 */
export const alike = (s: string): string => unvoiced(s).replace(NO_BLANK, '').replace(ONE_BLANK, ' ');

// A character with the marks that join it: half-width kana and their dots, vowels of Hangul, accents.
const JOINED = /[\s\S](?:[\u3099\u309A\uFF9E\uFF9F\u1161-\u11FF\p{M}])*/gu;

/** The same, and for each unit of it where it began in the text, the end of the text last. */
export const alikeAt = (s: string): { readonly text: string; readonly at: readonly number[] } => {
  let wide = '';
  const from: number[] = [];
  for (const { 0: joined, index } of s.matchAll(JOINED)) {
    const same = unvoiced(joined);
    for (let i = 0; i < same.length; i += 1) from.push(index);
    wide += same;
  }
  let text = '';
  const at: number[] = [];
  const keep = (until: number, since: number): void => {
    text += wide.slice(since, until);
    at.push(...from.slice(since, until));
  };
  let since = 0;
  const beside = new RegExp(BESIDE, 'u');
  for (const { 0: blank, index } of wide.matchAll(ONE_BLANK)) {
    keep(index, since);
    since = index + blank.length;
    if (beside.test(wide.charAt(index - 1)) || beside.test(wide.charAt(since))) continue;
    text += ' ';
    at.push(from[index] ?? 0);
  }
  keep(wide.length, since);
  return { text, at: [...at, s.length] };
};

const CJK = /[\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]/u;
const RUN = new RegExp(`${CJK.source}+|[^${CJK.source.slice(1)}+`, 'gu');
const WORD = /[\p{L}\p{N}_]+(?:[.\-@][\p{L}\p{N}_]+)*/gu;

/**
 * The search terms of a text: overlapping bigrams of runs of Japanese, whole words of the rest.
 * A run of one character yields that character. Order kept, duplicates kept.
 */
export const terms = (s: string): string[] => (fold(s).match(WORD) ?? []).flatMap(splitByScript).flatMap(termsOf);

const termsOf = (run: string): string[] => {
  if (CJK.test(run)) return run.length === 1 ? [run] : bigrams(run);
  return [run, ...partsOf(run)];
};

const partsOf = (run: string): string[] => {
  const parts = run.split(/[.\-@_]/u);
  return parts.length > 50 ? [] : parts.filter((part) => part !== run && part.length > 0);
};

const bigrams = (run: string): string[] => {
  const chars = [...run];
  return chars.slice(1).map((c, i) => `${chars[i]}${c}`);
};

const splitByScript = (word: string): string[] => word.match(RUN) ?? [];

/**
 * A `tsvector` literal of the terms with positions, capped so that no text can make it unbounded: in terms, in places of
 * one term, and in the bytes (1,048,575) that PostgreSQL gives it.
 */
export const searchVector = (s: string): string => {
  const places = new Map<string, number[]>();
  let room = 1_000_000;
  for (const [i, long] of terms(s).slice(0, 16_000).entries()) {
    const term = cutOff(long);
    const at = places.get(term) ?? [];
    room -= at.length === 0 ? term.length * 3 + 8 : 2;
    if (room < 0) break;
    if (at.length < 250) at.push(i + 1);
    places.set(term, at);
  }
  return [...places].map(([term, at]) => `${lexeme(term)}:${at.join(',')}`).join(' ');
};

// Sixty characters of a word, never half of a pair.
const cutOff = (term: string): string =>
  term.length <= 60 ? term : term.slice(0, 60).replace(/[\uD800-\uDBFF]$/u, '');

/** A `tsquery` literal that asks for all words of the query, Japanese runs as phrases; null when nothing is asked. */
export const searchQuery = (s: string): string | null => {
  const words = fold(s.slice(0, 2000)).match(WORD) ?? [];
  const parts = words
    .slice(0, 12)
    .flatMap(splitByScript)
    .slice(0, 60)
    .map((run) => {
      const cut = cutOff(run);
      return CJK.test(cut) && cut.length > 1 ? bigrams(cut).map(lexeme).join(' <-> ') : `${lexeme(cut)}:*`;
    });
  return parts.length > 0 ? parts.map((p) => `(${p})`).join(' & ') : null;
};

const lexeme = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

// How people write an indicator of an attack so that nobody follows it by a slip of the finger.
const harmless: readonly (readonly [RegExp, string])[] = [
  [/[[({](?:\.|dot)[\])}]/giu, '.'],
  [/[[({]:[\])}]/gu, ':'],
  [/[[({](?:@|at)[\])}]/giu, '@'],
];

/** The clean value of what people write so that nothing can be followed: `hxxp://a[.]example` is `http://a.example`. */
export const refang = (text: string): string =>
  harmless
    .reduce((it, [how, clean]) => it.replace(how, clean), text)
    .replace(
      /\b([hf])([xX]{1,2})(ps?)(?=:\/\/)/giu,
      (_, first: string, x: string, last: string) => first + x.replaceAll('x', 't').replaceAll('X', 'T') + last,
    );

/** The value as it may stand in a text for people: no link, no name that a program would make one of. */
export const defang = (text: string): string =>
  refang(text)
    .replace(
      /\b([hf])([tT]{1,2})(ps?)(?=:\/\/)/giu,
      (_, first: string, t: string, last: string) => first + t.replaceAll('t', 'x').replaceAll('T', 'X') + last,
    )
    .replaceAll('.', '[.]')
    .replaceAll('@', '[@]')
    .replaceAll('://', '[:]//');
