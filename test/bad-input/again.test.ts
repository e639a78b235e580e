import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../world.ts';
import { asking, nowhere, provision, report } from './asking.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { refused } = asking(() => world);

describe('the same POST again', () => {
  const send = (who: string, key: string, body: object) =>
    world.call(who, 'POST', '/api/reports', body, { 'idempotency-key': key });
  const count = async (): Promise<number> =>
    (await world.admin.query('select count(*)::int as n from exchange.report')).rows[0].n;

  it('acts once and answers the same, ten times at once as well', async () => {
    const before = await count();
    const first = await send('operator.power-c', 'k-1', report);
    const again = await send('operator.power-c', 'k-1', report);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const many = await Promise.all(Array.from({ length: 10 }, () => send('operator.power-c', 'k-2', report)));
    expect(new Set(many.map((r) => r.status))).toEqual(new Set([201]));
    expect(new Set(many.map((r) => r.body.id)).size).toBe(1);
    expect(await count()).toBe(before + 2);
  });

  it('with another body or at another door is refused, and so it stays', async () => {
    await refused(409, 'idempotency-key-reused', (language) =>
      world.call(
        'operator.power-c',
        'POST',
        '/api/reports',
        { ...report, headline: '別の件' },
        { ...language, 'idempotency-key': 'k-1' },
      ),
    );
    await refused(409, 'idempotency-key-reused', (language) =>
      world.call(
        'operator.power-c',
        'POST',
        `/api/reports/${nowhere}/messages`,
        { text: 'x' },
        { ...language, 'idempotency-key': 'k-1' },
      ),
    );
  });

  it('under another’s key is an act of one’s own: another seat, another person of the same seat', async () => {
    expect((await send('operator.power-d', 'k-1', { ...report, headline: '別の件' })).status).toBe(201);
    const draftAs = (who: string, title: string) =>
      world.call(who, 'POST', '/api/provisions', { ...provision, title }, { 'idempotency-key': 'desk-1' });
    const [duty, chief] = [await draftAs('cs.duty', '当直の案'), await draftAs('cs.chief', '統括の案')];
    expect([duty.status, chief.status]).toEqual([201, 201]);
    expect(duty.body.id).not.toBe(chief.body.id);
  });

  it('after a refusal is tried anew: what was refused keeps no key', async () => {
    expect((await send('operator.power-e', 'k-3', { ...report, eventType: 'E99' })).status).toBe(400);
    expect((await send('operator.power-e', 'k-3', report)).status).toBe(201);
  });
});
