import { describe, expect, it } from 'vitest';
import type { Setting } from './contract.ts';
import { mailTime, type Noticed, plainSetting, wanted } from './rules.ts';

const at = (time: string): Date => new Date(`2026-11-24T${time}+09:00`);
const notice = (more: Partial<Noticed> = {}): Noticed => ({
  at: at('14:10:20'),
  urgent: false,
  kind: 'provision',
  sector: 'electricity',
  marking: 2,
  ...more,
});
const setting = (more: Partial<Setting>): Setting => ({ ...plainSetting, ...more });
const time = (more: Partial<Setting>, it: Partial<Noticed> = {}): string | null =>
  mailTime(setting(more), notice(it), 'Asia/Tokyo')?.toISOString() ?? null;

describe('when a notice becomes mail', () => {
  it('goes out at once for somebody who has set nothing', () => {
    expect(time({})).toBe(at('14:10:20').toISOString());
  });

  it('waits for the full hour, or for the hour of the day, and goes out on the stroke when it falls on it', () => {
    expect(time({ mail: 'hourly' })).toBe(at('15:00:00').toISOString());
    expect(time({ mail: 'hourly' }, { at: at('15:00:00') })).toBe(at('15:00:00').toISOString());
    expect(time({ mail: 'daily', digestAt: '17:30' })).toBe(at('17:30:00').toISOString());
    expect(time({ mail: 'daily', digestAt: '08:30' })).toBe(new Date('2026-11-25T08:30:00+09:00').toISOString());
  });

  it('waits until quiet hours end, also when they lie over midnight', () => {
    const quiet = { from: '22:00', to: '06:00' };
    expect(time({ quiet }, { at: at('23:15:00') })).toBe(new Date('2026-11-25T06:00:00+09:00').toISOString());
    expect(time({ quiet }, { at: at('05:59:30') })).toBe(at('06:00:00').toISOString());
    expect(time({ quiet }, { at: at('06:00:00') })).toBe(at('06:00:00').toISOString());
    expect(time({ quiet: { from: '12:00', to: '15:00' } })).toBe(at('15:00:00').toISOString());
    expect(time({ mail: 'daily', digestAt: '05:00', quiet }, { at: at('01:00:00') })).toBe(
      at('06:00:00').toISOString(),
    );
  });

  it('lets what is urgent pass quiet hours and digests', () => {
    const asleep = { mail: 'daily', quiet: { from: '00:00', to: '23:59' } } as const;
    expect(time(asleep, { urgent: true })).toBe(at('14:10:20').toISOString());
  });

  it('never sends to somebody who wants no mail, urgent or not', () => {
    expect(time({ mail: 'none' }, { urgent: true })).toBeNull();
  });

  it('reads the hour in the zone of the programme', () => {
    expect(mailTime(setting({ mail: 'daily', digestAt: '09:00' }), notice(), 'Europe/Brussels')?.toISOString()).toBe(
      '2026-11-24T08:00:00.000Z',
    );
  });
});

describe('what somebody wants to hear of', () => {
  it('narrows by kind, mark, sector and urgency', () => {
    expect(wanted(setting({ kinds: ['report'] }), notice())).toBe(false);
    expect(wanted(setting({ marks: ['CLEAR', 'GREEN'] }), notice())).toBe(false);
    expect(wanted(setting({ marks: ['AMBER'] }), notice())).toBe(true);
    expect(wanted(setting({ sectors: ['water'] }), notice())).toBe(false);
    expect(wanted(setting({ sectors: ['water'] }), notice({ sector: null }))).toBe(true);
    expect(wanted(setting({ onlyUrgent: true }), notice())).toBe(false);
    expect(wanted(setting({ onlyUrgent: true }), notice({ urgent: true }))).toBe(true);
  });

  it('takes a mark that is not known for the strictest', () => {
    expect(wanted(setting({ marks: ['CLEAR'] }), notice({ marking: null }))).toBe(false);
    expect(wanted(setting({ marks: ['RED'] }), notice({ marking: null }))).toBe(true);
  });

  it('never keeps back what concerns no circulating thing, such as a key that runs out', () => {
    expect(wanted(setting({ kinds: ['report'], onlyUrgent: true }), notice({ kind: null }))).toBe(true);
  });
});
