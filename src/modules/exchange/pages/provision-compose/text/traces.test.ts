import { expect, test } from 'vitest';
import { pieces, placesOf, replaced } from './traces.ts';

test('a trace is found however wide or high it is written', () => {
  expect(placesOf('部品は ＫＹＤＮ-rtu です', 'KYDN-RTU')).toEqual([[4, 12]]);
  expect(placesOf('ﾎｸﾄ電力と北都電力', 'ホクト')).toEqual([[0, 3]]);
});

test('a text falls into what is marked and what is not, and nothing of it is lost', () => {
  const text = '給電所の端末。給電所へ。';
  expect(pieces(text, ['給電所'])).toEqual([
    { text: '給電所', found: '給電所' },
    { text: 'の端末。' },
    { text: '給電所', found: '給電所' },
    { text: 'へ。' },
  ]);
  expect(
    pieces(text, ['給電所', '電所', '端末'])
      .map((p) => p.text)
      .join(''),
  ).toBe(text);
});

test('of two traces that overlap the longer is marked', () => {
  expect(pieces('北都電力株式会社', ['北都', '北都電力'])).toEqual([
    { text: '北都電力', found: '北都電力' },
    { text: '株式会社' },
  ]);
});

test('every place of a trace is replaced at once', () => {
  expect(replaced('給電所と給電所', '給電所', '拠点')).toBe('拠点と拠点');
  expect(replaced('何もない', '', '拠点')).toBe('何もない');
});
