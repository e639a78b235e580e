import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { clockSeconds } from '../../kernel/time.ts';
import { speak } from '../text.ts';
import type { Language } from '../text.ts';
import { ago, dayAndTime, dayBrief, dayShort, fiscal, left, nearness, span } from './phrases.ts';

const use = (language: Language) =>
  speak(language, [
    JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8')) as Record<
      string,
      string
    >,
  ]);

const now = new Date('2026-11-23T03:12:40+09:00');
const at = (s: string) => new Date(`${s}+09:00`);

beforeEach(() => use('ja'));

test('a deadline says what is left, and by how much it is over', () => {
  expect(left(at('2026-11-23T03:30:00'), now)).toBe('残り18分');
  expect(left(at('2026-11-23T02:50:00'), now)).toBe('22分超過');
  expect(left(at('2026-11-23T09:00:00'), now)).toBe('残り5時間48分');
  use('en');
  expect(left(at('2026-11-23T03:30:00'), now)).toBe('18 min left');
});

test('lengths have at most two units', () => {
  expect(span(3_000)).toBe('3秒');
  expect(span(81 * 60_000)).toBe('1時間21分');
  expect(span(2 * 3_600_000)).toBe('2時間');
  expect(span(53 * 3_600_000)).toBe('2日5時間');
  expect(span(-5)).toBe('0秒');
});

test('nearness follows the hour and the day in Japan', () => {
  expect(nearness(at('2026-11-23T03:12:40'), now)).toBe('late');
  expect(nearness(at('2026-11-23T04:12:40'), now)).toBe('soon');
  expect(nearness(at('2026-11-23T23:59:00'), now)).toBe('today');
  expect(nearness(at('2026-11-24T00:00:00'), now)).toBe('later');
  expect(nearness(null, now)).toBe('none');
});

test('days are said in Japanese and in English, the year only when it is another', () => {
  expect(dayShort(now)).toBe('11月23日（月）');
  expect(dayShort(at('2025-04-01T00:00:00'), now)).toBe('2025年4月1日（火）');
  expect(dayAndTime(at('2026-11-22T22:10:00'), now)).toBe('11月22日（日） 22:10');
  expect(dayAndTime(at('2026-11-23T02:47:00'), now)).toBe('02:47');
  expect(dayBrief(at('2026-11-27T18:00:00'), now)).toBe('27日（金）');
  expect(dayBrief(at('2026-12-03T18:00:00'), now)).toBe('12月3日');
  use('en');
  expect(dayShort(now)).toBe('Mon 23 Nov');
});

test('fiscal years carry their reign and begin in April', () => {
  expect(fiscal(at('2026-03-31T23:59:59'))).toBe('令和7年度');
  expect(fiscal(now)).toBe('令和8年度');
  expect(fiscal(at('2014-05-19T00:00:00'))).toBe('平成26年度');
});

test('what was just now is now', () => {
  expect(ago(at('2026-11-23T03:12:10'), now)).toBe('いま');
  expect(ago(at('2026-11-23T02:40:00'), now)).toBe('32分前');
  expect(clockSeconds(now)).toBe('03:12:40');
});
