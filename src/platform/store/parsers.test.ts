import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { decimal, wholeNumber } from './parsers.ts';

test('numbers arrive as numbers while that is exact, and as text when it is not', () => {
  expect(wholeNumber('9007199254740991')).toBe(9007199254740991);
  expect(wholeNumber('9007199254740993')).toBe('9007199254740993');
  expect(decimal('0.10')).toBe(0.1);
  expect(decimal('-12345678901234.5')).toBe(-12345678901234.5);
  expect(decimal('1234567890.12345678')).toBe('1234567890.12345678');
});

test('from the database come counts as numbers, days as text, and lists of both', async () => {
  const db = await freshDatabase('bare');
  const client = new pg.Client(db.config('portal'));
  await client.connect();
  const { rows } = await client.query(
    `select count(*) as n, 1.5::numeric as d, date '2026-11-23' as day, array[1, null]::bigint[] as ns, array[date '2026-04-01'] as days, '{}'::bigint[] as none`,
  );
  expect(rows).toEqual([{ n: 1, d: 1.5, day: '2026-11-23', ns: [1, null], days: ['2026-04-01'], none: [] }]);
  await client.end();
  await db.drop();
});
