import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hono } from 'hono';
import { buildWorld, type World } from '../../test/world.ts';
import { serving } from '../../test/serving.ts';
import { allRoutes } from '../composition.ts';
import { backTo } from './form.ts';
import { plainRoutes } from './index.ts';

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' } as const;
const app = new Hono();
let world: World;
let provision = '';

beforeAll(async () => {
  world = await buildWorld();
  plainRoutes(app, serving({ db: world.db, clock: world.clock, onCommit: () => undefined }), { routes: allRoutes });
  const draft = await world.call('cs.duty', 'POST', '/api/provisions', {
    title: '遠隔接続装置の認証回避',
    body: 'a < b のとき & "引用" を確かめてください。',
    kind: 'warning',
    handling: amber,
    audience: { circles: ['ceptoar.power'], bodies: [] },
    tempo: 'relay',
    acknowledgeBy: '2026-11-23T09:00:00Z',
  });
  provision = draft.body.id;
  await world.call('cs.chief', 'POST', `/api/provisions/${provision}/approval`, { accept: [] });
  await world.call('cs.duty', 'POST', `/api/provisions/${provision}/dispatch`);
});
afterAll(() => world.close());

interface Got {
  readonly status: number;
  readonly text: string;
  readonly to: string | null;
}

const ask = async (
  who: string | null,
  path: string,
  form?: Record<string, string>,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
): Promise<Got> => {
  const response = await app.request(path, {
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form).toString() }),
    headers: {
      ...(who === null ? {} : { cookie: `noroshi_session=${world.people.get(who)?.token}` }),
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', ...headers }),
      ...(headers['accept-language'] === undefined ? {} : { 'accept-language': headers['accept-language'] }),
    },
  });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') };
};
const receiptOf = async (who: string): Promise<string> =>
  (await world.call(who, 'GET', '/api/inbox?kind=provision')).body.items[0].receipt;

describe('pages without scripts', () => {
  it('send whoever is not signed in to the sign-in, and back to where they were going', async () => {
    const { status, to } = await ask(null, `/plain/provisions/${provision}`);
    expect([status, to]).toEqual([303, `/plain/sign-in?next=${encodeURIComponent(`/plain/provisions/${provision}`)}`]);
    expect((await ask(null, '/plain/sign-in')).status).toBe(200);
  });

  it('show what waits, with its mark, its deadline and its title', async () => {
    const { status, text } = await ask('ministry.meti', '/plain');
    expect(status).toBe(200);
    expect(text).toContain('TLP:AMBER');
    expect(text).toContain('遠隔接続装置の認証回避');
    expect(text).not.toContain('<script');
    expect(text.length).toBeLessThan(100_000);
  });

  it('say in English what they say in Japanese', async () => {
    const { text } = await ask('ministry.meti', '/plain', undefined, { 'accept-language': 'en' });
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Pass it on');
    expect(text).not.toMatch(/plain\.[a-z]/u);
  });

  it('escape every text, and carry the mark in the window’s title', async () => {
    const { text } = await ask('ministry.meti', `/plain/provisions/${provision}`);
    expect(text).toContain('a &lt; b のとき &amp; &quot;引用&quot;');
    expect(text).toContain('<title>【TLP:AMBER】遠隔接続装置の認証回避｜');
  });

  it('answer what one may not see like what is not there', async () => {
    const hidden = await ask('operator.water-a', `/plain/provisions/${provision}`);
    const none = await ask('operator.water-a', '/plain/provisions/00000000-0000-4000-8000-000000000000');
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(hidden.text.replaceAll(provision, '')).toBe(
      none.text.replaceAll('00000000-0000-4000-8000-000000000000', ''),
    );
  });
});

describe('acting without scripts', () => {
  it('is refused when another page could have sent it, and nothing happens', async () => {
    const receipt = await receiptOf('ministry.meti');
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }, {}] as Record<
      string,
      string
    >[]) {
      expect(
        (
          await ask(
            'ministry.meti',
            `/plain/receipts/${receipt}/acknowledgement`,
            { state: 'received', provision },
            headers,
          )
        ).status,
      ).toBe(403);
    }
    expect((await world.call('ministry.meti', 'GET', `/api/provisions/${provision}`)).body.receipt.state).toBeNull();
  });

  it('passes on once, however often the button is pressed', async () => {
    const receipt = await receiptOf('ministry.meti');
    const form = { key: 'one-act-of-one-person', provision };
    for (let press = 1; press <= 2; press += 1) {
      const { status, to } = await ask('ministry.meti', `/plain/receipts/${receipt}/relay`, form);
      expect([status, to]).toEqual([303, `/plain/provisions/${provision}?said=relayed`]);
    }
    const again = await ask('ministry.meti', `/plain/receipts/${receipt}/relay`, {
      key: 'another-act-of-the-same',
      provision,
    });
    expect(again.status).toBe(409);
    expect(again.text).toContain('もう次の段へ流してあります');
  });

  it('acknowledges with a state and a few words, which come back when they are refused', async () => {
    const receipt = await receiptOf('ceptoar.power');
    const path = `/plain/receipts/${receipt}/acknowledgement`;
    const done = await ask('ceptoar.power', path, {
      state: 'affected',
      note: '調べ\r\nました',
      key: 'the-first-answer-01',
      provision,
    });
    expect(done.status).toBe(303);
    const { receipt: kept } = (await world.call('ceptoar.power', 'GET', `/api/provisions/${provision}`)).body;
    expect(kept).toMatchObject({ state: 'affected', note: '調べ\nました' });
    const back = await ask('ceptoar.power', path, { state: 'received', note: '書きかけ', provision });
    expect(back.status).toBe(409);
    expect(back.text).toContain('書きかけ');
    const odd = await ask('ceptoar.power', path, { state: 'whatever', note: '<script>', provision });
    expect(odd.status).toBe(400);
    expect(odd.text).toContain('&lt;script&gt;');
  });

  it('answers another’s receipt like none, and a seat without the power with a refusal', async () => {
    const receipt = await receiptOf('ceptoar.power');
    expect(
      (await ask('ministry.mhlw', `/plain/receipts/${receipt}/acknowledgement`, { state: 'received', provision }))
        .status,
    ).toBe(404);
    expect((await ask('operator.power-a', `/plain/receipts/${receipt}/relay`, { provision })).status).toBe(404);
  });

  it('refuses what is no form, and what is too large', async () => {
    const receipt = await receiptOf('ceptoar.power');
    const path = `/plain/receipts/${receipt}/acknowledgement`;
    expect(
      (await ask('ceptoar.power', path, {}, { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' })).status,
    ).toBe(415);
    expect((await ask('ceptoar.power', path, { note: 'x'.repeat(1_100_000) })).status).toBe(413);
  });
});

describe('a report without scripts', () => {
  it('is read with its source by the ministry and without it at the centre', async () => {
    const report = {
      headline: '監視端末の不審な通信',
      eventType: 'E41',
      handling: amber,
      summary: '監視端末1台から登録のない宛先へ通信。',
    };
    const { id } = (await world.call('operator.power-a', 'POST', '/api/reports', report)).body;
    const near = await ask('ministry.meti', `/plain/reports/${id}`);
    expect(near.text).toContain('架空power-a株式会社');
    expect((await ask('cs.duty', `/plain/reports/${id}`)).status).toBe(404);
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    const far = await ask('cs.duty', `/plain/reports/${id}`);
    expect(far.status).toBe(200);
    expect(far.text).toContain('監視端末1台から');
    expect(far.text).not.toContain('power-a');
  });
});

describe('signing in and the language', () => {
  it('a wrong password comes back in words, with the address that was typed', async () => {
    const { status, text } = await ask(null, '/plain/sign-in', {
      email: 'someone@example.test',
      password: 'wrong',
      code: '１２３４５６',
      next: '/plain',
    });
    expect([401, 403, 409]).toContain(status);
    expect(text).toContain('someone@example.test');
    expect(text).not.toContain('wrong');
  });
  it('the choice of a language goes back to the page, and never to another place', async () => {
    const { to } = await ask(null, '/plain/language', { to: 'en', back: '/plain/sign-in?next=%2Fplain' });
    expect(to).toBe('/plain/sign-in?next=%2Fplain');
    for (const away of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/plain//elsewhere',
      '/plainly',
      '/api/reports',
      '/plain\\..',
    ])
      expect(backTo(away)).toBe('/plain');
  });
});

describe('a text before it goes out, without scripts', () => {
  it('is read and answered by its source, once, and a refusal keeps what was written', async () => {
    const report = await world.call('operator.power-a', 'POST', '/api/reports', {
      headline: '記憶装置の故障',
      eventType: 'E31',
      handling: amber,
    });
    await world.call('ministry.meti', 'POST', `/api/reports/${report.body.id}/relay`);
    const made = await world.call('cs.duty', 'POST', '/api/provisions', {
      title: '故障からの教訓',
      body: '順に入れ替える。',
      kind: 'lesson',
      handling: amber,
      audience: { circles: ['ceptoar.water'], bodies: [] },
      tempo: 'direct',
      derivedFrom: [report.body.id],
    });
    await world.call('cs.chief', 'POST', `/api/provisions/${made.body.id}/approval`);
    expect((await ask('operator.power-a', '/plain')).text).toContain('発出の前に文を確かめる');
    const { id } = (await world.call('operator.power-a', 'GET', '/api/source-approvals')).body.items[0];
    const page = await ask('operator.power-a', `/plain/source-approvals/${id}`);
    expect([page.status, page.text.includes('順に入れ替える。')]).toEqual([200, true]);
    expect((await ask('operator.power-b', `/plain/source-approvals/${id}`)).status).toBe(404);
    const path = `/plain/source-approvals/${id}/answer`;
    const naming = await ask('operator.power-a', path, {
      answer: 'objected',
      reason: '架空power-a株式会社です',
      key: crypto.randomUUID(),
    });
    expect([naming.status, naming.text.includes('架空power-a株式会社です')]).toEqual([409, true]);
    expect((await ask('ministry.meti', path, { answer: 'agreed', key: crypto.randomUUID() })).status).toBe(400);
    const key = crypto.randomUUID();
    const twice = [
      await ask('operator.power-a', path, { answer: 'agreed', key }),
      await ask('operator.power-a', path, { answer: 'agreed', key }),
    ];
    expect(twice.map((done) => [done.status, done.to])).toEqual([
      [303, `/plain/source-approvals/${id}?said=answered`],
      [303, `/plain/source-approvals/${id}?said=answered`],
    ]);
    const shown = await world.call('operator.power-a', 'GET', `/api/source-approvals/${id}`);
    expect(shown.body.answers).toHaveLength(1);
  });
});

it('something is told back on a provision without scripts, and stays on the page when it is refused', async () => {
  const open = await world.call('cs.duty', 'POST', '/api/provisions', {
    title: '外への不審な通信',
    body: '調べてください。',
    kind: 'warning',
    handling: amber,
    audience: { circles: ['ceptoar.power'], bodies: [] },
    tempo: 'direct',
  });
  const { id } = open.body;
  await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`);
  await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`);
  const path = `/plain/provisions/${id}/feedback`;
  const naming = await ask('operator.power-a', path, { kind: 'correction', text: '架空power-a株式会社では違う' });
  expect([naming.status, naming.text.includes('架空power-a株式会社では違う')]).toEqual([409, true]);
  const bad = await ask('operator.power-a', path, { kind: 'sighting', indicator: '192.0.2.9', minutes: 'きのう' });
  expect(bad.status).toBe(400);
  const key = crypto.randomUUID();
  const sent = { kind: 'sighting', indicator: '192[.]0[.]2[.]9', minutes: '30', count: '', key };
  const done = await ask('operator.power-a', path, sent);
  expect([done.status, done.to]).toEqual([303, `/plain/provisions/${id}?said=told`]);
  await ask('operator.power-a', path, sent);
  const page = await ask('operator.power-a', `/plain/provisions/${id}`);
  expect(page.text.split('192[.]0[.]2[.]9')).toHaveLength(2);
  expect((await ask('operator.water-a', path, sent)).status).toBe(404);
});
