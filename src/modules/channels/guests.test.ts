import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amber, talk } from '../../../test/channels.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
let they: ReturnType<typeof talk>;
beforeAll(async () => {
  world = await buildWorld();
  they = talk(world);
});
afterAll(() => world.close());

describe('the places of CEPTOARs and their Council', () => {
  const governments = ['cs.duty', 'cs.chief', 'ministry.meti', 'ministry.mhlw', 'security.meti', 'agency.ipa'];
  const kinds = [
    ['ceptoar.power', 'ceptoar-internal'],
    ['ceptoar.water', 'council'],
  ] as const;

  it('are closed to the government at every door', async () => {
    for (const [host, kind] of kinds) {
      const space = await they.spaceOf(host, kind);
      const thread = await they.begin(host, space, { text: `${kind}の内輪話` });
      const message = (await they.read(host, thread)).body.messages[0].id;
      const invited = await world.call(host, 'POST', `/api/spaces/${space}/invitations`, {
        seat: they.seat('agency.ipa'),
        starts: they.minutes(60),
        ends: they.minutes(90),
      });
      expect(invited.status).toBe(201);
      for (const who of governments) {
        const doors = [
          ['GET', `/api/spaces/${space}`],
          ['POST', `/api/spaces/${space}/threads`, { title: '件', text: '文', handling: amber }],
          ['GET', `/api/threads/${thread}`],
          ['POST', `/api/threads/${thread}/messages`, { text: '文', handling: amber }],
          ['POST', `/api/messages/${message}/correction`, { text: '文' }],
          ['POST', `/api/messages/${message}/withdrawal`],
          ['POST', `/api/spaces/${space}/invitations`, { seat: they.seat(who), ends: they.minutes(10) }],
          ['POST', `/api/threads/${thread}/invitations`, { seat: they.seat(who), ends: they.minutes(10) }],
          ['POST', `/api/invitations/${invited.body.id}/end`],
        ] as const;
        for (const [method, path, body] of doors) {
          const { status } = await world.call(who, method, path, body);
          expect([who, method, path, [403, 404].includes(status)]).toEqual([who, method, path, true]);
        }
        const ids = async (path: string) => JSON.stringify((await world.call(who, 'GET', path)).body);
        for (const path of [
          '/api/spaces',
          '/api/threads',
          `/api/threads?space=${space}`,
          `/api/messages?q=${encodeURIComponent('内輪話')}`,
        ])
          expect([who, path, (await ids(path)).includes(space) || (await ids(path)).includes(thread)]).toEqual([
            who,
            path,
            false,
          ]);
      }
      expect((await world.call(host, 'POST', `/api/invitations/${invited.body.id}/end`)).status).toBe(201);
    }
  });

  it('let a guest into one meeting, hear what is said in it, and end by themselves in the same minute', async () => {
    const space = await they.spaceOf('ceptoar.power', 'council');
    const old = await they.begin('ceptoar.power', space, { title: '前の話', text: '招く前の話' });
    they.later(1);
    const invite = (body: object) => world.call('ceptoar.power', 'POST', `/api/spaces/${space}/invitations`, body);
    expect((await invite({ seat: they.seat('operator.power-a'), ends: they.minutes(30) })).body.reason).toBe(
      'guest-not-taken',
    );
    expect((await invite({ seat: they.seat('ceptoar.water'), ends: they.minutes(30) })).body.reason).toBe(
      'guest-not-taken',
    );
    expect((await invite({ seat: they.seat('cs.duty'), ends: they.minutes(-1) })).body.reason).toBe(
      'times-not-in-order',
    );
    expect((await invite({ seat: they.seat('cs.duty'), ends: they.minutes(60 * 24 * 40) })).body.reason).toBe(
      'too-long',
    );
    expect((await invite({ seat: they.seat('cs.duty'), ends: they.minutes(30) })).status).toBe(201);
    expect((await they.read('cs.duty', old)).status).toBe(404);
    const until = they.minutes(30);
    const fresh = await they.begin('ceptoar.water', space, { text: '会合の話' });
    const shown = await they.read('cs.duty', fresh);
    expect(shown.body).toMatchObject({ guestUntil: until, guests: [], may: { invite: false } });
    expect((await they.say('cs.duty', fresh, '拝聴しました。')).status).toBe(201);
    expect((await world.call('cs.duty', 'GET', '/api/spaces')).body.items).toMatchObject([
      { id: space, threads: 1, guestUntil: until },
    ]);
    // A guest opens nothing and lets nobody in.
    expect(
      (
        await world.call('cs.chief', 'POST', `/api/spaces/${space}/invitations`, {
          seat: they.seat('agency.ipa'),
          ends: they.minutes(10),
        })
      ).status,
    ).toBe(404);
    expect(
      (
        await world.call('cs.duty', 'POST', `/api/spaces/${space}/threads`, {
          title: '件',
          text: '文',
          handling: amber,
        })
      ).status,
    ).toBe(404);
    they.later(30);
    expect((await they.read('cs.duty', fresh)).status).toBe(404);
    expect((await they.say('cs.duty', fresh, 'まだいます。')).status).toBe(404);
    expect((await world.call('cs.duty', 'GET', '/api/threads')).body.items).toEqual([]);
    expect((await they.read('ceptoar.power', fresh)).body.messages).toHaveLength(2);
  });

  it('let a guest into one thread, with what was said before only when that is chosen', async () => {
    const space = await they.spaceOf('ceptoar.power', 'ceptoar-internal');
    const thread = await they.begin('ceptoar.power', space, {
      text: '招く前の発言',
      handling: { ...amber, value: 'RED' },
    });
    const other = await they.begin('ceptoar.power', space);
    they.later(1);
    const invite = (who: string, past: boolean) =>
      world.call('ceptoar.power', 'POST', `/api/threads/${thread}/invitations`, {
        seat: they.seat(who),
        ends: they.minutes(60),
        past,
      });
    expect((await invite('ministry.meti', false)).status).toBe(201);
    expect((await invite('agency.ipa', true)).status).toBe(201);
    await they.say('ceptoar.power', thread, '招いたあとの発言');
    const texts = async (who: string) =>
      (await they.read(who, thread)).body.messages.map((m: { text: string }) => m.text);
    expect(await texts('ministry.meti')).toEqual(['招いたあとの発言']);
    expect(await texts('agency.ipa')).toEqual(['招く前の発言', '招いたあとの発言']);
    // Not even the mark of what was said before is told.
    expect((await they.read('ministry.meti', thread)).body.handling).toEqual(amber);
    expect((await they.read('security.meti', thread)).status).toBe(404);
    expect((await they.read('ministry.meti', other)).status).toBe(404);
    const guests = (await they.read('ceptoar.power', thread)).body.guests;
    expect(guests.map((g: { name: string }) => g.name).sort()).toEqual(['ipa', 'meti']);
    const meti = guests.find((g: { name: string }) => g.name === 'meti');
    expect((await world.call('operator.power-a', 'POST', `/api/invitations/${meti.id}/end`)).status).toBe(403);
    expect((await world.call('ceptoar.water', 'POST', `/api/invitations/${meti.id}/end`)).status).toBe(404);
    expect((await world.call('ceptoar.power', 'POST', `/api/invitations/${meti.id}/end`)).status).toBe(201);
    expect((await they.read('ministry.meti', thread)).status).toBe(404);
  });
});

describe('membership', () => {
  it('follows the circle by date: whoever joins reads the past, whoever has left reads nothing', async () => {
    const space = await they.spaceOf('ceptoar.water', 'ceptoar-internal');
    const thread = await they.begin('ceptoar.water', space, { text: '入会前の話' });
    const member = world.people.get('operator.water-c');
    const change = (sql: string) =>
      world.admin.query(
        `update parties.membership m set ${sql} from parties.circle c where c.id = m.circle and c.key = 'ceptoar.water' and m.body = $1`,
        [member?.body],
      );
    await change(`valid_to = '2026-11-20'`);
    expect((await they.read('operator.water-c', thread)).status).toBe(404);
    await change(`valid_from = '2026-11-24', valid_to = null`);
    expect((await they.read('operator.water-c', thread)).status).toBe(404);
    world.clock.set(new Date('2026-11-23T15:00:00Z'));
    expect((await they.read('operator.water-c', thread)).body.messages[0].text).toBe('入会前の話');
  });

  it('of a space opened with chosen seats is what was chosen', async () => {
    const open = (who: string, kind: string, seats: string[]) =>
      world.call(who, 'POST', '/api/spaces', { kind, title: '合同の相談', seats });
    expect((await open('ministry.meti', 'joint', [they.seat('ministry.mhlw')])).body.reason).toBe('kind-not-yours');
    expect((await open('operator.power-a', 'joint', [they.seat('operator.power-b')])).body.reason).toBe(
      'participants-outside',
    );
    expect((await open('operator.power-a', 'joint', [they.seat('admin.system')])).body.reason).toBe(
      'participants-outside',
    );
    const made = await open('operator.power-a', 'joint', [they.seat('ministry.meti'), they.seat('security.meti')]);
    expect(made.status).toBe(201);
    const thread = await they.begin('security.meti', made.body.id);
    expect((await they.read('operator.power-a', thread)).status).toBe(200);
    expect((await they.read('ministry.meti', thread)).status).toBe(200);
    expect((await they.read('ministry.mhlw', thread)).status).toBe(404);
    expect(
      (await world.call('operator.power-a', 'GET', '/api/spaces/kinds')).body.items.map(
        (it: { key: string }) => it.key,
      ),
    ).toEqual(['joint']);
  });

  it('keeps a drill apart from real work', async () => {
    const realm = (
      await world.admin.query(
        `insert into acting.realm (kind, name_ja, name_en, opened_at) values ('drill', '訓練', 'Drill', now()) returning id`,
      )
    ).rows[0].id;
    for (const who of ['operator.power-a', 'ministry.meti'])
      await world.admin.query('insert into acting.realm_seat values ($1, $2)', [realm, they.seat(who)]);
    const space = await they.spaceOf('operator.power-a', 'operator-ministry');
    const thread = await they.begin('operator.power-a', space);
    const inDrill = { 'noroshi-realm': realm };
    expect((await world.call('ministry.meti', 'GET', `/api/threads/${thread}`, undefined, inDrill)).status).toBe(404);
    expect((await world.call('ministry.meti', 'GET', '/api/threads', undefined, inDrill)).body.items).toEqual([]);
  });
});
