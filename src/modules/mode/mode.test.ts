import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type Reply, type World } from '../../../test/world.ts';
import { fileURLToPath } from 'node:url';
import { installProgramme, loadProgramme } from '../programme/index.ts';

let world: World;
const start = new Date('2026-11-23T03:00:00Z');
const minutes = (n: number): Date => new Date(start.getTime() + n * 60_000);
beforeAll(async () => {
  world = await buildWorld(start);
});
afterAll(() => world.close());

const scope = { sectors: ['electricity'], regions: ['tohoku'], basis: '官邸連絡室の設置（架空）', authority: 'A-1' };
const begin = (who: string, more: Record<string, unknown> = {}): Promise<Reply> =>
  world.call(who, 'POST', '/api/mode/acts', { verb: 'declare', ...scope, ...more });
const confirm = (who: string, id: string): Promise<Reply> =>
  world.call(who, 'POST', `/api/mode/acts/${id}/confirmation`, {});
const now = async (who: string) => (await world.call(who, 'GET', '/api/mode')).body;
const file = async (who: string, more: Record<string, unknown> = {}): Promise<string> => {
  const reply = await world.call(who, 'POST', '/api/reports', {
    headline: '監視系が止まった（架空）',
    eventType: 'E31',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    answers: { crisisSide: true },
    ...more,
  });
  expect(reply.status).toBe(201);
  return reply.body.id;
};
const relay = (who: string, id: string): Promise<Reply> => world.call(who, 'POST', `/api/reports/${id}/relay`, {});
const modesOf = async (who: string, id: string): Promise<(string | null)[]> =>
  (await world.call(who, 'GET', `/api/reports/${id}`)).body.versions.map((v: { mode: string | null }) => v.mode);

describe('the day on which the mode is switched', () => {
  let before: string;
  let act: string;

  it('begins in the ordinary mode, which needs no act', async () => {
    before = await file('operator.power-a');
    expect(await modesOf('operator.power-a', before)).toEqual(['peacetime']);
    expect((await now('operator.power-a')).now).toBeNull();
  });

  it('is begun by who holds the power, and by nobody else', async () => {
    for (const who of ['operator.power-a', 'ministry.meti', 'crisis.npa', 'admin.system', 'cs.planner'])
      expect([who, (await begin(who)).status]).toEqual([who, 403]);
    expect((await begin('cs.duty', { sectors: [] })).body.reason).toBe('scope-empty');
    expect((await begin('cs.duty', { sectors: ['electricity'], regions: [] })).body.reason).toBe('scope-empty');
    expect((await begin('cs.duty', { sectors: ['moon'] })).body.reason).toBe('scope-unknown');
    expect((await begin('cs.duty', { mode: 'peacetime' })).body.reason).toBe('scope-unknown');
    expect((await begin('cs.duty', { verb: 'stand-down', sectors: [], regions: [] })).body.reason).toBe(
      'nothing-declared',
    );
    const reply = await begin('cs.duty', { from: '2020-01-01T00:00:00Z' });
    expect(reply.status).toBe(201);
    act = reply.body.id;
    expect((await begin('cs.chief')).body.reason).toBe('another-act-waits');
  });

  it('changes nothing while one person alone wants it, and shows that to no other desk', async () => {
    expect((await now('cs.chief')).waiting.id).toBe(act);
    expect((await now('ministry.meti')).waiting).toBeNull();
    expect((await world.call('ministry.meti', 'GET', '/api/mode/acts')).body.items).toEqual([]);
    expect((await now('cs.duty')).now).toBeNull();
    expect((await confirm('cs.duty', act)).status).toBe(403);
    const report = await file('operator.power-b');
    expect(await modesOf('operator.power-b', report)).toEqual(['peacetime']);
  });

  it('may be taken back by its desk while it waits', async () => {
    const path = `/api/mode/acts/${act}/withdrawal`;
    expect((await world.call('ministry.meti', 'POST', path, {})).status).toBe(403);
    expect((await world.call('cs.chief', 'POST', path, {})).status).toBe(201);
    expect((await confirm('cs.chief', act)).body.reason).toBe('act-withdrawn');
    expect((await world.call('cs.chief', 'POST', path, {})).body.reason).toBe('act-withdrawn');
  });

  it('cannot be confirmed by who began it, though that person holds both powers', async () => {
    act = (await begin('cs.chief')).body.id;
    expect((await confirm('cs.chief', act)).body.reason).toBe('needs-second-person');
    await world.call('cs.duty', 'POST', `/api/mode/acts/${act}/withdrawal`, {});
  });

  it('is in force from its confirmation, never from before it, for everybody to see', async () => {
    act = (await begin('cs.duty', { from: '2020-01-01T00:00:00Z' })).body.id;
    world.clock.set(minutes(2));
    const [one, two] = await Promise.all([confirm('cs.chief', act), confirm('cs.chief', act)]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([201, 409]);
    for (const who of ['operator.power-a', 'operator.water-a', 'crisis.npa', 'admin.system']) {
      const seen = await now(who);
      expect(seen.now).toMatchObject({
        mode: 'large-scale',
        sectors: ['electricity'],
        since: minutes(2).toISOString(),
      });
      expect(seen.differs).toContainEqual(
        expect.objectContaining({ kind: 'recipient', of: 'report', capacity: 'crisis-ministry' }),
      );
    }
    expect((await begin('cs.duty')).body.reason).toBe('already-declared');
  });

  it('says of nobody that provisions reach them too, and sends none to anybody whom its desk did not address', async () => {
    const { differs } = await now('cs.duty');
    expect(differs.filter((it: { kind: string; of: string }) => it.kind === 'recipient' && it.of !== 'report')).toEqual(
      [],
    );
    const draft = await world.call('cs.duty', 'POST', '/api/provisions', {
      title: '注意喚起',
      body: '確かめてください。',
      kind: 'warning',
      handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
      tempo: 'direct',
      audience: { circles: ['ceptoar.power'], bodies: [] },
    });
    const path = `/api/provisions/${draft.body.id}`;
    expect((await world.call('cs.chief', 'POST', `${path}/approval`)).status).toBe(200);
    expect((await world.call('cs.duty', 'POST', `${path}/dispatch`)).status).toBe(200);
    expect((await world.call('operator.power-b', 'GET', path)).body.mode).toBe('large-scale');
    for (const who of ['crisis.npa', 'security.meti', 'agency.ipa', 'business.cloud'])
      expect([who, (await world.call(who, 'GET', path)).status]).toEqual([who, 404]);
  });

  it('reaches the crisis side with what is reported now and permitted, once the centre has it, and with no name', async () => {
    const report = await file('operator.power-a');
    expect(await modesOf('operator.power-a', report)).toEqual(['large-scale']);
    expect((await world.call('crisis.npa', 'GET', `/api/reports/${report}`)).status).toBe(404);
    expect((await relay('ministry.meti', report)).status).toBe(200);
    const seen = await world.call('crisis.npa', 'GET', `/api/reports/${report}`);
    expect(seen.status).toBe(200);
    expect(seen.body.source).toBeNull();
    expect(JSON.stringify(seen.body)).not.toContain('power-a');
    expect((await world.call('crisis.npa', 'GET', '/api/inbox')).body.items).toHaveLength(1);
  });

  it('keeps from it what no source permitted, what is for named recipients only, and other sectors', async () => {
    const kept = [
      [await file('operator.power-c', { answers: {} }), 'ministry.meti'],
      [await file('operator.power-d', { handling: { scheme: 'tlp', version: '2.0', value: 'RED' } }), 'ministry.meti'],
      [await file('operator.water-a'), 'ministry.mhlw'],
    ] as const;
    for (const [report, ministry] of kept) {
      expect((await relay(ministry, report)).status).toBe(200);
      expect((await world.call('crisis.npa', 'GET', `/api/reports/${report}`)).status).toBe(404);
    }
    expect(await modesOf('operator.water-a', kept[2][0])).toEqual(['peacetime']);
  });

  it('exposes nothing that was reported before, even where it is passed on only now', async () => {
    expect((await relay('ministry.meti', before)).status).toBe(200);
    expect((await world.call('cs.duty', 'GET', `/api/reports/${before}`)).status).toBe(200);
    expect((await world.call('crisis.npa', 'GET', `/api/reports/${before}`)).status).toBe(404);
  });

  it('carries a later version under the mode of its own hour, and leaves the earlier one as it was', async () => {
    const sent = await world.call('operator.power-a', 'POST', `/api/reports/${before}/versions`, {
      stage: 'follow-up',
    });
    expect(sent.status).toBe(201);
    expect(await modesOf('operator.power-a', before)).toEqual(['peacetime', 'large-scale']);
    await relay('ministry.meti', before);
    expect(await modesOf('crisis.npa', before)).toEqual(['large-scale']);
  });

  it('gives a place at the picture to the crisis side alone, once', async () => {
    expect((await world.call('ministry.meti', 'POST', '/api/mode/places', {})).status).toBe(403);
    const first = await world.call('crisis.npa', 'POST', '/api/mode/places', {});
    expect(first.status).toBe(201);
    world.clock.set(minutes(5));
    expect((await world.call('crisis.npa', 'POST', '/api/mode/places', {})).body).toEqual(first.body);
    expect((await now('cs.duty')).places).toHaveLength(1);
  });

  it('widens, and takes no effect before the act that came last when the clock was set back', async () => {
    const wider = (await begin('cs.duty', { verb: 'widen', sectors: ['water'], regions: [] })).body.id;
    world.clock.set(minutes(-30));
    const reply = await confirm('cs.chief', wider);
    expect(reply.body.takesEffect).toBe(minutes(5).toISOString());
    world.clock.set(minutes(6));
    expect((await now('ministry.mhlw')).now).toMatchObject({ sectors: ['electricity', 'water'] });
    const report = await file('operator.water-b');
    expect(await modesOf('operator.water-b', report)).toEqual(['large-scale']);
  });

  it('narrows, but never to nothing', async () => {
    expect(
      (await begin('cs.duty', { verb: 'narrow', sectors: ['electricity', 'water'], regions: [] })).body.reason,
    ).toBe('scope-empty');
    const less = (await begin('cs.duty', { verb: 'narrow', sectors: ['water'], regions: [] })).body.id;
    await confirm('cs.chief', less);
    expect((await now('cs.duty')).now.sectors).toEqual(['electricity']);
  });

  it('stands down for new traffic only: what reached the crisis side stays theirs', async () => {
    const during = await file('operator.power-e');
    const down = (await begin('cs.duty', { verb: 'stand-down', sectors: [], regions: [] })).body.id;
    world.clock.set(minutes(20));
    expect((await confirm('cs.chief', down)).status).toBe(201);
    expect((await now('operator.power-a')).now).toBeNull();
    expect((await world.call('crisis.npa', 'POST', '/api/mode/places', {})).body.reason).toBe('nothing-declared');
    const after = await file('operator.power-f');
    expect(await modesOf('operator.power-f', after)).toEqual(['peacetime']);
    await relay('ministry.meti', after);
    expect((await world.call('crisis.npa', 'GET', `/api/reports/${after}`)).status).toBe(404);
    expect(await modesOf('crisis.npa', before)).toEqual(['large-scale']);
    await relay('ministry.meti', during);
    expect(await modesOf('crisis.npa', during)).toEqual(['large-scale']);
  });

  it('leaves a history that says who, when and why, to everybody alike', async () => {
    const { items } = (await world.call('operator.water-c', 'GET', '/api/mode/acts')).body;
    expect(items.map((it: { verb: string }) => it.verb)).toEqual(['stand-down', 'narrow', 'widen', 'declare']);
    for (const it of items) expect(it).toMatchObject({ state: 'confirmed', by: { ja: '人物cs.duty' } });
    expect(JSON.stringify(items)).not.toContain(world.people.get('cs.duty')?.person);
  });
});

describe('what the walls refuse by themselves', () => {
  it('a place under a declaration that nobody confirmed, and an act of somebody else', async () => {
    const act = (await begin('cs.duty')).body.id;
    expect((await world.call('cs.chief', 'GET', '/api/mode')).body.may.confirm).toBe(true);
    expect((await confirm('cs.chief', '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    await world.call('cs.duty', 'POST', `/api/mode/acts/${act}/withdrawal`, {});
  });

  it('a mode to declare where the programme has only one', async () => {
    const nis = await loadProgramme(fileURLToPath(new URL('../../../programmes/nis2-sample', import.meta.url)));
    const jp = await loadProgramme(fileURLToPath(new URL('../../../programmes/jp-2014', import.meta.url)));
    installProgramme(nis);
    try {
      expect((await begin('cs.duty', { sectors: ['energy'], regions: [] })).body.reason).toBe('no-other-mode');
      expect((await now('cs.duty')).others).toEqual([]);
    } finally {
      installProgramme(jp);
    }
  });
});
