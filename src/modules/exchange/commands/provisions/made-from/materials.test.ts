import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const materials = [
  {
    kind: 'public',
    title: '製造元の告知',
    reference: 'https://vendor.example/advisory/7',
    quote: 'part_9.dll を差し替える',
  },
  { kind: 'partner', title: '海外の機関からの知らせ', reference: 'ref 40', quote: '部品 relay-view_2.dll に注意' },
];
const draft = {
  title: '監視用の部品について',
  body: 'part_9.dll と relay-view_2.dll を確かめてください。',
  kind: 'warning',
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'direct',
  materials,
};

it('keeps what else a text was made from with its desk, warns of what only a partner told, and sends nothing of it', async () => {
  const { id, desk } = (await world.call('cs.duty', 'POST', '/api/provisions', draft)).body;
  expect(desk.materials).toEqual(materials);
  const { warnings } = (await world.call('cs.duty', 'GET', `/api/provisions/${id}/audience`)).body;
  expect(warnings.map((w: { text: string }) => w.text)).toEqual(['relay-view_2.dll']);
  const accept = warnings.map(({ key }: { key: string }) => ({ key, reason: '公表された' }));
  expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`, { accept })).status).toBe(200);
  expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).status).toBe(200);
  for (const who of ['operator.power-a', 'ministry.meti', 'ceptoar.power']) {
    const said = JSON.stringify((await world.call(who, 'GET', `/api/provisions/${id}`)).body);
    expect([who, /vendor\.example|海外の機関|製造元/u.test(said)]).toEqual([who, false]);
  }
  const later = await world.call('cs.duty', 'POST', `/api/provisions/${id}/versions`, { stage: 'update' });
  expect(later.body.desk.materials).toEqual(materials);
  const fewer = await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { materials: materials.slice(0, 1) });
  expect(fewer.body.desk.materials).toEqual(materials.slice(0, 1));
});

it('voids an approval when what it was made from changes, and refuses what is no source', async () => {
  const { id } = (await world.call('cs.duty', 'POST', '/api/provisions', { ...draft, body: '確かめてください。' }))
    .body;
  expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`)).status).toBe(200);
  await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { materials: [] });
  expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).body.reason).toBe(
    'needs-second-person',
  );
  for (const wrong of [
    { ...materials[0], kind: 'report' },
    { ...materials[0], title: '' },
    { ...materials[0], body: id },
  ])
    expect((await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { materials: [wrong] })).status).toBe(400);
});
