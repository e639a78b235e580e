/** The cells of a workbook that somebody sends: read by a strict parser, and refused for whatever is no plain cell. */
import { SaxesParser } from 'saxes';
import { Refusal } from '../../../kernel/refusal.ts';
import { partsOf } from './package.ts';

/** What a cell holds. A date is a number until somebody says that it is one. */
export type CellValue = string | number | boolean;

/** The first sheet of a workbook. */
export interface Cells {
  /** By reference, such as `D12`; what is empty is not there. */
  readonly at: ReadonlyMap<string, CellValue>;
  readonly lastRow: number;
  /** Whether its days are counted from 1904, as some spreadsheets do. */
  readonly from1904: boolean;
}

/** The most rows and cells that are read, of all sheets together. */
export const largest = { rows: 3000, cells: 40_000 } as const;

const unreadable = (): Refusal => new Refusal('sheet-not-readable');

// Programs, what fetches from elsewhere, and what hides other files.
const PROGRAM =
  /vba|macrosheets|dialogsheets|activex|externallinks|embeddings|ctrlprops|customui|querytables|connections\.xml|\.bin$/iu;

/**
 * Reads the first sheet. Refuses, before a value is looked at, programs, hidden sheets, formulas wherever they stand, and
 * more rows than any form has. Nothing in it is run, fetched or computed.
 */
export const cellsOf = (bytes: Buffer): Cells => {
  const parts = partsOf(bytes);
  const names = [...parts.keys()];
  const types = textOf(parts, '[Content_Types].xml');
  if (names.some((it) => PROGRAM.test(it) && !/printersettings/iu.test(it)) || /macroenabled/iu.test(types))
    throw new Refusal('sheet-has-programs');
  const book = bookOf(parts);
  if (book.hidden) throw new Refusal('sheet-has-hidden');
  const strings = parts.has('xl/sharedStrings.xml') ? stringsOf(textOf(parts, 'xl/sharedStrings.xml')) : [];
  const sheets = names.filter((it) => /^xl\/worksheets\/[^/]+\.xml$/u.test(it));
  const count = { rows: 0, cells: 0 };
  const read = new Map(sheets.map((name) => [name, sheetOf(textOf(parts, name), strings, count)]));
  const formulas = [...read.values()].flatMap((it) => it.formulas);
  if (formulas.length > 0) throw new Refusal('sheet-has-formulas', { cells: formulas.slice(0, 20).join(', ') });
  const first = read.get(book.first);
  if (first === undefined) throw unreadable();
  return { at: first.at, lastRow: first.lastRow, from1904: book.from1904 };
};

const textOf = (parts: ReadonlyMap<string, Buffer>, name: string): string => {
  const part = parts.get(name);
  if (part === undefined) throw unreadable();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch {
    throw unreadable();
  }
};

type Attributes = Readonly<Record<string, string>>;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Goes through a part. A document type, which could define words of its own, is refused like a broken one. */
const through = (
  text: string,
  on: {
    open?: (name: string, attributes: Attributes) => void;
    text?: (s: string) => void;
    close?: (name: string) => void;
  },
): void => {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw unreadable();
  });
  parser.on('doctype', () => {
    throw unreadable();
  });
  parser.on('opentag', ({ name, attributes }) => on.open?.(local(name), attributes));
  parser.on('text', (s) => on.text?.(s));
  parser.on('cdata', (s) => on.text?.(s));
  parser.on('closetag', ({ name }) => on.close?.(local(name)));
  parser.write(text).close();
};

const bookOf = (parts: ReadonlyMap<string, Buffer>): { first: string; hidden: boolean; from1904: boolean } => {
  const sheets: { id: string; state: string }[] = [];
  let from1904 = false;
  through(textOf(parts, 'xl/workbook.xml'), {
    open: (name, a) => {
      if (name === 'sheet') sheets.push({ id: a['r:id'] ?? '', state: a['state'] ?? 'visible' });
      if (name === 'workbookPr') from1904 = a['date1904'] === '1' || a['date1904'] === 'true';
    },
  });
  const targets = new Map<string, string>();
  through(textOf(parts, 'xl/_rels/workbook.xml.rels'), {
    open: (name, a) => {
      if (name === 'Relationship') targets.set(a['Id'] ?? '', a['Target'] ?? '');
    },
  });
  const target = targets.get(sheets[0]?.id ?? '') ?? '';
  return {
    first: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    hidden: sheets.some((it) => it.state !== 'visible'),
    from1904,
  };
};

/** The texts that cells share; how they are read aloud (ふりがな) stands beside them and is no part of them. */
const stringsOf = (text: string): string[] => {
  const strings: string[] = [];
  let [aloud, taking]: [number, boolean] = [0, false];
  through(text, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') aloud += 1;
      taking = name === 't' && aloud === 0;
    },
    text: (s) => {
      if (taking) strings.push((strings.pop() ?? '') + s);
    },
    close: (name) => {
      if (name === 'rPh') aloud -= 1;
      taking = false;
    },
  });
  return strings;
};

const REFERENCE = /^[A-Z]{1,3}([1-9]\d{0,6})$/u;

const sheetOf = (
  text: string,
  strings: readonly string[],
  count: { rows: number; cells: number },
): { at: Map<string, CellValue>; formulas: string[]; lastRow: number } => {
  const at = new Map<string, CellValue>();
  const formulas: string[] = [];
  let [cell, type, written, taking, lastRow]: [string, string, string, boolean, number] = ['', 'n', '', false, 0];
  through(text, {
    open: (name, a) => {
      if (name === 'row') count.rows += 1;
      if (name === 'c') {
        count.cells += 1;
        [cell, type, written] = [a['r'] ?? '', a['t'] ?? 'n', ''];
        const row = Number(REFERENCE.exec(cell)?.[1] ?? Number.NaN);
        if (Number.isNaN(row)) throw unreadable();
        lastRow = Math.max(lastRow, row);
      }
      if (name === 'f') formulas.push(cell);
      taking = name === 'v' || name === 't';
      if (count.rows > largest.rows || count.cells > largest.cells || lastRow > largest.rows)
        throw new Refusal('sheet-too-large', { ...largest }, 413);
    },
    text: (s) => {
      if (taking) written += s;
    },
    close: (name) => {
      taking = false;
      if (name !== 'c') return;
      const value = valueOf(type, written, strings);
      if (value !== undefined && value !== '') at.set(cell, value);
    },
  });
  return { at, formulas, lastRow };
};

const valueOf = (type: string, written: string, strings: readonly string[]): CellValue | undefined => {
  if (written === '') return undefined;
  if (type === 's') return strings[Number(written)];
  if (type === 'b') return written === '1';
  return type === 'n' && Number.isFinite(Number(written)) ? Number(written) : written;
};
