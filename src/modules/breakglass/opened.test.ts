import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amber, breaking } from '../../../test/breakglass.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { tellConcerned } from './commands/tell-concerned.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { ask, decide, file, get, hours, opened, post, read, seat } = breaking(() => world);

describe('what is open', () => {
  it('is read by the seat that asked, and names no reporter', async () => {
    const { id, report } = await opened();
    const shown = await read(id);
    expect([shown.status, shown.body.report.id, shown.body.report.source]).toEqual([200, report, null]);
    expect(JSON.stringify(shown.body)).not.toContain('架空');
    expect(shown.body.report.versions[0].headline).toBe('応答停止');
    for (const who of ['ministry.meti', 'operator.power-a', 'cs.planner', 'security.meti'])
      expect([who, (await read(id, who)).status]).toEqual([who, 403]);
    expect((await read(id, 'cs.chief')).status).toBe(404);
  });

  it('opens at no other door while it is open, and leaves no row behind', async () => {
    const { id, report } = await opened();
    const first = await read(id);
    const tag = first.headers.get('etag') ?? '';
    const doors = [
      `/api/reports/${report}`,
      `/api/sight/report/${report}`,
      `/api/items/${first.body.report.versions[0].id}/attachments`,
      `/api/reports/${report}/consents`,
    ];
    for (const path of doors) expect([path, (await get('crisis.npa', path)).status]).toEqual([path, 404]);
    for (const path of ['/api/reports', '/api/inbox', `/api/search?q=${encodeURIComponent('応答停止')}`])
      expect([path, JSON.stringify((await get('crisis.npa', path)).body).includes(report)]).toEqual([path, false]);
    expect((await post('crisis.npa', `/api/reports/${report}/relay`)).status).toBe(403);
    const left = await world.admin.query(
      `select from circulation.reach where reader = $1 and item in (select id from circulation.item where subject = $2)`,
      [seat('crisis.npa'), report],
    );
    expect(left.rowCount).toBe(0);
    hours(12);
    const after = await get('crisis.npa', `/api/break-glass/${id}/content`, { 'if-none-match': tag });
    expect([after.status, after.body.reason, after.headers.get('etag')]).toEqual([409, 'break-glass-over', null]);
    expect((await get('crisis.npa', `/api/break-glass/${id}`)).body.state).toBe('over');
  });

  it('gives the centre no more power over a report than it had', async () => {
    const made = await post('operator.power-a', '/api/reports', {
      headline: '未連絡',
      eventType: 'E31',
      handling: amber,
    });
    const { reference } = (await get('operator.power-a', `/api/reports/${made.body.id}`)).body;
    const asked = await ask(reference, {}, 'cs.chief');
    expect((await decide(asked.body.id)).status).toBe(201);
    const shown = await read(asked.body.id, 'cs.chief');
    expect([shown.status, shown.body.report.may]).toEqual([
      200,
      { relay: false, return: false, talk: false, addVersion: false, confirm: false, triage: false, provide: false },
    ]);
    for (const [path, body] of [
      ['triage', { state: 'held' }],
      ['onward', { class: 'agencies' }],
      ['consents', { class: 'agencies', act: 'requested' }],
    ] as const)
      expect([path, (await post('cs.chief', `/api/reports/${made.body.id}/${path}`, body)).status]).toEqual([
        path,
        404,
      ]);
    const draft = await post('cs.chief', '/api/provisions', {
      title: '注意喚起',
      body: '確かめてください。',
      kind: 'warning',
      handling: amber,
      tempo: 'relay',
      audience: { circles: ['ceptoar.power'], bodies: [] },
      derivedFrom: [made.body.id],
    });
    expect(draft.status).toBe(404);
  });

  it('ends by the hand of who asked or who allowed it, at once and for good', async () => {
    for (const who of ['crisis.npa', 'ministry.meti']) {
      const { id } = await opened();
      expect((await read(id)).status).toBe(200);
      expect((await post('operator.power-a', `/api/break-glass/${id}/end`)).status).toBe(404);
      expect((await post(who, `/api/break-glass/${id}/end`)).status).toBe(200);
      expect((await read(id)).body.reason).toBe('break-glass-over');
      expect((await post(who, `/api/break-glass/${id}/end`)).body.reason).toBe('break-glass-over');
      expect((await get('crisis.npa', `/api/break-glass/${id}`)).body.state).toBe('ended');
    }
  });

  it('does not come back when the clock is set back', async () => {
    const { id } = await opened();
    hours(1);
    expect((await post('ministry.meti', `/api/break-glass/${id}/end`)).status).toBe(200);
    hours(-1);
    expect((await read(id)).status).toBe(409);
  });

  it('is not there in another realm', async () => {
    const { id } = await opened();
    const realm = await world.openDrill(['crisis.npa', 'ministry.meti', 'operator.power-a']);
    for (const path of [`/api/break-glass/${id}`, `/api/break-glass/${id}/content`])
      expect((await get('crisis.npa', path, { 'noroshi-realm': realm })).status).toBe(404);
    expect((await get('crisis.npa', '/api/break-glass', { 'noroshi-realm': realm })).body.items).toEqual([]);
    const asked = await post(
      'crisis.npa',
      '/api/break-glass',
      {
        reference: (await file()).reference,
        what: 'content',
        basis: 'danger',
        reason: '訓練',
        office: seat('ministry.meti'),
      },
      { 'noroshi-realm': realm },
    );
    const shown = await get('ministry.meti', `/api/break-glass/${asked.body.id}`, { 'noroshi-realm': realm });
    expect([shown.status, shown.body.found]).toEqual([200, null]);
  });
});

describe('who reported', () => {
  it('is opened apart from what was reported, and the other way round', async () => {
    const { id, report } = await opened({ what: 'source' }, 'cs.chief');
    const name = await read(id, 'cs.chief');
    expect([name.body.report, name.body.source.name.ja]).toEqual([null, '架空power-a株式会社']);
    expect((await get('cs.chief', `/api/reports/${report}`)).body.source).toBeNull();
    const list = JSON.stringify((await get('cs.chief', '/api/reports')).body);
    expect(list).not.toContain('架空');
    hours(12);
    expect((await read(id, 'cs.chief')).status).toBe(409);
  });

  it('is opened by nobody who was not told it', async () => {
    const { reference } = await file();
    const asked = await ask(reference, { what: 'source', office: seat('cs.chief') });
    expect((await get('cs.chief', `/api/break-glass/${asked.body.id}`)).body.found.decides).toBe(false);
    expect((await decide(asked.body.id, true, 'cs.chief')).body.reason).toBe('nothing-to-open');
  });
});

describe('whom it concerns', () => {
  it('is told at once, and sees who asked, why, who allowed it and each reading', async () => {
    const { id } = await opened();
    await world.settle();
    const notices = await get('operator.power-a', '/api/notices');
    expect(notices.body.items.some((it: { why: string; thing: object }) => it.why === 'break-glass')).toBe(true);
    await read(id);
    const shown = await get('operator.power-a', `/api/break-glass/${id}`);
    expect(shown.body).toMatchObject({
      concerns: true,
      reason: '人命に関わるおそれがある。',
      by: { name: 'npa' },
      office: { name: 'meti' },
      readings: [world.clock.now().toISOString()],
      may: { decide: false, read: false, end: false },
    });
  });

  it('is nobody else: not a colleague of the sector, not the other hat of the ministry', async () => {
    const { id } = await opened();
    for (const who of [
      'operator.power-b',
      'security.meti',
      'ceptoar.power',
      'cs.duty',
      'admin.system',
      'ministry.mhlw',
    ]) {
      expect([who, (await get(who, `/api/break-glass/${id}`)).status]).toEqual([who, 404]);
      expect([who, JSON.stringify((await get(who, '/api/break-glass')).body).includes(id)]).toEqual([who, false]);
    }
  });

  it('is told after a time where the ground says so, and that it waits is seen by the auditor', async () => {
    const { id } = await opened({ basis: 'investigation' });
    const tell = () => get('operator.power-a', `/api/break-glass/${id}`);
    await world.settle();
    expect((await tell()).status).toBe(404);
    const at = new Date(world.clock.now().getTime() + 30 * 86_400_000).toISOString();
    expect((await get('cs.planner', `/api/break-glass/${id}`)).body).toMatchObject({ tellAt: at, state: 'open' });
    expect(await tellConcerned(world.worker, world.clock, { mail: false })).toBe(0);
    hours(30 * 24);
    expect(await tellConcerned(world.worker, world.clock, { mail: false })).toBeGreaterThan(0);
    expect(await tellConcerned(world.worker, world.clock, { mail: false })).toBe(0);
    expect((await tell()).body.concerns).toBe(true);
  });

  it('is for the auditor in a list of all, with nothing of what was opened', async () => {
    const { id, report } = await opened();
    const all = await get('cs.planner', '/api/break-glass');
    expect(all.body.items.map((it: { id: string }) => it.id)).toContain(id);
    expect(JSON.stringify(all.body)).not.toContain(report);
    expect((await read(id, 'cs.planner')).status).toBe(403);
    expect((await get('cs.planner', `/api/reports/${report}`)).status).toBe(404);
  });

  it('is a line of the journal each time, about the request and not about the report', async () => {
    const { id, report } = await opened();
    await read(id);
    await read(id);
    await post('crisis.npa', `/api/break-glass/${id}/end`);
    await world.settle();
    const { rows } = await world.admin.query<{ fact: string }>(
      `select fact from journal.entry where subject = $1 order by at, seq`,
      [id],
    );
    expect(rows.map((it) => it.fact).sort()).toEqual([
      'break-glass.allowed',
      'break-glass.asked',
      'break-glass.ended',
      'break-glass.read',
      'break-glass.read',
      'break-glass.told',
    ]);
    const about = await world.admin.query(`select from journal.entry where subject = $1 and fact like 'break-glass%'`, [
      report,
    ]);
    expect(about.rowCount).toBe(0);
  });
});

describe('the database itself', () => {
  it('takes back what was lent even where nobody asks for it', async () => {
    const { id, report } = await opened();
    const { db, people } = world;
    await db.transaction().execute(async (tx) => {
      const token = createHash('sha256')
        .update(people.get('crisis.npa')?.token ?? '')
        .digest();
      await sql`select * from acting.begin(${token}, null, ${world.clock.now()})`.execute(tx);
      expect((await sql`select * from circulation.item where subject = ${report}`.execute(tx)).rows).toHaveLength(0);
      await sql`select * from breakglass.read(${randomUUID()}, ${id})`.execute(tx);
      expect((await sql`select * from circulation.item where subject = ${report}`.execute(tx)).rows).toHaveLength(1);
    });
    const left = await world.admin.query(
      `select from circulation.reach r join circulation.item i on i.id = r.item where i.subject = $1 and r.reader = $2`,
      [report, seat('crisis.npa')],
    );
    expect(left.rowCount).toBe(0);
  });
});
