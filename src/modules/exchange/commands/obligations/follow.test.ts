import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installProgramme, theProgramme } from '../../../programme/index.ts';
import type { Obligation } from '../../../programme/contract.ts';
import { buildWorld, type Reply, type World } from '../../../../../test/world.ts';
import { watchObligations } from './watch.ts';

const both = (text: string) => ({ ja: text, en: text });
const duty = (key: string, more: Partial<Obligation>): Obligation => ({
  key,
  regime: both('見本法'),
  title: both(key),
  start: { at: 'detection' },
  stages: ['final'],
  recipient: 'sector-ministry',
  remindBefore: [],
  basis: both('見本法第1条'),
  sample: true,
  ...more,
});
const rules = [
  duty('detailed', { trigger: 'users >= 1000', within: 'PT72H', remindBefore: ['PT12H', 'PT1H'] }),
  duty('prompt', { trigger: "eventType == 'E31'", stages: ['first'] }),
];
const hour = 3_600_000;
const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };

let world: World;
beforeEach(async () => {
  world = await buildWorld();
  installProgramme({ ...theProgramme(), obligations: rules });
});
afterEach(() => world.close());

const back = (hours: number): string => new Date(world.clock.now().getTime() - hours * hour).toISOString();
const forward = (hours: number): void => world.clock.set(new Date(world.clock.now().getTime() + hours * hour));
const submit = async (more: object = {}): Promise<string> =>
  (
    await world.call('operator.power-a', 'POST', '/api/reports', {
      headline: '監視端末の応答停止',
      eventType: 'E31',
      handling: amber,
      detectedAt: back(2),
      answers: { users: 5000 },
      disclosure: { nameToCs: true },
      copyToCeptoar: true,
      ...more,
    })
  ).body.id;
const version = (id: string, more: object): Promise<Reply> =>
  world.call('operator.power-a', 'POST', `/api/reports/${id}/versions`, more);
const duties = async (who: string, id: string) =>
  (await world.call(who, 'GET', `/api/obligations?report=${id}`)).body.items as Record<string, unknown>[];
const detailed = async (id: string) => (await duties('operator.power-a', id)).find((it) => it['key'] === 'detailed');
const facts = async (): Promise<string[]> =>
  (await world.admin.query(`select fact from journal.entry where fact like 'obligation.%' order by seq`)).rows.map(
    (r) => r.fact as string,
  );

describe('the duties to report of a report', () => {
  it('are planned from what it says, and met by what fulfils them', async () => {
    const due = new Date(world.clock.now().getTime() + 70 * hour).toISOString();
    const id = await submit();
    expect(await duties('operator.power-a', id)).toEqual([
      expect.objectContaining({ key: 'prompt', due: null, promptly: true, state: 'met', certainty: 'known' }),
      expect.objectContaining({ key: 'detailed', due, state: 'planned', metAt: null }),
    ]);
    expect((await world.call('operator.power-a', 'GET', '/api/obligations')).body.items).toHaveLength(1);
    forward(5);
    await version(id, { stage: 'final' });
    expect(await detailed(id)).toMatchObject({ state: 'met', metAt: world.clock.now().toISOString() });
    expect(await facts()).toEqual(['obligation.planned', 'obligation.planned', 'obligation.met', 'obligation.met']);
  });

  it('are for operator and ministry, and nobody else, whoever else knows the source', async () => {
    const id = await submit();
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).body.source).not.toBeNull();
    for (const who of world.people.keys()) {
      const seen = (await duties(who, id)).length;
      expect([who, seen]).toEqual([who, who === 'operator.power-a' || who === 'ministry.meti' ? 2 : 0]);
    }
  });

  it('move with a later version, keep the earlier start, and fall away with their ground', async () => {
    const id = await submit();
    const before = await detailed(id);
    forward(1);
    await version(id, { stage: 'follow-up', detectedAt: back(10) });
    const moved = await detailed(id);
    expect(moved?.['due']).not.toBe(before?.['due']);
    expect(moved?.['earlier']).toEqual([expect.objectContaining({ due: before?.['due'] })]);
    forward(1);
    await version(id, { stage: 'follow-up', answers: { users: 10 } });
    expect(await detailed(id)).toMatchObject({ state: 'cancelled', reason: 'trigger' });
    forward(1);
    await version(id, { stage: 'follow-up', answers: { users: 9000 } });
    expect(await detailed(id)).toMatchObject({ state: 'planned', reason: null });
    forward(1);
    await version(id, { stage: 'withdrawal' });
    expect(await detailed(id)).toMatchObject({ state: 'cancelled', reason: 'withdrawn' });
  });

  it('that are missed stay missed, once, also when the clock is set back and when they are done later', async () => {
    const id = await submit();
    forward(60);
    expect(await watchObligations(world.worker, world.clock)).toBe(0);
    expect(await detailed(id)).toMatchObject({ state: 'planned', remindedAt: world.clock.now().toISOString() });
    forward(11);
    expect(await watchObligations(world.worker, world.clock)).toBe(1);
    const missedAt = world.clock.now().toISOString();
    world.clock.set(new Date(world.clock.now().getTime() - 71 * hour));
    expect(await watchObligations(world.worker, world.clock)).toBe(0);
    await version(id, { stage: 'follow-up', detectedAt: back(1) });
    expect(await detailed(id)).toMatchObject({ state: 'missed', missedAt, metAt: null });
    forward(72);
    expect(await watchObligations(world.worker, world.clock)).toBe(0);
    await version(id, { stage: 'final' });
    expect(await detailed(id)).toMatchObject({ state: 'missed', missedAt, metAt: world.clock.now().toISOString() });
    await version(id, { stage: 'correction' });
    const others = ['obligation.planned', 'obligation.met'];
    expect((await facts()).filter((it) => !others.includes(it))).toEqual([
      'obligation.reminded',
      'obligation.missed',
      'obligation.met-late',
    ]);
  });

  it('are told of when they come near and when they were missed, once, to operator and ministry alone', async () => {
    const told = async (who: string): Promise<string[]> => {
      await world.settle();
      return (await world.call(who, 'GET', '/api/notices')).body.items
        .filter((it: { why: string; readAt: string | null }) => it.why.startsWith('duty-') && it.readAt === null)
        .map((it: { why: string }) => it.why);
    };
    const id = await submit();
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    forward(60);
    await watchObligations(world.worker, world.clock);
    await watchObligations(world.worker, world.clock);
    for (const who of world.people.keys()) {
      const ofTheTwo = who === 'operator.power-a' || who === 'ministry.meti';
      expect([who, await told(who)]).toEqual([who, ofTheTwo ? ['duty-near'] : []]);
    }
    forward(11);
    await watchObligations(world.worker, world.clock);
    expect([await told('operator.power-a'), await told('ministry.meti')]).toEqual([['duty-missed'], ['duty-missed']]);
    const other = await submit();
    forward(60);
    await watchObligations(world.worker, world.clock);
    expect(await told('operator.power-a')).toEqual(['duty-near', 'duty-missed']);
    await version(other, { stage: 'final' });
    expect(await told('operator.power-a')).toEqual(['duty-missed']);
  });

  it('of what was typed in begin when the operator confirms it, and are signed by whoever did', async () => {
    const entered = await world.call('ministry.meti', 'POST', '/api/reports/entries', {
      body: world.people.get('operator.power-a')?.body,
      saidBy: '当直（架空）',
      channel: 'phone',
      saidAt: back(1),
      headline: '監視端末の応答停止',
      eventType: 'E31',
      handling: amber,
      detectedAt: back(2),
      answers: { users: 5000 },
    });
    const { id } = entered.body;
    expect([entered.status, await duties('operator.power-a', id)]).toEqual([201, []]);
    await world.call('operator.power-a', 'POST', `/api/reports/${id}/confirmation`);
    expect((await duties('ministry.meti', id)).map((it) => [it['key'], it['state']])).toEqual([
      ['prompt', 'met'],
      ['detailed', 'planned'],
    ]);
    forward(71);
    expect(await watchObligations(world.worker, world.clock)).toBe(1);
    const { rows } = await world.admin.query(
      `select a.person from journal.entry e join journal.actor a on a.entry = e.id where e.fact = 'obligation.missed'`,
    );
    expect(rows).toEqual([{ person: world.people.get('operator.power-a')?.person }]);
  });

  it('are told before a report is sent, by what is written, and refused to who files none', async () => {
    const body = { stage: 'first', eventType: 'E31', answers: { users: { state: 'between', from: 10, to: 2000 } } };
    const ahead = await world.call('operator.power-a', 'POST', '/api/obligations/preview', body);
    expect(ahead.body.items).toEqual([
      expect.objectContaining({ key: 'detailed', meets: false, certainty: 'assumed' }),
      expect.objectContaining({ key: 'prompt', meets: true, promptly: true }),
    ]);
    expect((await world.call('ministry.meti', 'POST', '/api/obligations/preview', body)).status).toBe(403);
  });
});
