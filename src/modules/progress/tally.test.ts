import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  admin,
  as,
  count,
  happened,
  idIn,
  item,
  live,
  now,
  openTally,
  plan,
  seats,
  tallied,
} from '../../../test/tally.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTally();
});
afterAll(() => close());

const everyFact = [
  'report.submitted',
  'report.version-added',
  'report.returned',
  'report.answered',
  'report.relayed',
  'receipt.opened',
  'receipt.acknowledged',
];

describe('while a report waits with its ministry', () => {
  let report = '';
  beforeAll(async () => {
    report = await item('report', ['operator.power-a', 'ministry.meti']);
    await happened('operator.power-a', 'report.submitted', report, { openTo: 'reached' });
    await happened('ministry.meti', 'receipt.acknowledged', report);
    await happened('ministry.meti', 'report.returned', report, { openTo: 'reached' });
  });

  test('the centre counts nothing of it, whatever facts it asks for', async () => {
    expect(await as('cs.duty', (acting) => tallied(acting, everyFact))).toEqual([]);
    expect((await plan('cs.duty')).totals.evidence).toBe(0);
  });
  test('its ministry counts what it did itself, its operator what is open to it', async () => {
    expect(count(await plan('ministry.meti'), 'エ-c', 'report.returned')).toBe(1);
    expect(count(await plan('ministry.meti'), 'ウ-b', 'receipt.acknowledged')).toBe(1);
    expect(count(await plan('operator.power-a'), 'ウ-b', 'receipt.acknowledged')).toBe(0);
  });
  test('the other seat of the same person and another operator count nothing', async () => {
    for (const who of ['security.meti', 'operator.power-b'] as const) expect((await plan(who)).totals.evidence).toBe(0);
  });
  test('once relayed it is counted at the centre, but not who acknowledged it on its way up', async () => {
    await admin.query(`insert into circulation.reach values ($1, $2, $3, 'report', $4)`, [
      report,
      idIn(seats, 'cs.duty'),
      live,
      now,
    ]);
    await happened('ministry.meti', 'report.relayed', report, { openTo: 'reached' });
    const seen = await plan('cs.duty');
    expect(count(seen, 'エ-c', 'report.relayed')).toBe(1);
    expect(count(seen, 'エ-a', 'report.relayed')).toBe(1);
    expect(count(seen, 'ウ-b', 'receipt.acknowledged')).toBe(0);
    expect(seen.totals.evidence).toBe(1);
    expect(await as('cs.duty', (acting) => tallied(acting, everyFact))).toEqual([
      { fact: 'report.relayed', month: '2026-11-01', n: 1 },
    ]);
  });
  test('what was relayed, but not to the reading seat, is not counted', async () => {
    const elsewhere = await item('report', ['operator.power-b', 'ministry.meti', 'security.meti']);
    await happened('ministry.meti', 'report.relayed', elsewhere);
    expect(count(await plan('cs.duty'), 'エ-c', 'report.relayed')).toBe(1);
  });
  test('a later version that still waits with the ministry adds nothing at the centre', async () => {
    const { subject } = (await admin.query('select subject from circulation.item where id = $1', [report])).rows[0];
    const second = await item('report', ['operator.power-a', 'ministry.meti'], live, subject);
    await happened('operator.power-a', 'report.version-added', second);
    await happened('ministry.meti', 'receipt.acknowledged', second);
    expect((await plan('cs.duty')).totals.evidence).toBe(1);
  });
});
