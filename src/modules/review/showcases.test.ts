import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';
import type { ShowcaseView } from './doors.ts';

let world: World;
let id = '';
const showcase = {
  title: '夜間の連絡を三人で回す',
  circle: 'ceptoar.power',
  consented: '2026年11月10日 事務局から書面で得た',
  practice: '夜間の窓口を三人の輪番にし、引継ぎを一枚にまとめている。',
  adopting: '輪番表と引継ぎの書式をそのまま使える。',
};
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const seen = async (who: string): Promise<ShowcaseView> =>
  (await world.call(who, 'GET', `/api/showcases/${id}`)).body as ShowcaseView;

it('a showcase is written by the centre, and reaches nobody before a second person', async () => {
  expect((await world.call('ceptoar.power', 'POST', '/api/showcases', showcase)).status).toBe(403);
  expect((await world.call('cs.duty', 'POST', '/api/showcases', { ...showcase, circle: 'none' })).body.reason).toBe(
    'no-such-ceptoar',
  );
  const written = await world.call('cs.duty', 'POST', '/api/showcases', showcase);
  expect(written.status, JSON.stringify(written.body)).toBe(201);
  id = written.body.id as string;
  for (const who of ['ceptoar.water', 'ceptoar.power', 'operator.power-a', 'ministry.meti'])
    expect((await world.call(who, 'GET', `/api/showcases/${id}`)).status).toBe(404);
  await expect(world.admin.query(`update circulation.item set sent = now() where kind = 'showcase'`)).rejects.toThrow(
    'needs-second-person',
  );
});

it('whoever wrote it does not publish it, and it goes to the other CEPTOARs only', async () => {
  const own = await world.call('cs.chief', 'POST', '/api/showcases', showcase);
  expect((await world.call('cs.chief', 'POST', `/api/showcases/${own.body.id}/publication`, {})).body.reason).toBe(
    'release-needs-second-person',
  );
  expect((await world.call('cs.duty', 'POST', `/api/showcases/${id}/publication`, {})).status).toBe(403);
  const sent = await world.call('cs.chief', 'POST', `/api/showcases/${id}/publication`, {});
  expect(sent.body, JSON.stringify(sent.body)).toEqual({ id, recipients: 1 });
  expect((await world.call('cs.chief', 'POST', `/api/showcases/${id}/publication`, {})).body.reason).toBe(
    'already-sent',
  );
  expect(await seen('ceptoar.water')).toMatchObject({ title: showcase.title, desk: null, answer: null });
  expect(JSON.stringify(await seen('ceptoar.water'))).not.toContain(showcase.consented);
  for (const who of ['ceptoar.power', 'operator.water-a', 'ministry.mhlw'])
    expect((await world.call(who, 'GET', `/api/showcases/${id}`)).status).toBe(404);
});

it('an answer may change, and the centre sees numbers', async () => {
  const answer = (who: string, state: string) => world.call(who, 'PUT', `/api/showcases/${id}/answer`, { state });
  const inbox = async (): Promise<unknown[]> =>
    (await world.call('ceptoar.water', 'GET', '/api/inbox?open=true')).body.items;
  expect(await inbox()).toHaveLength(1);
  expect((await answer('ceptoar.water', 'considering')).status).toBe(200);
  expect(await inbox()).toHaveLength(0);
  expect((await seen('cs.duty')).desk).toMatchObject({ told: 1, adopted: 0, considering: 1 });
  expect((await answer('ceptoar.water', 'adopted')).status).toBe(200);
  expect((await seen('cs.duty')).desk).toMatchObject({ told: 1, adopted: 1, considering: 0 });
  expect((await seen('ceptoar.water')).answer).toBe('adopted');
  expect((await answer('ceptoar.power', 'adopted')).status).toBe(404);
  expect((await answer('cs.duty', 'adopted')).status).toBe(403);
});
