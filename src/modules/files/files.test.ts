import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft, filesIn } from '../../../test/files-at-doors.ts';
import { rowsOf } from '../../../test/leaks/seeing.ts';
import { png } from '../../../test/samples-of-files.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { somewhere, bring, take, filesOf, begun, sentOff } = filesIn(() => world);

describe('a file of a provision', () => {
  it('voids an approval, goes to whom the provision goes, and to nobody else by any way of asking', async () => {
    const { id, item } = await begun();
    expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`)).status).toBe(200);
    const brought = await bring(
      'cs.duty',
      `/api/provisions/${id}/attachments`,
      '図.png',
      png(['tEXt', 'Author\0架空']),
    );
    expect([brought.status, brought.body.revision]).toEqual([201, 2]);
    expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).body.reason).toBe(
      'needs-second-person',
    );
    const mine = (await filesOf('cs.duty', item)).body.items;
    expect(mine).toMatchObject([{ name: '図.png', kind: 'png', unread: true }]);
    const file = mine[0].id as string;
    for (const who of ['operator.power-a', 'ministry.meti']) expect((await take(who, file)).status).toBe(404);

    await sentOff(id);
    const copy = await take('operator.power-a', file);
    expect(Buffer.from(await copy.arrayBuffer()).equals(png())).toBe(true);
    expect((await filesOf('operator.power-a', item)).body.items).toEqual(mine);
    const nothing = await (await take('operator.water-a', randomUUID())).text();
    for (const who of ['operator.water-a', 'security.meti', 'agency.ipa', 'admin.system', 'cs.planner']) {
      for (const [method, more] of [
        ['GET', {}],
        ['HEAD', {}],
        ['GET', { range: 'bytes=0-3' }],
        ['GET', { 'if-none-match': '*' }],
      ] as const) {
        const reply = await take(who, file, method, more);
        const body = await reply.text();
        expect([
          who,
          method,
          reply.status,
          reply.headers.get('content-length'),
          reply.headers.get('content-disposition'),
        ]).toEqual([who, method, 404, null, null]);
        if (method === 'GET') expect(body).toBe(nothing);
      }
      const list = await filesOf(who, item);
      const none = await filesOf(who, randomUUID());
      expect([who, list.status, list.body]).toEqual([who, 404, none.body]);
      for (const table of ['attachment', 'content', 'chunk', 'reading', 'held'])
        expect([who, table, await rowsOf(world, who, sql`select * from ${sql.table(`files.${table}`)}`)]).toEqual([
          who,
          table,
          [],
        ]);
    }
  });

  it('is sent to be kept: an attachment of no type that nothing could run, whole and without a mark', async () => {
    const { id, item } = await begun();
    await bring('cs.duty', `/api/provisions/${id}/attachments`, '手順 "a".txt', Buffer.from('here <b>x</b> is text'));
    const [file] = (await filesOf('cs.duty', item)).body.items;
    for (const more of [{}, { range: 'bytes=2-4' }]) {
      const reply = await take('cs.duty', file.id, 'GET', more);
      const head = Object.fromEntries(reply.headers);
      expect([reply.status, await reply.text()]).toEqual([200, 'here <b>x</b> is text']);
      expect(head).toMatchObject({
        'content-type': 'application/octet-stream',
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-disposition': `attachment; filename="__ _a_.txt"; filename*=UTF-8''${encodeURIComponent('手順 _a_.txt')}`,
      });
      expect([head['etag'], head['last-modified']]).toEqual([undefined, undefined]);
    }
  });

  it('is taken off by its desk while it is a draft, never by others, never later; another’s id is not there', async () => {
    const { id, item } = await begun();
    const other = await begun();
    await bring('cs.duty', `/api/provisions/${id}/attachments`, 'a.txt', Buffer.from('a'));
    const [file] = (await filesOf('cs.duty', item)).body.items;
    for (const [who, at] of [
      ['agency.jpcert', id],
      ['cs.duty', other.id],
      ['cs.duty', randomUUID()],
    ] as const)
      expect([who, (await world.call(who, 'DELETE', `/api/provisions/${at}/attachments/${file.id}`)).status]).toEqual([
        who,
        404,
      ]);
    expect((await bring('agency.jpcert', `/api/provisions/${id}/attachments`, 'b.txt', Buffer.from('b'))).status).toBe(
      404,
    );
    expect((await world.call('cs.chief', 'DELETE', `/api/provisions/${id}/attachments/${file.id}`)).body).toEqual({
      revision: 3,
    });
    expect((await filesOf('cs.duty', item)).body.items).toEqual([]);
    await bring('cs.duty', `/api/provisions/${other.id}/attachments`, 'a.txt', Buffer.from('a'));
    const [late] = (await filesOf('cs.duty', other.item)).body.items;
    await sentOff(other.id);
    expect(
      (await world.call('cs.duty', 'DELETE', `/api/provisions/${other.id}/attachments/${late.id}`)).body.reason,
    ).toBe('already-sent');
    expect(
      (await bring('cs.duty', `/api/provisions/${other.id}/attachments`, 'b.txt', Buffer.from('b'))).body.reason,
    ).toBe('already-sent');
    await expect(
      rowsOf(world, 'cs.duty', sql`delete from files.attachment where id = ${late.id} returning id`),
    ).resolves.toEqual([]);
  });

  it('stands on the next version too, and is gone with a recall for everybody but its desk', async () => {
    const { id, item } = await begun();
    await bring('cs.duty', `/api/provisions/${id}/attachments`, 'a.txt', Buffer.from('a'));
    await sentOff(id);
    const [file] = (await filesOf('operator.power-a', item)).body.items;
    const later = (await world.call('cs.duty', 'POST', `/api/provisions/${id}/versions`, { stage: 'update' })).body;
    expect((await filesOf('cs.duty', later.item)).body.items.map((it: { name: string }) => it.name)).toEqual(['a.txt']);
    expect((await filesOf('operator.power-a', later.item)).status).toBe(404);
    await sentOff(id);
    await world.call('cs.duty', 'POST', `/api/provisions/${id}/versions`, { stage: 'recall', reason: '誤りがあった' });
    await sentOff(id);
    expect((await take('operator.power-a', file.id)).status).toBe(404);
    expect((await filesOf('operator.power-a', item)).status).toBe(404);
    expect((await take('cs.duty', file.id)).status).toBe(200);
  });

  it('of a drill is not there in the live realm', async () => {
    const realm = await world.openDrill(['cs.duty', 'operator.power-a']);
    const drill = { 'noroshi-realm': realm };
    const { id, item } = (await world.call('cs.duty', 'POST', '/api/provisions', draft, drill)).body;
    expect((await bring('cs.duty', `/api/provisions/${id}/attachments`, 'a.txt', Buffer.from('drill'))).status).toBe(
      404,
    );
    expect(
      (await bring('cs.duty', `/api/provisions/${id}/attachments`, 'a.txt', Buffer.from('drill'), drill)).status,
    ).toBe(201);
    expect((await filesOf('cs.duty', item)).status).toBe(404);
    const [file] = (await world.call('cs.duty', 'GET', `/api/items/${item}/attachments`, undefined, drill)).body.items;
    expect((await take('cs.duty', file.id)).status).toBe(404);
    expect((await take('cs.duty', file.id, 'GET', drill)).status).toBe(200);
  });

  it('is one of twenty at most', async () => {
    const { id } = await begun();
    for (let n = 0; n < 20; n += 1)
      expect(
        (await bring('cs.duty', `/api/provisions/${id}/attachments`, `${n}.txt`, Buffer.from(`${n}`))).status,
      ).toBe(201);
    expect((await bring('cs.duty', `/api/provisions/${id}/attachments`, 'x.txt', Buffer.from('x'))).body.reason).toBe(
      'too-many-files',
    );
    expect((await world.call('cs.duty', 'GET', `/api/held-files?draft=${somewhere}`)).status).toBe(403);
  }, 60_000);
});

it('nobody comes to hold or attach bytes by knowing their number', async () => {
  const { id, item } = await begun();
  await bring('cs.duty', `/api/provisions/${id}/attachments`, 'a.txt', Buffer.from('numbered'));
  const [{ content }] = (await rowsOf(
    world,
    'cs.duty',
    sql`select content from files.attachment where item = ${item}`,
  )) as [{ content: string }];
  const mine = randomUUID();
  for (const query of [
    sql`insert into files.held (id, content, person, seat, realm, draft, name, kind, size, digest, at)
        values (${mine}, ${content}, acting.person(), acting.seat(), acting.realm(), ${mine}, 'a', 'text', 1, '', now())`,
    sql`insert into files.attachment (id, item, position, content, name, kind, size, digest) values (${mine}, ${item}, 2, ${content}, 'a', 'text', 1, '')`,
    sql`insert into files.chunk (content, position, bytes) values (${content}, 2, 'x')`,
    sql`update files.attachment set item = ${item}`,
  ])
    await expect(rowsOf(world, 'agency.jpcert', query)).rejects.toMatchObject({ code: '42501' });
  const joined = sql`select files.attach(${mine}, ${item}, ${mine}, 3::smallint) as done`;
  expect(await rowsOf(world, 'agency.jpcert', joined)).toEqual([{ done: false }]);
});
