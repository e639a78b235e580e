import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';

const report = {
  headline: '監視端末の停止',
  summary: '三台が応答しない。',
  eventType: 'E31',
  causeTypes: ['C26'],
  detectedAt: '2026-11-23T02:00:00Z',
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  disclosure: { nameToCs: true },
  answers: { place: '給電所', users: { state: 'about', value: 300 }, operatorName: '架空A社' },
};
let world: World;
let id = '';
beforeAll(async () => {
  world = await buildWorld();
  id = (await world.call('operator.power-a', 'POST', '/api/reports', report)).body.id;
});
afterAll(() => world.close());

const add = (input: object) =>
  world.call('operator.power-a', 'POST', `/api/reports/${id}/versions`, { stage: 'correction', ...input });
const seen = async (who: string) => (await world.call(who, 'GET', `/api/reports/${id}`)).body;

describe('a later version of a report', () => {
  it('takes back what it gives as null, and nothing else; the earlier version stays as it was', async () => {
    const reply = await add({ summary: null, detectedAt: null, causeTypes: null, answers: { users: null } });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    const [first, second] = (await seen('ministry.meti')).versions;
    expect(first).toMatchObject({ summary: '三台が応答しない。', causeTypes: ['C26'] });
    expect(first.answers.users).toMatchObject({ state: 'about', value: 300 });
    expect(second).toMatchObject({ headline: '監視端末の停止', summary: null, detectedAt: null, causeTypes: [] });
    expect(Object.keys(second.answers)).toEqual(['place']);
  });

  it('what must be said cannot be taken back, and nothing is stored', async () => {
    for (const input of [{ headline: null }, { eventType: null }, { handling: null }, { answers: null }])
      expect((await add(input)).status).toBe(400);
    expect((await seen('operator.power-a')).versions).toHaveLength(2);
  });

  it('says anew, or no longer, what names who reports; whom it has not reached still reads the version before', async () => {
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    expect((await add({ answers: { operatorName: '架空A電力' } })).status).toBe(201);
    expect((await seen('ministry.meti')).source.answers.operatorName).toEqual({ state: 'known', value: '架空A電力' });
    expect((await seen('cs.duty')).source.answers.operatorName).toEqual({ state: 'known', value: '架空A社' });
    expect((await add({ answers: { operatorName: null } })).status).toBe(201);
    expect((await seen('ministry.meti')).source.answers).toEqual({});
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    expect((await seen('cs.duty')).source.answers).toEqual({});
  });
});
