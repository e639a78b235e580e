import { Hono } from 'hono';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/composition.ts';
import { serveDoors } from '../../src/platform/http/serve.ts';
import { serving } from '../serving.ts';
import { buildWorld, type World } from '../world.ts';
import { person as personOf, report, secret } from './seeing.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const person = (name: string) => personOf(world, name);

describe('the log and the mail', () => {
  it('hold nothing that anybody wrote, no name and no id of a body, in whatever goes well or wrong', async () => {
    const lines: string[] = [];
    const log = pino(
      { level: 'debug', base: null },
      new Writable({
        write: (chunk: Buffer, _, done) => {
          lines.push(chunk.toString());
          done();
        },
      }),
    );
    const app = new Hono();
    serveDoors(
      app,
      [
        ...allRoutes,
        {
          name: 'broken',
          door: { ...allRoutes[0]?.door, method: 'POST', path: '/api/broken', may: 'signed-in' } as never,
          answer: () => Promise.reject(new Error(`${secret} in an error`)),
        },
      ],
      serving({ db: world.db, clock: world.clock, onCommit: () => undefined }, { log }),
    );
    const send = (path: string, body: object) =>
      app.request(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${person('operator.power-a').token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const body of [report, { ...report, eventType: secret }, { ...report, headline: `<${secret}` }])
      await send('/api/reports', body);
    const failed = await send('/api/broken', { text: secret });
    expect([failed.status, JSON.stringify(await failed.json()).includes(secret)]).toEqual([500, false]);
    expect(lines.join('')).toContain('unforeseen');
    for (const word of [secret, 'power-a', person('operator.power-a').body, person('operator.power-a').token])
      expect(lines.join('')).not.toContain(word);
    const { rows } = await world.admin.query('select subject, text from platform.mail');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
