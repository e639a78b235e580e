import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hono } from 'hono';
import { serving } from '../../test/serving.ts';
import { buildWorld, type World } from '../../test/world.ts';
import { allRoutes } from '../composition.ts';
import { plainRoutes } from './index.ts';

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' } as const;
const app = new Hono();
let world: World;
beforeAll(async () => {
  world = await buildWorld();
  plainRoutes(app, serving({ db: world.db, clock: world.clock, onCommit: () => undefined }), { routes: allRoutes });
});
afterAll(() => world.close());

const seat = (who: string): string => world.people.get(who)?.seat ?? '';
const ask = async (who: string, path: string, form?: Record<string, string>) => {
  const response = await app.request(path, {
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form).toString() }),
    headers: {
      cookie: `noroshi_session=${world.people.get(who)?.token}`,
      ...(form === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
    },
  });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') };
};
const tick = (): void => world.clock.set(new Date(world.clock.now().getTime() + 60_000));
/** The hidden key of the form that posts to this address. */
const keyOf = (page: string, path: string): string =>
  new RegExp(`action="${path}"[\\s\\S]*?name="key" value="([^"]+)"`, 'u').exec(page)?.[1] ?? '';

describe('an inquiry without scripts', () => {
  const put = async (): Promise<string> => {
    const made = await world.call('cs.duty', 'POST', '/api/inquiries', {
      seats: [seat('operator.power-a'), seat('operator.water-a')],
      subject: '装置の台数',
      text: 'a < b の装置は何台ありますか。',
      handling: amber,
      due: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
    });
    expect(made.status).toBe(201);
    return made.body.id;
  };

  it('waits on the page of who was asked, is read and answered once, and shows nothing of the others', async () => {
    const id = await put();
    expect((await ask('operator.power-a', '/plain')).text).toContain('照会に答える');
    expect((await ask('operator.power-a', '/plain/inquiries')).text).toContain('装置の台数');
    const page = await ask('operator.power-a', `/plain/inquiries/${id}`);
    expect([page.status, page.text.includes('a &lt; b の装置')]).toEqual([200, true]);
    expect(page.text).not.toContain('water');
    expect(page.text).not.toMatch(/<script|(?:plain|channels)\.[a-z]/u);
    const path = `/plain/inquiries/${id}/messages`;
    tick();
    const empty = await ask('operator.power-a', path, { kind: 'answer', text: ' ', key: crypto.randomUUID() });
    expect(empty.status).toBe(400);
    const said = { kind: 'answer', text: '3台です。', key: keyOf(page.text, path) };
    expect(said.key).not.toBe('');
    expect((await ask('operator.power-a', path, said)).to).toBe(`/plain/inquiries/${id}?said=said`);
    expect((await ask('operator.power-a', path, said)).status).toBe(303);
    const shown = await world.call('cs.duty', 'GET', `/api/inquiries/${id}`);
    expect(shown.body.threads.flatMap((it: { messages: unknown[] }) => it.messages)).toHaveLength(1);
    for (const who of ['operator.power-b', 'ministry.meti', 'ceptoar.power']) {
      expect([who, (await ask(who, `/plain/inquiries/${id}`)).status]).toEqual([who, 404]);
      expect([who, (await ask(who, path, { kind: 'answer', text: 'x' })).status]).toEqual([who, 404]);
      expect([who, (await ask(who, '/plain/inquiries')).text.includes('装置の台数')]).toEqual([who, false]);
    }
    expect((await ask('admin.system', '/plain/inquiries')).status).toBe(403);
  });

  it('lets who asked reply, remind and close, and a refusal stays on the page', async () => {
    const id = await put();
    const page = await ask('cs.duty', `/plain/inquiries/${id}`);
    const path = `/plain/inquiries/${id}`;
    tick();
    const to = seat('operator.water-a');
    expect((await ask('cs.duty', `${path}/messages`, { kind: 'reply', to, text: '急ぎません。' })).status).toBe(303);
    expect((await ask('operator.power-a', path)).text).not.toContain('急ぎません。');
    expect((await ask('operator.water-a', path)).text).toContain('急ぎません。');
    expect((await ask('cs.duty', `${path}/remind`, { key: keyOf(page.text, `${path}/remind`) })).status).toBe(303);
    expect((await ask('cs.duty', `${path}/remind`, { key: crypto.randomUUID() })).status).toBe(409);
    expect((await ask('operator.power-a', `${path}/close`, { key: crypto.randomUUID() })).status).toBe(404);
    expect((await ask('cs.duty', `${path}/close`, { key: crypto.randomUUID() })).status).toBe(303);
    tick();
    const late = await ask('operator.power-a', `${path}/messages`, {
      kind: 'answer',
      text: '遅れました',
      key: crypto.randomUUID(),
    });
    expect([late.status, late.text.includes('遅れました') && late.text.includes('note late')]).toEqual([409, true]);
  });
});

describe('a support without scripts', () => {
  it('is taken up, worked on and closed by the word of both sides', async () => {
    const made = await world.call('ceptoar.power', 'POST', '/api/supports', {
      kind: 'ceptoar-activity',
      with: seat('ministry.meti'),
      offer: false,
      subject: '机上演習の進め方',
      text: '相談に乗ってほしい。',
    });
    const { id } = made.body;
    const path = `/plain/supports/${id}`;
    const step = (who: string, deed: string, more: Record<string, string> = {}) => {
      tick();
      return ask(who, `${path}/steps`, { act: deed, note: '', outcome: '', key: crypto.randomUUID(), ...more });
    };
    expect((await ask('ministry.meti', '/plain')).text).toContain('支援を進める');
    expect((await ask('ceptoar.power', '/plain')).text).not.toContain('支援を進める');
    expect((await ask('ministry.meti', '/plain/supports')).text).toContain('机上演習の進め方');
    expect((await step('ceptoar.power', 'accept')).status).toBe(409);
    expect((await step('ministry.meti', 'decline')).status).toBe(400);
    expect((await step('ministry.meti', 'accept')).to).toBe(`${path}?said=said`);
    const kept = await step('ministry.meti', 'agree', { note: '書きかけ' });
    expect([kept.status, kept.text.includes('書きかけ')]).toEqual([400, true]);
    expect((await step('ministry.meti', 'work', { note: '筋書きを一緒に作った。' })).status).toBe(303);
    expect((await step('ministry.meti', 'outcome', { note: '8社が参加した。' })).status).toBe(303);
    const page = await ask('ceptoar.power', path);
    expect(page.text).toContain('8社が参加した。');
    const outcome = /name="outcome" value="([^"]+)"/u.exec(page.text)?.[1] ?? '';
    expect((await step('ceptoar.power', 'agree', { outcome })).status).toBe(303);
    expect((await world.call('ceptoar.power', 'GET', `/api/supports/${id}`)).body.state).toBe('closed');
    for (const who of ['ceptoar.water', 'operator.power-a', 'cs.duty'])
      for (const at of [path, `${path}/steps`])
        expect([who, at, (await (at === path ? ask(who, at) : step(who, 'accept'))).status]).toEqual([who, at, 404]);
    for (const lang of ['ja', 'en'])
      expect((await ask('ceptoar.power', `${path}?lang=${lang}`)).text.length).toBeLessThan(100_000);
  });
});
