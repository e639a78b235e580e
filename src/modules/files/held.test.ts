import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amber, filesIn } from '../../../test/files-at-doors.ts';
import { rowsOf } from '../../../test/leaks/seeing.ts';
import { jpeg, png } from '../../../test/samples-of-files.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { sweepFiles } from './jobs.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { somewhere, bring, take, filesOf, begun } = filesIn(() => world);

describe('a file that one holds', () => {
  it('is cleaned, told of once, listed for its author alone, and thrown away twice as once', async () => {
    const brought = await bring('operator.power-a', '/api/held-files', '../画面\u202E.jpg', jpeg('架空 太郎'));
    expect([brought.status, brought.body.name, brought.body.kind]).toEqual([201, '画面.jpg', 'jpeg']);
    expect(brought.body.found).toContainEqual({ what: 'author', text: '架空 太郎' });
    const listed = await world.call('operator.power-a', 'GET', `/api/held-files?draft=${somewhere}`);
    expect(listed.body.items.map((it: { id: string }) => it.id)).toEqual([brought.body.id]);
    expect(JSON.stringify(listed.body)).not.toContain('太郎');
    for (const other of ['operator.power-b', 'operator.water-a'])
      expect((await world.call(other, 'GET', `/api/held-files?draft=${somewhere}`)).body.items).toEqual([]);
    expect((await world.call('operator.power-b', 'DELETE', `/api/held-files/${brought.body.id}`)).status).toBe(204);
    expect((await world.call('operator.power-a', 'GET', `/api/held-files?draft=${somewhere}`)).body.items).toHaveLength(
      1,
    );
    for (const time of ['first', 'again'])
      expect([
        time,
        (await world.call('operator.power-a', 'DELETE', `/api/held-files/${brought.body.id}`)).status,
      ]).toEqual([time, 204]);
    expect((await world.call('operator.power-a', 'GET', `/api/held-files?draft=${somewhere}`)).body.items).toEqual([]);
  });

  it('is refused before it is read where one may bring none, and by its size and its kind', async () => {
    expect((await bring(null, '/api/held-files', 'a.png', png())).status).toBe(401);
    expect((await bring('ministry.meti', '/api/held-files', 'a.exe', Buffer.alloc(11_000_000))).body.reason).toBe(
      'not-your-door',
    );
    const big = await bring('operator.power-a', '/api/held-files', 'a.txt', Buffer.alloc(10_485_761, 'a'));
    expect([big.status, big.body.reason]).toEqual([413, 'too-large']);
    const full = await bring('operator.power-a', '/api/held-files', 'a.txt', Buffer.alloc(10_485_760, 'a'));
    expect([full.status, full.body.size]).toEqual([201, 10_485_760]);
    for (const [name, bytes, reason] of [
      ['a.txt', Buffer.alloc(0), 'file-empty'],
      ['a.html', Buffer.from('<html>'), 'file-kind-not-taken'],
      ['a.pdf', png(), 'file-is-not-what-it-says'],
    ] as const) {
      const reply = await bring('operator.power-a', '/api/held-files', name, bytes, { 'accept-language': 'ja' });
      expect([reply.body.reason, reply.body.title === reason, reply.body.detail?.length > 5]).toEqual([
        reason,
        false,
        true,
      ]);
    }
    expect((await bring('operator.power-a', '/api/held-files', 'x'.repeat(301), png())).status).toBe(400);
    await world.call('operator.power-a', 'DELETE', `/api/held-files/${full.body.id}`);
  });

  it('comes once under one key, and as another under another', async () => {
    const key = { 'idempotency-key': 'file-1' };
    const [first, again] = [
      await bring('operator.power-c', '/api/held-files', 'a.png', png(), key),
      await bring('operator.power-c', '/api/held-files', 'a.png', png(), key),
    ];
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await bring('operator.power-c', '/api/held-files', 'b.png', png(), key)).body.reason).toBe(
      'idempotency-key-reused',
    );
    expect((await world.call('operator.power-c', 'GET', `/api/held-files?draft=${somewhere}`)).body.items).toHaveLength(
      1,
    );
  });

  it('is gone after a week, with its bytes; what is attached stays', async () => {
    const { id, item } = await begun();
    await bring('cs.duty', `/api/provisions/${id}/attachments`, 'kept.txt', Buffer.from('stays'));
    await bring('operator.power-d', '/api/held-files', 'a.txt', Buffer.from('forgotten'));
    world.clock.set(new Date(world.clock.now().getTime() + 8 * 86_400_000));
    await sweepFiles(world.worker, world.clock);
    expect((await world.call('operator.power-d', 'GET', `/api/held-files?draft=${somewhere}`)).body.items).toEqual([]);
    expect((await filesOf('cs.duty', item)).body.items).toHaveLength(1);
    const { rows } = await world.admin.query(`select count(*)::int as n from files.chunk`);
    expect(rows[0].n).toBe(1);
  });
});

describe('a file of a report', () => {
  const report = { headline: '遠隔監視端末の応答停止', eventType: 'E31', handling: amber };
  it('goes with its version up the way, one hop at a time, and names nobody whom the report does not name', async () => {
    const brought = await bring('operator.power-e', '/api/held-files', '画面.png', png(['tEXt', 'Author\0架空 花子']));
    const made = await world.call('operator.power-e', 'POST', '/api/reports', {
      ...report,
      attachments: [brought.body.id],
    });
    expect(made.status).toBe(201);
    const [file] = (await filesOf('ministry.meti', made.body.version)).body.items;
    expect(file).toMatchObject({ name: '画面.png', size: png().length });
    expect((await world.call('operator.power-e', 'GET', `/api/held-files?draft=${somewhere}`)).body.items).toEqual([]);
    expect((await take('cs.duty', file.id)).status).toBe(404);
    await world.call('ministry.meti', 'POST', `/api/reports/${made.body.id}/relay`, {});
    expect((await take('cs.duty', file.id)).status).toBe(200);
    const { seat, person, body } = world.people.get('operator.power-e') ?? {};
    const seen = JSON.stringify([
      (await filesOf('cs.duty', made.body.version)).body,
      ...(await Promise.all(
        ['attachment', 'content', 'reading', 'held'].map((table) =>
          rowsOf(world, 'cs.duty', sql`select * from ${sql.table(`files.${table}`)}`),
        ),
      )),
    ]);
    for (const name of [seat, person, body]) expect(seen.includes(name ?? '?')).toBe(false);
  });

  it('is refused when it is another’s, is none, or went with a report before; nothing is sent then', async () => {
    const theirs = await bring('operator.power-a', '/api/held-files', 'a.txt', Buffer.from('theirs'));
    const before = (await world.call('operator.power-f', 'GET', '/api/reports')).body.items.length;
    for (const attachments of [[theirs.body.id], [randomUUID()]])
      expect((await world.call('operator.power-f', 'POST', '/api/reports', { ...report, attachments })).status).toBe(
        404,
      );
    expect((await world.call('operator.power-f', 'GET', '/api/reports')).body.items).toHaveLength(before);
    const mine = { ...report, attachments: [theirs.body.id] };
    const made = await world.call('operator.power-a', 'POST', '/api/reports', mine);
    expect(made.status).toBe(201);
    expect((await world.call('operator.power-a', 'POST', '/api/reports', mine)).status).toBe(404);
    const more = await bring('operator.power-a', '/api/held-files', 'b.txt', Buffer.from('more'));
    const later = await world.call('operator.power-a', 'POST', `/api/reports/${made.body.id}/versions`, {
      stage: 'follow-up',
      attachments: [more.body.id],
    });
    expect(
      (await filesOf('ministry.meti', later.body.version)).body.items.map((it: { name: string }) => it.name),
    ).toEqual(['b.txt']);
  });
});
