import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type Reply, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const post = (who: string, path: string, body: object = {}): Promise<Reply> =>
  world.call(who, 'POST', path, body, { 'accept-language': 'ja' });
const facts = async (fact: string, subject?: string): Promise<number> => {
  const { rows } = await world.admin.query<{ n: number }>(
    `select count(*)::int as n from journal.entry where fact = $1 and ($2::uuid is null or subject = $2)`,
    [fact, subject ?? null],
  );
  return rows[0]?.n ?? 0;
};

/** Does the same thing five times at once: one is done, and each other one is told in plain words that it was done already. */
const once = async (act: () => Promise<Reply>): Promise<Reply> => {
  const all = await Promise.all(Array.from({ length: 5 }, act));
  const done = all.filter((it) => it.status < 300);
  expect(all.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([done[0]?.status, 409, 409, 409, 409]);
  for (const it of all.filter((one) => one.status === 409)) {
    expect(it.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
    expect([it.body.title, it.body.title === it.body.reason]).toEqual([
      expect.stringMatching(/[ぁ-んァ-ヶ一-龠]/u),
      false,
    ]);
  }
  return done[0] as Reply;
};

const file = async (): Promise<string> =>
  (await post('operator.power-a', '/api/reports', { headline: '応答停止', eventType: 'E31', handling: amber })).body.id;
const provision = async (): Promise<string> =>
  (
    await post('cs.duty', '/api/provisions', {
      title: '注意喚起',
      body: '確かめてください。',
      kind: 'warning',
      handling: amber,
      tempo: 'relay',
      audience: { circles: ['ceptoar.power'], bodies: [] },
    })
  ).body.id;

describe('of many who press at once, one does it', () => {
  it('a report is passed on once, with one line in the journal and one receipt at the centre', async () => {
    const id = await file();
    await once(() => post('ministry.meti', `/api/reports/${id}/relay`, { note: '確認した' }));
    const { rows } = await world.admin.query(
      `select from circulation.receipt r join circulation.item i on i.id = r.item where i.subject = $1 and r.seat = $2`,
      [id, world.people.get('cs.duty')?.seat],
    );
    expect([rows.length, await facts('report.relayed')]).toEqual([1, 1]);
  });

  it('a provision is approved, sent and passed on once each', async () => {
    const id = await provision();
    await Promise.all(Array.from({ length: 5 }, () => post('cs.chief', `/api/provisions/${id}/approval`)));
    expect(await facts('provision.approved')).toBe(1);
    await once(() => post('cs.duty', `/api/provisions/${id}/dispatch`));
    for (const who of ['ministry.meti', 'ceptoar.power']) {
      const inbox = await world.call(who, 'GET', '/api/inbox?kind=provision');
      const sent = await once(() => post(who, `/api/receipts/${inbox.body.items[0].receipt}/relay`));
      expect(sent.body.recipients).toBe(who === 'ministry.meti' ? 1 : 6);
    }
    expect(await facts('receipt.relayed')).toBe(2);
  });

  it('consent is given once, and taken back once', async () => {
    const id = await file();
    await post('ministry.meti', `/api/reports/${id}/relay`);
    const say = (act: string) => () =>
      post('operator.power-a', `/api/reports/${id}/consents`, { class: 'agencies', act });
    await once(say('given'));
    await once(() => post('cs.duty', `/api/reports/${id}/onward`, { class: 'agencies' }));
    await once(say('withdrawn'));
    expect((await world.call('agency.ipa', 'GET', `/api/reports/${id}`)).status).toBe(410);
  });

  it('whoever passes on while the source takes back: nobody sees it afterwards, whoever came first', async () => {
    for (let i = 0; i < 4; i += 1) {
      const id = await file();
      await post('ministry.meti', `/api/reports/${id}/relay`);
      await post('operator.power-a', `/api/reports/${id}/consents`, { class: 'agencies', act: 'given' });
      const [passed, taken] = await Promise.all([
        post('cs.duty', `/api/reports/${id}/onward`, { class: 'agencies' }),
        post('operator.power-a', `/api/reports/${id}/consents`, { class: 'agencies', act: 'withdrawn' }),
      ]);
      expect([[200, 409].includes(passed.status), taken.status]).toEqual([true, 201]);
      const seen = await world.call('agency.ipa', 'GET', `/api/reports/${id}`);
      expect(seen.status).toBe(passed.status === 200 ? 410 : 404);
    }
  });

  it('a recall and a relay at once leave nobody with what was called back', async () => {
    const id = await provision();
    await post('cs.chief', `/api/provisions/${id}/approval`);
    await post('cs.duty', `/api/provisions/${id}/dispatch`);
    await post('cs.duty', `/api/provisions/${id}/versions`, { stage: 'recall', reason: '誤り' });
    expect((await post('cs.chief', `/api/provisions/${id}/approval`)).status).toBe(200);
    const inbox = await world.call('ministry.meti', 'GET', '/api/inbox?kind=provision');
    const receipt = inbox.body.items.find((it: { subject: { id: string } }) => it.subject.id === id).receipt;
    const [called, passed] = await Promise.all([
      post('cs.duty', `/api/provisions/${id}/dispatch`),
      post('ministry.meti', `/api/receipts/${receipt}/relay`),
    ]);
    expect([called.status, [200, 409, 404].includes(passed.status)]).toEqual([200, true]);
    for (const who of ['ministry.meti', 'ceptoar.power', 'operator.power-a']) {
      const seen = await world.call(who, 'GET', `/api/provisions/${id}`);
      expect([who, seen.status === 404 || seen.body.stage === 'recall']).toEqual([who, true]);
    }
  });
});
