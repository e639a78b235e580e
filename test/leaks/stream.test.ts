import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/composition.ts';
import { changesSince } from '../../src/modules/circulation/index.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import { openStreams, type Streams } from '../../src/platform/http/events.ts';
import { serveDoors } from '../../src/platform/http/serve.ts';
import { serving } from '../serving.ts';
import { buildWorld, type World } from '../world.ts';
import { person, report, secret } from './seeing.ts';

let world: World;
let streams: Streams;
const app = new Hono();
const stop = new AbortController();
beforeAll(async () => {
  world = await buildWorld();
  const it = serving({ db: world.db, clock: { now: () => new Date() }, onCommit: () => streams.wake() });
  streams = openStreams(it, changesSince);
  serveDoors(app, allRoutes, it);
  app.get('/api/events', (c) => streams.answer(c));
  app.onError((error, c) => c.json({ reason: error instanceof Refusal ? error.reason : error.message }, 400));
});
afterAll(async () => {
  streams.close();
  stop.abort();
  await world.close();
});

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const headersOf = (who: string, realm?: string): Record<string, string> => ({
  authorization: `Bearer ${person(world, who).token}`,
  ...(realm === undefined ? {} : { 'noroshi-realm': realm }),
});

/** What a persona's stream has said since its greeting. */
const listen = async (who: string, realm?: string): Promise<() => string> => {
  const path = realm === undefined ? '/api/events' : `/api/events?realm=${realm}`;
  const response = await app.request(path, { headers: headersOf(who), signal: stop.signal });
  expect([who, response.status]).toEqual([who, 200]);
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
    .getReader();
  let heard = (await reader.read()).value ?? '';
  const greeting = heard.length;
  void (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard += part.value;
  })().catch(() => undefined);
  return () => heard.slice(greeting);
};

const submit = async (who: string, realm?: string): Promise<string> => {
  const made = await app.request('/api/reports', {
    method: 'POST',
    headers: { ...headersOf(who, realm), 'content-type': 'application/json' },
    body: JSON.stringify(report),
  });
  expect(made.status).toBe(201);
  return ((await made.json()) as { id: string }).id;
};

describe('the stream of events', () => {
  it('is silent for whom an act does not reach, and names ids only to whom it does', async () => {
    const listeners = [
      'operator.power-a',
      'operator.power-b',
      'operator.water-a',
      'security.meti',
      'ministry.meti',
      'ministry.mhlw',
      'cs.duty',
      'ceptoar.power',
      'admin.system',
    ];
    const heard = await Promise.all(listeners.map((who) => listen(who)));
    const id = await submit('operator.power-a');
    await wait(1_500);
    for (const [i, who] of listeners.entries()) {
      const news = heard[i]?.() ?? '';
      if (who === 'operator.power-a' || who === 'ministry.meti')
        expect([who, news]).toEqual([who, expect.stringContaining(id)]);
      else expect([who, news]).toEqual([who, '']);
      expect(news).not.toContain(secret);
    }
  });

  it('keeps a drill within the drill and the live within the live, even for one person in one seat', async () => {
    const drill = await world.openDrill(['operator.power-c', 'ministry.meti']);
    // A stream looks back a little; what was said before must lie further back.
    await wait(2_000);
    const [live, drilled] = [await listen('ministry.meti'), await listen('ministry.meti', drill)];
    const practised = await submit('operator.power-c', drill);
    await wait(1_500);
    expect(live()).toBe('');
    expect(drilled()).toContain(practised);
    const before = drilled();
    const real = await submit('operator.power-c');
    const question = await app.request(`/api/reports/${real}/return`, {
      method: 'POST',
      headers: { ...headersOf('ministry.meti'), 'content-type': 'application/json' },
      body: JSON.stringify({ question: '何台ですか' }),
    });
    expect(question.status).toBe(201);
    await wait(1_500);
    expect(live()).toContain(real);
    expect(live()).not.toContain(practised);
    expect(drilled()).toBe(before);
  });

  it('is not opened in a realm that the seat may not enter', async () => {
    const drill = await world.openDrill(['operator.power-c']);
    const refused = await app.request(`/api/events?realm=${drill}`, { headers: headersOf('ministry.meti') });
    const nowhere = await app.request('/api/events?realm=00000000-0000-4000-8000-000000000000', {
      headers: headersOf('ministry.meti'),
    });
    const reasons = [await refused.json(), await nowhere.json()];
    expect(reasons).toEqual([{ reason: 'realm-unknown' }, { reason: 'realm-unknown' }]);
  });
});
