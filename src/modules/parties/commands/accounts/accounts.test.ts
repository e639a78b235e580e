import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { authenticator, codeAt } from '../../../../../test/parties-proofs.ts';
import { afternoon, origin, smallWorld, type Answered, type SmallWorld } from '../../../../../test/parties-world.ts';
import { tokenHash } from '../../../../platform/acting.ts';

let world: SmallWorld;
let admin = '';
beforeAll(async () => {
  world = await smallWorld();
  admin = await world.enter('admin.system');
});
afterAll(() => world.close());

const invite = (email: string, seat = world.seats.get('operator.power-a')?.seat, role = 'officer'): Promise<Answered> =>
  world.ask('POST', '/api/invitations', {
    as: admin,
    body: { email, name: { ja: '新田 直', en: 'Nao Nitta' }, seat, role },
  });

describe('an invitation', () => {
  it('brings a new person in with a passkey, once', async () => {
    const invited = await invite('Nao.Nitta@example.jp');
    expect(invited.status).toBe(201);
    const secret = invited.body['secret'];
    const offer = await world.ask('POST', '/api/invitations/offer', { body: { secret } });
    expect(offer.body).toMatchObject({ email: 'nao.nitta@example.jp', body: { ja: '北都電力（架空）' }, known: false });
    const device = authenticator(origin);
    const { options } = (await world.ask('POST', '/api/invitations/passkey/options', { body: { secret } }))
      .body as unknown as { options: { challenge: string; rp: { id: string } } };
    const joined = await world.ask('POST', '/api/invitations/passkey', {
      body: { secret, label: '携帯', response: device.make(options) },
    });
    expect(joined.status).toBe(201);
    const me = await world.ask('GET', '/api/session', { as: joined.cookie });
    expect(me.body).toMatchObject({
      person: { email: 'nao.nitta@example.jp' },
      seat: { capacity: 'operator' },
      signIn: { strong: true },
    });
    const again = await world.ask('POST', '/api/invitations/offer', { body: { secret } });
    expect(again).toMatchObject({ status: 409, body: { reason: 'invitation-gone' } });
  });

  it('brings a new person in with a password and a code, and not with one of them', async () => {
    const { secret } = (await invite('by.code@example.jp')).body as unknown as { secret: string };
    const code = (await world.ask('POST', '/api/invitations/totp', { body: { secret } })).body['secret'] as string;
    const right = await codeAt(code, world.clock.now());
    const join = (body: Record<string, unknown>) =>
      world.ask('POST', '/api/invitations/password', { body: { secret, ...body } });
    expect((await join({ password: 'kaze ga tsuyoi yoru' })).status).toBe(400);
    expect((await join({ password: 'short', code: right })).body).toMatchObject({
      reason: 'password-weak',
      why: 'too-short',
    });
    expect(
      (await join({ password: 'kaze ga tsuyoi yoru', code: right === '000000' ? '000001' : '000000' })).body['reason'],
    ).toBe('code-wrong');
    const joined = await join({ password: 'kaze ga tsuyoi yoru', code: right });
    expect(joined.status).toBe(201);
    expect((await world.ask('GET', '/api/session', { as: joined.cookie })).body).toMatchObject({
      signIn: { strong: false },
    });
    const replay = await world.ask('POST', '/api/session/password', {
      body: { email: 'by.code@example.jp', password: 'kaze ga tsuyoi yoru', code: right },
    });
    expect(replay.status).toBe(401);
  });

  it('to a known address is taken only by that person, signed in', async () => {
    const seat = world.seats.get('operator.water-a')?.seat;
    const { secret } = (await invite('kei.mizuno@example.jp', seat)).body as unknown as { secret: string };
    expect(await world.ask('POST', '/api/invitations/passkey/options', { body: { secret } })).toMatchObject({
      status: 409,
      body: { reason: 'sign-in-to-accept' },
    });
    const stranger = await world.enter('operator.power-b');
    expect(await world.ask('POST', '/api/me/invitations', { as: stranger, body: { secret } })).toMatchObject({
      status: 409,
      body: { reason: 'invitation-for-another' },
    });
    const mizuno = await world.enter('operator.power-a');
    expect(await world.ask('POST', '/api/me/invitations', { as: mizuno, body: { secret } })).toMatchObject({
      status: 201,
      body: { seat },
    });
    const me = await world.ask('GET', '/api/session', { as: mizuno });
    expect(
      (me.body as unknown as { seats: { body: { name: { ja: string } } }[] }).seats.map((one) => one.body.name.ja),
    ).toContain('あおば水道（架空）');
  });

  it('stands for seven days and can be taken back', async () => {
    const late = (await invite('late@example.jp')).body['secret'];
    world.clock.set(new Date(afternoon().getTime() + 7 * 86_400_000 + 1000));
    expect((await world.ask('POST', '/api/invitations/offer', { body: { secret: late } })).body['reason']).toBe(
      'invitation-gone',
    );
    world.clock.set(afternoon());
    const gone = await invite('gone@example.jp');
    expect((await world.ask('DELETE', `/api/invitations/${String(gone.body['id'])}`, { as: admin })).status).toBe(204);
    expect(
      (await world.ask('POST', '/api/invitations/offer', { body: { secret: gone.body['secret'] } })).body['reason'],
    ).toBe('invitation-gone');
    expect(
      (await world.ask('DELETE', `/api/invitations/${String(gone.body['id'])}`, { as: admin })).body['reason'],
    ).toBe('invitation-gone');
    const list = await world.ask('GET', '/api/invitations', { as: admin });
    expect(list.body.items.find((one) => one['email'] === 'gone@example.jp')).toMatchObject({ state: 'revoked' });
    expect(JSON.stringify(list.body)).not.toContain(String(gone.body['secret']));
  });

  it('is refused into an unknown seat or role, and to anyone but the keeper of accounts', async () => {
    expect((await invite('x@example.jp', '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await invite('x@example.jp', undefined, 'emperor')).body['reason']).toBe('role-unknown');
    const desk = await world.enter('cs.duty');
    const body = {
      email: 'x@example.jp',
      name: { ja: '甲', en: 'A' },
      seat: world.seats.get('cs.duty')?.seat,
      role: 'duty',
    };
    expect((await world.ask('POST', '/api/invitations', { as: desk, body })).status).toBe(403);
  });
});

describe('the keeper of accounts', () => {
  it('gives himself no seat, neither by door nor by SQL', async () => {
    const seat = world.seats.get('cs.duty')?.seat as string;
    expect(await invite('Toru.Maki@example.jp', seat, 'duty')).toMatchObject({
      status: 409,
      body: { reason: 'not-yourself' },
    });
    const { secret } = (await invite('kei.mizuno@example.jp', seat, 'duty')).body as unknown as { secret: string };
    expect((await world.ask('POST', '/api/me/invitations', { as: admin, body: { secret } })).body['reason']).toBe(
      'not-yourself',
    );
    const me = world.seats.get('admin.system');
    const asAdmin = (statement: (token: Buffer) => Promise<unknown>): Promise<unknown> => statement(tokenHash(admin));
    await expect(
      asAdmin((token) =>
        world.portal.transaction().execute(async (tx) => {
          await sql`select * from acting.begin(${token}, null, ${world.clock.now()})`.execute(tx);
          await sql`insert into acting.holder select ${seat}, ${me?.person}, body, capacity, 'duty', current_date from parties.seat where id = ${seat}`.execute(
            tx,
          );
        }),
      ),
    ).rejects.toThrow(/permission denied/u);
  });

  it('reads no content: not one row of any room above', async () => {
    const rows = await world.portal.transaction().execute(async (tx) => {
      await sql`select * from acting.begin(${tokenHash(admin)}, null, ${world.clock.now()})`.execute(tx);
      const tables = await sql<{ name: string }>`
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('forms', 'circulation', 'exchange') and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(
        tx,
      );
      const counts = [];
      for (const { name } of tables.rows)
        counts.push((await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(tx)).rows[0]?.n);
      return { tables: tables.rows.length, counts };
    });
    expect(rows.tables).toBeGreaterThan(5);
    expect(new Set(rows.counts)).toEqual(new Set([0]));
  });

  it('sets nobody’s password and sees nobody’s keys or sessions', async () => {
    const list = await world.ask('GET', '/api/people', { as: admin });
    expect(JSON.stringify(list.body)).not.toMatch(/password|passkey|totp/u);
    const written = await world.portal.transaction().execute(async (tx) => {
      await sql`select * from acting.begin(${tokenHash(admin)}, null, ${world.clock.now()})`.execute(tx);
      const changed = await sql`update parties.password set hash = 'x'`.execute(tx);
      const seen = await sql<{
        n: number;
      }>`select count(*) as n from acting.sign_in where person <> acting.person()`.execute(tx);
      return [Number(changed.numAffectedRows), seen.rows[0]?.n];
    });
    expect(written).toEqual([0, 0]);
  });

  it('ends a person’s seat, and what was open in it ends with it, keys too', async () => {
    const target = world.seats.get('operator.power-b');
    const cookie = await world.enter('operator.power-b');
    const key = (
      await world.ask('POST', '/api/keys', {
        as: cookie,
        body: { label: 'k', expiresAt: new Date(afternoon().getTime() + 86_400_000).toISOString() },
      })
    ).body['key'] as string;
    const path = `/api/seats/${target?.seat}/holders/${target?.person}`;
    expect((await world.ask('DELETE', path, { as: cookie })).status).toBe(403);
    expect((await world.ask('DELETE', path, { as: admin })).status).toBe(204);
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(401);
    expect((await world.ask('GET', '/api/session', { key })).status).toBe(401);
    expect((await world.ask('DELETE', path, { as: admin })).status).toBe(404);
    const own = world.seats.get('admin.system');
    expect(
      (await world.ask('DELETE', `/api/seats/${own?.seat}/holders/${own?.person}`, { as: admin })).body['reason'],
    ).toBe('not-yourself');
  });

  it('enrols an operator whose ministry and secretariat then know it, and no other operator does', async () => {
    const body = {
      name: { ja: '西浜電力（架空）', en: 'Nishihama Power (fictitious)' },
      kana: 'にしはまでんりょく',
      sectors: ['electricity'],
      ceptoars: ['ceptoar.power'],
    };
    const made = await world.ask('POST', '/api/bodies', { as: admin, body });
    expect(made.status).toBe(201);
    const path = `/api/bodies/${String(made.body['id'])}`;
    const sees = async (who: Parameters<SmallWorld['enter']>[0]) =>
      (await world.ask('GET', path, { as: await world.enter(who) })).status;
    expect(await Promise.all([sees('ministry.meti'), sees('ceptoar.power'), sees('cs.duty')])).toEqual([200, 200, 200]);
    expect(await Promise.all([sees('operator.power-a'), sees('security.meti'), sees('operator.water-a')])).toEqual([
      404, 404, 404,
    ]);
    expect(await world.ask('POST', '/api/bodies', { as: admin, body })).toMatchObject({
      status: 409,
      body: { reason: 'body-there-already' },
    });
    const enrol = async (more: object) =>
      (
        await world.ask('POST', '/api/bodies', {
          as: admin,
          body: { ...body, name: { ja: '別', en: 'Other' }, ...more },
        })
      ).body['reason'];
    expect(await enrol({ sectors: ['magic'], ceptoars: [] })).toBe('sector-unknown');
    expect(await enrol({ ceptoars: ['ceptoar.magic'] })).toBe('ceptoar-unknown');
    expect(await enrol({ ceptoars: ['ceptoar.water'] })).toBe('ceptoar-outside-sector');
  });
});
