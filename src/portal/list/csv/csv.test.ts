import { expect, test } from 'vitest';
import { csv, fileName, safeCell } from './csv.ts';

test('what a spreadsheet could run is told apart with an apostrophe', () => {
  for (const evil of ['=1+1', '+SUM(A1)', '-2+3', '@import', '　=cmd', ' =x', '＝HYPERLINK()', '|calc', '%x']) {
    expect(safeCell(evil).replace(/^"/u, '').startsWith("'"), evil).toBe(true);
  }
  expect(safeCell('\t=1')).toBe("'\t=1");
});

test('numbers and ordinary words stay as they are', () => {
  expect(safeCell(-5)).toBe('-5');
  expect(safeCell('-3.2')).toBe('-3.2');
  expect(safeCell('経済産業省')).toBe('経済産業省');
  expect(safeCell(null)).toBe('');
});

test('commas, quotes and line breaks are quoted', () => {
  expect(safeCell('a,b')).toBe('"a,b"');
  expect(safeCell('say "no"')).toBe('"say ""no"""');
  expect(safeCell('=a,"b"')).toBe('"\'=a,""b"""');
  expect(safeCell('x\r\ny')).toBe('"x\ny"');
});

test('a file begins with the byte order mark and ends each line as RFC 4180 says', () => {
  expect(csv(['団体', '数'], [['水道', 8]])).toBe('\uFEFF団体,数\r\n水道,8\r\n');
});

test('a file name carries the mark and no sign that file systems refuse', () => {
  expect(fileName('desk/2026:11.csv', 'TLP:AMBER')).toBe('[TLP-AMBER] desk-2026-11.csv');
});
