import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/composition.ts';
import { buildWorld, type World } from '../world.ts';
import { asking, report } from './asking.ts';
import { bodyOf, nasty, put, queryOf, stored } from './samples.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { ask } = asking(() => world);

describe('texts that hide, reorder or become something', () => {
  const writes = allRoutes.filter((r) => r.door.method !== 'GET' && r.door.body !== undefined);

  it.each(writes.map((it) => [it.name, it.door] as const))(
    'are refused in every text of %s, and nothing is stored',
    async (name, door) => {
      const { body, texts } = bodyOf(door.body as never);
      const before = await stored(world);
      for (const place of texts) {
        for (const text of nasty) {
          const reply = await ask(door.may, door.method, door.path, put(body, place, text));
          const known = reply.status >= 400 && reply.status < 500 && reply.body.title !== reply.body.reason;
          expect([name, place.join('.'), text, known ? 'refused' : reply.body]).toEqual([
            name,
            place.join('.'),
            text,
            'refused',
          ]);
        }
      }
      expect([name, await stored(world)]).toEqual([name, before]);
    },
  );

  it('never upset a door that is only read', async () => {
    for (const { door, name } of allRoutes.filter((r) => r.door.method === 'GET' && r.door.query !== undefined)) {
      for (const member of queryOf(door.query as never)) {
        for (const text of [
          ...nasty,
          '',
          ' ',
          "';--",
          '%',
          '\\',
          '&|!():*',
          '１',
          '-1',
          '0',
          '99999999999999999999',
          'NaN',
          '1e9',
          'null',
          '[]',
          '2026-02-31',
          '0000-01-01T00:00:00Z',
          '9999-12-31T23:59:59Z',
        ]) {
          const reply = await ask(door.may, 'GET', `${door.path}?${member}=${encodeURIComponent(text.toWellFormed())}`);
          expect([name, member, text, reply.status < 500]).toEqual([name, member, text, true]);
        }
      }
    }
  });

  it('are refused within the answers of the form and within drafts, as text and as name', async () => {
    for (const text of nasty) {
      const before = await stored(world);
      const inside = [
        { place: { state: 'known', value: text } },
        { detectionNote: text },
        { indicators: [{ value: { state: 'known', value: text } }] },
        { operatorContact: { hours: text } },
        { [text.slice(0, 50)]: 'x' },
      ];
      for (const answers of inside) {
        const reply = await world.call('operator.power-a', 'POST', '/api/reports', { ...report, answers });
        expect([reply.status, JSON.stringify(answers)], JSON.stringify(reply.body)).toEqual([
          400,
          JSON.stringify(answers),
        ]);
      }
      for (const content of [{ headline: text }, { deep: [{ er: text }] }, { [text]: 1 }]) {
        const reply = await world.call('operator.power-a', 'PUT', `/api/drafts/${randomUUID()}`, {
          kind: 'report',
          content,
        });
        expect([reply.status, JSON.stringify(content)]).toEqual([400, JSON.stringify(content)]);
      }
      expect(await stored(world)).toEqual(before);
    }
  });
});
