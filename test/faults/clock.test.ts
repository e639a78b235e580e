import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escalate, remind } from '../../src/modules/circulation/index.ts';
import { watchObligations } from '../../src/modules/exchange/index.ts';
import { buildWorld, type Reply, type World } from '../world.ts';

const start = new Date('2026-11-23T03:00:00Z');
let world: World;
beforeAll(async () => {
  world = await buildWorld(start);
});
afterAll(() => world.close());

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const at = (hours: number): void => world.clock.set(new Date(start.getTime() + hours * 3_600_000));
const post = (who: string, path: string, body: object = {}): Promise<Reply> => world.call(who, 'POST', path, body);
const get = (who: string, path: string): Promise<Reply> => world.call(who, 'GET', path);
const facts = async (): Promise<string[]> => {
  const { rows } = await world.admin.query<{ fact: string }>(`select fact from journal.entry order by seq`);
  return rows.map((it) => it.fact);
};

describe('a clock that is set back by two hours', () => {
  let id = '';
  it('leaves what was done before done, and lets what comes next be done', async () => {
    at(2);
    id = (await post('operator.power-a', '/api/reports', { headline: '応答停止', eventType: 'E31', handling: amber }))
      .body.id;
    await get('ministry.meti', `/api/reports/${id}`);
    at(0);
    expect((await get('ministry.meti', `/api/reports/${id}`)).body.versions).toHaveLength(1);
    expect((await post('ministry.meti', `/api/reports/${id}/relay`)).status).toBe(200);
    expect((await get('cs.duty', `/api/reports/${id}`)).status).toBe(200);
    const version = await post('operator.power-a', `/api/reports/${id}/versions`, {
      stage: 'follow-up',
      summary: '続き',
    });
    expect(version.status).toBe(201);
    const shown = await get('operator.power-a', `/api/reports/${id}`);
    expect(shown.body.versions.map((it: { number: number }) => it.number)).toEqual([1, 2]);
  });

  it('keeps the journal in the order in which it was written, and its reactions skip nothing', async () => {
    await world.settle();
    const before = await facts();
    expect(before.filter((it) => ['report.submitted', 'report.relayed', 'report.version-added'].includes(it))).toEqual([
      'report.submitted',
      'report.relayed',
      'report.version-added',
    ]);
    const { rows } = await world.admin.query<{ n: number }>(
      `select count(*)::int as n from circulation.receipt where sent_at is not null and delivered_at is null and unreachable is null`,
    );
    expect(rows[0]?.n).toBe(0);
    const notices = await get('cs.duty', '/api/notices');
    expect(notices.body.items.length).toBeGreaterThan(0);
  });

  it('reminds once, however often the clock passes the same hour', async () => {
    const told: number[] = [];
    for (const hour of [3, 1, 3, 0, 5]) {
      at(hour);
      await remind(world.worker, world.clock);
      await escalate(world.worker, world.clock);
      await watchObligations(world.worker, world.clock);
      await world.settle();
      told.push((await facts()).filter((it) => it === 'receipt.reminded' || it === 'duty.reminded').length);
    }
    at(5);
    await remind(world.worker, world.clock);
    const after = (await facts()).filter((it) => it === 'receipt.reminded' || it === 'duty.reminded').length;
    expect(told[0]).toBeGreaterThan(0);
    expect([told[1], told[2], told[3], after]).toEqual([told[0], told[0], told[0], told[4]]);
    const { rows } = await world.admin.query<{ n: number }>(
      `select max(n)::int as n from (select count(*) as n from notices.notice where why = 'reminder' group by cause, person, seat) x`,
    );
    expect(rows[0]?.n ?? 1).toBe(1);
  });

  it('lengthens no deadline, and what was answered keeps its first time', async () => {
    at(4);
    const inbox = await get('cs.duty', '/api/inbox?kind=report');
    const mine = inbox.body.items.find((it: { subject: { id: string } }) => it.subject.id === id);
    const first = await post('cs.duty', `/api/receipts/${mine.receipt}/acknowledgement`, { state: 'received' });
    at(1);
    const again = await post('cs.duty', `/api/receipts/${mine.receipt}/acknowledgement`, { state: 'affected' });
    expect(again.body.acknowledgedAt).toBe(first.body.acknowledgedAt);
    const later = await get('cs.duty', '/api/inbox?kind=report');
    const same = later.body.items.find((it: { receipt: string }) => it.receipt === mine.receipt);
    expect(same.due).toBe(mine.due);
  });

  it('ends a sign-in at its time whichever way the clock went', async () => {
    at(0);
    const who = world.people.get('operator.power-b');
    const ended = new Date(start.getTime() + 3_600_000);
    await world.admin.query(`update acting.sign_in set until = $2 where person = $1`, [who?.person, ended]);
    expect((await get('operator.power-b', '/api/inbox')).status).toBe(200);
    at(2);
    expect((await get('operator.power-b', '/api/inbox')).status).toBe(401);
  });
});
