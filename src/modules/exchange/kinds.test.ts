import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../test/leaks/seeing.ts';
import { tokenHash } from '../../platform/acting.ts';
import { buildWorld, type World } from '../../../test/world.ts';

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const method = {
  kind: 'attack-method',
  headline: '保守用回線から入る手口',
  handling: amber,
  answers: { indicators: [{ value: 'hxxps://update[.]a[.]example/x' }] },
};
const damage = { kind: 'damage', headline: '浸水による局舎の停止', handling: amber };
let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const submit = (who: string, body: object) => world.call(who, 'POST', '/api/reports', body);
const read = (who: string, id: string) => world.call(who, 'GET', `/api/reports/${id}`);
const recorded = async (fact: string): Promise<number> =>
  (await world.admin.query('select count(*)::int as n from journal.entry where fact = $1', [fact])).rows[0].n;

describe('what an office or agency tells', () => {
  it('goes to the centre in one hop, in its own name, and to nobody else', async () => {
    for (const [who, body] of [
      ['agency.ipa', 'ipa'],
      ['security.meti', 'meti'],
    ] as const) {
      const made = await submit(who, method);
      expect([made.status, made.body.sentTo], JSON.stringify(made.body)).toEqual([201, ['cs']]);
      const seen = await Promise.all(
        [...world.people.keys()].map(async (one) => [one, (await read(one, made.body.id)).status] as const),
      );
      expect(
        seen
          .filter(([, status]) => status === 200)
          .map(([one]) => one)
          .sort(),
      ).toEqual([who, 'cs.chief', 'cs.duty'].sort());
      const shown = (await read('cs.duty', made.body.id)).body;
      expect(shown).toMatchObject({ kind: 'attack-method', route: 'contribution', sector: 'across' });
      expect(shown.source.body.name).toBe(body);
      expect(shown.hops.map((it: { capacity: string }) => it.capacity).slice(1)).toEqual(['cabinet-secretariat']);
      expect(shown.versions[0]).toMatchObject({ eventType: null });
    }
  });

  it('keeps indicators clean, however they were written', async () => {
    const { id } = (await submit('agency.ipa', method)).body;
    const [version] = (await read('cs.duty', id)).body.versions;
    expect(version.answers.indicators).toEqual([{ value: { state: 'known', value: 'https://update.a.example/x' } }]);
  });

  it('is evidence once: of the sending, of its taking up, and of damage where it tells of damage', async () => {
    await submit('security.meti', method);
    const before = await Promise.all(
      ['contribution.submitted', 'contribution.acknowledged', 'damage.recorded'].map(recorded),
    );
    const { id } = (await submit('crisis.npa', damage)).body;
    for (const [i, state] of ['received', 'analysing'].entries()) {
      world.clock.set(new Date(Date.parse('2026-11-23T03:01:00Z') + i * 60_000));
      expect((await world.call('cs.duty', 'POST', `/api/reports/${id}/triage`, { state })).status).toBe(201);
    }
    const after = await Promise.all(
      ['contribution.submitted', 'contribution.acknowledged', 'damage.recorded'].map(recorded),
    );
    expect(after).toEqual(before.map((n) => n + 1));
    const counted = (await world.call('cs.duty', 'GET', '/api/measures')).body.items;
    const of = (label: string, fact: string) =>
      counted
        .find((it: { label: string }) => it.label === label)
        .evidence.find((it: { fact: string }) => it.fact === fact).count;
    expect(of('カ-b', 'damage.recorded')).toBe(after[2]);
    expect(of('カ-c', 'contribution.submitted.crisis-ministry')).toBe(1);
    expect(of('オ-b', 'contribution.submitted.security-ministry')).toBe(2);
    expect(of('オ-a', 'contribution.acknowledged.security-ministry')).toBe(0);
    const { id: told } = (await submit('security.meti', method)).body;
    await world.call('cs.duty', 'POST', `/api/reports/${told}/triage`, { state: 'received' });
    const again = (await world.call('cs.duty', 'GET', '/api/measures')).body.items;
    expect(again.find((it: { label: string }) => it.label === 'オ-a').evidence[0].count).toBe(1);
  });

  it('is followed by versions along the same way', async () => {
    const { id } = (await submit('agency.ipa', method)).body;
    const next = await world.call('agency.ipa', 'POST', `/api/reports/${id}/versions`, {
      stage: 'correction',
      answers: { detection: '保守用回線の記録を見る' },
    });
    expect([next.status, next.body.sentTo], JSON.stringify(next.body)).toEqual([201, ['cs']]);
    expect((await read('cs.duty', id)).body.versions).toHaveLength(2);
    const others = await world.call('security.meti', 'POST', `/api/reports/${id}/versions`, { stage: 'final' });
    expect(others.status).toBe(404);
  });
});

describe('what an operator tells beside failures', () => {
  it('goes by way of its ministry, and its name stays there', async () => {
    const made = await submit('operator.power-a', method);
    expect([made.status, made.body.sentTo]).toEqual([201, ['meti']]);
    expect((await read('cs.duty', made.body.id)).status).toBe(404);
    await world.call('ministry.meti', 'POST', `/api/reports/${made.body.id}/relay`, {});
    const shown = (await read('cs.duty', made.body.id)).body;
    expect([shown.source, shown.route, shown.sector]).toEqual([null, 'report', 'electricity']);
    expect(JSON.stringify(shown)).not.toContain('power-a');
  });

  it('is a failure where nothing else is said', async () => {
    const { id } = (await submit('operator.power-b', { headline: '停止', eventType: 'E31', handling: amber })).body;
    expect((await read('operator.power-b', id)).body.kind).toBe('failure');
  });
});

describe('a kind that does not fit', () => {
  it('is refused in words, and nothing is stored', async () => {
    const count = async () => (await world.admin.query('select count(*)::int as n from exchange.report')).rows[0].n;
    const before = await count();
    const failure = { headline: '停止', eventType: 'E31', handling: amber };
    expect((await submit('agency.ipa', failure)).body).toMatchObject({ reason: 'report-kind-not-yours' });
    expect((await submit('operator.power-a', damage)).body.reason).toBe('report-kind-not-yours');
    expect((await submit('crisis.npa', method)).body.reason).toBe('report-kind-not-yours');
    expect((await submit('operator.power-a', { ...failure, kind: 'no-such' })).status).toBe(400);
    expect((await submit('operator.power-a', { headline: '停止', handling: amber })).status).toBe(400);
    expect((await submit('agency.ipa', { ...method, eventType: 'E31' })).status).toBe(400);
    expect((await submit('agency.ipa', { ...method, answers: { users: 3 } })).status).toBe(400);
    expect((await submit('agency.ipa', { ...method, sector: 'moon' })).body.reason).toBe('sector-unclear');
    expect((await submit('ministry.meti', method)).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it('is not offered: the preview names what the seat may tell, and who would see it', async () => {
    const own = (await world.call('crisis.npa', 'GET', '/api/reports/preview')).body;
    expect(own).toMatchObject({ kinds: ['attack-notice', 'damage', 'terrorism'], route: 'contribution' });
    expect(own.stations.map((it: { capacity: string }) => it.capacity)).toEqual(['cabinet-secretariat']);
    const operator = (await world.call('operator.power-a', 'GET', '/api/reports/preview?kind=attack-method')).body;
    expect(operator).toMatchObject({ kind: 'attack-method', route: 'report', form: { key: 'attack-method' } });
    expect((await world.call('operator.power-a', 'GET', '/api/reports/preview?kind=damage')).body.reason).toBe(
      'report-kind-not-yours',
    );
  });
});

describe('a hub that may file as well as provide', () => {
  it('lays no tiers of its own choice for what it sends down, past the doors either', async () => {
    const lay = (kind: string, scope: string): Promise<unknown[]> => {
      const id = randomUUID();
      return rowsOf(
        world,
        'agency.ipa',
        sql`with made as (
              insert into circulation.item (id, subject, realm, kind, title, marking, handling)
              values (${id}, ${id}, acting.realm(), ${kind}, 'x', 2, '{}'))
            select 1`,
      ).then(() =>
        world.db.transaction().execute(async (tx) => {
          const token = world.people.get('agency.ipa')?.token ?? '';
          await sql`select acting.begin(${tokenHash(token)}, null, ${world.clock.now()})`.execute(tx);
          await sql`insert into circulation.tier (item, position, capacity, scope) values (${id}, 1, 'operator', ${scope})`.execute(
            tx,
          );
          return [];
        }),
      );
    };
    await expect(lay('provision', 'above')).rejects.toMatchObject({ code: '42501' });
    await expect(lay('provision', 'central')).rejects.toMatchObject({ code: '42501' });
    await expect(lay('report', 'above')).rejects.toMatchObject({ code: '42501' });
    await expect(lay('report', 'central')).resolves.toEqual([]);
  });
});
