import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const draft = {
  title: '保守用の端末からの通信',
  body: 'power-b.example への通信を調べてください。',
  kind: 'warning',
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'direct',
};

it('lets the author say why a trace stays, shows it to the second person, and leaves the decision to that person', async () => {
  const { id } = (await world.call('cs.duty', 'POST', '/api/provisions', draft)).body;
  const key = 'trace:body:power-b.example';
  const edited = await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, {
    reasons: [{ key, reason: '公表された接続先です' }],
  });
  expect([edited.status, edited.body.desk.revision]).toEqual([200, 2]);
  const seen = await world.call('cs.chief', 'GET', `/api/provisions/${id}`);
  expect(seen.body.desk.reasons).toEqual([{ key, reason: '公表された接続先です' }]);
  expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`, {})).body.reason).toBe(
    'warnings-stand',
  );
  const accept = [{ key, reason: '公表を確かめた' }];
  expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`, { accept })).status).toBe(200);
  expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).status).toBe(200);
  const read = await world.call('operator.power-a', 'GET', `/api/provisions/${id}`);
  expect([read.status, read.body.desk]).toEqual([200, null]);
  expect(JSON.stringify(read.body)).not.toContain('公表');
});
