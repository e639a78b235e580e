import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { establishSpaces } from '../modules/channels/index.ts';
import { establish, installVault, openVault } from '../modules/parties/index.ts';
import { installProgramme, readProgramme } from '../modules/programme/index.ts';
import { database, openPool } from '../platform/database.ts';
import { castOf } from './cast/cast.ts';
import { openDemo } from './open.ts';
import { planReports } from './plan/reports.ts';
import { doors, knocking } from './stage/knock.ts';
import { readWorld } from './world.ts';

const contract = [
  'operator.power-a',
  'operator.power-b',
  'operator.water-a',
  'operator.bank-a',
  'operator.telecom-a',
  'ceptoar.power',
  'ceptoar.water',
  'ceptoar.bank',
  'ministry.meti',
  'ministry.mhlw',
  'ministry.fsa',
  'ministry.mic',
  'security.meti',
  'security.npa',
  'crisis.npa',
  'cs.duty',
  'cs.chief',
  'agency.ipa',
  'agency.jpcert',
  'admin.system',
];
const present = new Date('2026-11-23T03:12:00Z');
const size = { perCircle: 3, most: 12 };
const world = readWorld();

describe('the cast', () => {
  const cast = castOf(world);

  test('has operators as many as the small sectors have, three at least', () => {
    const counts = Object.fromEntries([...cast.members].map(([circle, members]) => [circle, members.length]));
    expect(Object.keys(counts)).toHaveLength(18);
    expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(3);
    expect(counts).toMatchObject({
      'ceptoar.power': 12,
      'ceptoar.gas': 10,
      'ceptoar.water': 8,
      'ceptoar.chemistry': 13,
      'ceptoar.petroleum': 11,
      'ceptoar.aviation': 4,
    });
  });

  test('says of everybody that they are invented, and reaches nobody real', () => {
    for (const it of cast.operators) {
      expect(it.name.ja).toContain('（架空）');
      expect(it.name.en).toContain('(fictitious)');
      expect(it.domain).toMatch(/\.example$/u);
    }
    expect(new Set(cast.operators.map((it) => it.name.ja)).size).toBe(cast.operators.length);
    for (const it of cast.players) {
      expect(it.name.ja).toContain('（架空）');
      expect(it.email).toMatch(/\.example$/u);
    }
    for (const it of [...cast.contacts.values()].flat()) expect(it.phone).toMatch(/^00-0000-\d{4}$/u);
    expect(new Set(cast.players.map((it) => it.email)).size).toBe(cast.players.length);
  });

  test('has one person in the two seats of the ministry', () => {
    const at = (actor: string) => cast.players.find((it) => it.seats.some((seat) => seat.actor === actor));
    expect(at('ministry.meti')).toBe(at('security.meti'));
  });
});

test('the year is the same each time, and moves with the present', () => {
  const cast = castOf(world);
  const plan = planReports(world, cast, present);
  expect(planReports(readWorld(), castOf(readWorld()), present)).toEqual(plan);
  expect(plan.length).toBeGreaterThan(100);
  const days = plan.map((it) => (present.getTime() - (it.acts[0]?.at.getTime() ?? 0)) / 86_400_000);
  expect(Math.max(...days)).toBeGreaterThan(330);
  expect(Math.min(...days)).toBeGreaterThan(0.5);
  for (const it of plan) expect(JSON.stringify(it)).not.toMatch(/[{[#]\w*[|}#]\w/u);
});

describe('a small world', () => {
  const dir = mkdtempSync(join(tmpdir(), 'noroshi-demo-'));
  const keysFile = join(dir, 'demo-keys.json');
  const said: string[] = [];
  let db: FreshDatabase;
  let pools: pg.Pool[] = [];
  const vault = openVault('a secret that only this test knows, long enough');
  const opening = (wanted: boolean) => ({
    wanted,
    dataDir: dir,
    portal: database(pools[0] as pg.Pool),
    worker: database(pools[1] as pg.Pool),
    vault,
    say: (line: string) => void said.push(line),
    present,
    size,
  });

  beforeAll(async () => {
    const { programme } = await readProgramme(fileURLToPath(new URL('../../programmes/jp-2014', import.meta.url)));
    if (programme === null) throw new Error('the programme has mistakes');
    installProgramme(programme);
    db = await freshDatabase();
    pools = [openPool(db.config('portal'), 4), openPool(db.config('worker'), 2)];
    const worker = database(pools[1] as pg.Pool);
    await worker.transaction().execute(async (tx) => {
      await establish(tx, programme, present);
      await establishSpaces(tx, programme);
    });
    await installVault(worker, vault);
    await openDemo(opening(true));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(pools.map((it) => it.end()));
    await db.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  const keys = (): Record<string, { key: string; seat: string; body: string; person: string }> =>
    JSON.parse(readFileSync(keysFile, 'utf8'));

  test('gives every persona of the contract a key that works', async () => {
    const knock = knocking(database(pools[0] as pg.Pool));
    expect(statSync(keysFile).mode & 0o777).toBe(0o600);
    for (const persona of contract) {
      const { key, ...it } = keys()[persona] ?? { key: '', seat: '', body: '', person: '' };
      const session = await knock({ key: persona, secret: key, ...it }, present, doors.showSession, {});
      expect([session.seat.id, session.seat.body.id, session.person.id]).toEqual([it.seat, it.body, it.person]);
    }
    expect(keys()['ministry.meti']?.person).toBe(keys()['security.meti']?.person);
    expect(keys()['ministry.meti']?.seat).not.toBe(keys()['security.meti']?.seat);
  });

  test('leaves work on the desks of the present', async () => {
    const knock = knocking(database(pools[0] as pg.Pool));
    const actor = (persona: string) => ({
      ...(keys()[persona] as { key: string; seat: string; body: string; person: string }),
      secret: keys()[persona]?.key ?? '',
    });
    for (const ministry of ['ministry.meti', 'ministry.fsa'])
      expect((await knock(actor(ministry), present, doors.waiting, {})).reports).toBeGreaterThan(0);
    const { items } = await knock(actor('cs.chief'), present, doors.listProvisions, { query: {} });
    expect(new Set(items.map((it) => it.state))).toEqual(new Set(['draft', 'asked', 'approved', 'sent']));
  });

  test('is found again, and its keys are kept, or made anew when the file is gone', async () => {
    const before = keys();
    const demo = await openDemo(opening(true));
    expect(demo?.personas.map((it) => it.key)).toEqual(expect.arrayContaining(contract));
    expect(keys()).toEqual(before);
    unlinkSync(keysFile);
    await openDemo(opening(true));
    expect(keys()['cs.duty']?.seat).toBe(before['cs.duty']?.seat);
    expect(keys()['cs.duty']?.key).not.toBe(before['cs.duty']?.key);
  });

  test('is not opened without being asked for, nor when it is not whole', async () => {
    await expect(openDemo(opening(false))).rejects.toThrow('Start it with --demo');
    writeFileSync(join(dir, 'demo-unfinished'), '');
    await expect(openDemo(opening(true))).rejects.toThrow('stopped before it was complete');
    unlinkSync(join(dir, 'demo-unfinished'));
  });
});

test('a demo never goes beside real data', async () => {
  const db = await freshDatabase();
  const pools = [openPool(db.config('portal'), 1), openPool(db.config('worker'), 1)];
  const worker = database(pools[1] as pg.Pool);
  await worker
    .insertInto('parties.person')
    .values({ name_ja: '試験（架空）', name_en: 'Test (fictitious)', email: 'a@b.example', created_at: present })
    .execute();
  const opening = {
    dataDir: tmpdir(),
    portal: database(pools[0] as pg.Pool),
    worker,
    vault: openVault('a secret that only this test knows, long enough'),
    say: () => undefined,
  };
  await expect(openDemo({ ...opening, wanted: true })).rejects.toThrow('real data');
  expect(await openDemo({ ...opening, wanted: false })).toBeNull();
  await Promise.all(pools.map((it) => it.end()));
  await db.drop();
});
