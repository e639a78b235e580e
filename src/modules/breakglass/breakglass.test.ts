import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { breaking } from '../../../test/breakglass.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { ask, decide, file, get, hours, post, read, seat } = breaking(() => world);

describe('asking', () => {
  it('is answered alike for what is there, what is not, and what is somebody else’s', async () => {
    const { reference } = await file();
    const replies = [await ask(reference), await ask('連-0000-00'), await ask('提-ZZZZ-ZZ')];
    for (const { status, body } of replies) expect([status, Object.keys(body)]).toEqual([201, ['id', 'at', 'lapses']]);
    const shown = await Promise.all(replies.map((it) => get('crisis.npa', `/api/break-glass/${it.body.id}`)));
    for (const it of shown)
      expect({ ...it.body, id: '', reference: '' }).toEqual({ ...shown[0]?.body, id: '', reference: '', found: null });
    // Refused, both read alike too: whether the second person saw it is not told.
    for (const { body } of replies) expect((await decide(body.id, false)).status).toBe(201);
    const after = await Promise.all(replies.map((it) => get('crisis.npa', `/api/break-glass/${it.body.id}`)));
    for (const it of after)
      expect({ ...it.body, id: '', reference: '' }).toEqual({ ...after[0]?.body, id: '', reference: '' });
  });

  it.each([
    ['what is no reference', { reference: 'なにか' }, 'reference-malformed'],
    ['a name behind what has none', { reference: '提-0000-00', what: 'source' }, 'reference-malformed'],
    ['a ground that the programme does not know', { basis: 'curiosity' }, 'basis-unknown'],
    ['itself', { office: '' }, 'office-unknown'],
    ['a seat that decides nothing', { office: 'operator.power-b' }, 'office-unknown'],
  ])('refuses %s', async (_, more, reason) => {
    const office = 'office' in more ? { office: more.office === '' ? seat('crisis.npa') : seat(more.office) } : {};
    const reply = await ask('連-0000-00', { ...more, ...office });
    expect([reply.status, reply.body.reason]).toEqual([400, reason]);
  });

  it('refuses to ask without words, and whoever has not the power', async () => {
    expect((await ask('連-0000-00', { reason: '' })).status).toBe(400);
    for (const who of ['operator.power-b', 'agency.ipa', 'ministry.meti', 'cs.duty', 'admin.system'])
      expect([who, (await ask('連-0000-00', {}, who)).status]).toEqual([who, 403]);
  });
});

describe('deciding', () => {
  let id = '';
  let report = '';
  beforeEach(async () => {
    const filed = await file();
    report = filed.id;
    id = (await ask(filed.reference)).body.id;
  });

  it('shows the second person what it sees itself behind the reference', async () => {
    const shown = await get('ministry.meti', `/api/break-glass/${id}`);
    expect(shown.body.found).toEqual({ id: report, kind: 'report', title: '応答停止', decides: true });
  });

  it('is not for who asked alone, nor for any other seat', async () => {
    for (const who of ['crisis.npa', 'operator.power-a', 'cs.duty'])
      expect([who, (await decide(id, true, who)).status]).toEqual([who, 403]);
    for (const who of ['cs.chief', 'ministry.mhlw'])
      expect([who, (await decide(id, true, who)).status]).toEqual([who, 404]);
    expect((await read(id)).body.reason).toBe('break-glass-over');
  });

  it('refuses the same person in another seat', async () => {
    const [asker, office] = [world.people.get('crisis.npa'), world.people.get('ministry.meti')];
    const token = `test-${randomUUID()}`;
    await world.admin.query(
      `insert into acting.holder values ($1, $2, $3, 'sector-ministry', 'officer', '2014-01-01')`,
      [office?.seat, asker?.person, office?.body],
    );
    await world.admin.query(
      `insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until) values ($1, 'key', $2, $3, 1, now(), '2100-01-01')`,
      [createHash('sha256').update(token).digest(), asker?.person, office?.seat],
    );
    const reply = await post(
      'ministry.meti',
      `/api/break-glass/${id}/decision`,
      { allow: true },
      {
        authorization: `Bearer ${token}`,
      },
    );
    expect([reply.status, reply.body.reason]).toEqual([409, 'needs-second-person']);
  });

  it('opens nothing that the second person does not see', async () => {
    const unseen = await ask((await get('operator.power-a', `/api/reports/${report}`)).body.reference, {
      office: seat('ministry.mhlw'),
    });
    const shown = await get('ministry.mhlw', `/api/break-glass/${unseen.body.id}`);
    expect(shown.body.found).toBeNull();
    expect((await decide(unseen.body.id, true, 'ministry.mhlw')).body.reason).toBe('nothing-to-open');
    expect((await read(unseen.body.id)).status).toBe(409);
  });

  it('happens once, also when two do it at the same time', async () => {
    const both = await Promise.all([decide(id, true), decide(id, false)]);
    expect(both.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(both.find((it) => it.status === 409)?.body.reason).toBe('already-decided');
  });

  it('is too late once the request has lapsed', async () => {
    hours(73);
    expect((await decide(id)).body.reason).toBe('request-lapsed');
    expect((await get('crisis.npa', `/api/break-glass/${id}`)).body.state).toBe('lapsed');
  });
});
