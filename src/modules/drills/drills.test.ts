import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drilling, minutes, players, report, start } from '../../../test/drills.ts';
import { buildWorld, type Reply, type World } from '../../../test/world.ts';

let world: World;
let stage: ReturnType<typeof drilling>;
beforeAll(async () => {
  world = await buildWorld(start);
  stage = drilling(world);
});
afterAll(() => world.close());

const seat = (who: string): string => stage.seat(who);
const plan: typeof stage.plan = (...it) => stage.plan(...it);
const turn: typeof stage.turn = (...it) => stage.turn(...it);
const inside = (who: string, method: string, path: string, body?: unknown): Promise<Reply> =>
  stage.inside(drill, who, method, path, body);
const list: typeof stage.list = (...it) => stage.list(...it);
let drill: string;
let reported: string;

describe('a drill before it is opened', () => {
  it('is planned by who holds the power, with somebody invited, within the programme’s kinds', async () => {
    for (const who of ['operator.power-a', 'ministry.meti', 'crisis.npa', 'cs.planner', 'admin.system'])
      expect([who, (await plan(who)).status]).toEqual([who, 403]);
    expect((await plan('cs.duty', { players: [seat('cs.duty')] })).body.reason).toBe('nobody-invited');
    expect((await plan('cs.duty', { about: 'moon' })).body.reason).toBe('drill-kind-unknown');
    expect((await plan('cs.duty', { ends: minutes(-1).toISOString() })).body.reason).toBe('time-backwards');
    expect((await plan('cs.duty', { players: ['00000000-0000-4000-8000-000000000000'] })).body.reason).toBe(
      'seat-unknown',
    );
    const reply = await plan('cs.duty');
    expect([reply.status, reply.body.state]).toEqual([201, 'planned']);
    drill = reply.body.id;
  });

  it('is known to its desk alone, to the invited only where it is announced, and to nobody else', async () => {
    expect(await list('cs.chief')).toEqual([drill]);
    for (const who of [...players, 'cs.planner', 'operator.power-b', 'admin.system', 'agency.ipa']) {
      expect([who, await list(who)]).toEqual([who, []]);
      expect([who, (await world.call(who, 'GET', `/api/drills/${drill}`)).status]).toEqual([who, 404]);
    }
    const announced = (
      await plan('cs.duty', { announced: true, starts: minutes(9000).toISOString(), ends: minutes(9100).toISOString() })
    ).body.id as string;
    expect(await list('operator.power-a')).toEqual([announced]);
    expect(await list('operator.power-b')).toEqual([]);
    expect((await turn('cs.chief', announced, 'calling-off')).body.state).toBe('called-off');
    expect((await turn('cs.chief', announced, 'opening')).body.reason).toBe('drill-not-so');
  });

  it('cannot be entered, and is opened by a second person and not by who planned it', async () => {
    const asked = await inside('operator.power-a', 'GET', '/api/inbox');
    expect([asked.status, asked.body.reason]).toEqual([400, 'realm-unknown']);
    expect((await turn('cs.duty', drill, 'opening')).status).toBe(403);
    const own = (await plan('cs.chief')).body.id as string;
    expect((await turn('cs.chief', own, 'opening')).body.reason).toBe('drill-needs-second-person');
    await turn('cs.duty', own, 'calling-off');
    expect((await turn('cs.chief', drill, 'pause')).body.reason).toBe('drill-not-so');
  });
});

describe('a drill that goes on', () => {
  it('opens once, for two who press at once', async () => {
    const both = await Promise.all([turn('cs.chief', drill, 'opening'), turn('cs.chief', drill, 'opening')]);
    expect(both.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it('shows itself to those who were invited, and to nobody else by any door', async () => {
    for (const who of [...players, 'cs.planner']) expect([who, (await list(who)).includes(drill)]).toEqual([who, true]);
    for (const who of ['operator.power-b', 'ministry.mhlw', 'agency.ipa', 'admin.system']) {
      expect([who, await list(who)]).toEqual([who, []]);
      expect([who, (await inside(who, 'GET', '/api/session')).body.reason]).toEqual([who, 'realm-unknown']);
      const { realms } = (await world.call(who, 'GET', '/api/session')).body;
      expect([who, realms.length]).toEqual([who, 1]);
    }
    const seen = (await world.call('operator.power-a', 'GET', `/api/drills/${drill}`)).body;
    expect(seen.invited).toHaveLength(1);
    expect(seen.turns[0].by).toBeNull();
    expect((await world.call('cs.planner', 'GET', `/api/drills/${drill}`)).body.invited).toHaveLength(6);
  });

  it('is entered and left by each seat itself, once', async () => {
    expect((await turn('operator.power-b', drill, 'entry')).status).toBe(404);
    for (const who of players) expect((await turn(who, drill, 'entry')).status).toBe(201);
    expect((await turn('operator.power-a', drill, 'entry')).status).toBe(201);
    const { rows } = await world.admin.query(
      `select count(*)::int as n from journal.entry where fact = 'drill.entered' and subject = $1`,
      [drill],
    );
    expect(rows[0].n).toBe(4);
  });

  it('lets nothing live be done out of it, nor anything of it in the live realm', async () => {
    const contact = {
      role: 'duty',
      label: '当直',
      hours: 'always',
      position: 1,
      phone: '03-0000-0000',
      email: null,
      fax: null,
      sms: null,
      radio: null,
      languages: ['ja'],
      from: '2026-11-23',
      until: null,
    };
    expect((await inside('operator.power-a', 'POST', '/api/contacts', contact)).body.reason).toBe('not-in-drill');
    expect((await inside('cs.duty', 'POST', `/api/drills/${drill}/pause`, {})).body.reason).toBe('not-in-drill');
    reported = (await inside('operator.power-a', 'POST', '/api/reports', report)).body.id;
    expect((await world.call('operator.power-a', 'GET', `/api/reports/${reported}`)).status).toBe(404);
    expect((await world.call('ministry.meti', 'POST', `/api/reports/${reported}/relay`, {})).status).toBe(404);
    expect((await world.call('ministry.meti', 'GET', '/api/inbox')).body.items).toEqual([]);
  });

  it('switches the mode in it and not outside, and reaches the invited crisis side with what is reported', async () => {
    const act = { verb: 'declare', sectors: ['electricity'], regions: ['tohoku'] };
    expect(await stage.switchMode(drill, act, minutes(4))).toBe(201);
    expect((await inside('operator.power-a', 'GET', '/api/mode')).body.now).not.toBeNull();
    expect((await world.call('operator.power-a', 'GET', '/api/mode')).body.now).toBeNull();
    world.clock.set(minutes(9));
    expect((await inside('crisis.npa', 'POST', '/api/mode/places', {})).status).toBe(201);
    reported = (await inside('operator.power-a', 'POST', '/api/reports', report)).body.id;
    world.clock.set(minutes(19));
    expect((await inside('ministry.meti', 'POST', `/api/reports/${reported}/relay`, {})).status).toBe(200);
    expect((await inside('crisis.npa', 'GET', `/api/reports/${reported}`)).status).toBe(200);
  });

  it('writes reach, receipts and notices for seats of it only, by relay, beside the way and downwards', async () => {
    const circle = (await world.call('cs.duty', 'GET', '/api/circles')).body.items.find(
      (it: { key: string }) => it.key === 'ceptoar.power',
    );
    const made = await inside('cs.duty', 'POST', '/api/provisions', {
      title: '注意（訓練）',
      body: '確かめてください。',
      kind: 'warning',
      handling: { scheme: 'tlp', version: '2.0', value: 'GREEN' },
      audience: { circles: [circle.id], bodies: [] },
      tempo: 'direct',
    });
    const audience = (await inside('cs.duty', 'GET', `/api/provisions/${made.body.id}/audience`)).body;
    expect(audience.count).toBe(3);
    expect(
      (
        await inside('cs.chief', 'POST', `/api/provisions/${made.body.id}/approval`, {
          accept: audience.warnings.map((w: { key: string }) => ({ key: w.key, reason: '訓練' })),
        })
      ).status,
    ).toBe(200);
    expect((await inside('cs.duty', 'POST', `/api/provisions/${made.body.id}/dispatch`, {})).body.recipients).toBe(3);
    await world.settle();
    for (const [table, column] of [
      ['circulation.reach', 'reader'],
      ['circulation.receipt', 'seat'],
      ['notices.notice', 'seat'],
    ]) {
      const { rows } = await world.admin.query(
        `select count(*)::int as n, count(*) filter (where t.${column} not in (select m.seat from acting.realm_seat m where m.realm = $1))::int as strangers
           from ${table} t where t.realm = $1`,
        [drill],
      );
      expect([table, rows[0].n > 0, rows[0].strangers]).toEqual([table, true, 0]);
    }
    expect((await world.call('operator.power-b', 'GET', '/api/notices')).body.items).toEqual([]);
  });

  it('sends nothing more to a seat that has left, which goes on reading', async () => {
    expect((await turn('crisis.npa', drill, 'leaving', drill)).status).toBe(201);
    const late = (await inside('operator.power-a', 'POST', '/api/reports', report)).body.id;
    await inside('ministry.meti', 'POST', `/api/reports/${late}/relay`, {});
    expect((await inside('crisis.npa', 'GET', `/api/reports/${late}`)).status).toBe(404);
    expect((await inside('crisis.npa', 'GET', `/api/reports/${reported}`)).status).toBe(200);
    expect((await inside('crisis.npa', 'POST', '/api/mode/places', {})).body.reason).toBe('realm-left');
    expect((await turn('crisis.npa', drill, 'entry')).status).toBe(201);
    expect((await inside('crisis.npa', 'POST', '/api/mode/places', {})).status).toBe(201);
  });
});

it('carries nothing in a drill to a crisis ministry that was not invited, though the mode names it', async () => {
  const realm = await world.openDrill(['cs.duty', 'ministry.meti', 'operator.power-b']);
  const there = (who: string, path: string, body: unknown) =>
    world.call(who, 'POST', path, body, { 'noroshi-realm': realm });
  await stage.switchMode(realm, { verb: 'declare', sectors: ['electricity'], regions: ['tohoku'] }, world.clock.now());
  const id = (await there('operator.power-b', '/api/reports', { ...report, copyToCeptoar: true })).body.id;
  expect((await there('ministry.meti', `/api/reports/${id}/relay`, {})).status).toBe(200);
  const { rows } = await world.admin.query('select seat from circulation.receipt where realm = $1', [realm]);
  expect(new Set(rows.map((it) => it.seat))).toEqual(new Set([seat('ministry.meti'), seat('cs.duty')]));
});

describe('something real during a drill', () => {
  it('is said by anybody in it, pauses it for everybody, and every seat is told where the live realm is', async () => {
    expect((await turn('operator.power-b', drill, 'real')).status).toBe(404);
    world.clock.set(minutes(30));
    const said = await turn('operator.power-a', drill, 'real', drill);
    expect([said.status, said.body.state, said.body.real]).toEqual([201, 'paused', true]);
    for (const who of [...players, 'cs.duty', 'cs.planner']) {
      const { realms } = (await inside(who, 'GET', '/api/session')).body;
      expect([who, realms.find((it: { id: string }) => it.id === drill).halted]).toEqual([who, 'paused']);
      expect((await inside(who, 'GET', '/api/drills/here')).body.drill).toMatchObject({
        state: 'paused',
        real: true,
        mayCall: false,
      });
    }
    expect((await turn('ministry.meti', drill, 'real', drill)).body.reason).toBe('realm-paused');
  });

  it('lets nothing be done in the drill, by a door or past it, and reading leave no trace', async () => {
    expect((await inside('operator.power-a', 'POST', '/api/reports', report)).body.reason).toBe('realm-paused');
    const facts = async () =>
      (await world.admin.query(`select count(*)::int as n from journal.entry where realm = $1`, [drill])).rows[0].n;
    const before = await facts();
    expect((await inside('cs.duty', 'GET', `/api/reports/${reported}`)).status).toBe(200);
    expect(await facts()).toBe(before);
    const live = await world.call('operator.power-a', 'POST', '/api/reports', {
      ...report,
      headline: '本当の障害（架空）',
    });
    expect(live.status).toBe(201);
  });

  it('ends when the desk resumes the drill, whose clock stood still', async () => {
    world.clock.set(minutes(50));
    expect((await turn('cs.duty', drill, 'resumption')).body.state).toBe('open');
    world.clock.set(minutes(60));
    await stage.switchMode(drill, { verb: 'stand-down' }, minutes(62));
    const times = (await world.call('cs.duty', 'GET', `/api/drills/${drill}/times`)).body;
    const step = (what: string) => times.steps.find((it: { what: string }) => it.what === what);
    expect(step('declared')).toMatchObject({ planned: 15, first: 4, last: 4, missing: 0 });
    expect(step('placed')).toMatchObject({ first: 9 });
    expect(step('stood-down')).toMatchObject({ planned: 150, first: 42 });
    const relayed = times.hops.find(
      (it: { what: string; seconds: number | null }) => it.what === 'relayed' && it.seconds === 600,
    );
    expect(relayed).toMatchObject({ seat: seat('ministry.meti'), capacity: 'sector-ministry', minute: 19 });
  });

  it('shows hops of other seats to the desk and the evaluators alone', async () => {
    const own = (await world.call('operator.power-a', 'GET', `/api/drills/${drill}/times`)).body.hops;
    expect(new Set(own.map((it: { seat: string }) => it.seat))).toEqual(new Set([seat('operator.power-a')]));
    const all = (await world.call('cs.planner', 'GET', `/api/drills/${drill}/times`)).body.hops;
    expect(new Set(all.map((it: { seat: string }) => it.seat)).size).toBeGreaterThan(4);
  });
});
