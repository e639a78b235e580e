import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amber, green, talk } from '../../../test/channels.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
let they: ReturnType<typeof talk>;
beforeAll(async () => {
  world = await buildWorld();
  they = talk(world);
});
afterAll(() => world.close());

describe('the standing channel of an operator and its ministry', () => {
  it('is always there, for the two of them and nobody else', async () => {
    const space = await they.spaceOf('operator.power-a', 'operator-ministry');
    const thread = await they.begin('operator.power-a', space);
    const shown = await they.read('ministry.meti', thread);
    expect(shown.body.messages.map((m: { text: string }) => m.text)).toEqual(['最初の発言です。']);
    expect(shown.body.messages[0].from.body).toBe('架空power-a株式会社');
    expect(shown.body.audience).toMatchObject({ bodies: 2, others: 0 });
    for (const who of [
      'operator.power-b',
      'security.meti',
      'ministry.mhlw',
      'ceptoar.power',
      'cs.duty',
      'agency.ipa',
    ]) {
      expect([who, (await they.read(who, thread)).status]).toEqual([who, 404]);
      expect((await they.say(who, thread, '割りこみ')).status).toBe(404);
      expect((await world.call(who, 'GET', `/api/spaces/${space}`)).status).toBe(404);
      expect(
        (await world.call(who, 'POST', `/api/spaces/${space}/threads`, { title: '件', text: '文', handling: amber }))
          .status,
      ).toBe(404);
    }
    expect((await they.read('admin.system', thread)).status).toBe(403);
  });

  it('says the same thing once however often it is sent with one key', async () => {
    const thread = await they.begin('operator.power-a', await they.spaceOf('operator.power-a', 'operator-ministry'));
    const key = { 'idempotency-key': 'channel-message-0001' };
    const send = () =>
      world.call('ministry.meti', 'POST', `/api/threads/${thread}/messages`, { text: '了解', handling: amber }, key);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect((await they.read('operator.power-a', thread)).body.messages).toHaveLength(2);
  });

  it('stands at once for an operator that is enrolled later', async () => {
    const before = (await world.call('ministry.mhlw', 'GET', '/api/spaces?kind=operator-ministry')).body.items.length;
    await world.admin.query(
      `with b as (insert into parties.body (id, kind, name_ja, name_en, valid_from) values (gen_random_uuid(), 'operator', '架空新水道', 'New Water', '2014-01-01') returning id),
            s as (insert into parties.seat (body, capacity, valid_from) select id, 'operator', '2014-01-01' from b returning body)
       select body from s`,
    );
    await world.admin.query(
      `insert into parties.supervision (body, seat, sector, valid_from) select b.id, $1, 'water', '2014-01-01' from parties.body b where b.name_ja = '架空新水道'`,
      [they.seat('ministry.mhlw')],
    );
    const after = (await world.call('ministry.mhlw', 'GET', '/api/spaces?kind=operator-ministry')).body.items;
    expect(after).toHaveLength(before + 1);
    expect(after.map((it: { title: string }) => it.title)).toContain('架空新水道');
  });
});

describe('what was said', () => {
  it('is not edited: a correction stands beside it and is at least as strict', async () => {
    const thread = await they.begin('operator.water-a', await they.spaceOf('operator.water-a', 'operator-ministry'));
    const { id } = (await they.read('operator.water-a', thread)).body.messages[0];
    const correct = (who: string, body: object) => they.correct(who, id, body);
    expect((await correct('ministry.mhlw', { text: '他人の訂正' })).status).toBe(404);
    expect((await correct('operator.water-a', { text: '緩い訂正', handling: green })).body.reason).toBe(
      'mark-wider-than-source',
    );
    expect((await correct('operator.water-a', { text: '正しくはこうです。' })).status).toBe(201);
    const { messages } = (await they.read('ministry.mhlw', thread)).body;
    expect(messages.map((m: { text: string }) => m.text)).toEqual(['最初の発言です。', '正しくはこうです。']);
    expect(messages[0].correctedBy).toBe(messages[1].id);
    expect(messages[1].corrects).toBe(id);
  });

  it('can be taken back by who said it: a stone without words for everybody, also in the search', async () => {
    const thread = await they.begin('operator.water-b', await they.spaceOf('operator.water-b', 'operator-ministry'), {
      text: '取消対象の秘密語句です',
    });
    const { id } = (await they.read('operator.water-b', thread)).body.messages[0];
    const find = async (who: string) =>
      (await world.call(who, 'GET', `/api/messages?q=${encodeURIComponent('秘密語句')}`)).body.items.length;
    expect([
      await find('ministry.mhlw'),
      await find('operator.water-b'),
      await find('operator.water-a'),
      await find('cs.duty'),
    ]).toEqual([1, 1, 0, 0]);
    expect((await world.call('ministry.mhlw', 'POST', `/api/messages/${id}/withdrawal`)).status).toBe(404);
    expect((await world.call('operator.water-b', 'POST', `/api/messages/${id}/withdrawal`)).status).toBe(201);
    expect((await world.call('operator.water-b', 'POST', `/api/messages/${id}/withdrawal`)).body.reason).toBe(
      'already-withdrawn',
    );
    expect(
      (await world.call('operator.water-b', 'POST', `/api/messages/${id}/correction`, { text: '文' })).body.reason,
    ).toBe('already-withdrawn');
    for (const who of ['ministry.mhlw', 'operator.water-b']) {
      expect((await they.read(who, thread)).body.messages[0]).toMatchObject({
        text: null,
        withdrawnAt: world.clock.now().toISOString(),
      });
      expect(await find(who)).toBe(0);
    }
  });

  it('gives the thread the strictest mark of what its reader hears, and says who read it to its author alone', async () => {
    const space = await they.spaceOf('operator.power-c', 'operator-ministry');
    const thread = await they.begin('operator.power-c', space, { handling: green });
    expect((await they.read('operator.power-c', thread)).body.messages[0].readBy).toEqual({ read: 0, of: 1 });
    expect((await world.call('ministry.meti', 'GET', '/api/threads/unread')).body.threads).toBeGreaterThan(0);
    const listed = async (who: string) =>
      (await world.call(who, 'GET', `/api/threads?space=${space}`)).body.items.find(
        (it: { id: string }) => it.id === thread,
      );
    expect(await listed('ministry.meti')).toMatchObject({ unread: 1, messages: 1, handling: green });
    await they.say('ministry.meti', thread, '承知しました。', amber);
    expect((await they.read('ministry.meti', thread)).body).toMatchObject({ handling: amber });
    expect(await listed('ministry.meti')).toMatchObject({ unread: 0 });
    const { messages } = (await they.read('operator.power-c', thread)).body;
    expect(messages.map((m: { readBy: unknown }) => m.readBy)).toEqual([{ read: 1, of: 1 }, null]);
  });

  it('is given in pages, the latest first', async () => {
    const thread = await they.begin('operator.power-d', await they.spaceOf('operator.power-d', 'operator-ministry'));
    for (const n of [1, 2, 3]) await they.say('operator.power-d', thread, `続き${n}`);
    const last = await world.call('ministry.meti', 'GET', `/api/threads/${thread}?limit=2`);
    expect(last.body.messages.map((m: { text: string }) => m.text)).toEqual(['続き2', '続き3']);
    const first = await world.call(
      'ministry.meti',
      'GET',
      `/api/threads/${thread}?limit=2&cursor=${last.body.earlier}`,
    );
    expect(first.body.messages.map((m: { text: string }) => m.text)).toEqual(['最初の発言です。', '続き1']);
    expect(first.body.earlier).toBeNull();
  });
});

describe('a thread held aside', () => {
  it('is there for those chosen and in no list, count or search of the others', async () => {
    const space = await they.spaceOf('ceptoar.power', 'ceptoar-internal');
    const thread = await they.begin('ceptoar.power', space, {
      aside: [they.seat('operator.power-a')],
      text: '脇話の合言葉',
    });
    const before = (await world.call('operator.power-b', 'GET', `/api/spaces/${space}`)).body;
    expect(before).toMatchObject({ threads: 0, unread: 0 });
    expect((await they.read('operator.power-a', thread)).body).toMatchObject({
      aside: true,
      audience: { bodies: 2, others: 0 },
    });
    expect((await they.read('operator.power-b', thread)).status).toBe(404);
    expect((await world.call('operator.power-b', 'GET', '/api/threads')).body.items).toEqual([]);
    expect(
      (await world.call('operator.power-b', 'GET', `/api/messages?q=${encodeURIComponent('合言葉')}`)).body.items,
    ).toEqual([]);
    expect((await world.call('operator.power-b', 'GET', '/api/threads/unread')).body).toEqual({ threads: 0 });
  });

  it('takes only those who take part and whom one may know', async () => {
    const space = await they.spaceOf('ceptoar.power', 'ceptoar-internal');
    const aside = (who: string, seats: string[]) =>
      world.call(who, 'POST', `/api/spaces/${space}/threads`, {
        title: '件',
        text: '文',
        handling: amber,
        aside: seats,
      });
    expect((await aside('ceptoar.power', [they.seat('ministry.meti')])).body.reason).toBe('participants-outside');
    expect((await aside('ceptoar.power', [they.seat('ceptoar.power')])).body.reason).toBe('participants-outside');
    // A member may be in the circle, but the directory does not name it to its fellow.
    expect((await aside('operator.power-a', [they.seat('operator.power-b')])).body.reason).toBe('participants-outside');
    expect((await aside('operator.power-a', [they.seat('ceptoar.power')])).status).toBe(201);
  });

  it('does not name fellow members whom the directory does not name', async () => {
    const space = await they.spaceOf('operator.power-b', 'ceptoar-internal');
    const { audience } = (await world.call('operator.power-b', 'GET', `/api/spaces/${space}`)).body;
    expect(audience).toMatchObject({ bodies: 7, others: 5 });
    expect(audience.named.map((it: { name: string }) => it.name).sort()).toEqual([
      'ceptoar.power',
      '架空power-b株式会社',
    ]);
  });
});
