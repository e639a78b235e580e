import { Hono } from 'hono';
import { pino } from 'pino';
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes, serverWords } from '../src/composition.ts';
import { changesSince } from '../src/modules/circulation/index.ts';
import { tokenHash } from '../src/platform/acting.ts';
import { openStreams } from '../src/platform/http/events.ts';
import { serveDoors, type Serving } from '../src/platform/http/serve.ts';
import { openMetrics } from '../src/platform/metrics.ts';
import { buildWorld, type Person, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const secret = '印籠の紋所';
const report = {
  headline: `${secret} 監視端末の応答停止`,
  eventType: 'E31',
  handling: amber,
  summary: `${secret} は端末から外部へ`,
};
const provision = {
  title: '注意喚起',
  body: '確かめてください。',
  kind: 'warning',
  handling: amber,
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'direct',
};
const person = (name: string): Person => world.people.get(name) as Person;
const submit = async (who: string, more: object = {}): Promise<string> =>
  (await world.call(who, 'POST', '/api/reports', { ...report, ...more })).body.id;
const everyone = (): string[] => [...world.people.keys()];
const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

/** Everything that a persona can read without knowing any id, as one text. */
const reading = async (who: string): Promise<string> => {
  const doors = [
    'inbox',
    'reports',
    'provisions',
    'waiting',
    'bodies',
    'circles',
    'people',
    'contacts',
    'drafts',
    'measures',
    `search?q=${encodeURIComponent(secret)}`,
    'search?q=%E7%9B%A3%E8%A6%96',
  ];
  const replies = await Promise.all(doors.map((door) => world.call(who, 'GET', `/api/${door}`)));
  return replies
    .map((r) => `${r.status} ${r.headers.get('etag')} ${JSON.stringify(r.body)}`)
    .join('\n')
    .replaceAll(/"countedAt":"[^"]*"/gu, '');
};

/** What the request role shows a persona of a table, past all doors. */
const rowsOf = (who: string, query: ReturnType<typeof sql>): Promise<unknown[]> =>
  world.db.transaction().execute(async (tx) => {
    await sql`select acting.begin(${tokenHash(person(who).token)}, null, ${world.clock.now()})`.execute(tx);
    return (await query.execute(tx)).rows;
  });

describe('a report', () => {
  it('changes nothing that anybody reads whom it did not reach: not a list, a count, a figure, an order or an ETag', async () => {
    const concerned = new Set(['operator.power-a', 'ministry.meti']);
    const others = everyone().filter((who) => !concerned.has(who));
    const before = await Promise.all(others.map(reading));
    const id = await submit('operator.power-a');
    await world.call('operator.power-a', 'POST', `/api/reports/${id}/versions`, {
      stage: 'follow-up',
      summary: '続き',
    });
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/return`, { question: '何台ですか' });
    await world.settle();
    const after = await Promise.all(others.map(reading));
    for (const [i, who] of others.entries()) expect([who, after[i]]).toEqual([who, before[i]]);
  });

  it('leaves no row of its own before anybody else, in any table', async () => {
    const id = await submit('operator.power-b');
    for (const who of everyone().filter((it) => !['operator.power-b', 'ministry.meti'].includes(it))) {
      for (const query of [
        sql`select * from exchange.report where id = ${id}`,
        sql`select * from exchange.source where report = ${id}`,
        sql`select * from exchange.source_reader where report = ${id}`,
        sql`select * from exchange.report_version where report = ${id}`,
        sql`select * from circulation.item where subject = ${id}`,
        sql`select * from exchange.message where report = ${id}`,
        sql`select e.id from journal.entry e where e.fact = 'report.submitted' and not exists (select from exchange.report_version v where v.item = e.subject)`,
        sql`select r.id from circulation.receipt r left join circulation.item i on i.id = r.item where i.id is null`,
        sql`select key from platform.idempotency where seat <> ${person(who).seat}`,
      ])
        expect([who, await rowsOf(who, query)]).toEqual([who, []]);
    }
  });

  it('names its source to nobody at the centre: in no answer, id, link or row', async () => {
    const id = await submit('operator.power-c', {
      answers: { operatorName: '架空power-c株式会社', place: '第二変電所' },
    });
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, { note: '確認中' });
    const { body, seat } = person('operator.power-c');
    for (const who of ['cs.duty', 'cs.chief']) {
      const shown = await world.call(who, 'GET', `/api/reports/${id}`);
      expect(shown.body.source).toBeNull();
      for (const word of [body, seat, person('operator.power-c').person, 'power-c', '人物operator.power-c'])
        expect([who, JSON.stringify(shown.body).includes(word)]).toEqual([who, false]);
      expect(await rowsOf(who, sql`select * from exchange.source`)).toEqual([]);
      expect(await rowsOf(who, sql`select * from journal.actor a where a.seat <> ${person(who).seat}`)).toEqual([]);
      expect(await rowsOf(who, sql`select e.id from journal.entry e where e.detail::text like ${`%${body}%`}`)).toEqual(
        [],
      );
    }
  });

  it('looks the same at the centre whatever goes on at the source’s side, down to the ETag', async () => {
    const id = await submit('operator.power-d');
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`);
    const see = () => world.call('cs.duty', 'GET', `/api/reports/${id}`);
    await see();
    const before = await see();
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/return`, { question: '何台ですか' });
    await world.call('operator.power-d', 'POST', `/api/reports/${id}/messages`, { text: '三台です' });
    await world.call('operator.power-d', 'POST', `/api/reports/${id}/versions`, {
      stage: 'follow-up',
      summary: '続き',
    });
    const after = await see();
    expect([after.headers.get('etag'), after.body]).toEqual([before.headers.get('etag'), before.body]);
    const unchanged = await world.call('cs.duty', 'GET', `/api/reports/${id}`, undefined, {
      'if-none-match': before.headers.get('etag') ?? '',
    });
    expect(unchanged.status).toBe(304);
    expect((await world.call('ministry.meti', 'GET', `/api/reports/${id}`)).headers.get('etag')).not.toBe(
      before.headers.get('etag'),
    );
    expect(
      (
        await world.call('operator.power-e', 'GET', `/api/reports/${id}`, undefined, {
          'if-none-match': before.headers.get('etag') ?? '',
        })
      ).status,
    ).toBe(404);
  });

  it('of one seat of METI is not there for the other, who is the same person', async () => {
    const id = await submit('operator.power-e');
    expect((await world.call('ministry.meti', 'GET', `/api/reports/${id}`)).status).toBe(200);
    expect((await world.call('security.meti', 'GET', `/api/reports/${id}`)).status).toBe(404);
    expect(await rowsOf('security.meti', sql`select id from circulation.receipt`)).toEqual([]);
    const draftId = crypto.randomUUID();
    expect(
      (
        await world.call('ministry.meti', 'PUT', `/api/drafts/${draftId}`, {
          kind: 'report',
          content: { title: secret },
        })
      ).status,
    ).toBe(200);
    expect((await world.call('security.meti', 'GET', `/api/drafts/${draftId}`)).status).toBe(404);
    expect(await reading('security.meti')).not.toContain(secret);
  });

  it('has ids that count nothing and order nothing', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        world.call(`operator.power-${'abcdef'[i % 6]}`, 'POST', '/api/reports', report),
      ),
    );
    const ids = made.flatMap((r) => [r.body.id as string, r.body.version as string]);
    for (const id of ids) expect(id).toMatch(version4);
    expect(ids).not.toEqual([...ids].sort());
    expect(new Set(made.map((r) => r.body.reference)).size).toBe(12);
    const { rows } = await world.admin.query(
      `select id from journal.entry union all select id from circulation.receipt union all select id from circulation.deadline`,
    );
    for (const { id } of rows) expect(id).toMatch(version4);
  });
});

describe('the planner of the Cabinet Secretariat', () => {
  it('sees figures and nothing that circulates to the duty desk of the same body', async () => {
    const id = await submit('operator.power-a');
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    const draft = (await world.call('cs.duty', 'POST', '/api/provisions', { ...provision, title: secret })).body.id;
    expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).status).toBe(200);
    const read = await reading('cs.planner');
    for (const hidden of [secret, id, draft]) expect(read).not.toContain(hidden);
    for (const door of ['inbox', 'reports', 'provisions'])
      expect((await world.call('cs.planner', 'GET', `/api/${door}`)).body.items).toEqual([]);
    expect((await world.call('cs.planner', 'GET', '/api/waiting')).body).toMatchObject({ reports: 0, provisions: 0 });
    for (const path of [`reports/${id}`, `provisions/${draft}`])
      expect((await world.call('cs.planner', 'GET', `/api/${path}`)).status).toBe(404);
    for (const table of ['circulation.item', 'circulation.receipt', 'circulation.reach', 'exchange.report_version'])
      expect([table, await rowsOf('cs.planner', sql`select * from ${sql.table(table)}`)]).toEqual([table, []]);
    const counted = async (who: string) =>
      ((await world.call(who, 'GET', '/api/measures')).body as { scope?: string }).scope;
    expect(await counted('cs.planner')).toBe(await counted('cs.duty'));
    expect(await counted('cs.planner')).not.toBe(await counted('agency.ipa'));
  });
});

describe('a provision', () => {
  const approved = async (more: object = {}): Promise<string> => {
    const made = await world.call('cs.duty', 'POST', '/api/provisions', { ...provision, ...more });
    expect(
      (await world.call('cs.chief', 'POST', `/api/provisions/${made.body.id}/approval`)).status,
      JSON.stringify(made.body),
    ).toBe(200);
    return made.body.id;
  };
  const act = (who: string, id: string, what: string) => world.call(who, 'POST', `/api/provisions/${id}/${what}`);

  it('holds nothing that leads to what it was made from, for anybody but its desk', async () => {
    const source = await submit('operator.power-f');
    await world.call('ministry.meti', 'POST', `/api/reports/${source}/relay`);
    const id = await approved({ derivedFrom: [source] });
    expect((await act('cs.duty', id, 'dispatch')).status).toBe(200);
    for (const who of everyone().filter((it) => !it.startsWith('cs.'))) {
      const shown = await world.call(who, 'GET', `/api/provisions/${id}`);
      expect([who, JSON.stringify(shown.body).includes(source)]).toEqual([who, false]);
      expect([
        who,
        await rowsOf(
          who,
          sql`select item from exchange.provision_origin union all select item from exchange.provision_work union all select item from exchange.approval`,
        ),
      ]).toEqual([who, []]);
      expect([who, await rowsOf(who, sql`select item from circulation.audience`)]).toEqual([who, []]);
    }
    expect((await world.call('operator.water-a', 'GET', `/api/provisions/${id}`)).body.reason).toBe('not-found');
  });

  it('is approved by nobody who had a hand in it, in whatever order', async () => {
    const { id } = (await world.call('cs.duty', 'POST', '/api/provisions', provision)).body;
    expect((await act('cs.duty', id, 'approval')).body.reason).toBe('needs-second-person');
    expect((await world.call('cs.chief', 'PATCH', `/api/provisions/${id}`, { title: '直した' })).status).toBe(200);
    expect((await act('cs.chief', id, 'approval')).body.reason).toBe('needs-second-person');
    expect((await act('cs.duty', id, 'dispatch')).body.reason).toBe('needs-second-person');
    const own = (await world.call('cs.chief', 'POST', '/api/provisions', provision)).body.id;
    expect((await act('cs.chief', own, 'approval')).body.reason).toBe('needs-second-person');
    expect((await act('cs.duty', own, 'approval')).body.reason).toBe('needs-second-person');
    await expect(
      rowsOf(
        'cs.chief',
        sql`insert into exchange.approval (item, revision, seat, person, at)
      select item, revision, ${person('cs.chief').seat}, ${person('cs.chief').person}, now()
        from exchange.provision_work where item = (select item from exchange.provision_version where provision = ${own})`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('that was changed after it was approved needs approval again', async () => {
    const id = await approved();
    expect((await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { body: '別の文' })).status).toBe(200);
    expect((await act('cs.duty', id, 'dispatch')).body.reason).toBe('needs-second-person');
    expect((await act('cs.chief', id, 'approval')).status).toBe(200);
    expect((await world.call('cs.chief', 'PATCH', `/api/provisions/${id}`, { body: '統括の文' })).status).toBe(200);
    expect((await act('cs.chief', id, 'approval')).body.reason).toBe('needs-second-person');
    expect((await act('cs.chief', id, 'dispatch')).body.reason).toBe('needs-second-person');
  });

  it('sent by two at once is sent once, and can no longer be changed', async () => {
    const id = await approved();
    const both = await Promise.all([
      act('cs.duty', id, 'dispatch'),
      act('cs.chief', id, 'dispatch'),
      act('cs.duty', id, 'dispatch'),
      world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { body: '遅れた直し' }),
    ]);
    const sent = both.slice(0, 3);
    expect(both[3]?.status === 200 ? 0 : 1).toBe(sent.filter((r) => r.status === 200).length);
    expect(
      sent
        .filter((r) => r.status !== 200)
        .every((r) => ['already-sent', 'needs-second-person'].includes(r.body.reason)),
    ).toBe(true);
    const { rows } = await world.admin.query(
      'select count(*)::int as n, count(distinct seat)::int as seats from circulation.receipt r join circulation.item i on i.id = r.item where i.subject = $1',
      [id],
    );
    expect(rows[0].n).toBe(rows[0].seats);
    if (sent.some((r) => r.status === 200))
      expect((await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { title: 'x' })).body.reason).toBe(
        'already-sent',
      );
  });
});

describe('the stream of events', () => {
  it('is silent for whom an act does not reach, and names ids only to whom it does', async () => {
    const serving: Serving = {
      doorway: { db: world.db, clock: { now: () => new Date() }, onCommit: () => streams.wake() },
      publicOrigin: 'http://127.0.0.1',
      words: serverWords,
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: () => undefined,
        debug: () => undefined,
      } as Serving['log'],
      metrics: openMetrics(),
      ready: () => true,
    };
    const app = new Hono();
    const streams = openStreams(serving, changesSince);
    serveDoors(app, allRoutes, serving);
    app.get('/api/events', (c) => streams.answer(c));
    // A stream looks back a little; what the tests before this one did must lie further back.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const heard = new Map<string, string>();
    const stop = new AbortController();
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
    const auth = (who: string) => ({ authorization: `Bearer ${person(who).token}` });
    const listen = async (who: string): Promise<void> => {
      const response = await app.request('/api/events', { headers: auth(who), signal: stop.signal });
      const reader = (response.body as ReadableStream<Uint8Array>)
        .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
        .getReader();
      heard.set(who, '');
      void (async () => {
        for (let part = await reader.read(); !part.done; part = await reader.read())
          heard.set(who, heard.get(who) + part.value);
      })().catch(() => undefined);
    };
    for (const who of listeners) await listen(who);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const greeting = new Map(heard);
    const made = await app.request('/api/reports', {
      method: 'POST',
      headers: { ...auth('operator.power-a'), 'content-type': 'application/json' },
      body: JSON.stringify(report),
    });
    const { id } = (await made.json()) as { id: string };
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    for (const who of listeners) {
      const news = (heard.get(who) ?? '').slice((greeting.get(who) ?? '').length);
      if (who === 'operator.power-a' || who === 'ministry.meti')
        expect([who, news]).toEqual([who, expect.stringContaining(id)]);
      else expect([who, news]).toEqual([who, '']);
      expect(news).not.toContain(secret);
    }
    streams.close();
    stop.abort();
  });
});

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
      {
        doorway: { db: world.db, clock: world.clock, onCommit: () => undefined },
        publicOrigin: 'http://127.0.0.1',
        words: serverWords,
        log,
        metrics: openMetrics(),
        ready: () => true,
      },
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
