import { strictness } from '../../kernel/marking.ts';
import type { Setting } from './contract.ts';

/** What holds for somebody who has set nothing: each by mail, at any hour. */
export const plainSetting: Setting = {
  mail: 'each',
  digestAt: '08:30',
  onlyUrgent: false,
  kinds: null,
  sectors: null,
  marks: null,
  quiet: null,
};

/** What is known of a notice when it is decided what becomes of it. */
export interface Noticed {
  readonly at: Date;
  readonly urgent: boolean;
  readonly kind: string | null;
  readonly sector: string | null;
  readonly marking: number | null;
}

/** Whether somebody wants to hear of it outside the portal. What concerns no circulating thing passes every filter. */
export const wanted = (setting: Setting, it: Noticed): boolean => {
  if (it.kind === null) return true;
  if (setting.onlyUrgent && !it.urgent) return false;
  const among = (list: readonly string[] | null, value: string | null | undefined): boolean =>
    list === null || (value !== null && value !== undefined && list.includes(value));
  return (
    among(setting.kinds, it.kind) &&
    (it.sector === null || among(setting.sectors, it.sector)) &&
    among(setting.marks, strictness[it.marking ?? strictness.length - 1])
  );
};

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const minuteOfDay = (at: Date, zone: string): number =>
  minutes(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      at,
    ),
  );

/** The next instant, not before `at`, whose time of day in the zone is `minute`; whole minutes. */
const nextAt = (at: Date, minute: number, zone: string, length = 1440): Date => {
  const whole = Math.ceil(at.getTime() / 60_000) * 60_000;
  const ahead = (((minute - minuteOfDay(new Date(whole), zone)) % length) + length) % length;
  return new Date(whole + ahead * 60_000);
};

const isQuiet = (at: Date, quiet: { from: string; to: string }, zone: string): boolean => {
  const [now, from, to] = [minuteOfDay(at, zone), minutes(quiet.from), minutes(quiet.to)];
  return from <= to ? from <= now && now < to : now >= from || now < to;
};

/** When a notice becomes mail; null: never. What is urgent waits for nothing; the rest for its digest, then for the quiet to end. */
export const mailTime = (setting: Setting, it: Noticed, zone: string): Date | null => {
  if (setting.mail === 'none' || !wanted(setting, it)) return null;
  if (it.urgent) return it.at;
  const gathered =
    setting.mail === 'daily'
      ? nextAt(it.at, minutes(setting.digestAt), zone)
      : setting.mail === 'hourly'
        ? nextAt(it.at, 0, zone, 60)
        : it.at;
  const { quiet } = setting;
  return quiet !== null && isQuiet(gathered, quiet, zone) ? nextAt(gathered, minutes(quiet.to), zone) : gathered;
};
