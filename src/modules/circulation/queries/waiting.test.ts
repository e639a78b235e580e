import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

it('keeps a duty to pass a report on, however late it is, until it is done', async () => {
  const handling = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
  const report = { headline: '応答停止', eventType: 'E31', handling };
  const { id } = (await world.call('operator.power-a', 'POST', '/api/reports', report)).body;
  const duties = async (): Promise<string[]> =>
    (await world.call('ministry.meti', 'GET', '/api/waiting')).body.deadlines
      .filter((d: { kind: string }) => d.kind === 'relay')
      .map((d: { subject: { id: string } }) => d.subject.id);
  world.clock.set(new Date(world.clock.now().getTime() + 40 * 86_400_000));
  expect(await duties()).toEqual([id]);
  expect((await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`)).status).toBe(200);
  expect(await duties()).toEqual([]);
});
