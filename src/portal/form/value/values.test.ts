import { describe, expect, test } from 'vitest';
import { parseNumber } from './number.ts';
import { changedTo, finished, isBackwards } from './uncertain.ts';
import { dayPlus } from '../../../kernel/time.ts';
import { hourPlus, instantOf, parseDay, parseHour } from './when.ts';

const now = new Date('2026-11-23T03:12:00+09:00');

describe('a day is understood as people type it', () => {
  test.each([
    ['11/23', '2026-11-23'],
    ['1123', '2026-11-23'],
    ['１１／２２', '2026-11-22'],
    ['20261101', '2026-11-01'],
    ['11月23日（月）', '2026-11-23'],
    ['令和8年11月23日', '2026-11-23'],
    ['R8.4.1', '2026-04-01'],
    ['平成元年1月8日', '1989-01-08'],
    ['きょう', '2026-11-23'],
    ['昨日', '2026-11-22'],
    ['today', '2026-11-23'],
    ['5', '2026-11-05'],
    ['1/5', '2027-01-05'],
  ])('%s', (typed, day) => expect(parseDay(typed, now)).toBe(day));

  test.each(['13/45', '2026-02-30', 'soon', '', '99'])('%s is no day', (typed) =>
    expect(parseDay(typed, now)).toBeNull(),
  );
});

describe('a time is understood as people type it', () => {
  test.each([
    ['0110', '01:10'],
    ['110', '01:10'],
    ['1:10', '01:10'],
    ['01:10ころ', '01:10'],
    ['1時10分', '01:10'],
    ['午後1時', '13:00'],
    ['1pm', '13:00'],
    ['２３：５９', '23:59'],
    ['7', '07:00'],
  ])('%s', (typed, hour) => expect(parseHour(typed)).toBe(hour));

  test.each(['24:00', '1:75', 'noon', ''])('%s is no time', (typed) => expect(parseHour(typed)).toBeNull());
});

test('day and time in Japan make an instant', () => {
  expect(instantOf('2026-11-23', '01:10')).toBe('2026-11-22T16:10:00.000Z');
  expect(dayPlus('2026-12-31', 1)).toBe('2027-01-01');
  expect(hourPlus('23:50', 15)).toBe('00:05');
});

test('numbers come in every width and with their words', () => {
  expect(parseNumber('３，０００')).toBe(3000);
  expect(parseNumber('約1万')).toBe(10_000);
  expect(parseNumber('1.5億')).toBe(150_000_000);
  expect(parseNumber('many')).toBeNull();
  expect(parseNumber('')).toBeNull();
});

test('a change of state keeps what was written', () => {
  const known = { state: 'known', value: 3 } as const;
  expect(changedTo('between', known)).toEqual({ state: 'between', from: 3, to: null });
  expect(changedTo('about', { state: 'between', from: 1, to: 2 })).toEqual({ state: 'about', value: 1 });
  expect(changedTo('withheld', known)).toEqual({ state: 'withheld' });
});

test('unknown and withheld are whole answers, half a range is none', () => {
  expect(finished({ state: 'unknown' })).toEqual({ state: 'unknown' });
  expect(finished({ state: 'between', from: 1, to: null })).toBeNull();
  expect(finished({ state: 'about', value: 0 })).toEqual({ state: 'about', value: 0 });
  expect(finished(null)).toBeNull();
});

test('a range that runs backwards is noticed', () => {
  expect(isBackwards({ state: 'between', from: 3, to: 1 })).toBe(true);
  expect(isBackwards({ state: 'between', from: '2026-11-22T10:00:00Z', to: '2026-11-22T18:30:00+09:00' })).toBe(true);
  expect(isBackwards({ state: 'between', from: 1, to: null })).toBe(false);
});
