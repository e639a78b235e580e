import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { afternoon, origin, smallWorld, type Answered, type SmallWorld } from '../../../../../test/parties-world.ts';
import { tokenHash } from '../../../../platform/acting.ts';
import { openLog } from '../../../../platform/log.ts';
import { readWords } from '../../../../platform/words.ts';
import { installLetters, type LetterOffice } from './office.ts';
import { postLetters } from './post-letters.ts';

const office: LetterOffice = {
  origin,
  words: readWords([fileURLToPath(new URL('../../messages', import.meta.url))]),
};

let world: SmallWorld;
let admin = '';
let refused: Error | null = null;
let posted: { to: string; subject: string; text: string }[] = [];
beforeAll(async () => {
  world = await smallWorld();
  admin = await world.enter('admin.system');
});
afterAll(() => world.close());
beforeEach(() => {
  installLetters(office);
  posted = [];
  refused = null;
});
afterEach(() => {
  installLetters(null);
  world.clock.set(afternoon());
});

const invite = (email: string): Promise<Answered> =>
  world.ask('POST', '/api/invitations', {
    as: admin,
    body: {
      email,
      name: { ja: '新田 直', en: 'Nao Nitta' },
      seat: world.seats.get('operator.power-a')?.seat,
      role: 'officer',
    },
  });

const send = (): Promise<number> =>
  postLetters(world.worker, world.clock, {
    office,
    log: openLog('silent'),
    post: async (to, subject, text) => {
      if (refused !== null) throw refused;
      posted.push({ to, subject, text });
    },
  });

const secretIn = (text: string): string => /\/invitation#([\w-]+)/u.exec(text)?.[1] ?? '';
const listed = async (email: string): Promise<Record<string, unknown> | undefined> =>
  (await world.ask('GET', '/api/invitations', { as: admin })).body.items.find((it) => it['email'] === email);
const opens = async (secret: string): Promise<number> =>
  (await world.ask('POST', '/api/invitations/offer', { body: { secret } })).status;

describe('an invitation by mail', () => {
  it('goes to the invited address alone: the keeper of accounts never sees the link', async () => {
    const invited = await invite('nao@example.jp');
    expect(invited.body).toMatchObject({ secret: null });
    expect(await listed('nao@example.jp')).toMatchObject({ letter: { state: 'waiting', sentAt: null, why: null } });
    expect(await send()).toBe(1);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({ to: 'nao@example.jp' });
    const text = posted[0]?.text ?? '';
    for (const part of ['北都電力（架空）', 'Hokuto Power (fictitious)', '新田 直 様']) expect(text).toContain(part);
    expect(await opens(secretIn(text))).toBe(200);
    expect(JSON.stringify(await listed('nao@example.jp'))).not.toContain(secretIn(text));
    expect(await listed('nao@example.jp')).toMatchObject({ letter: { state: 'sent' } });
    expect(await send()).toBe(0);
  });

  it('leaves the secret nowhere in the database, only its hash', async () => {
    await invite('hash@example.jp');
    await send();
    const secret = secretIn(posted[0]?.text ?? '');
    const { rows } = await sql<{ letter: string }>`select l::text as letter from parties.letter l`.execute(
      world.worker,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { letter } of rows) expect(letter).not.toContain(secret);
    const queued = await sql<{ mail: string }>`select m::text as mail from platform.mail m`.execute(world.worker);
    expect(queued.rows.filter((it) => it.mail.includes(secret))).toEqual([]);
  });

  it('that is turned down for good says so to the keeper of accounts', async () => {
    await invite('nobody@example.jp');
    refused = Object.assign(new Error('no such user'), { code: 'EENVELOPE', responseCode: 550 });
    expect(await send()).toBe(0);
    expect(await listed('nobody@example.jp')).toMatchObject({ letter: { state: 'failed', why: 'smtp-550' } });
    refused = null;
    world.clock.set(new Date(afternoon().getTime() + 3_600_000));
    expect(await send()).toBe(0);
  });

  it('is tried again later, and an earlier link then opens nothing', async () => {
    await invite('slow@example.jp');
    let first = '';
    await postLetters(world.worker, world.clock, {
      office,
      log: openLog('silent'),
      post: async (_, __, text) => {
        first = secretIn(text);
        throw Object.assign(new Error('the line broke after it had gone'), { code: 'ECONNRESET' });
      },
    });
    expect(await listed('slow@example.jp')).toMatchObject({ letter: { state: 'waiting' } });
    expect(await opens(first)).toBe(200);
    expect(await send()).toBe(0);
    world.clock.set(new Date(afternoon().getTime() + 5 * 60_000));
    expect(await send()).toBe(1);
    expect(await opens(first)).toBe(409);
    expect(await opens(secretIn(posted[0]?.text ?? ''))).toBe(200);
  });

  it('does not go out once the invitation was taken back or has run out', async () => {
    const gone = await invite('gone@example.jp');
    await world.ask('DELETE', `/api/invitations/${String(gone.body['id'])}`, { as: admin });
    await invite('late@example.jp');
    world.clock.set(new Date(afternoon().getTime() + 8 * 86_400_000));
    expect(await send()).toBe(0);
    expect(posted).toEqual([]);
    world.clock.set(afternoon());
    expect(await listed('gone@example.jp')).toMatchObject({ letter: { state: 'failed', why: 'gone' } });
  });

  it('cannot be turned to another address or armed by SQL of a request', async () => {
    const invited = await invite('target@example.jp');
    await expect(
      world.portal.transaction().execute(async (tx) => {
        await sql`select * from acting.begin(${tokenHash(admin)}, null, ${world.clock.now()})`.execute(tx);
        await sql`insert into parties.letter (id, kind, subject, address, written_at, until, next_try)
          select gen_random_uuid(), 'recovery', i.id, 'keeper@example.jp', now(), i.until, now() from parties.invitation i where i.id = ${invited.body['id']}`.execute(
          tx,
        );
      }),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      sql`select * from parties.arm_invitation(gen_random_uuid(), ${tokenHash('x')}, now())`.execute(world.portal),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is nothing that a colleague could read', async () => {
    await invite('colleague@example.jp');
    const officer = await world.enter('operator.power-a');
    const rows = await world.portal.transaction().execute(async (tx) => {
      await sql`select * from acting.begin(${tokenHash(officer)}, null, ${world.clock.now()})`.execute(tx);
      return (await sql`select * from parties.letter`.execute(tx)).rows;
    });
    expect(rows).toEqual([]);
  });
});
