import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';
import { openSigner, seal, type Signer, verifyJournal } from './index.ts';
import { openNote } from './sealing/note.ts';
import { leafHash, rootFrom } from './sealing/tree.ts';

let world: World;
let signer: Signer;
let report: string;

const sealNow = (): Promise<number> => seal(world.worker, world.clock, signer);
const checkpoint = async (query = '') => (await world.call(null, 'GET', `/api/journal/checkpoint${query}`)).body;
const entriesOf = async (who: string): Promise<{ id: string; fact: string; mine: boolean; sealed: boolean }[]> =>
  (await world.call(who, 'GET', '/api/journal/entries')).body.items;
const proofFor = (who: string, entry: string) => world.call(who, 'GET', `/api/journal/proof/${entry}`);

beforeAll(async () => {
  world = await buildWorld();
  signer = await openSigner(world.worker, 'a secret of this test, long enough for it', 'https://noroshi.example');
  const sent = await world.call('operator.power-a', 'POST', '/api/reports', {
    headline: '監視系の停止',
    eventType: 'E31',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  });
  report = sent.body.id;
});
afterAll(() => world.close());

describe('sealing the journal', () => {
  it('says nothing before the first time', async () => {
    expect((await world.call(null, 'GET', '/api/journal/checkpoint')).status).toBe(404);
    const [entry] = await entriesOf('operator.power-a');
    expect(entry).toMatchObject({ fact: 'report.submitted', mine: true, sealed: false });
    expect(await proofFor('operator.power-a', entry?.id ?? '')).toMatchObject({
      status: 409,
      body: { reason: 'not-sealed-yet' },
    });
  });

  it('signs a checkpoint that anybody can check, of the same size however much was done', async () => {
    expect(await sealNow()).toBeGreaterThan(0);
    const first = await checkpoint();
    expect(first.size).toBe(256);
    expect(openNote(first.note, signer.verifierKey)).toMatchObject({ origin: 'noroshi.example/journal', size: 256 });
    expect(openNote(first.note.replace('\n256\n', '\n512\n'), signer.verifierKey)).toBeNull();
    const other = await openSigner(
      world.worker,
      'another secret, just as long as the first',
      'https://noroshi.example',
    );
    expect(openNote(first.note, other.verifierKey)).toBeNull();
    expect(await sealNow()).toBe(0);
    expect((await checkpoint()).size).toBe(512);
  });

  it('keeps the name the log began with', async () => {
    const moved = await openSigner(
      world.worker,
      'a secret of this test, long enough for it',
      'https://elsewhere.example',
    );
    expect(moved.origin).toBe('noroshi.example/journal');
  });

  it('proves to who did it that its entry stands there, with who did it', async () => {
    const [entry] = await entriesOf('operator.power-a');
    const { status, body } = await proofFor('operator.power-a', entry?.id ?? '');
    expect(status).toBe(200);
    const path = body.path.map((hash: string) => Buffer.from(hash, 'base64'));
    const root = rootFrom(leafHash(Buffer.from(body.leaf)), body.index, body.size, path);
    expect(root).toEqual(openNote(body.note, signer.verifierKey)?.root);
    const who = createHash('sha256')
      .update(Buffer.from(body.who.salt, 'base64'))
      .update(`${body.who.seat} ${body.who.person}`)
      .digest('base64');
    expect(JSON.parse(body.leaf)).toMatchObject({ id: entry?.id, fact: 'report.submitted', who });
    const altered = body.leaf.replace('report.submitted', 'report.withdrawn');
    expect(rootFrom(leafHash(Buffer.from(altered)), body.index, body.size, path)).not.toEqual(root);
  });

  it('proves to whom it reached that it stands there, and not who did it', async () => {
    const entry = (await entriesOf('ministry.meti')).find((it) => it.fact === 'report.submitted');
    expect(entry).toMatchObject({ mine: false, sealed: true });
    const { body } = await proofFor('ministry.meti', entry?.id ?? '');
    expect(body.who).toBeNull();
    const operator = world.people.get('operator.power-a');
    expect(JSON.stringify(body)).not.toContain(operator?.seat);
    expect(JSON.stringify(body)).not.toContain(operator?.person);
  });

  it('is not there for whom the entry is not there', async () => {
    const [entry] = await entriesOf('operator.power-a');
    for (const who of ['cs.duty', 'operator.power-b', 'security.meti', 'admin.system', 'ceptoar.power'])
      expect([who, (await proofFor(who, entry?.id ?? '')).status]).toEqual([who, 404]);
    expect((await proofFor('cs.duty', report)).status).toBe(404);
  });

  it('shows that what was signed before is the beginning of what is signed now', async () => {
    const now = await checkpoint('?since=256');
    expect(now.consistency).toHaveLength(1);
    expect((await checkpoint(`?since=${now.size}`)).consistency).toEqual([]);
    expect((await world.call(null, 'GET', '/api/journal/checkpoint?since=100')).status).toBe(400);
    expect((await world.call(null, 'GET', '/api/journal/checkpoint?since=256000')).status).toBe(404);
  });

  it('parts a busy hour into batches and passes no entry over', async () => {
    const entry = sql`insert into journal.entry (id, at, realm, fact, subject, open_to) select gen_random_uuid(), now(), r.id, 'test.happened', gen_random_uuid(), 'actor'
                        from acting.realm r, generate_series(1, 300) where r.kind = 'live' returning id`;
    await sql`with e as (${entry}) insert into journal.actor select id, gen_random_uuid(), gen_random_uuid() from e`.execute(
      world.worker,
    );
    const before = (await checkpoint()).size;
    expect(await sealNow()).toBe(300);
    expect((await checkpoint()).size).toBe(before + 512);
    expect((await verifyJournal(world.worker, signer.verifierKey)).altered).toBeNull();
  });
});

describe('verifying the journal', () => {
  const verdict = async (kept: readonly string[] = []) =>
    (await verifyJournal(world.worker, signer.verifierKey, kept)).altered;
  const tampering = async (change: string, back: string, test: () => Promise<void>): Promise<void> => {
    await world.admin.query(change);
    try {
      await test();
    } finally {
      await world.admin.query(back);
    }
    expect(await verdict()).toBeNull();
  };

  it('names the entry whose words, time or doer were changed', async () => {
    const [{ id } = { id: '' }] = await entriesOf('operator.power-a');
    const row = `where id = '${id}'`;
    await tampering(
      `update journal.entry set fact = 'report.tampered' ${row}`,
      `update journal.entry set fact = 'report.submitted' ${row}`,
      async () => expect(await verdict()).toEqual({ what: 'entry-changed', where: id }),
    );
    await tampering(
      `update journal.entry set at = at + interval '1 minute' ${row}`,
      `update journal.entry set at = at - interval '1 minute' ${row}`,
      async () => expect(await verdict()).toEqual({ what: 'entry-changed', where: id }),
    );
    const { rows } = await world.admin.query(`select person from journal.actor where entry = '${id}'`);
    await tampering(
      `update journal.actor set person = gen_random_uuid() where entry = '${id}'`,
      `update journal.actor set person = '${rows[0].person}' where entry = '${id}'`,
      async () => expect(await verdict()).toEqual({ what: 'actor-changed', where: id }),
    );
  });

  it('is not deceived by leaves and roots that were changed along, once a note was kept elsewhere', async () => {
    const kept = (await checkpoint()).note;
    await tampering(
      `update journal.checkpoint set note = replace(note, 'noroshi', 'horoshi')`,
      `update journal.checkpoint set note = replace(note, 'horoshi', 'noroshi')`,
      async () => expect((await verdict([kept]))?.what).toBe('signature-wrong'),
    );
    await tampering(
      `create table journal.moved as select * from journal.batch where number = (select max(number) from journal.batch);
       create table journal.moved_leaf as select * from journal.leaf where batch = (select number from journal.moved);
       create table journal.moved_salt as select s.* from journal.salt s join journal.moved_leaf using (entry);
       create table journal.moved_note as select * from journal.checkpoint where size > 256 * (select number from journal.moved);
       delete from journal.salt s using journal.moved_salt m where s.entry = m.entry;
       delete from journal.leaf where batch = (select number from journal.moved);
       delete from journal.batch where number = (select number from journal.moved);
       delete from journal.checkpoint c using journal.moved_note m where c.size = m.size`,
      `insert into journal.batch select * from journal.moved;
       insert into journal.leaf select * from journal.moved_leaf;
       insert into journal.salt select * from journal.moved_salt;
       insert into journal.checkpoint select * from journal.moved_note;
       drop table journal.moved, journal.moved_leaf, journal.moved_salt, journal.moved_note`,
      async () => {
        expect(await verdict()).toBeNull();
        expect((await verdict([kept]))?.what).toBe('checkpoint-changed');
      },
    );
  });

  it('cannot be asked to forget: neither requests nor the worker may change or delete what was sealed', async () => {
    for (const db of [world.db, world.worker])
      for (const act of [
        'delete from journal.leaf',
        'delete from journal.batch',
        'delete from journal.salt',
        'delete from journal.checkpoint',
        'update journal.leaf set place = 0',
        'update journal.batch set sealed_at = now()',
        "update journal.checkpoint set note = ''",
      ])
        await expect(sql.raw(act).execute(db)).rejects.toHaveProperty('code', '42501');
    await expect(sql.raw('select seed from journal.batch').execute(world.db)).rejects.toHaveProperty('code', '42501');
  });
});
