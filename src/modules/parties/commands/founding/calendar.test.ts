import { fileURLToPath } from 'node:url';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.ts';
import { database, openPool } from '../../../../platform/database.ts';
import { installProgramme, loadProgramme } from '../../../programme/index.ts';
import { establish } from './establish.ts';

let db: FreshDatabase;
let admin: pg.Pool;
let worker: pg.Pool;
const secret = createHash('sha256').update('a key of Brussels').digest();

beforeAll(async () => {
  const nis = await loadProgramme(fileURLToPath(new URL('../../../../../programmes/nis2-sample', import.meta.url)));
  installProgramme(nis);
  db = await freshDatabase();
  admin = new pg.Pool({ ...db.config('admin'), max: 1 });
  admin.on('connect', (client) => client.on('error', () => undefined));
  worker = openPool(db.config('worker'), 1);
  await database(worker)
    .transaction()
    .execute((tx) => establish(tx, nis, new Date('2026-11-24T09:00:00Z')));
  const { rows } = await admin.query(`select s.id, s.body, s.capacity from parties.seat s limit 1`);
  const [seat, person] = [rows[0], randomUUID()];
  await admin.query(
    `insert into parties.person (id, name_ja, name_en, email, created_at) values ($1, '架空', 'Fictitious', 'one@example.test', now())`,
    [person],
  );
  await admin.query(`insert into acting.epoch (person) values ($1)`, [person]);
  await admin.query(`insert into acting.holder values ($1, $2, $3, $4, 'officer', '2027-01-01', '2027-07-01')`, [
    seat.id,
    person,
    seat.body,
    seat.capacity,
  ]);
  await admin.query(
    `insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until) values ($1, 'key', $2, $3, 1, now(), '2100-01-01')`,
    [secret, person, seat.id],
  );
});

afterAll(async () => {
  await Promise.all([admin.end(), worker.end()]);
  await db.drop();
});

const opens = async (at: string): Promise<boolean> =>
  (await admin.query(`select from acting.begin($1, null, $2)`, [secret, at])).rowCount === 1;

it('a seat begins and ends with a day of the programme’s own zone, in winter and in summer', async () => {
  expect(await opens('2026-12-31T22:59:59Z')).toBe(false);
  expect(await opens('2026-12-31T23:00:00Z')).toBe(true);
  expect(await opens('2027-06-30T21:59:59Z')).toBe(true);
  expect(await opens('2027-06-30T22:00:00Z')).toBe(false);
});

it('what a session has set moves no day', async () => {
  const client = await admin.connect();
  try {
    await client.query(`set timezone = 'Pacific/Kiritimati'`);
    const { rows } = await client.query(`select acting.day('2026-12-31T22:30:00Z')::text as day`);
    expect(rows).toEqual([{ day: '2026-12-31' }]);
  } finally {
    client.release(true);
  }
});
