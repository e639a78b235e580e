/** One value as a cell of a sheet, and back. */
import type { FormCodes, LeafField } from '../../../kernel/form.ts';
import { clockTime, dayOf, instantAt } from '../../../kernel/time.ts';
import type { Locale } from '../engine/view/voice.ts';
import type { CellValue } from './cells.ts';

// A spreadsheet that saves the sheet in another format may run what begins like this, full-width signs included.
const FORMULA = /^'*[\s\u3000]*[=+\-@＝＋－＠|%\t]/u;

/** A text that no spreadsheet takes for a formula; `unguarded` gives back exactly what it was. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before it was guarded. */
export const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

/** A value of a field as its cell shows it; a text that fits nothing is shown as it was written. */
export const cellOf = (field: LeafField, value: unknown, codes: FormCodes, locale: Locale): CellValue => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' && (field.type === 'integer' || field.type === 'number')) return value;
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1];
  if (field.type === 'instant' && typeof value === 'string') return localOf(value);
  const list = codes[field.codes ?? ''] ?? [];
  const said = (code: string): string => {
    const entry = list.find((it) => it.code === code);
    return entry === undefined ? code : choiceOf(entry, locale);
  };
  if (field.type === 'choice' && typeof value === 'string') return said(value);
  if (Array.isArray(value))
    return guarded(value.flatMap((it) => (typeof it === 'string' ? [said(it)] : [])).join('\n'));
  return typeof value === 'string' ? guarded(value) : typeof value === 'number' ? String(value) : '';
};

/** A code with its title, as it is offered and written. */
export const choiceOf = (it: FormCodes[string][number], locale: Locale): string => `${it.code} ${it.title[locale]}`;

/** Yes and no, as they are offered. */
export const yesNo = { ja: ['はい', 'いいえ'], en: ['Yes', 'No'] } as const;

/** The value that a cell holds for a field, still to be validated; a text that fits nothing stays the text it is. */
export const valueIn = (field: LeafField, cell: CellValue, codes: FormCodes, from1904: boolean): unknown => {
  const text = typeof cell === 'string' ? unguarded(cell) : cell;
  switch (field.type) {
    case 'text':
    case 'prose':
      return typeof text === 'boolean' ? (text ? 'TRUE' : 'FALSE') : String(text);
    case 'integer':
    case 'number':
      return text;
    case 'boolean':
      return booleanIn(text);
    case 'instant':
      return typeof text === 'number' ? instantIn(serial(text, from1904)) : instantIn(String(text));
    case 'date':
      return (typeof text === 'number' ? serial(text, from1904) : String(text).trim().normalize('NFKC')).slice(0, 10);
    case 'choice':
      return codeIn(String(text), codes[field.codes ?? ''] ?? []);
    case 'choices':
      return codesIn(String(text), codes[field.codes ?? ''] ?? []);
    case 'contact':
      return String(text);
  }
};

const booleanIn = (text: CellValue): unknown => {
  if (typeof text !== 'string') return text === 1 ? true : text === 0 ? false : text;
  const said = text.trim();
  if (yesNo.ja[0] === said || yesNo.en[0] === said) return true;
  return yesNo.ja[1] === said || yesNo.en[1] === said ? false : text;
};

const codeIn = (text: string, list: FormCodes[string]): string => {
  const said = text.trim();
  const found = list.find(
    (it) => said === it.code || said === it.title.ja || said === it.title.en || said.startsWith(`${it.code} `),
  );
  return found?.code ?? said;
};

// One in a line; whoever writes codes by hand may also part them by commas.
const codesIn = (text: string, list: FormCodes[string]): string[] =>
  text
    .split('\n')
    .flatMap((line) => {
      const whole = codeIn(line, list);
      return list.some((it) => it.code === whole) ? [whole] : line.split(/[、，,;；]/u).map((it) => codeIn(it, list));
    })
    .filter((it) => it !== '');

/** An instant as clocks of the programme show it; where they show it twice, as it is written for machines. */
const localOf = (value: string): string => {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return guarded(value);
  const [day, time] = [dayOf(at), clockTime(at)];
  const rest = at.getTime() - Math.floor(at.getTime() / 60_000) * 60_000;
  if (instantAt(day, time).getTime() + rest !== at.getTime()) return at.toISOString();
  return `${day} ${time}${rest === 0 ? '' : `:${at.toISOString().slice(17, rest % 1000 === 0 ? 19 : 23)}`}`;
};

const LOCAL =
  /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?(?:[ T　]*(\d{1,2})[:時](\d{2})分?(?::(\d{2}(?:\.\d{1,3})?))?)?$/u;

const instantIn = (text: string): string => {
  const said = text.trim().normalize('NFKC');
  const [, year, month, day, hour = '0', minute = '00', second = '0'] = LOCAL.exec(said) ?? [];
  if (year === undefined || month === undefined || day === undefined) return said;
  const at = instantAt(
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    `${hour.padStart(2, '0')}:${minute}`,
  );
  return Number.isNaN(at.getTime()) ? said : new Date(at.getTime() + Number(second) * 1000).toISOString();
};

/** A day and time that a spreadsheet keeps as a number of days, as it shows them. */
const serial = (days: number, from1904: boolean): string => {
  const at = new Date(Math.round((days + (from1904 ? 1462 : 0) - 25_569) * 86_400) * 1000);
  return Number.isNaN(at.getTime()) ? String(days) : at.toISOString().slice(0, 19).replace('T', ' ');
};
