import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingIn } from '../../../../../test/source-approval.ts';
import { buildWorld, type World } from '../../../../../test/world.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
beforeAll(async () => {
  world = await buildWorld(noon);
});
afterAll(() => world.close());

const { post, get, reported, approve, send, approved, asked, askingOf } = askingIn(() => world);

describe('an urgent release', () => {
  it('is let go at once by a second person only, whose reason every source reads', async () => {
    const report = await reported();
    const id = await approved([report]);
    const path = `/api/provisions/${id}/urgent-release`;
    expect((await post('cs.duty', path, { reason: '急ぐため。' })).body.reason).toBe('needs-second-person');
    expect((await post('cs.chief', path, { reason: ' ' })).status).toBe(400);
    expect((await post('cs.chief', path, { reason: '架空power-b株式会社でも起きたため。' })).body.reason).toBe(
      'reason-names-body',
    );
    for (const who of ['ministry.meti', 'operator.power-a', 'admin.system'])
      expect([who, (await post(who, path, { reason: 'x' })).status]).toEqual([who, 403]);
    expect((await post('cs.chief', path, { reason: '同じ型の故障が続いているため。' })).status).toBe(201);
    expect((await post('cs.chief', path, { reason: '再度' })).body.reason).toBe('nothing-waits');
    const asking = await askingOf('operator.power-a', report);
    expect((await get('operator.power-a', `/api/source-approvals/${asking}`)).body.urgent).toEqual({
      reason: '同じ型の故障が続いているため。',
    });
    expect((await send(id)).status).toBe(200);
    expect((await asked('operator.power-a', report))[0]).toMatchObject({ state: 'open', mayAnswer: false });
  });

  it('needs a new release for a new text, and none where nothing waits', async () => {
    const report = await reported();
    const id = await approved([report]);
    await post('cs.chief', `/api/provisions/${id}/urgent-release`, { reason: '急ぐため。' });
    await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { body: '別の文。' });
    await approve(id);
    expect((await send(id)).body.reason).toBe('source-approval-open');
    const warning = await approved([report], { kind: 'warning' });
    expect(
      (await post('cs.chief', `/api/provisions/${warning}/urgent-release`, { reason: '急ぐ。' })).body.reason,
    ).toBe('nothing-waits');
    expect((await send(warning)).status).toBe(200);
  });
});

it('holds in the database too: a dispatch that forgets to ask is refused', async () => {
  const report = await reported();
  const id = await approved([report]);
  const { rows } = await world.admin.query(`select item from exchange.provision_version where provision = $1`, [id]);
  await expect(
    world.admin.query(`update circulation.item set sent = $2 where id = $1`, [rows[0].item, noon]),
  ).rejects.toThrow('source-approval-open');
});

it('tells the source and its ministry that something waits, and the desk that it was answered or that the time ran out', async () => {
  await world.settle();
  const unread = async (who: string) =>
    ((await get(who, '/api/notices?unread=true')).body.items as { why: string }[]).filter((it) =>
      it.why.startsWith('source-'),
    ).length;
  const before = {
    source: await unread('operator.power-a'),
    ministry: await unread('ministry.meti'),
    desk: await unread('cs.duty'),
    other: await unread('operator.power-b'),
  };
  const report = await reported();
  await approved([report]);
  await world.settle();
  expect([await unread('operator.power-a'), await unread('ministry.meti')]).toEqual([
    before.source + 1,
    before.ministry + 1,
  ]);
  await post('operator.power-a', `/api/source-approvals/${await askingOf('operator.power-a', report)}/answer`, {
    answer: 'agreed',
  });
  await world.settle();
  expect([await unread('cs.duty'), await unread('operator.power-b')]).toEqual([before.desk + 1, before.other]);
});
