import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serverWords } from '../../composition.ts';
import { remind } from '../circulation/index.ts';
import type { Log } from '../../platform/log.ts';
import { sendMail } from '../../platform/work/mail.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { composeMail } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.admin.query('delete from notices.notice');
  await world.admin.query('delete from notices.setting');
  await world.admin.query('delete from platform.mail');
});

const office = { origin: 'https://noroshi.example', words: serverWords, seal: null, sealCms: null, returns: null };
const compose = () => composeMail(world.worker, world.clock, office);
const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const title = '印籠の紋所 端末の応答停止';
const later = (minutes: number): void => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000));

const report = async (): Promise<string> => {
  const sent = await world.call('operator.power-a', 'POST', '/api/reports', {
    headline: title,
    eventType: 'E31',
    handling: amber,
  });
  await world.settle();
  return sent.body.id;
};
const warn = async (tempo: 'direct' | 'relay', more: object = {}): Promise<string> => {
  const draft = {
    title,
    body: '端末を確かめてください。',
    kind: 'warning',
    handling: amber,
    audience: { circles: ['ceptoar.power'], bodies: [] },
    tempo,
    ...more,
  };
  const { id } = (await world.call('cs.duty', 'POST', '/api/provisions', draft)).body;
  expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`)).status).toBeLessThan(300);
  expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).status).toBe(200);
  await world.settle();
  return id;
};
const calmly = async (): Promise<string> =>
  warn('relay', { acknowledgeBy: new Date(world.clock.now().getTime() + 9 * 86_400_000).toISOString() });
const notices = async (who: string) => (await world.call(who, 'GET', '/api/notices')).body.items;
const unread = async (who: string): Promise<number> => (await world.call(who, 'GET', '/api/notices/unread')).body.count;
const letters = async () =>
  (
    await world.admin.query(
      'select m.*, p.email from platform.mail m join parties.person p on p.id = m.person order by p.email',
    )
  ).rows;
const set = (who: string, change: object) =>
  world.call(who, 'PUT', '/api/notices/setting', {
    mail: 'each',
    digestAt: '08:30',
    onlyUrgent: false,
    kinds: null,
    sectors: null,
    marks: null,
    quiet: null,
    ...change,
  });

describe('a notice', () => {
  it('tells the seat it came to, in the portal, and nobody else', async () => {
    const id = await report();
    expect(await notices('ministry.meti')).toMatchObject([{ why: 'waits', subject: { id, title }, readAt: null }]);
    for (const who of world.people.keys())
      if (who !== 'ministry.meti') expect([who, await notices(who), await unread(who)]).toEqual([who, [], 0]);
  });

  it('is of one seat: the other hat of the same person sees nothing', async () => {
    await report();
    expect(await unread('ministry.meti')).toBe(1);
    expect(await unread('security.meti')).toBe(0);
  });

  it('falls silent for everybody in the seat once one of them has looked', async () => {
    const id = await report();
    await world.call('ministry.meti', 'GET', `/api/reports/${id}`);
    await world.settle();
    expect(await unread('ministry.meti')).toBe(0);
    expect((await notices('ministry.meti'))[0].readAt).not.toBeNull();
  });

  it('is told once, however often the reaction sees the fact', async () => {
    await report();
    const again = async (): Promise<number> => {
      await world.admin.query(`update journal.cursor set xact = '0', seq = 0 where reaction = 'notices.tell'`);
      await world.settle();
      return (await notices('ministry.meti')).length;
    };
    expect(await again()).toBe(await again());
  });

  it('can be settled by its person alone; a foreign one is left as it is', async () => {
    await report();
    const [it] = await notices('ministry.meti');
    expect((await world.call('cs.duty', 'POST', '/api/notices/readings', { notices: [it.id] })).body).toEqual({
      settled: 0,
    });
    expect(await unread('ministry.meti')).toBe(1);
    const first = await world.call('ministry.meti', 'POST', '/api/notices/readings', {
      until: world.clock.now().toISOString(),
    });
    expect(first.body).toEqual({ settled: 1 });
    expect((await world.call('ministry.meti', 'POST', '/api/notices/readings', { notices: [it.id] })).body).toEqual({
      settled: 0,
    });
  });

  it('is urgent when it went to all tiers at once or is due soon, and only then', async () => {
    await warn('direct', { acknowledgeBy: new Date(world.clock.now().getTime() + 9 * 86_400_000).toISOString() });
    expect(await notices('operator.power-b')).toMatchObject([{ urgent: true }]);
    await world.admin.query('delete from notices.notice');
    await calmly();
    expect(await notices('ministry.meti')).toMatchObject([{ urgent: false }]);
    expect(await notices('operator.power-b')).toEqual([]);
  });

  it('reminds who stayed silent, tells who sent it when the time is over, and leaves who answered alone', async () => {
    const due = new Date(world.clock.now().getTime() + 100 * 60_000);
    const id = await warn('direct', { acknowledgeBy: due.toISOString() });
    const inbox = (await world.call('operator.power-c', 'GET', '/api/inbox')).body.items;
    const mine = inbox.find((it: { subject: { id: string } }) => it.subject.id === id);
    await world.call('operator.power-c', 'POST', `/api/receipts/${mine.receipt}/acknowledgement`, {
      state: 'received',
    });
    later(80);
    expect(await remind(world.worker, world.clock)).toBeGreaterThan(0);
    expect(await remind(world.worker, world.clock)).toBe(0);
    await world.settle();
    expect((await notices('operator.power-b')).map((n: { why: string }) => n.why)).toEqual(['reminder', 'waits']);
    expect((await notices('operator.power-c')).map((n: { why: string }) => n.why)).toEqual(['waits']);
    expect(await notices('cs.duty')).toEqual([]);
    later(21);
    await remind(world.worker, world.clock);
    await world.settle();
    expect(await notices('cs.duty')).toMatchObject([{ why: 'overdue', urgent: false }]);
  });
});

describe('a letter', () => {
  it('says that something waits: no title, mark, name, reference, count or id', async () => {
    const id = await report();
    expect(await compose()).toBe(1);
    const [letter] = await letters();
    expect(letter.email).toBe('odagiri@example.test');
    const whole = JSON.stringify([letter.subject, letter.text]);
    for (const word of [title, '印籠', 'AMBER', '架空', 'power', id, id.slice(0, 8), '連-', '情報連絡', '1件'])
      expect([word, whole.includes(word)]).toEqual([word, false]);
    expect(letter.text).toContain('https://noroshi.example/notices\n');
  });

  it('is the same, word for word, for a report and for a warning, one or many', async () => {
    await report();
    await compose();
    const [one] = await letters();
    await world.admin.query('delete from platform.mail');
    await warn('direct');
    await report();
    await compose();
    const many = (await letters()).find((it) => it.email === 'odagiri@example.test');
    expect([many.subject, many.text]).toEqual([one.subject, one.text]);
    expect((await letters()).filter((it) => it.email === 'odagiri@example.test')).toHaveLength(1);
  });

  it('is not written any more when the seat has looked, answered or lost its holder before it goes out', async () => {
    const id = await report();
    await world.call('ministry.meti', 'GET', `/api/reports/${id}`);
    await world.settle();
    expect(await compose()).toBe(0);
    await warn('direct');
    const { seat, person } = world.people.get('operator.power-d') as { seat: string; person: string };
    await world.admin.query(`update acting.holder set valid_to = '2026-11-01' where seat = $1 and person = $2`, [
      seat,
      person,
    ]);
    await compose();
    expect((await letters()).map((it) => it.email)).not.toContain('operator.power-d@example.test');
    await world.admin.query('update acting.holder set valid_to = null where seat = $1', [seat]);
  });

  it('of a digest holds only what still concerns its reader when it goes out', async () => {
    await set('ministry.meti', { mail: 'daily', digestAt: '23:00' });
    const [first, second] = [await calmly(), await calmly()];
    expect(await compose()).toBe(0);
    await world.call('ministry.meti', 'GET', `/api/provisions/${first}`);
    await world.settle();
    const at = world.clock.now();
    world.clock.set(new Date('2026-11-23T14:00:00Z'));
    expect(await compose()).toBe(1);
    const { rows } = await world.admin.query(
      'select i.subject from notices.notice n join circulation.item i on i.id = n.item where n.mailed_at is not null',
    );
    expect(rows).toEqual([{ subject: second }]);
    world.clock.set(at);
  });

  it('of a drill says so in subject and body and never goes out under the real sender', async () => {
    const realm = '5b0f5b0e-1c55-4d1c-9c7f-0d5c5f1f9d01';
    await world.admin.query(
      `insert into acting.realm (id, kind, name_ja, name_en, opened_at) values ($1, 'drill', '訓練', 'Drill', now())`,
      [realm],
    );
    for (const p of world.people.values())
      await world.admin.query('insert into acting.realm_seat values ($1, $2) on conflict do nothing', [realm, p.seat]);
    const sent = await world.call(
      'operator.power-a',
      'POST',
      '/api/reports',
      { headline: title, eventType: 'E31', handling: amber },
      { 'noroshi-realm': realm },
    );
    expect(sent.status).toBe(201);
    await world.settle();
    expect(await notices('ministry.meti')).toEqual([]);
    await compose();
    const [letter] = await letters();
    expect(letter.subject.startsWith('【訓練】')).toBe(true);
    expect(letter.text.startsWith('【訓練】')).toBe(true);
    expect(letter.drill).toBe(true);
  });

  it('goes to everybody with one of two processes each, and is sent once', async () => {
    await warn('direct');
    expect(await compose()).toBeGreaterThan(6);
    expect(await compose()).toBe(0);
    const sent: string[] = [];
    const log = { warn: () => undefined } as unknown as Log;
    const post = async (to: string): Promise<void> => {
      await new Promise((done) => setTimeout(done, 5));
      sent.push(to);
    };
    await Promise.all([
      sendMail(world.worker, world.clock, { post, log }),
      sendMail(world.worker, world.clock, { post, log }),
    ]);
    expect(sent.sort()).toEqual((await letters()).map((it) => it.email));
  });
});

describe('a setting', () => {
  it('is its person’s own, for one seat', async () => {
    expect((await set('ministry.meti', { mail: 'none' })).status).toBe(200);
    expect((await world.call('ministry.meti', 'GET', '/api/notices/setting')).body).toMatchObject({
      mail: 'none',
      address: 'odagiri@example.test',
    });
    expect((await world.call('security.meti', 'GET', '/api/notices/setting')).body.mail).toBe('each');
    await report();
    expect(await compose()).toBe(0);
    expect(await unread('ministry.meti')).toBe(1);
  });

  it('refuses quiet that never ends, and sectors that are not there', async () => {
    expect((await set('cs.duty', { quiet: { from: '10:00', to: '10:00' } })).body.reason).toBe('quiet-all-day');
    expect((await set('cs.duty', { sectors: ['moon'] })).body.reason).toBe('sector-unknown');
    expect((await set('cs.duty', { kinds: [] })).status).toBe(400);
  });

  it('holds mail back in quiet hours and sends it when they end', async () => {
    const at = world.clock.now();
    await set('ministry.meti', { quiet: { from: '11:00', to: '18:00' } });
    await calmly();
    expect(await compose()).toBe(0);
    world.clock.set(new Date('2026-11-23T09:00:00Z'));
    expect(await compose()).toBe(1);
    world.clock.set(at);
  });
});
