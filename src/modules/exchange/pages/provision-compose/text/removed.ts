/** A stretch of the source; `gone` when the new text no longer says it. */
export interface Kept {
  readonly text: string;
  readonly gone: boolean;
}

const MOST = 1500;

const wordsOf = (text: string): string[] =>
  [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map((it) => it.segment);

/**
 * The source with what the new text left out marked: the longest common run of words is what stayed. Of very long texts
 * only the first 1,500 words are compared; the rest counts as kept when it stands in the new text at all.
 */
export const removed = (source: string, text: string): readonly Kept[] => {
  const [before, after] = [wordsOf(source), wordsOf(text)];
  const head = before.slice(0, MOST);
  const stays = common(head, after.slice(0, MOST));
  const out: { text: string; gone: boolean }[] = [];
  before.forEach((word, i) => {
    const gone = i < MOST ? stays[i] !== true && word.trim() !== '' : !text.includes(word);
    const last = out.at(-1);
    if (last !== undefined && (last.gone === gone || word.trim() === '')) last.text += word;
    else out.push({ text: word, gone });
  });
  return out;
};

// Which words of `a` are part of the longest sequence common with `b`.
const common = (a: readonly string[], b: readonly string[]): boolean[] => {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const stays = a.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      stays[i] = true;
      i += 1;
      j += 1;
    } else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return stays;
};
