/** A cell's content. */
export type Cell = string | number | null | undefined;

// A spreadsheet runs what begins like this, also behind blanks and as full-width signs.
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠|%]/u;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/u;

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what could be one. */
export const safeCell = (value: Cell): string => {
  if (value === null || value === undefined) return '';
  const text = String(value).replace(/\r\n?/gu, '\n');
  const risky = /^[\t\r\n]/u.test(text) || (FORMULA.test(text) && !PLAIN_NUMBER.test(text));
  const safe = risky ? `'${text}` : text;
  return /[",\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as CSV (RFC 4180) with a byte order mark, so that Japanese opens rightly in Excel. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(safeCell).join(',')).join('\r\n')}\r\n`;

/** A file name without characters that file systems refuse. */
export const fileName = (name: string, mark?: string): string =>
  `${mark === undefined ? '' : `[${mark}] `}${name}`.replace(/[\\/:*?"<>|\u0000-\u001F]/gu, '-').slice(0, 120);

/** Hands a text, or the bytes of a file, to the browser. */
export const download = (
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'text/csv;charset=utf-8',
): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
