import { dayOf, dayPlus, instantAt } from '../../../kernel/time.ts';

const noon = (day: string): Date => instantAt(day, '12:00');
const exists = (year: number, month: number, day: number): string | null => {
  const said = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const at = noon(said);
  return !Number.isNaN(at.getTime()) && dayOf(at) === said ? said : null;
};

const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };
const relative: Readonly<Record<string, number>> = {
  きょう: 0,
  今日: 0,
  TODAY: 0,
  きのう: -1,
  昨日: -1,
  YESTERDAY: -1,
  おととい: -2,
  一昨日: -2,
  あす: 1,
  明日: 1,
  あした: 1,
  TOMORROW: 1,
};

/**
 * The day that was typed, as `2026-11-23`; null when it is none. Takes `11/23`, `1123`, `20261123`, `2026-11-23`,
 * `11月23日（月）`, `令和8年11月23日`, `R8.11.23`, `23` (this month), `きょう`, `昨日`, `today`. A day without year is the nearest to now.
 */
export const parseDay = (typed: string, now: Date): string | null => {
  const text = typed
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/\s*\(.*\)$/u, '');
  const steps = relative[text];
  if (steps !== undefined) return dayPlus(dayOf(now), steps);
  const era = /^(令和|平成|R|H)\.?\s*(\d{1,2}|元)[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/u.exec(text);
  if (era !== null)
    return exists((eras[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2])), Number(era[3]), Number(era[4]));
  const full = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (full !== null) return exists(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[月.\-/](\d{1,2})日?$/u.exec(text) ?? /^(\d{2})(\d{2})$/u.exec(text);
  if (short !== null) return nearest(Number(short[1]), Number(short[2]), now);
  const day = /^(\d{1,2})日?$/u.exec(text);
  if (day !== null) return exists(Number(dayOf(now).slice(0, 4)), Number(dayOf(now).slice(5, 7)), Number(day[1]));
  return null;
};

const nearest = (month: number, day: number, now: Date): string | null => {
  const year = Number(dayOf(now).slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((y) => exists(y, month, day) ?? []);
  const away = (d: string): number => Math.abs(noon(d).getTime() - now.getTime());
  return days.sort((a, b) => away(a) - away(b))[0] ?? null;
};

/** The time that was typed, as `01:10`; null when it is none. Takes `110`, `0110`, `1:10`, `1時10分`, `1時`, `午後1時`, `1pm`. */
export const parseHour = (typed: string): string | null => {
  const text = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s+|ごろ|ころ|頃/gu, '');
  const m =
    /^(午前|午後)?(\d{1,2})(?:[:時](?:(\d{1,2})分?)?)?(am|pm)?$/u.exec(text) ??
    /^(午前|午後)?(\d{1,2})(\d{2})(am|pm)?$/u.exec(text);
  if (m === null) return null;
  const afternoon = m[1] === '午後' || m[4] === 'pm';
  const [hour, minute] = [Number(m[2]), Number(m[3] ?? 0)];
  const at = afternoon && hour < 12 ? hour + 12 : hour;
  return at > 23 || minute > 59 ? null : `${String(at).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** The instant of a day and a time, RFC 3339 UTC. */
export const instantOf = (day: string, hour: string): string => instantAt(day, hour).toISOString();

/** The time so many minutes later, around midnight if need be. */
export const hourPlus = (hour: string, minutes: number): string => {
  const [h, m] = hour.split(':').map(Number) as [number, number];
  const all = (((h * 60 + m + minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
};
