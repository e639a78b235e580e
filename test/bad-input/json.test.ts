import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../world.ts';
import { amber, asking, codes, nowhere, report } from './asking.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { draft, refused, submit } = asking(() => world);

describe('what is not JSON, or too much of it', () => {
  it.each(['{', '{"headline":', 'headline=x', '[1,', "{'a':1}", '{"a":1}}', '\u0000', 'NaN'])(
    '%j is malformed',
    async (text) => {
      expect(codes(await refused(400, 'malformed', submit(text)))).toEqual([': not-json']);
    },
  );

  it('another type of content is not read', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/jsonx',
    ]) {
      await refused(415, 'not-json', (language) =>
        world.call('operator.power-a', 'POST', '/api/reports', report, { ...language, 'content-type': type }),
      );
    }
  });

  it('bytes that are no UTF-8 are malformed', async () => {
    const reply = await world.app.request('/api/reports', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${world.people.get('operator.power-a')?.token}`,
        'content-type': 'application/json',
      },
      body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    });
    expect(reply.status).toBe(400);
  });

  it('ten megabytes are too large, whether their length is told or not', async () => {
    const much = JSON.stringify({ ...report, summary: 'あ'.repeat(3_500_000) });
    await refused(413, 'too-large', submit(much));
    await refused(413, 'too-large', (language) =>
      world.call('operator.power-a', 'POST', '/api/reports', '{}', { ...language, 'content-length': '10485760' }),
    );
  });

  it('depth and odd members neither break nor stick', async () => {
    const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`;
    for (const answers of [
      `{"place":${deep(50_000)}}`,
      `{"x":${deep(400_000)}}`,
      deep(1000),
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"a":1}}}',
      '{"toString":"x"}',
    ]) {
      await refused(
        400,
        'malformed',
        submit(`{"headline":"x","eventType":"E31","handling":${JSON.stringify(amber)},"answers":${answers}}`),
      );
    }
    for (const content of [`{"x":${deep(300_000)}}`, '{"__proto__":{"a":1}}', `{"x":"${'y'.repeat(210_000)}"}`]) {
      await refused(400, 'malformed', (language) =>
        world.call(
          'operator.power-a',
          'PUT',
          `/api/drafts/${nowhere}`,
          `{"kind":"report","content":${content}}`,
          language,
        ),
      );
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('a member that nobody knows is named, not swallowed', async () => {
    await refused(400, 'malformed', submit({ ...report, body: world.people.get('operator.power-b')?.body }));
    await refused(400, 'malformed', submit({ ...report, disclosure: { nameToCs: false, nameToAll: true } }));
    await refused(400, 'malformed', submit({ ...report, ['__proto__x']: 1 }));
    await refused(400, 'malformed', draft({ approved: true }));
    await refused(400, 'malformed', submit(`{"__proto__":{"x":1},${JSON.stringify(report).slice(1)}`));
  });

  it('of a member that stands twice the last counts, and is judged', async () => {
    await refused(400, 'malformed', submit(`${JSON.stringify(report).slice(0, -1)},"headline":"<b>x</b>"}`));
  });

  it('nothing, null, a list and a text are no report', async () => {
    for (const body of ['', 'null', '[]', '"x"', '1', 'true']) await refused(400, 'malformed', submit(body));
  });
});
