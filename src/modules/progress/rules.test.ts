import { describe, expect, test } from 'vitest';
import { countedBy, evidenceOf, monthsOf, stateOf, yearsOf } from './rules.ts';

describe('months of a fiscal year', () => {
  test('run from April to the month that has begun in Japan', () => {
    expect(monthsOf(2026, new Date('2026-11-23T03:12:00+09:00'))).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(monthsOf(2026, new Date('2026-04-30T15:00:00Z'))).toEqual(['2026-04', '2026-05']);
    expect(monthsOf(2026, new Date('2026-04-30T14:59:59Z'))).toEqual(['2026-04']);
  });
  test('reach into the next calendar year until March', () => {
    expect(monthsOf(2026, new Date('2027-02-01T00:00:00+09:00')).slice(-2)).toEqual(['2027-01', '2027-02']);
    expect(monthsOf(2025, new Date('2026-11-23T03:12:00+09:00'))).toHaveLength(12);
    expect(monthsOf(2025, new Date('2026-11-23T03:12:00+09:00')).at(-1)).toBe('2026-03');
  });
  test('are none for a year to come', () => {
    expect(monthsOf(2027, new Date('2027-03-31T23:59:59+09:00'))).toEqual([]);
  });
});

test('one may ask for every year since the plan was decided', () => {
  expect(yearsOf(2014, new Date('2016-04-01T00:00:00+09:00'))).toEqual([2016, 2015, 2014]);
  expect(yearsOf(2014, new Date('2014-07-10T00:00:00+09:00'))).toEqual([2014]);
});

describe('the state of a measure', () => {
  test('is under way once anything proves it', () => {
    expect(stateOf({ conditional: true, partly: false }, 1)).toBe('in-progress');
  });
  test('is not triggered when it rightly waits for something', () => {
    expect(stateOf({ conditional: true, partly: false }, 0)).toBe('not-triggered');
  });
  test('is not started when only a part of it may wait, or nothing', () => {
    expect(stateOf({ conditional: true, partly: true }, 0)).toBe('not-started');
    expect(stateOf({ conditional: false, partly: false }, 0)).toBe('not-started');
  });
});

describe('counting', () => {
  const months = ['2026-04', '2026-05'];
  const counted = countedBy(
    [
      { fact: 'provision.dispatched', month: '2026-04', n: 3 },
      { fact: 'provision.dispatched', month: '2026-05', n: 1 },
      { fact: 'drill.closed', month: '2026-05', n: 2 },
      { fact: 'drill.closed', month: '2026-06', n: 9 },
    ],
    months,
  );
  test('lays each fact out beside the months and drops what lies outside', () => {
    expect(counted.get('provision.dispatched')).toEqual([3, 1]);
    expect(counted.get('drill.closed')).toEqual([0, 2]);
  });
  test('adds an occurrence once however many measures it proves, and nothing for a restated one', () => {
    const measures = [
      { restated: false, evidence: ['provision.dispatched'] },
      { restated: false, evidence: ['provision.dispatched', 'receipt.acknowledged'] },
      { restated: true, evidence: ['drill.closed'] },
    ];
    expect(evidenceOf(measures, counted)).toBe(4);
  });
});
