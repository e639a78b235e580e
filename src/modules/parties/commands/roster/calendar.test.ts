import { describe, expect, it } from 'vitest';
import { gapsBetween, overlap, servedBetween, servingAt, type Shift } from './calendar.ts';

const at = (time: string): Date => new Date(`2026-11-${time}:00+09:00`);
// 2026-11-23 is a Monday.
const shift = (more: Partial<Shift> = {}): Shift => ({
  id: 'a',
  weekdays: [1, 2, 3, 4, 5],
  starts: '18:00',
  ends: '08:00',
  from: '2026-11-01',
  to: null,
  ...more,
});

describe('a night shift', () => {
  it('runs over midnight into the next day, and that of Friday into Saturday', () => {
    expect(servingAt([shift()], [], at('23T23:59'))).toMatchObject({ until: at('24T08:00') });
    expect(servingAt([shift()], [], at('24T07:59'))).toMatchObject({ until: at('24T08:00') });
    expect(servingAt([shift()], [], at('24T08:00'))).toBeNull();
    expect(servingAt([shift()], [], at('28T02:00'))).toMatchObject({ until: at('28T08:00') });
    expect(servingAt([shift()], [], at('29T02:00'))).toBeNull();
  });

  it('begins on its first day and is served out when it ends', () => {
    const short = shift({ from: '2026-11-24', to: '2026-11-25' });
    expect(servingAt([short], [], at('23T20:00'))).toBeNull();
    expect(servingAt([short], [], at('25T07:00'))).toMatchObject({ until: at('25T08:00') });
    expect(servingAt([short], [], at('25T20:00'))).toBeNull();
  });
});

it('two places of a pattern overlap by time, by weekday and by their dates, and touching is not overlapping', () => {
  const night = shift();
  expect(overlap(night, shift({ starts: '08:00', ends: '18:00' }))).toBe(false);
  expect(overlap(night, shift({ starts: '07:30', ends: '12:00' }))).toBe(true);
  expect(overlap(night, shift({ weekdays: [6], starts: '07:00', ends: '09:00' }))).toBe(true);
  expect(overlap(night, shift({ weekdays: [7], starts: '07:00', ends: '09:00' }))).toBe(false);
  expect(overlap(shift({ to: '2026-12-01' }), shift({ from: '2026-12-02' }))).toBe(false);
  expect(overlap(shift({ starts: '09:00', ends: '09:00' }), shift({ starts: '12:00', ends: '13:00' }))).toBe(true);
});

it('an exception stands before the pattern while it lasts', () => {
  const off = { id: 'x', from: at('23T20:00'), until: at('23T22:00') };
  expect(servingAt([shift()], [off], at('23T21:00'))).toEqual({ exception: off });
  expect(servingAt([shift()], [off], at('23T22:00'))).toMatchObject({ shift: { id: 'a' } });
});

it('gaps are what nobody serves, and what an exception leaves empty', () => {
  const [from, until] = [at('23T12:00'), at('24T12:00')];
  const served = servedBetween([shift()], from, until);
  expect(gapsBetween(served, [{ from: at('23T20:00'), until: at('23T22:00') }], from, until)).toEqual([
    { from, until: at('23T18:00') },
    { from: at('23T20:00'), until: at('23T22:00') },
    { from: at('24T08:00'), until },
  ]);
  expect(gapsBetween([], [], from, until)).toEqual([{ from, until }]);
});
