import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeAt } from '../../../../../test/parties-proofs.ts';
import { smallWorld, type SmallWorld } from '../../../../../test/parties-world.ts';
import { dayOf } from '../../../../kernel/time.ts';

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
});
afterAll(() => world.close());

const secondKeeper = async (keeper: string): Promise<string> => {
  const seat = world.seats.get('admin.system')?.seat;
  const name = { ja: '二人目', en: 'Second' };
  const { secret } = (
    await world.ask('POST', '/api/invitations', {
      as: keeper,
      body: { email: 'second@example.jp', name, seat, role: 'admin' },
    })
  ).body as unknown as { secret: string };
  const totp = (await world.ask('POST', '/api/invitations/totp', { body: { secret } })).body['secret'] as string;
  const code = await codeAt(totp, world.clock.now());
  const password = 'kaze ga tsuyoi yoru';
  return (await world.ask('POST', '/api/invitations/password', { body: { secret, password, code } })).cookie ?? '';
};

const forWater = async (as: string): Promise<{ seat: string; body: { ja: string } }[]> =>
  (
    (await world.ask('GET', '/api/competences', { as })).body.items as unknown as {
      sector: { key: string };
      seat: string;
      body: { ja: string };
    }[]
  ).filter((it) => it.sector.key === 'water');

it('a handover stays when the programme, which knows nothing of it, is put into force again', async () => {
  const keeper = await world.enter('admin.system');
  const [before] = await forWater(keeper);
  expect(before?.body.ja).toBe('厚生労働省');
  const bodies = (await world.ask('GET', '/api/bodies?q=%E5%9B%BD%E5%9C%9F', { as: keeper })).body.items as unknown as {
    seats: { id: string }[];
  }[];
  const proposed = await world.ask('POST', '/api/handovers', {
    as: keeper,
    body: {
      sector: 'water',
      from: before?.seat,
      to: bodies[0]?.seats[0]?.id,
      day: dayOf(world.clock.now()),
      keeps: true,
      reason: '水道行政の移管',
    },
  });
  expect(proposed.status).toBe(201);
  const second = await secondKeeper(keeper);
  const path = `/api/handovers/${String(proposed.body['id'])}/confirmation`;
  expect((await world.ask('POST', path, { as: second })).status).toBe(200);
  await world.found();
  expect((await forWater(keeper)).map((it) => it.body.ja)).toEqual(['国土交通省']);
});
