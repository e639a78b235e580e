/** Reads one bare value by the type of its field: tidied, bounded, or refused with a code. */
import type { FormCodes, LeafField } from '../../../kernel/form.ts';
import { hasControlCharacters, hasMarkup, refang, tidy } from '../../../kernel/text.ts';
import { type Contact, isBlank, isRecord, member, type Plain, type ProblemCode } from './values.ts';

/** A value, or why there is none. `value` beside `code` is kept for showing, such as a code that its list no longer has. */
export interface PlainReading {
  readonly value?: Plain;
  readonly code?: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The value of a field's type in `raw`, which must not be blank. */
export const readPlain = (field: LeafField, raw: unknown, codes: FormCodes): PlainReading => {
  switch (field.type) {
    case 'text':
      return oneLine(
        field.indicator === true && typeof raw === 'string' ? refang(raw.slice(0, 4000)) : raw,
        field.maxLength ?? 200,
      );
    case 'prose':
      return written(raw, field.maxLength ?? 20_000);
    case 'integer':
    case 'number':
      return counted(field, raw);
    case 'instant':
      return instantOf(raw);
    case 'date':
      return dateOf(raw);
    case 'choice':
      return chosen([raw], codes[field.codes ?? ''] ?? [], (found) => found[0] ?? '');
    case 'choices':
      return Array.isArray(raw)
        ? chosen(raw, codes[field.codes ?? ''] ?? [], (found) => found)
        : { code: 'wrong-type' };
    case 'boolean':
      return typeof raw === 'boolean' ? { value: raw } : { code: 'wrong-type' };
    case 'contact':
      return contactOf(raw);
  }
};

// Endless runs of blanks say nothing and make any search for the end of a line slow; a hundred are kept.
const squeeze = (s: string): string => s.replace(/([ \t\u3000\r\n]{100})[ \t\u3000\r\n]+/gu, '$1');

const written = (raw: unknown, max: number): PlainReading => {
  if (typeof raw !== 'string') return { code: 'wrong-type' };
  if (raw.length > max * 2) return { code: 'too-long', params: { max } };
  const value = tidy(squeeze(raw));
  if (value.length > max) return { code: 'too-long', params: { max } };
  if (hasControlCharacters(value)) return { code: 'text-has-control-characters' };
  return hasMarkup(value) ? { code: 'text-has-markup' } : { value };
};

const oneLine = (raw: unknown, max: number): PlainReading => {
  const read = written(raw, max);
  return typeof read.value === 'string' && /[\n\t]/u.test(read.value) ? { code: 'text-has-line-breaks' } : read;
};

/** Half and full width made one, as people type digits and codes either way. */
const narrow = (raw: string): string => raw.slice(0, 400).normalize('NFKC').trim();

const LARGEST = 1e15;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,16})(?:\.\d{1,10})?$/u;

const counted = (field: LeafField, raw: unknown): PlainReading => {
  const n = typeof raw === 'string' ? numberIn(raw) : raw;
  if (typeof n !== 'number' || !Number.isFinite(n))
    return { code: typeof raw === 'object' ? 'wrong-type' : 'not-a-number' };
  if (field.type === 'integer' && !Number.isInteger(n)) return { code: 'not-an-integer' };
  const [min, max] = [field.min ?? -LARGEST, field.max ?? LARGEST];
  if (n < min) return { code: 'too-small', params: { min } };
  return n > max ? { code: 'too-big', params: { max } } : { value: n === 0 ? 0 : n };
};

const numberIn = (raw: string): number => {
  const digits = narrow(raw).replace(/[\u2212\u2010-\u2015]/gu, '-');
  return NUMBER.test(digits) ? Number(digits.replaceAll(',', '')) : Number.NaN;
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d):(\d\d))$/u;

const instantOf = (raw: unknown): PlainReading => {
  if (typeof raw !== 'string') return { code: 'wrong-type' };
  const text = narrow(raw);
  const [, day = '', hour, minute, second = 0, zoneHour = 0, zoneMinute = 0] = INSTANT.exec(text) ?? [];
  const clock = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  if (!clock || !isDay(day) || Number(zoneHour) > 14 || Number(zoneMinute) > 59) return { code: 'impossible-time' };
  return { value: new Date(text).toISOString() };
};

const dateOf = (raw: unknown): PlainReading => {
  if (typeof raw !== 'string') return { code: 'wrong-type' };
  const day = narrow(raw).replace(/^(\d{4})\/(\d\d)\/(\d\d)$/u, '$1-$2-$3');
  return isDay(day) ? { value: day } : { code: 'impossible-time' };
};

/** A day that the calendar has, within the years a programme can mean. */
const isDay = (day: string): boolean => {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/u.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

// Several codes are kept in the order of their list, each once, so that the same choice is the same datum.
const chosen = (raw: readonly unknown[], list: FormCodes[string], made: (found: string[]) => Plain): PlainReading => {
  if (raw.length > 200 || raw.some((code) => typeof code !== 'string')) return { code: 'wrong-type' };
  const given = new Set((raw as string[]).map(narrow));
  const found = list.map((entry) => entry.code).filter((code) => given.has(code));
  if (found.length === given.size) return { value: made(found) };
  return { value: made([...given]), code: 'unknown-code' };
};

const PHONE = /^[\d+()\-. #*]{2,40}(?:(?:内線|ext\.?) ?\d{1,8})?$/u;
const MAIL = /^[^\s@<>"',;:]{1,64}@[^\s@<>"',;:.]{1,63}(?:\.[^\s@<>"',;:.]{1,63}){1,8}$/u;

const contactOf = (raw: unknown): PlainReading => {
  if (!isRecord(raw)) return { code: 'wrong-type' };
  const known = ['name', 'unit', 'phone', 'mail'] as const;
  if (Object.keys(raw).some((key) => !(known as readonly string[]).includes(key))) return { code: 'unknown-member' };
  const made: { -readonly [K in keyof Contact]: Contact[K] } = {};
  for (const key of known) {
    const part = member(raw, key);
    if (isBlank(part)) continue;
    const read = oneLine(key === 'phone' || key === 'mail' ? narrowed(part) : part, key === 'phone' ? 60 : 200);
    if (typeof read.value !== 'string') return read;
    if (key === 'phone' && !PHONE.test(read.value)) return { code: 'not-a-phone-number' };
    if (key === 'mail' && !MAIL.test(read.value)) return { code: 'not-a-mail-address' };
    made[key] = read.value;
  }
  return isBlank(made) ? { code: 'value-missing' } : { value: made };
};

const narrowed = (part: unknown): unknown => (typeof part === 'string' ? narrow(part) : part);
