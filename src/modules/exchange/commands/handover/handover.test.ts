import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../../kernel/time.ts';
import { buildWorld, type Reply, type World } from '../../../../../test/world.ts';
import { carryOutOnTheDay } from './carry-out.ts';

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const report = { headline: '浄水場の監視端末が応答しない', eventType: 'E31', handling: amber, summary: '切り離した' };
const day = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await buildWorld();
});
afterEach(() => world.close());

const seat = (name: string): string => world.people.get(name)?.seat ?? '';
const today = (): string => dayOf(world.clock.now());
const submit = async (who: string): Promise<string> => (await world.call(who, 'POST', '/api/reports', report)).body.id;
const sees = async (who: string, id: string): Promise<number> =>
  (await world.call(who, 'GET', `/api/reports/${id}`)).status;
const relay = (who: string, id: string): Promise<Reply> => world.call(who, 'POST', `/api/reports/${id}/relay`, {});

const propose = (more: object = {}): Promise<Reply> =>
  world.call('admin.system', 'POST', '/api/handovers', {
    sector: 'water',
    from: seat('ministry.mhlw'),
    to: seat('ministry.meti'),
    day: today(),
    keeps: true,
    reason: '水道行政の移管',
    ...more,
  });
const confirm = (id: string, who = 'cs.chief'): Promise<Reply> =>
  world.call(who, 'POST', `/api/handovers/${id}/confirmation`);
const handOver = async (more: object = {}): Promise<void> => {
  const { body } = await propose(more);
  expect((await confirm(body.id)).status).toBe(200);
  await world.settle();
};

describe('a handover', () => {
  it('gives the successor what the old ministry had still to pass on, and the report goes up', async () => {
    const id = await submit('operator.water-a');
    await world.call('ministry.mhlw', 'GET', `/api/reports/${id}`);
    const other = await submit('operator.water-b');
    await relay('ministry.mhlw', other);
    expect(await sees('ministry.meti', id)).toBe(404);
    await handOver();
    expect([await sees('ministry.meti', id), await sees('ministry.mhlw', id)]).toEqual([200, 200]);
    const shown = (await world.call('ministry.meti', 'GET', `/api/reports/${id}`)).body;
    expect(shown.source.body.name).toContain('water-a');
    expect(shown.may).toMatchObject({ relay: true, talk: true });
    expect(shown.receipt.relayDue).not.toBeNull();
    expect((await relay('ministry.mhlw', id)).body.reason).toBe('nothing-to-relay');
    expect(await sees('cs.duty', id)).toBe(404);
    expect((await relay('ministry.meti', id)).status).toBe(200);
    expect(await sees('cs.duty', id)).toBe(200);
    expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).body.source).toBeNull();
    expect(await sees('ministry.meti', other)).toBe(404);
  });

  it('loses nothing when nobody sits at the old ministry any more', async () => {
    const id = await submit('operator.water-a');
    const { seat: old, person } = world.people.get('ministry.mhlw') ?? { seat: '', person: '' };
    await world.admin.query(`update acting.holder set valid_to = $3 where seat = $1 and person = $2`, [
      old,
      person,
      today(),
    ]);
    await handOver();
    expect((await relay('ministry.meti', id)).status).toBe(200);
    expect(await sees('cs.duty', id)).toBe(200);
  });

  it('ends the old seat’s part: it reads what it had read, and neither what is said nor what is sent later', async () => {
    const id = await submit('operator.water-a');
    const unread = await submit('operator.water-b');
    await world.call('ministry.mhlw', 'GET', `/api/reports/${id}`);
    await world.call('ministry.mhlw', 'POST', `/api/reports/${id}/return`, { question: '時刻は' });
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await handOver();
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await world.call('operator.water-a', 'POST', `/api/reports/${id}/messages`, { text: '三時十分' });
    await world.call('operator.water-a', 'POST', `/api/reports/${id}/versions`, {
      stage: 'follow-up',
      summary: '続き',
    });
    const [old, fresh] = [
      (await world.call('ministry.mhlw', 'GET', `/api/reports/${id}`)).body,
      (await world.call('ministry.meti', 'GET', `/api/reports/${id}`)).body,
    ];
    expect(old.thread.map((m: { text: string }) => m.text)).toEqual(['時刻は']);
    expect(fresh.thread.map((m: { text: string }) => m.text)).toEqual(['時刻は', '三時十分']);
    expect([old.versions.length, fresh.versions.length]).toEqual([1, 2]);
    expect(old.may).toMatchObject({ talk: false, return: false, relay: false });
    expect((await world.call('ministry.mhlw', 'POST', `/api/reports/${id}/return`, { question: 'まだ' })).status).toBe(
      404,
    );
    expect([await sees('ministry.mhlw', unread), await sees('ministry.meti', unread)]).toEqual([404, 200]);
  });

  it('may end all that the old seat had of what is handed over', async () => {
    const id = await submit('operator.water-a');
    await world.call('ministry.mhlw', 'GET', `/api/reports/${id}`);
    await handOver({ keeps: false });
    expect([await sees('ministry.mhlw', id), await sees('ministry.meti', id)]).toEqual([404, 200]);
  });

  it('sends later reports to the successor alone', async () => {
    await handOver();
    const id = await submit('operator.water-c');
    expect([await sees('ministry.mhlw', id), await sees('ministry.meti', id)]).toEqual([404, 200]);
  });

  it('on a later day changes nothing before it, and is carried out by the clock', async () => {
    const id = await submit('operator.water-a');
    await handOver({ day: dayOf(new Date(world.clock.now().getTime() + 2 * day)) });
    expect(await sees('ministry.meti', id)).toBe(404);
    world.clock.set(new Date(world.clock.now().getTime() + 2 * day));
    expect(await carryOutOnTheDay(world.worker, world.clock)).toBe(1);
    expect(await carryOutOnTheDay(world.worker, world.clock)).toBe(0);
    expect(await sees('ministry.meti', id)).toBe(200);
  });

  it('of a report in flight twice, and back again, leaves one duty with one seat', async () => {
    const id = await submit('operator.water-a');
    await handOver();
    world.clock.set(new Date(world.clock.now().getTime() + day));
    await handOver({ from: seat('ministry.meti'), to: seat('ministry.mhlw') });
    expect((await relay('ministry.meti', id)).status).toBeGreaterThanOrEqual(400);
    expect((await relay('ministry.mhlw', id)).status).toBe(200);
    const { rows } = await world.admin.query(
      `select count(*)::int as n from circulation.deadline d join circulation.item i on i.id = d.item where i.subject = $1 and d.kind = 'relay' and d.met_at is null`,
      [id],
    );
    expect(rows[0].n).toBe(0);
    expect(await sees('cs.duty', id)).toBe(200);
  });

  it('of a warning on its way down lets the successor pass it on to the operators of that sector', async () => {
    const draft = (
      await world.call('cs.duty', 'POST', '/api/provisions', {
        title: '注意喚起',
        body: '確かめてください。',
        kind: 'warning',
        handling: amber,
        audience: { circles: ['ceptoar.water'], bodies: [] },
        tempo: 'relay',
      })
    ).body.id as string;
    await world.call('cs.duty', 'POST', `/api/provisions/${draft}/approval-request`);
    const preview = (await world.call('cs.chief', 'GET', `/api/provisions/${draft}/audience`)).body;
    await world.call('cs.chief', 'POST', `/api/provisions/${draft}/approval`, {
      accept: preview.warnings.map((w: { key: string }) => ({ key: w.key, reason: '確かめた' })),
    });
    const sent = await world.call('cs.duty', 'POST', `/api/provisions/${draft}/dispatch`, {});
    expect(sent.status).toBe(200);
    await handOver();
    const { items } = (await world.call('ministry.meti', 'GET', '/api/inbox')).body;
    const receipt = items.find((it: { subject: { id: string } }) => it.subject.id === draft)?.receipt;
    const passed = await world.call('ministry.meti', 'POST', `/api/receipts/${receipt}/relay`, {});
    expect(passed.status).toBe(200);
    expect((await world.call('ceptoar.water', 'GET', `/api/provisions/${draft}`)).status).toBe(200);
  });
});

describe('a handover is refused', () => {
  it('to whoever proposed it, to who may not, twice, and without a sector that is the seat’s', async () => {
    const { body } = await propose();
    expect((await confirm(body.id, 'admin.system')).body.reason).toBe('handover-needs-another');
    expect((await confirm(body.id, 'cs.duty')).status).toBe(403);
    expect((await propose()).body.reason).toBe('handover-open-already');
    const both = await Promise.all([confirm(body.id), confirm(body.id)]);
    expect(both.map((r) => r.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await world.call('admin.system', 'DELETE', `/api/handovers/${body.id}`)).status).toBe(409);
    expect((await propose({ sector: 'electricity' })).body.reason).toBe('handover-not-competent');
    expect((await propose({ to: seat('ceptoar.water') })).body.reason).toBe('handover-other-capacity');
    expect((await propose({ day: '2020-01-01' })).body.reason).toBe('handover-past');
    expect((await propose({ to: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
  });

  it('when it was taken back, and concerns nobody but the ministries, the centre and the keeper', async () => {
    const { body } = await propose();
    expect((await world.call('operator.water-a', 'GET', '/api/handovers')).status).toBe(403);
    expect((await world.call('cs.chief', 'GET', '/api/handovers')).body.items).toHaveLength(1);
    expect((await world.call('admin.system', 'DELETE', `/api/handovers/${body.id}`)).status).toBe(204);
    expect((await confirm(body.id)).body.reason).toBe('handover-gone');
  });
});
