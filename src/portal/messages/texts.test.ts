import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { both, figure, languageOf, rich, speak, t } from '../text.ts';

const catalogue = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Record<string, string>;

beforeEach(() => speak('ja', [{ 'a.sent': '{who}へ{n}件', 'a.plain': '送る' }]));

test('a text is filled with names and figures', () => {
  expect(t('a.sent', { who: '経済産業省', n: 1658 })).toBe('経済産業省へ1,658件');
});

test('a hole without a value and a key without a text stay visible', () => {
  expect(t('a.sent', { n: 1 })).toBe('{who}へ1件');
  expect(t('a.missing')).toBe('a.missing');
});

test('nodes can fill holes', () => {
  expect(rich('a.sent', { who: 'X', n: 2 })).toHaveLength(5);
});

test('later catalogues win and both() picks the language in use', () => {
  speak('en', [{ k: 'one' }, { k: 'two' }]);
  expect(t('k')).toBe('two');
  expect(both({ ja: '水道', en: 'Water' })).toBe('Water');
  expect(figure(12_345)).toBe('12,345');
});

test('the cookie decides the language and Japanese is the default', () => {
  expect(languageOf('a=b; noroshi_lang=en')).toBe('en');
  expect(languageOf('noroshi_lang=ja')).toBe('ja');
  expect(languageOf('')).toBe('ja');
});

test('English has every key of Japanese, with the same holes', () => {
  const ja = catalogue('ja');
  const en = catalogue('en');
  const holes = (s: string) => [...s.matchAll(/\{(\w+)\}/gu)].map((m) => m[1] ?? '').sort((a, b) => a.localeCompare(b));
  expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  for (const key of Object.keys(ja)) expect(holes(en[key] ?? ''), key).toEqual(holes(ja[key] ?? ''));
});
