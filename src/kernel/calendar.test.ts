import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  dayOf,
  dayPlus,
  fiscalYearBounds,
  fiscalYearOf,
  instantAt,
  later,
  quarterEnd,
  zoneName,
} from './time.ts';

const japan: Calendar = { timeZone: 'Asia/Tokyo', fiscalYearBegins: '04-01' };
const brussels: Calendar = { timeZone: 'Europe/Brussels', fiscalYearBegins: '01-01' };
const at = (text: string): Date => new Date(text);

describe('a calendar', () => {
  it('begins a day at midnight of its own zone', () => {
    expect(dayOf(at('2026-12-31T15:00:00Z'), japan)).toBe('2027-01-01');
    expect(dayOf(at('2026-12-31T22:59:59Z'), brussels)).toBe('2026-12-31');
    expect(dayOf(at('2026-12-31T23:00:00Z'), brussels)).toBe('2027-01-01');
    expect(dayOf(at('2026-06-30T22:00:00Z'), brussels)).toBe('2026-07-01');
  });

  it('ends quarters by its own fiscal year, also around its ends', () => {
    expect(quarterEnd(at('2026-06-30T14:59:59Z'), japan).toISOString()).toBe('2026-06-30T15:00:00.000Z');
    expect(quarterEnd(at('2026-06-30T15:00:00Z'), japan).toISOString()).toBe('2026-09-30T15:00:00.000Z');
    expect(quarterEnd(at('2026-02-01T00:00:00Z'), japan).toISOString()).toBe('2026-03-31T15:00:00.000Z');
    expect(quarterEnd(at('2026-12-31T22:59:59Z'), brussels).toISOString()).toBe('2026-12-31T23:00:00.000Z');
    expect(quarterEnd(at('2026-05-01T00:00:00Z'), brussels).toISOString()).toBe('2026-06-30T22:00:00.000Z');
  });

  it('adds months and days by the clock on the wall, and hours as they are', () => {
    expect(later(at('2026-01-31T10:00:00Z'), 'P1M', brussels).toISOString()).toBe('2026-02-28T10:00:00.000Z');
    // Clocks go forward on 29 March 2026 and back on 25 October 2026.
    expect(later(at('2026-03-28T11:00:00Z'), 'P1D', brussels).toISOString()).toBe('2026-03-29T10:00:00.000Z');
    expect(later(at('2026-03-28T11:00:00Z'), 'PT24H', brussels).toISOString()).toBe('2026-03-29T11:00:00.000Z');
    expect(later(at('2026-10-24T10:00:00Z'), 'P1D', brussels).toISOString()).toBe('2026-10-25T11:00:00.000Z');
    expect(later(at('2026-06-30T15:00:00Z'), 'P2M', japan).toISOString()).toBe('2026-08-31T15:00:00.000Z');
    expect(later(at('2026-01-01T00:00:00Z'), 'PT1H30M', japan).toISOString()).toBe('2026-01-01T01:30:00.000Z');
    expect(() => later(at('2026-01-01T00:00:00Z'), 'P1W', japan)).toThrow(RangeError);
  });

  it('holds exactly the instants between the bounds of a fiscal year, wherever and whenever that begins', () => {
    const calendars = [japan, brussels, { timeZone: 'Europe/London', fiscalYearBegins: '04-06' }];
    const instants = fc.date({ min: at('1995-01-01T00:00:00Z'), max: at('2090-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...calendars), instants, (calendar, when) => {
        const year = fiscalYearOf(when, calendar);
        const { from, until } = fiscalYearBounds(year, calendar);
        expect(from <= when && when < until).toBe(true);
        expect(fiscalYearBounds(year + 1, calendar).from).toEqual(until);
        expect(dayOf(from, calendar)).toBe(`${year}-${calendar.fiscalYearBegins}`);
        expect(quarterEnd(when, calendar) > when && quarterEnd(when, calendar) <= until).toBe(true);
      }),
    );
  });

  it('finds the instant of a day and a time again, also across a change of clocks', () => {
    const days = fc.date({ min: at('2000-01-01T12:00:00Z'), max: at('2060-01-01T12:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(japan, brussels), days, (calendar, when) => {
        const day = dayOf(when, calendar);
        expect(dayOf(instantAt(day, '00:00', calendar), calendar)).toBe(day);
        expect(instantAt(dayPlus(day, 1), '12:00', calendar) > instantAt(day, '12:00', calendar)).toBe(true);
      }),
    );
    expect(instantAt('2026-03-29', '02:30', brussels).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('2026-07-01', '00:00', brussels).toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(Number.isNaN(instantAt('2026-13-45', '00:00', japan).getTime())).toBe(true);
  });

  it('calls its zone what people there call it', () => {
    expect(zoneName(at('2026-01-15T00:00:00Z'), japan)).toBe('JST');
    expect([zoneName(at('2026-01-15T00:00:00Z'), brussels), zoneName(at('2026-07-15T00:00:00Z'), brussels)]).toEqual([
      'CET',
      'CEST',
    ]);
  });
});
