import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../src/composition.ts';
import { bodyOf, nasty, put, queryOf, stored } from './bad-input.samples.ts';
import { buildWorld, type Reply, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const nowhere = '00000000-0000-4000-8000-000000000000';
const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const report = { headline: '遠隔監視端末の応答停止', eventType: 'E31', handling: amber };
const provision = {
  title: '注意喚起',
  body: '確かめてください。',
  kind: 'warning',
  handling: amber,
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'relay',
};
const japanese = /[\u3040-\u30FF\u4E00-\u9FFF]/u;

const holders: Readonly<Record<string, string>> = {
  anyone: '',
  'signed-in': 'operator.power-a',
  'file-reports': 'operator.power-a',
  'keep-contacts': 'operator.power-a',
  'relay-reports': 'ministry.meti',
  'relay-provisions': 'ministry.meti',
  'receive-provisions': 'operator.power-a',
  'triage-reports': 'cs.duty',
  'draft-provisions': 'cs.duty',
  'approve-provisions': 'cs.chief',
  'read-figures': 'cs.duty',
  'manage-accounts': 'admin.system',
};
const holderOf = (may: string): string | null => holders[may] || null;
const own = { 'sec-fetch-site': 'same-origin' };
const ask = (
  may: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> => world.call(holderOf(may), method, path.replace(/:\w+/gu, nowhere), body, { ...own, ...headers });

/** Asks in both languages, expects the same plain refusal in each, and that nothing was stored. */
const refused = async (
  status: number,
  reason: string,
  call: (language: Record<string, string>) => Promise<Reply>,
): Promise<Reply> => {
  const before = await stored(world);
  const [ja, en] = [
    await call({ 'accept-language': 'ja-JP,ja;q=0.9,en;q=0.5' }),
    await call({ 'accept-language': 'en-GB,en;q=0.9' }),
  ];
  for (const reply of [ja, en]) {
    expect([reply.status, reply.body.reason], JSON.stringify(reply.body)).toEqual([status, reason]);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
    expect(reply.body).toMatchObject({ type: `urn:noroshi:refusal:${reason}`, status });
    expect(reply.body.detail?.length).toBeGreaterThan(5);
  }
  expect(ja.body.title).toMatch(japanese);
  expect(en.body.title).not.toMatch(japanese);
  expect(en.body.title).not.toBe(reason);
  expect(await stored(world)).toEqual(before);
  return ja;
};
const submit = (body: unknown) => (language: Record<string, string>) =>
  world.call('operator.power-a', 'POST', '/api/reports', body, language);
const draft = (more: object) => (language: Record<string, string>) =>
  world.call('cs.duty', 'POST', '/api/provisions', { ...provision, ...more }, language);
const codes = (reply: Reply): string[] =>
  reply.body.issues.map((i: { path: string; code: string }) => `${i.path}: ${i.code}`);

describe('texts that hide, reorder or become something', () => {
  const writes = allRoutes.filter((r) => r.door.method !== 'GET' && r.door.body !== undefined);

  it('are refused in every text of every door, and nothing is stored', async () => {
    for (const { door, name } of writes) {
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
    }
  });

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
