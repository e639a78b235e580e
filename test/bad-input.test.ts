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
  'confirm-recovery': 'operator.power-a',
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

describe('the wrong seat, the wrong version, what is another’s', () => {
  const call =
    (who: string, method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    (language: Record<string, string>) =>
      world.call(who, method, path, body, { ...language, ...more });

  it('a door of another office is closed', async () => {
    await refused(403, 'not-your-door', call('ministry.meti', 'POST', '/api/reports', report));
    await refused(403, 'not-your-door', call('operator.power-a', 'POST', '/api/provisions', provision));
    await refused(403, 'not-your-door', call('admin.system', 'POST', `/api/reports/${nowhere}/relay`, {}));
    await refused(401, 'sign-in-needed', (language) => world.call(null, 'POST', '/api/reports', report, language));
    await refused(401, 'sign-in-needed', (language) =>
      world.call(null, 'GET', '/api/inbox', undefined, { ...language, authorization: 'Bearer short' }),
    );
  });

  it('a stale version is told, and nothing is overwritten', async () => {
    const made = (await world.call('cs.duty', 'POST', '/api/provisions', provision)).body;
    const path = `/api/provisions/${made.id}`;
    expect((await world.call('cs.duty', 'PATCH', path, { title: '改めた題' }, { 'if-match': '"1.abc"' })).status).toBe(
      200,
    );
    for (const tag of ['"1.abc"', '"9"', 'W/"1.x"', '*', '""', 'x', '"-1"', '"1e9"'])
      await refused(412, 'stale', call('cs.duty', 'PATCH', path, { title: '別の題' }, { 'if-match': tag }));
    await refused(412, 'stale', call('cs.duty', 'PATCH', path, { title: '別の題', revision: 1 }));
    await refused(412, 'stale', call('cs.chief', 'POST', `${path}/approval`, { revision: 1 }));
  });

  it('another’s id is answered like one that is not there, whatever is done to it', async () => {
    const theirs = (await world.call('operator.power-a', 'POST', '/api/reports', report)).body.id;
    for (const [who, method, rest, body] of [
      ['operator.power-b', 'GET', '', undefined],
      ['operator.power-b', 'POST', '/versions', { stage: 'final' }],
      ['ministry.mhlw', 'POST', '/relay', {}],
      ['ministry.mhlw', 'POST', '/return', { question: '何' }],
      ['cs.duty', 'POST', '/triage', { state: 'held' }],
    ] as const) {
      const there = await refused(404, 'not-found', call(who, method, `/api/reports/${theirs}${rest}`, body));
      const not = await refused(404, 'not-found', call(who, method, `/api/reports/${nowhere}${rest}`, body));
      expect(there.body).toEqual(not.body);
    }
    await refused(404, 'not-found', draft({ derivedFrom: [theirs] }));
  });

  it('ids, limits, cursors, realms and keys that are none are malformed', async () => {
    for (const bad of ['1', 'x'.repeat(5000), '%00', `${nowhere}'`, nowhere.replace('0', 'g'), '９'.repeat(36)])
      await refused(400, 'malformed', call('cs.duty', 'GET', `/api/reports/${encodeURIComponent(bad)}`));
    for (const limit of ['-1', '0', '301', '1.5', 'x', '99999999999999999999'])
      await refused(400, 'malformed', call('cs.duty', 'GET', `/api/reports?limit=${limit}`));
    const cursor = (s: string): string => Buffer.from(s).toString('base64url');
    for (const bad of [
      'x',
      '%00',
      cursor('x y'),
      cursor(`2026-99-99T00:00:00Z ${nowhere}`),
      cursor(`2026-11-23T00:00:00Z ${'-'.repeat(36)}`),
      cursor(`3000-01-01T00:00:00.Z ${nowhere}`),
      'x'.repeat(401),
    ]) {
      await refused(400, 'malformed', call('cs.duty', 'GET', `/api/reports?cursor=${bad}`));
    }
    for (const realm of ['x', nowhere.slice(1), 'LIVE', nowhere])
      await refused(
        400,
        'realm-unknown',
        call('cs.duty', 'GET', '/api/reports', undefined, { 'noroshi-realm': realm }),
      );
    for (const key of ['x'.repeat(201), 'a b', 'ａ'.normalize('NFKC') + '\u00e9'])
      await refused(
        400,
        'idempotency-key-malformed',
        call('operator.power-a', 'POST', '/api/reports', report, { 'idempotency-key': key }),
      );
  });

  it('half and full width are found alike', async () => {
    await world.call('operator.power-a', 'POST', '/api/reports', { ...report, headline: 'ﾏﾙｳｪｱ感染　端末１２台' });
    for (const q of ['マルウェア', 'ﾏﾙｳｪｱ', 'まるうぇあ', '12台', '１２台', '端末　感染']) {
      const found = await world.call('operator.power-a', 'GET', `/api/search?q=${encodeURIComponent(q)}`);
      expect([q, found.body.items.map((i: { title: string }) => i.title)]).toEqual([q, ['ﾏﾙｳｪｱ感染　端末１２台']]);
    }
  });
});

describe('the same POST again', () => {
  const send = (who: string, key: string, body: object) =>
    world.call(who, 'POST', '/api/reports', body, { 'idempotency-key': key });
  const count = async (): Promise<number> =>
    (await world.admin.query('select count(*)::int as n from exchange.report')).rows[0].n;

  it('acts once and answers the same, ten times at once as well', async () => {
    const before = await count();
    const first = await send('operator.power-c', 'k-1', report);
    const again = await send('operator.power-c', 'k-1', report);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const many = await Promise.all(Array.from({ length: 10 }, () => send('operator.power-c', 'k-2', report)));
    expect(new Set(many.map((r) => r.status))).toEqual(new Set([201]));
    expect(new Set(many.map((r) => r.body.id)).size).toBe(1);
    expect(await count()).toBe(before + 2);
  });

  it('with another body or at another door is refused, and so it stays', async () => {
    await refused(409, 'idempotency-key-reused', (language) =>
      world.call(
        'operator.power-c',
        'POST',
        '/api/reports',
        { ...report, headline: '別の件' },
        { ...language, 'idempotency-key': 'k-1' },
      ),
    );
    await refused(409, 'idempotency-key-reused', (language) =>
      world.call(
        'operator.power-c',
        'POST',
        `/api/reports/${nowhere}/messages`,
        { text: 'x' },
        { ...language, 'idempotency-key': 'k-1' },
      ),
    );
  });

  it('under another’s key is an act of one’s own: another seat, another person of the same seat', async () => {
    expect((await send('operator.power-d', 'k-1', { ...report, headline: '別の件' })).status).toBe(201);
    const draftAs = (who: string, title: string) =>
      world.call(who, 'POST', '/api/provisions', { ...provision, title }, { 'idempotency-key': 'desk-1' });
    const [duty, chief] = [await draftAs('cs.duty', '当直の案'), await draftAs('cs.chief', '統括の案')];
    expect([duty.status, chief.status]).toEqual([201, 201]);
    expect(duty.body.id).not.toBe(chief.body.id);
  });

  it('after a refusal is tried anew: what was refused keeps no key', async () => {
    expect((await send('operator.power-e', 'k-3', { ...report, eventType: 'E99' })).status).toBe(400);
    expect((await send('operator.power-e', 'k-3', report)).status).toBe(201);
  });
});
