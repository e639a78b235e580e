import { expect, test } from 'vitest';
import { removed } from './removed.ts';

const gone = (source: string, text: string): string[] =>
  removed(source, text)
    .filter((it) => it.gone)
    .map((it) => it.text);

test('what the new text left out of the source is marked', () => {
  expect(gone('東北地方の拠点から通信を検知した。', '拠点から通信を検知した。')).toEqual(['東北地方の']);
  expect(gone('端末は保守会社が更新した。', '端末は保守会社が更新した。')).toEqual([]);
});

test('put together again it is the source', () => {
  const source = '端末1台（KYDN-RTU-07）から、\n登録のない宛先 203.0.113.40 へ。';
  expect(
    removed(source, '登録のない宛先へ')
      .map((it) => it.text)
      .join(''),
  ).toBe(source);
});

test('a text that says nothing leaves all of it out', () => {
  expect(removed('通信を検知した', '').every((it) => it.gone)).toBe(true);
});
