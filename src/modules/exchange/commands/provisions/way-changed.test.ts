import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { drilling, minutes, start } from '../../../../../test/drills.ts';
import { buildWorld, type World } from '../../../../../test/world.ts';
import { installProgramme, loadProgramme } from '../../../programme/index.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(start);
  // A regime whose large-scale way leaves the ministry out: the one that is shipped has the same tiers in both modes.
  const jp = await loadProgramme(fileURLToPath(new URL('../../../../../programmes/jp-2014', import.meta.url)));
  installProgramme({
    ...jp,
    routes: jp.routes.map((it) =>
      it.key === 'provision-large-scale' ? { ...it, hops: it.hops.filter((hop) => hop.to !== 'sector-ministry') } : it,
    ),
  });
});
afterAll(() => world.close());

const tiersOf = async (who: string, id: string): Promise<Set<string>> => {
  const { recipients } = (await world.call(who, 'GET', `/api/provisions/${id}/audience`)).body;
  return new Set(recipients.map((it: { tier: string }) => it.tier));
};
const capacitiesOf = async (id: string): Promise<string[]> => {
  const { rows } = await world.admin.query(
    `select t.capacity from circulation.tier t join exchange.provision_version v on v.item = t.item where v.provision = $1 order by t.position`,
    [id],
  );
  return rows.map((it) => it.capacity);
};
const draft = async (): Promise<string> => {
  const { items } = (await world.call('cs.duty', 'GET', '/api/circles')).body;
  const circle = items.find((it: { key: string }) => it.key === 'ceptoar.power').id;
  const made = await world.call('cs.duty', 'POST', '/api/provisions', {
    title: '注意（架空）',
    body: '確かめてください。',
    kind: 'warning',
    handling: { scheme: 'tlp', version: '2.0', value: 'GREEN' },
    audience: { circles: [circle], bodies: [] },
    tempo: 'direct',
  });
  expect(made.status).toBe(201);
  return made.body.id;
};
const approve = (id: string) =>
  world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`, { accept: [] }).then((it) => it.status);
const send = (id: string) => world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`, {});

it('lays what was in preparation anew when the mode was switched, and sends it once that was seen and approved', async () => {
  const live = (await world.call('cs.duty', 'GET', '/api/session')).body.realm;
  const id = await draft();
  expect(await capacitiesOf(id)).toEqual(['sector-ministry', 'ceptoar', 'operator']);
  expect(await approve(id)).toBe(200);
  const act = { verb: 'declare', sectors: ['electricity'], regions: ['tohoku'] };
  expect(await drilling(world).switchMode(live, act, minutes(4))).toBe(201);

  const first = await send(id);
  expect([first.status, first.body.reason]).toEqual([409, 'way-changed']);
  expect(await capacitiesOf(id)).toEqual(['ceptoar', 'operator']);
  expect((await world.call('ministry.meti', 'GET', `/api/provisions/${id}`)).status).toBe(404);
  expect((await send(id)).body.reason).toBe('needs-second-person');
  expect(await tiersOf('cs.duty', id)).toEqual(new Set(['ceptoar', 'operator']));
  expect(await approve(id)).toBe(200);
  expect((await send(id)).status).toBe(200);
  expect((await world.call('ministry.meti', 'GET', `/api/provisions/${id}`)).status).toBe(404);
});

it('lays what is begun or edited under a mode by that mode at once, and leaves alone what was sent', async () => {
  const sent = await draft();
  expect(await capacitiesOf(sent)).toEqual(['ceptoar', 'operator']);
  expect(await approve(sent)).toBe(200);
  expect((await send(sent)).status).toBe(200);
  const begun = await draft();
  const live = (await world.call('cs.duty', 'GET', '/api/session')).body.realm;
  await drilling(world).switchMode(live, { verb: 'stand-down' }, minutes(9));
  expect((await world.call('cs.duty', 'PATCH', `/api/provisions/${begun}`, { title: '注意 二（架空）' })).status).toBe(
    200,
  );
  expect(await capacitiesOf(begun)).toEqual(['sector-ministry', 'ceptoar', 'operator']);
  expect(await capacitiesOf(sent)).toEqual(['ceptoar', 'operator']);
});
