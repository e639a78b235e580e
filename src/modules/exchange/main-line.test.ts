import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' } as const;
let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const report = {
  headline: '遠隔監視端末から外部への不審な通信',
  eventType: 'E41',
  handling: amber,
  summary: '監視端末1台から登録のない宛先へ通信。',
};
const provision = {
  title: '遠隔監視端末からの不審な通信と当面の対策',
  body: '過去14日の通信記録を調べてください。',
  kind: 'warning',
  handling: amber,
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'relay',
};

describe('a failure report goes up, a warning comes down', () => {
  let id: string;
  let sent: string;

  it('goes from the operator to its ministry and to nobody else', async () => {
    const made = await world.call('operator.power-a', 'POST', '/api/reports', report);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    id = made.body.id;
    expect(made.body.sentTo).toEqual(['meti']);
    const seen = await Promise.all(
      [...world.people.keys()].map(
        async (who) => [who, (await world.call(who, 'GET', `/api/reports/${id}`)).status] as const,
      ),
    );
    expect(
      seen
        .filter(([, status]) => status === 200)
        .map(([who]) => who)
        .sort(),
    ).toEqual(['ministry.meti', 'operator.power-a']);
    expect(seen.filter(([, status]) => status !== 200).every(([, status]) => status === 404)).toBe(true);
  });

  it('names its source to the ministry, which sees where it waits', async () => {
    const { body } = await world.call('ministry.meti', 'GET', `/api/reports/${id}`);
    expect(body.source.body.name).toBe('架空power-a株式会社');
    expect(body.may).toMatchObject({ relay: true, return: true, addVersion: false });
    expect(body.hops.map((h: { state: string }) => h.state)).toEqual(['passed', 'here', 'ahead']);
  });

  it('can be returned with a question that only the operator and its ministry read', async () => {
    expect(
      (
        await world.call('ministry.meti', 'POST', `/api/reports/${id}/return`, {
          question: '予備端末は同じ委託先ですか',
        })
      ).status,
    ).toBe(201);
    const own = await world.call('operator.power-a', 'GET', `/api/reports/${id}`);
    expect(own.body.thread.map((m: { text: string }) => m.text)).toEqual(['予備端末は同じ委託先ですか']);
    expect((await world.call('operator.power-a', 'POST', `/api/reports/${id}/messages`, { text: 'はい' })).status).toBe(
      201,
    );
  });

  it('passes to the centre without the name', async () => {
    const relayed = await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, { note: '当方から確認中' });
    expect(relayed.status, JSON.stringify(relayed.body)).toBe(200);
    const { body } = await world.call('cs.duty', 'GET', `/api/reports/${id}`);
    expect(body.source).toBeNull();
    expect(body.thread).toBeNull();
    expect(body.notes.map((n: { note: string }) => n.note)).toEqual(['当方から確認中']);
    expect(JSON.stringify(body)).not.toMatch(/power-a/u);
    expect(JSON.stringify(body)).not.toContain(world.people.get('operator.power-a')?.body);
    expect((await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {})).body.reason).toBe(
      'nothing-to-relay',
    );
  });

  it('keeps a later version from the centre until the ministry passes it on', async () => {
    const v2 = await world.call('operator.power-a', 'POST', `/api/reports/${id}/versions`, {
      stage: 'follow-up',
      summary: '端末を切り離した。',
    });
    expect(v2.status, JSON.stringify(v2.body)).toBe(201);
    expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).body.versions).toHaveLength(1);
    expect((await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`)).body.versions).toBe(1);
    expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).body.versions).toHaveLength(2);
  });

  it('becomes a provision whose audience is shown before it is sent', async () => {
    const draft = await world.call('cs.duty', 'POST', '/api/provisions', { ...provision, derivedFrom: [id] });
    expect(draft.status, JSON.stringify(draft.body)).toBe(201);
    sent = draft.body.id;
    const preview = await world.call('cs.duty', 'GET', `/api/provisions/${sent}/audience`);
    expect(preview.body.count).toBe(8);
    expect(preview.body.warnings).toEqual([]);
    expect(preview.body.blockers).toEqual(['needs-second-person']);
  });

  it('needs a second person', async () => {
    expect((await world.call('cs.duty', 'POST', `/api/provisions/${sent}/approval`, {})).body.reason).toBe(
      'needs-second-person',
    );
    expect((await world.call('cs.duty', 'POST', `/api/provisions/${sent}/dispatch`)).body.reason).toBe(
      'needs-second-person',
    );
    expect((await world.call('cs.chief', 'POST', `/api/provisions/${sent}/approval`)).status).toBe(200);
  });

  it('goes tier by tier', async () => {
    const gone = await world.call('cs.duty', 'POST', `/api/provisions/${sent}/dispatch`);
    expect(gone.status, JSON.stringify(gone.body)).toBe(200);
    expect(gone.body.recipients).toBe(8);
    expect((await world.call('operator.power-b', 'GET', `/api/provisions/${sent}`)).status).toBe(404);
    for (const who of ['ministry.meti', 'ceptoar.power']) {
      const waiting = await world.call(who, 'GET', '/api/inbox?open=true&kind=provision');
      expect(waiting.body.items).toHaveLength(1);
      const passed = await world.call(who, 'POST', `/api/receipts/${waiting.body.items[0].receipt}/relay`);
      expect(passed.status, JSON.stringify(passed.body)).toBe(200);
    }
    const got = await world.call('operator.power-b', 'GET', `/api/provisions/${sent}`);
    expect(got.status).toBe(200);
    expect(got.body.desk).toBeNull();
    expect(JSON.stringify(got.body)).not.toContain(id);
  });

  it('is acknowledged, counted by tier, and counted as evidence', async () => {
    for (const x of ['a', 'b', 'c']) {
      const { body } = await world.call(`operator.power-${x}`, 'GET', '/api/inbox?open=true');
      const ack = await world.call(
        `operator.power-${x}`,
        'POST',
        `/api/receipts/${body.items[0].receipt}/acknowledgement`,
        { state: 'not-affected' },
      );
      expect(ack.status, JSON.stringify(ack.body)).toBe(200);
    }
    await world.settle();
    const whole = await world.call('cs.duty', 'GET', `/api/provisions/${sent}/circulation`);
    expect(
      whole.body.tiers.map((t: { tier: string; targeted: number; delivered: number; acknowledged: number }) => [
        t.tier,
        t.targeted,
        t.delivered,
        t.acknowledged,
      ]),
    ).toEqual([
      ['sector-ministry', 1, 1, 0],
      ['ceptoar', 1, 1, 0],
      ['operator', 6, 6, 3],
    ]);
    expect(whole.body.rows).toEqual([]);
    const part = await world.call('ceptoar.power', 'GET', `/api/provisions/${sent}/circulation`);
    expect(part.body.rows).toHaveLength(6);
    const none = await world.call('operator.power-b', 'GET', `/api/provisions/${sent}/circulation`);
    expect(none.body.rows).toEqual([]);
    const plan = await world.call('cs.duty', 'GET', '/api/measures');
    const of = (label: string) => plan.body.items.find((m: { label: string }) => m.label === label).evidence;
    expect(plan.body.items).toHaveLength(91);
    expect(of('ウ-b')).toEqual(
      expect.arrayContaining([expect.objectContaining({ fact: 'provision.dispatched', count: 1 })]),
    );
    expect(of('エ-c')).toEqual(expect.arrayContaining([expect.objectContaining({ fact: 'report.relayed', count: 2 })]));
  });

  it('is found in both scripts by those it reached', async () => {
    const find = async (who: string, q: string) =>
      (await world.call(who, 'GET', `/api/search?q=${encodeURIComponent(q)}`)).body.items.map(
        (i: { kind: string }) => i.kind,
      );
    expect(await find('operator.power-b', '不審な通信')).toEqual(['provision']);
    expect(await find('cs.duty', '遠隔監視')).toEqual(expect.arrayContaining(['report', 'provision']));
    expect(await find('operator.water-a', '通信')).toEqual([]);
    const { body } = await world.call('operator.power-b', 'GET', `/api/provisions/${sent}`);
    expect(await find('operator.power-b', body.reference)).toEqual(['provision']);
    expect(await find('operator.water-a', body.reference)).toEqual([]);
  });
});
