import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authenticator, codeAt } from '../../../../../test/parties-proofs.ts';
import { afternoon, origin, smallWorld, type Answered, type SmallWorld } from '../../../../../test/parties-world.ts';
import { tokenHash } from '../../../../platform/acting.ts';
import { openLog } from '../../../../platform/log.ts';
import { readWords } from '../../../../platform/words.ts';
import { installLetters } from '../letters/office.ts';
import { postLetters } from '../letters/post-letters.ts';

let world: SmallWorld;
/** Keeper of accounts, a second keeper, a colleague of the person, somebody of another operator: sessions of each. */
let [keeper, second, colleague, other] = ['', '', '', ''];
/** Whoever loses everything: an officer of Hokuto Power. */
let lost = '';

const password = 'kaze ga tsuyoi yoru';

/** Brings somebody new in by invitation and password, and gives the session. */
const comeIn = async (email: string, seat: string | undefined, role: string): Promise<string> => {
  const name = { ja: `人物 ${email}`, en: `Person ${email}` };
  const { secret } = (await world.ask('POST', '/api/invitations', { as: keeper, body: { email, name, seat, role } }))
    .body as unknown as { secret: string };
  const totp = (await world.ask('POST', '/api/invitations/totp', { body: { secret } })).body['secret'] as string;
  const code = await codeAt(totp, world.clock.now());
  return (await world.ask('POST', '/api/invitations/password', { body: { secret, password, code } })).cookie ?? '';
};

beforeAll(async () => {
  world = await smallWorld();
  keeper = await world.enter('admin.system');
  second = await comeIn('second@example.jp', world.seats.get('admin.system')?.seat, 'admin');
  colleague = await comeIn('colleague@example.jp', world.seats.get('operator.power-a')?.seat, 'officer');
  other = await world.enter('operator.power-b');
  lost = world.seats.get('operator.power-a')?.person ?? '';
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(afternoon()));
afterEach(async () => {
  installLetters(null);
  const { items } = (await world.ask('GET', '/api/recoveries', { as: keeper })).body;
  for (const it of items) await world.ask('DELETE', `/api/recoveries/${String(it['id'])}`, { as: keeper });
});

const open = (as = keeper, person = lost): Promise<Answered> =>
  world.ask('POST', '/api/recoveries', { as, body: { person, reason: '端末と鍵をなくした' } });
const confirm = (id: unknown, as = colleague): Promise<Answered> =>
  world.ask('POST', `/api/recoveries/${String(id)}/confirmation`, { as, body: { checked: '名簿の番号に折り返した' } });
const byPassword = async (secret: unknown, word: unknown): Promise<Answered> => {
  const totp = (await world.ask('POST', '/api/recoveries/totp', { body: { secret } })).body['secret'];
  const code = typeof totp === 'string' ? await codeAt(totp, world.clock.now()) : '000000';
  return world.ask('POST', '/api/recoveries/password', { body: { secret, word, password: 'yuki no furu asa', code } });
};
const reason = (it: Answered): unknown => it.body['reason'];
/** A link and a word of a recovery that both persons have done their part of. */
const halves = async (): Promise<{ id: unknown; secret: unknown; word: unknown }> => {
  const { id, secret } = (await open()).body;
  return { id, secret, word: (await confirm(id)).body['word'] };
};

describe('a recovery', () => {
  it('by link and word gives new ways in and ends every earlier one, with all sessions and keys', async () => {
    const before = await world.enter('operator.power-a');
    const until = new Date(afternoon().getTime() + 86_400_000).toISOString();
    const key = (await world.ask('POST', '/api/keys', { as: before, body: { label: 'k', expiresAt: until } })).body[
      'key'
    ] as string;
    expect((await world.ask('GET', '/api/session', { key })).status).toBe(200);
    const { secret, word } = await halves();
    const recovered = await byPassword(secret, word);
    expect(recovered.status).toBe(201);
    for (const earlier of [{ as: before }, { key }])
      expect((await world.ask('GET', '/api/session', earlier)).status).toBe(401);
    const now = await world.ask('GET', '/api/session', { as: recovered.cookie });
    expect(now.body).toMatchObject({ person: { id: lost }, signIn: { strong: false }, recovery: { used: true } });
    const facts = await sql<{
      fact: string;
    }>`select fact from journal.entry where fact like 'recovery.%' order by seq`.execute(world.worker);
    expect(facts.rows.map((it) => it.fact)).toEqual(['recovery.opened', 'recovery.confirmed', 'recovery.used']);
  });

  it('is not strong even with a new passkey, until that passkey signs in', async () => {
    const { secret, word } = await halves();
    const device = authenticator(origin);
    const { options } = (await world.ask('POST', '/api/recoveries/passkey/options', { body: { secret } }))
      .body as unknown as { options: { challenge: string; rp: { id: string } } };
    const recovered = await world.ask('POST', '/api/recoveries/passkey', {
      body: { secret, word, label: '携帯', response: device.make(options) },
    });
    expect(recovered.status).toBe(201);
    expect((await world.ask('GET', '/api/session', { as: recovered.cookie })).body).toMatchObject({
      signIn: { strong: false },
    });
    const asked = (await world.ask('POST', '/api/session/passkey/options')).body as unknown as {
      options: { challenge: string; rpId: string };
    };
    const again = await world.ask('POST', '/api/session/passkey', {
      body: { response: device.answer(asked.options) },
    });
    expect((await world.ask('GET', '/api/session', { as: again.cookie })).body).toMatchObject({
      signIn: { strong: true },
    });
  });

  it('is opened by the keeper of accounts alone, for another, and once at a time', async () => {
    expect((await open(colleague)).status).toBe(403);
    expect(reason(await open(keeper, world.seats.get('admin.system')?.person))).toBe('not-yourself');
    expect((await open(keeper, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await open()).status).toBe(201);
    expect(reason(await open(second))).toBe('recovery-open-already');
  });

  it('is not confirmed by whoever opened it, nor by the person, nor from another body', async () => {
    const { id } = (await open()).body;
    expect(reason(await confirm(id, keeper))).toBe('recovery-needs-another');
    expect(reason(await confirm(id, await world.enter('operator.power-a')))).toBe('not-yourself');
    expect((await confirm(id, other)).status).toBe(404);
    expect((await confirm(id, await world.enter('cs.duty'))).status).toBe(404);
    expect((await world.ask('GET', '/api/recoveries', { as: other })).body.items).toEqual([]);
    expect((await confirm(id, second)).status).toBe(201);
  });

  it('confirmed by two at once is confirmed by one, and only that one has the word', async () => {
    const { id, secret } = (await open()).body;
    const both = await Promise.all([confirm(id, colleague), confirm(id, second)]);
    expect(both.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(both.map(reason)).toContain('recovery-confirmed-already');
    const word = both.find((it) => it.status === 201)?.body['word'];
    expect((await byPassword(secret, word)).status).toBe(201);
  });

  it('opens nothing with one half: not the link before confirmation, not a wrong word, and five end it', async () => {
    const { id, secret } = (await open()).body;
    expect(reason(await byPassword(secret, 'AAAA-AAAA'))).toBe('recovery-not-confirmed');
    const word = (await confirm(id)).body['word'];
    for (let i = 0; i < 5; i += 1) expect(reason(await byPassword(secret, 'AAAA-AAAA'))).toBe('word-wrong');
    expect(reason(await byPassword(secret, word))).toBe('recovery-gone');
    const list = JSON.stringify((await world.ask('GET', '/api/recoveries', { as: keeper })).body);
    for (const half of [secret, word]) expect(list).not.toContain(half);
  });

  it('used once is used up, also by two at the same moment', async () => {
    const { secret, word } = await halves();
    const both = await Promise.all([byPassword(secret, word), byPassword(secret, word)]);
    expect(both.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(reason(await byPassword(secret, word))).toBe('recovery-gone');
  });

  it('runs out after a day, and a new one can be opened then', async () => {
    const { secret, word } = await halves();
    world.clock.set(new Date(afternoon().getTime() + 86_400_000 + 1000));
    expect(reason(await byPassword(secret, word))).toBe('recovery-gone');
    world.clock.set(afternoon());
  });

  it('is taken back by the keeper, and by the person who can still get in; nobody else', async () => {
    const first = await halves();
    expect((await world.ask('DELETE', `/api/recoveries/${String(first.id)}`, { as: colleague })).status).toBe(404);
    expect((await world.ask('DELETE', `/api/recoveries/${String(first.id)}`, { as: other })).status).toBe(404);
    expect((await world.ask('DELETE', `/api/recoveries/${String(first.id)}`, { as: keeper })).status).toBe(204);
    expect(reason(await byPassword(first.secret, first.word))).toBe('recovery-gone');
    const again = await halves();
    const self = await world.enter('operator.power-a');
    expect((await world.ask('GET', '/api/session', { as: self })).body).toMatchObject({
      recovery: { id: again.id, used: false },
    });
    expect((await world.ask('DELETE', `/api/recoveries/${String(again.id)}`, { as: self })).status).toBe(204);
    expect(reason(await byPassword(again.secret, again.word))).toBe('recovery-gone');
    expect(reason(await world.ask('DELETE', `/api/recoveries/${String(again.id)}`, { as: self }))).toBe(
      'recovery-gone',
    );
  });

  it('wants a session of the last half hour from both', async () => {
    world.clock.set(new Date(afternoon().getTime() + 31 * 60_000));
    expect(reason(await open())).toBe('sign-in-again');
    expect(reason(await confirm('00000000-0000-4000-8000-000000000000'))).toBe('sign-in-again');
  });

  it('by mail sends the link to the person alone, and tells them when it is opened and when it was used', async () => {
    const office = { origin, words: readWords([fileURLToPath(new URL('../../messages', import.meta.url))]) };
    installLetters(office);
    const posted: { to: string; text: string }[] = [];
    const send = () =>
      postLetters(world.worker, world.clock, {
        office,
        log: openLog('silent'),
        post: async (to, _, text) => void posted.push({ to, text }),
      });
    const { id, secret } = (await open()).body;
    expect(secret).toBeNull();
    await send();
    expect(posted.map((it) => it.to)).toEqual(['kei.mizuno@example.jp']);
    expect(posted[0]?.text).not.toContain('/recovery#');
    const { word } = (await confirm(id)).body as unknown as { word: string };
    await send();
    const link = /\/recovery#([\w-]+)/u.exec(posted[1]?.text ?? '')?.[1] ?? '';
    expect(posted[1]?.text).not.toContain(word);
    expect((await byPassword(link, word.toLowerCase().replace('-', ' '))).status).toBe(201);
    await send();
    expect(posted).toHaveLength(3);
    expect(posted.every((it) => it.to === 'kei.mizuno@example.jp')).toBe(true);
    const { rows } = await sql<{ it: string }>`select r::text || coalesce(l::text, '') as it
      from parties.letter l left join parties.letter r on true`.execute(world.worker);
    for (const { it } of rows) for (const half of [link, word]) expect(it).not.toContain(half);
  });

  it('cannot be confirmed, used or read out by SQL of a request alone', async () => {
    const { id } = (await open()).body;
    const asOther = (
      run: (
        tx: Parameters<Parameters<ReturnType<SmallWorld['portal']['transaction']>['execute']>[0]>[0],
      ) => Promise<unknown>,
    ) =>
      world.portal.transaction().execute(async (tx) => {
        await sql`select * from acting.begin(${tokenHash(other)}, null, ${world.clock.now()})`.execute(tx);
        return run(tx);
      });
    await expect(asOther((tx) => sql`select link, word from parties.recovery`.execute(tx))).rejects.toThrow(
      /permission denied/u,
    );
    await expect(asOther((tx) => sql`update parties.recovery set confirmed_at = now()`.execute(tx))).rejects.toThrow(
      /permission denied/u,
    );
    const tried = await asOther((tx) =>
      sql`select parties.confirm_recovery(${id}, 'x', 'x', false, ${world.clock.now()}) as done`.execute(tx),
    );
    expect(tried).toMatchObject({ rows: [{ done: false }] });
  });
});
