import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, as, count, drill, happened, item, openTally, plan, pool, tallied } from '../../../test/tally.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTally();
});
afterAll(() => close());

describe('a provision that went down', () => {
  beforeAll(async () => {
    const provision = await item('provision', ['cs.duty', 'ministry.meti', 'operator.power-a', 'operator.power-b']);
    await happened('cs.duty', 'provision.dispatched', provision, { openTo: 'reached' });
    await happened('cs.duty', 'provision.dispatched', provision, {
      openTo: 'reached',
      at: new Date('2026-03-31T23:59:59+09:00'),
    });
    await happened('operator.power-a', 'receipt.acknowledged', provision, {
      at: new Date('2026-10-31T23:59:59+09:00'),
    });
    await happened('operator.power-b', 'receipt.acknowledged', provision, {
      at: new Date('2026-11-01T00:00:00+09:00'),
    });
  });

  test('is counted with all its acknowledgements at the centre, by month in Japan', async () => {
    const { scope, months, items } = await plan('cs.duty');
    expect(scope).toBe('programme');
    const acknowledged = items
      .find((it) => it.label === 'ウ-b')
      ?.evidence.find((it) => it.fact === 'receipt.acknowledged');
    expect(acknowledged?.count).toBe(2);
    expect(acknowledged?.months.slice(months.indexOf('2026-10'))).toEqual([1, 1]);
  });
  test('an operator counts that it came and its own acknowledgement, never another’s', async () => {
    const seen = await plan('operator.power-a');
    expect(seen.scope).toBe('own');
    expect(count(seen, 'ウ-b', 'provision.dispatched')).toBe(1);
    expect(count(seen, 'ウ-b', 'receipt.acknowledged')).toBe(1);
  });
  test('a ministry learns nothing of who acknowledged below it', async () => {
    expect(count(await plan('ministry.meti', { year: 2026 }), 'ウ-b', 'provision.dispatched')).toBe(1);
    const { rows } = await admin.query(`select count(*) as n from journal.entry where fact = 'receipt.acknowledged'`);
    expect(Number(rows[0].n)).toBeGreaterThan(count(await plan('ministry.meti'), 'ウ-b', 'receipt.acknowledged') ?? 0);
  });
  test('belongs to the fiscal year that holds its moment', async () => {
    expect(count(await plan('cs.duty', { year: 2025 }), 'ウ-b', 'provision.dispatched')).toBe(1);
  });
});

describe('the walls of the count', () => {
  test('the function gives no rows to a seat without the power, and none to nobody', async () => {
    for (const who of ['ministry.meti', 'operator.power-a'] as const) {
      expect(await as(who, (acting) => tallied(acting, ['provision.dispatched', 'receipt.acknowledged']))).toEqual([]);
    }
    const { rows } = await pool.query(
      `select * from progress.tally(array['provision.dispatched'], '2026-04-01', '2027-04-01')`,
    );
    expect(rows).toEqual([]);
  });
  test('a drill counts nothing, neither in the live figures nor in its own', async () => {
    const before = (await plan('cs.duty')).totals.evidence;
    const message = await item('provision', ['cs.duty', 'operator.power-a'], drill);
    await happened('cs.duty', 'provision.dispatched', message, { realm: drill, openTo: 'reached' });
    await happened('operator.power-a', 'receipt.acknowledged', message, { realm: drill });
    expect((await plan('cs.duty')).totals.evidence).toBe(before);
    expect((await plan('cs.duty', {}, drill)).totals.evidence).toBe(0);
    expect((await plan('operator.power-a', {}, drill)).totals.evidence).toBe(0);
  });
  test('what concerns no circulated thing is counted as it happened', async () => {
    await happened('ministry.meti', 'contact.verified', randomUUID());
    expect(count(await plan('cs.duty'), 'エ-b', 'contact.verified')).toBe(1);
    expect(count(await plan('operator.power-a'), 'エ-b', 'contact.verified')).toBe(0);
  });
});

describe('the plan as it is answered', () => {
  test('has 31 items and 91 leaves, each group its own, whatever is asked for', async () => {
    const some = await plan('cs.duty', { evidence: 'some' });
    expect([some.totals.items, some.totals.leaves, some.parents.length]).toEqual([31, 91, 31]);
    expect(some.groups.map((it) => it.leaves)).toEqual([11, 21, 15, 7, 13, 24]);
    const none = await plan('cs.duty', { evidence: 'none' });
    expect(some.items.length + none.items.length).toBe(91);
    expect(some.items.length).toBe(some.totals.withEvidence);
  });
  test('leaves out at the centre the facts that its scope cannot know, rather than showing a false nought', async () => {
    expect(count(await plan('cs.duty'), 'エ-c', 'report.returned')).toBeUndefined();
    expect(count(await plan('operator.power-b'), 'エ-c', 'report.returned')).toBe(0);
  });
  test('names every owner', async () => {
    const { owners, items } = await plan('cs.duty');
    const named = new Set(owners.map((it) => it.key));
    for (const leaf of items) for (const key of [...leaf.owners, ...leaf.through]) expect(named).toContain(key);
    expect(owners.every((it) => it.title.ja !== it.key)).toBe(true);
  });
});
