import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, dayOf, fiscalYearBounds, fiscalYearOf, longDay, milliseconds, plus } from './time.ts';

const instant = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('a day in Japan', () => {
  it('begins nine hours before Greenwich', () => {
    expect(dayOf(new Date('2026-11-22T14:59:59.999Z'))).toBe('2026-11-22');
    expect(dayOf(new Date('2026-11-22T15:00:00Z'))).toBe('2026-11-23');
    expect(clockTime(new Date('2026-11-22T15:00:00Z'))).toBe('00:00');
    expect(clockTime(new Date('2026-11-22T14:59:59Z'))).toBe('23:59');
  });

  it('is one of twenty-four hours, all year: there is no summer time', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const next = plus(at, 'P1D');
        expect(clockTime(next)).toBe(clockTime(at));
        expect(Date.parse(dayOf(next)) - Date.parse(dayOf(at))).toBe(86_400_000);
      }),
    );
  });
});

describe('a fiscal year', () => {
  it('turns at midnight of 1 April in Japan', () => {
    expect(fiscalYearOf(new Date('2015-03-31T14:59:59.999Z'))).toBe(2014);
    expect(fiscalYearOf(new Date('2015-03-31T15:00:00Z'))).toBe(2015);
    expect(fiscalYearOf(new Date('2015-01-01T00:00:00Z'))).toBe(2014);
  });

  it('holds exactly the instants between its bounds, and the next begins where it ends', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const year = fiscalYearOf(at);
        const { from, until } = fiscalYearBounds(year);
        expect(from <= at && at < until).toBe(true);
        expect(fiscalYearBounds(year + 1).from).toEqual(until);
        expect(fiscalYearOf(from)).toBe(year);
        expect(fiscalYearOf(new Date(until.getTime() - 1))).toBe(year);
      }),
    );
  });
});

describe('a long date', () => {
  it.each([
    ['2026-11-23T03:00:00Z', '令和8年11月23日', '23 November 2026'],
    ['2019-04-30T14:59:59Z', '平成31年4月30日', '30 April 2019'],
    ['2019-04-30T15:00:00Z', '令和元年5月1日', '1 May 2019'],
    ['1989-01-07T15:00:00Z', '平成元年1月8日', '8 January 1989'],
    ['1989-01-07T14:00:00Z', '昭和64年1月7日', '7 January 1989'],
  ])('%s is %s and %s', (at, ja, en) => {
    expect(longDay(new Date(at), 'ja')).toBe(ja);
    expect(longDay(new Date(at), 'en')).toBe(en);
  });
});

describe('a duration', () => {
  it('is of days, hours and minutes', () => {
    expect(['P1D', 'PT90M', 'P1DT2H', 'PT0M', 'P30D', 'P1DT2H3M'].map(milliseconds)).toEqual([
      86_400_000, 5_400_000, 93_600_000, 0, 2_592_000_000, 93_780_000,
    ]);
  });

  it('adds up', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(99), fc.nat(999), (d, h, m) => {
        const whole = `P${d}DT${h}H${m}M`;
        expect(milliseconds(whole)).toBe(milliseconds(`P${d}D`) + milliseconds(`PT${h}H`) + milliseconds(`PT${m}M`));
        expect(plus(new Date(0), whole).getTime()).toBe(milliseconds(whole));
      }),
    );
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P1',
    '1D',
    'P1M',
    'P1Y',
    'P1W',
    'PT1S',
    'P-1D',
    'P1.5D',
    'p1d',
    ' P1D',
    'P1D ',
    'P1D\n',
    'PT2M1H',
    'P99999D',
  ])('%j is none', (it) => {
    expect(() => milliseconds(it)).toThrow(RangeError);
  });
});
