import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../world.ts';
import { amber, asking, codes, nowhere, provision, report } from './asking.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { draft, refused, submit } = asking(() => world);

describe('codes, marks and times that cannot be', () => {
  it('unknown codes are named by their place', async () => {
    expect(
      codes(await refused(400, 'malformed', submit({ ...report, eventType: 'E99', causeTypes: ['C11', 'x'] }))),
    ).toEqual(expect.arrayContaining(['eventType: code-unknown', 'causeTypes.1: code-unknown']));
    for (const eventType of ['', 'Ｅ３１', 'e31', 'E31 ', '__proto__', 'constructor'])
      await refused(400, 'malformed', submit({ ...report, eventType }));
    for (const value of ['WHITE', 'PURPLE', 'amber', '', null])
      await refused(400, 'malformed', submit({ ...report, handling: { ...amber, value } }));
    await refused(400, 'malformed', submit({ ...report, handling: { scheme: 'tlp', version: '9.0', value: 'RED' } }));
    await refused(400, 'malformed', draft({ kind: 'Warning!' }));
    await refused(409, 'sector-unclear', submit({ ...report, sector: 'water' }));
  });

  it.each([
    '2026-02-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-23T25:00:00Z',
    '2026-11-23',
    '23.11.2026',
    'yesterday',
    '2026-11-23T03:00:00',
    '１９９９-01-01T00:00:00Z',
  ])('%s is no time', async (occurredAt) => {
    await refused(400, 'malformed', submit({ ...report, occurredAt }));
    await refused(400, 'malformed', draft({ acknowledgeBy: occurredAt }));
  });

  it('times that nothing can have happened at are impossible', async () => {
    const between = (from: string, to: string) => ({ state: 'between', from, to });
    for (const occurredAt of [
      '3000-01-01T00:00:00Z',
      '1999-12-31T23:59:59Z',
      '0001-01-01T00:00:00Z',
      between('2026-11-23T02:00:00Z', '2026-11-23T01:00:00Z'),
      { state: 'about', value: '2026-12-01T00:00:00Z' },
    ]) {
      await refused(400, 'impossible-date', submit({ ...report, occurredAt }));
      await refused(400, 'impossible-date', submit({ ...report, detectedAt: occurredAt }));
    }
    for (const acknowledgeBy of ['2026-11-23T02:59:59Z', '2014-01-01T00:00:00Z', '3000-01-01T00:00:00Z'])
      await refused(400, 'impossible-date', draft({ acknowledgeBy }));
  });

  it('texts that say nothing, or too much, are refused', async () => {
    for (const headline of ['', ' ', '　', '\n', 'あ'.repeat(201), 'a\nb', 'a\tb'])
      await refused(400, 'malformed', submit({ ...report, headline }));
    await refused(400, 'malformed', submit({ ...report, summary: 'あ'.repeat(20_001) }));
  });
});

describe('an audience', () => {
  it('of zero is refused, never taken for everyone', async () => {
    await refused(409, 'audience-empty', draft({ audience: { circles: [], bodies: [] } }));
    await refused(409, 'audience-empty', draft({ audience: {} }));
    for (const audience of [null, [], '*', { circles: null }, { circles: '*' }, { all: true }, undefined])
      await refused(400, 'malformed', draft({ audience }));
    for (const circles of [['*'], [''], ['%'], ['all'], ['ceptoar.%'], [nowhere], ['a\u0000b']]) {
      const reply = await world.call('cs.duty', 'POST', '/api/provisions', { ...provision, audience: { circles } });
      expect([circles, reply.status]).toEqual([circles, 400]);
    }
  });

  it('of a thousand entries is refused as too long, and of a thousand times the same as well', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `body-${i}`);
    await refused(400, 'malformed', draft({ audience: { circles: [], bodies: many } }));
    await refused(
      400,
      'audience-too-long',
      draft({ audience: { circles: many.slice(0, 300), bodies: many.slice(300, 600) } }),
    );
    await refused(400, 'malformed', draft({ audience: { circles: many.map(() => 'ceptoar.power'), bodies: [] } }));
  });

  it('that nobody has heard of is named as it was sent', async () => {
    const reply = await refused(
      400,
      'audience-unknown',
      draft({ audience: { circles: ['ceptoar.power', 'ceptoar.moon'], bodies: [nowhere] } }),
    );
    expect(reply.body.unknown).toEqual(['ceptoar.moon']);
  });
});
