import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serverWords } from '../../src/composition.ts';
import { installPush, pushNotices } from '../../src/modules/notices/index.ts';
import { openVault } from '../../src/modules/parties/index.ts';
import type { Log } from '../../src/platform/log.ts';
import { makeVapidKey } from '../../src/platform/work/web-push.ts';
import { reachPublic } from '../../src/protocols/push/reach.ts';
import { openPusher } from '../../src/protocols/push/send.ts';
import { readPushOffice } from '../../src/protocols/push/settings.ts';
import { buildWorld, type World } from '../world.ts';
import { openWorkshop, opensslHere } from './openssl.ts';
import { browser, openPushService } from './push-service.ts';

const title = '印籠の紋所 端末の応答停止';
const hosts = ['push.example'];
const me = 'ministry.meti';
const said: string[] = [];
const log = { warn: (it: { code: string }) => said.push(it.code) } as unknown as Log;

describe.skipIf(!opensslHere)('a device that is told by push (left out where openssl is missing)', () => {
  const shop = openWorkshop();
  const root = shop.issue('Test authority', { ca: true });
  const named = shop.issue('push.example', { purposes: 'serverAuth' }, root);
  const mine = browser();
  let world: World;
  let service: Awaited<ReturnType<typeof openPushService>>;
  let secret: string;
  beforeAll(async () => {
    world = await buildWorld();
    service = await openPushService({ key: named.key, cert: named.pem });
    secret = (await makeVapidKey()).secret;
    installPush({ key: 'the key', hosts });
    await world.admin.query(`update acting.sign_in set kind = 'session' where person = $1`, [
      world.people.get(me)?.person,
    ]);
  });
  afterEach(async () => {
    await world.admin.query('delete from notices.push');
    await world.admin.query('delete from notices.push_device');
    await world.admin.query('delete from notices.notice');
    await world.admin.query('delete from notices.setting');
    service.given.length = 0;
    said.length = 0;
  });
  afterAll(async () => {
    installPush(null);
    shop.remove();
    await service.close();
    await world.close();
  });

  const office = () => ({
    secret,
    contact: 'mailto:ops@noroshi.example',
    hosts,
    reach: async () => ({ address: '127.0.0.1', port: service.port }),
    ca: root.pem,
  });
  const push = (pusher = openPusher(office())) =>
    pushNotices(world.worker, world.clock, { push: pusher, words: serverWords, log });
  const add = (more: object = {}, who = me) =>
    world.call(who, 'POST', '/api/notices/devices', {
      endpoint: 'https://push.example/send/abc',
      keys: mine.keys,
      label: '当直の携帯',
      ...more,
    });
  const devices = async (who = me) => (await world.call(who, 'GET', '/api/notices/devices')).body;
  const later = (minutes: number): void => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000));
  const report = async (realm?: string): Promise<string> => {
    const sent = await world.call(
      'operator.power-a',
      'POST',
      '/api/reports',
      { headline: title, eventType: 'E31', handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' } },
      realm === undefined ? {} : { 'noroshi-realm': realm },
    );
    await world.settle();
    return sent.body.id;
  };
  const opened = (): { id: string; lang: string; title: string; body: string }[] =>
    service.given.map(({ body }) => JSON.parse(mine.open(body)));

  it('rings once for what came, and is told that something waits: an id, and no title, mark, name or number', async () => {
    expect((await add()).status).toBe(201);
    const id = await report();
    await report();
    expect([await push(), await push()]).toEqual([1, 0]);
    const [it] = opened();
    expect(Object.keys(it ?? {})).toEqual(['id', 'lang', 'title', 'body']);
    expect(it?.title).toBe('狼煙：確認をお待ちしているものがあります');
    for (const word of [title, '印籠', 'AMBER', '架空', id, '連-', '2件'])
      expect([word, JSON.stringify(it).includes(word)]).toEqual([word, false]);
    expect(service.given).toMatchObject([{ path: '/send/abc', vouched: true }]);
    const [given] = service.given;
    const { heads } = given ?? {};
    expect([heads?.['content-encoding'], heads?.['host'], heads?.['cookie'], given?.body.length]).toEqual([
      'aes128gcm',
      'push.example',
      undefined,
      86 + 512 + 16,
    ]);
    expect((await devices()).items[0].toldAt).not.toBeNull();
  });

  it('stays silent for what was seen, for what was there before it was added, in quiet hours, and under filters', async () => {
    await report();
    later(1);
    await add();
    expect(await push()).toBe(0);
    const id = await report();
    await world.call(me, 'GET', `/api/reports/${id}`);
    await world.settle();
    expect(await push()).toBe(0);
    const setting = { mail: 'none', digestAt: '08:30', onlyUrgent: false, kinds: null, sectors: null, marks: null };
    await world.call(me, 'PUT', '/api/notices/setting', { ...setting, quiet: null, marks: ['RED'] });
    await report();
    expect(await push()).toBe(0);
    const at = world.clock.now();
    await world.call(me, 'PUT', '/api/notices/setting', { ...setting, quiet: { from: '11:00', to: '18:00' } });
    const [seen] = [await report(), await report()];
    await world.admin.query('update notices.notice set urgent = false');
    expect(await push()).toBe(0);
    await world.call(me, 'GET', `/api/reports/${seen}`);
    await world.settle();
    world.clock.set(new Date('2026-11-23T09:00:00Z'));
    expect([await push(), await push()]).toEqual([1, 0]);
    const { rows } = await world.admin.query('select failed, count(*) as n from notices.push group by 1 order by 1');
    expect(rows).toEqual([
      { failed: 'settled', n: 1 },
      { failed: 'unwanted', n: 1 },
      { failed: null, n: 1 },
    ]);
    world.clock.set(at);
  });

  it('carries the mark of a drill', async () => {
    await add();
    const realm = await world.openDrill(['operator.power-a', me]);
    await report(realm);
    expect(await push()).toBe(1);
    expect(opened()[0]?.title.startsWith('【訓練】')).toBe(true);
  });

  it('is taken out, and says so, when its service no longer knows it', async () => {
    for (const status of [404, 410]) {
      await add();
      await report();
      service.answers.push({ status });
      expect(await push()).toBe(0);
      expect((await devices()).items).toMatchObject([{ ended: { why: 'gone' } }]);
      await report();
      expect(await push()).toBe(0);
      await world.admin.query('delete from notices.push');
      await world.admin.query('delete from notices.push_device');
    }
  });

  it('is tried again later and later, as a row, and given up in the end; a transaction is never open meanwhile', async () => {
    await add();
    await report();
    let open = -1;
    const failing = async (): Promise<number> => {
      const { rows } = await world.admin.query(
        `select count(*) as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      );
      open = Number(rows[0].n);
      return 503;
    };
    expect(await push(failing)).toBe(0);
    expect([open, said]).toEqual([0, ['status-503']]);
    expect(await push()).toBe(0);
    later(3);
    expect(await push()).toBe(1);
    await report();
    for (let n = 0; n < 8; n += 1) {
      await push(failing);
      later(2 ** n * 3);
    }
    const { rows } = await world.admin.query('select tries, failed from notices.push where failed is not null');
    expect(rows).toEqual([{ tries: 6, failed: 'status-503' }]);
  });

  it('follows no redirect, and is not led inside by a name', async () => {
    await add();
    await report();
    service.answers.push({ status: 307, location: 'https://push.example/elsewhere' });
    expect(await push()).toBe(0);
    expect([service.given.length, said]).toEqual([1, ['status-307']]);
    await report();
    const rebound = openPusher({ ...office(), reach: reachPublic(async () => [{ address: '169.254.169.254' }]) });
    expect(await push(rebound)).toBe(0);
    expect([service.given.length, said.at(-1)]).toEqual([1, 'address-inside']);
  });

  it('sends to nobody who cannot show the certificate of the name', async () => {
    await add();
    await report();
    const { ca: _, ...untrusting } = office();
    expect(await push(openPusher(untrusting))).toBe(0);
    expect(service.given).toEqual([]);
  });

  it('is added in a session, at a known service, with fitting keys, ten at most; seen and removed by its person alone', async () => {
    expect((await add({}, 'cs.duty')).body.reason).toBe('not-by-key');
    for (const endpoint of [
      'https://127.0.0.1/a',
      'https://push.example:8443/a',
      'https://push.example.evil.example/a',
    ])
      expect([endpoint, (await add({ endpoint })).body.reason]).toEqual([endpoint, 'push-service-unknown']);
    expect((await add({ keys: { ...mine.keys, p256dh: 'A'.repeat(87) } })).body.reason).toBe('push-keys-unfit');
    const { id } = (await add()).body;
    const again = (await add({ label: '別の名' })).body;
    expect((await devices()).items).toMatchObject([{ id: again.id, label: '別の名', service: 'push.example' }]);
    expect(JSON.stringify(await devices())).not.toContain('send/abc');
    expect((await devices('cs.duty')).items).toEqual([]);
    expect((await world.call('cs.duty', 'DELETE', `/api/notices/devices/${again.id}`)).status).toBe(404);
    expect((await world.call(me, 'DELETE', `/api/notices/devices/${id}`)).status).toBe(404);
    for (let n = 0; n < 9; n += 1) await add({ endpoint: `https://push.example/send/${n}` });
    expect((await add({ endpoint: 'https://push.example/send/x' })).body.reason).toBe('too-many-devices');
    expect((await world.call(me, 'DELETE', `/api/notices/devices/${again.id}`)).status).toBe(204);
    expect((await world.call(me, 'DELETE', `/api/notices/devices/${again.id}`)).status).toBe(404);
    installPush(null);
    expect([(await add()).body.reason, (await devices()).key]).toEqual(['push-off', null]);
    installPush({ key: 'the key', hosts });
  });

  it('its secrets are read by no request', async () => {
    const { rows } = await world.admin.query(
      `select has_column_privilege('portal', 'notices.push_device', 'auth', 'select') as auth,
              has_column_privilege('portal', 'notices.push_device', 'p256dh', 'select') as p256dh,
              has_table_privilege('portal', 'notices.push', 'select') as queue`,
    );
    expect(rows).toEqual([{ auth: false, p256dh: false, queue: false }]);
  });

  it('is offered where the operator says how a push service reaches them; the key is made once and kept sealed', async () => {
    const by = { worker: world.worker, vault: openVault('x'.repeat(40)), now: world.clock.now() };
    expect(await readPushOffice({}, by)).toBeNull();
    await expect(readPushOffice({ NOROSHI_PUSH_CONTACT: 'me' }, by)).rejects.toThrow('NOROSHI_PUSH_CONTACT');
    const contact = { NOROSHI_PUSH_CONTACT: 'mailto:ops@noroshi.example' };
    await expect(readPushOffice({ ...contact, NOROSHI_PUSH_HOSTS: '10.0.0.1' }, by)).rejects.toThrow(
      'NOROSHI_PUSH_HOSTS',
    );
    const [first, second] = [await readPushOffice(contact, by), await readPushOffice(contact, by)];
    expect([first?.key, first?.secret]).toEqual([second?.key, second?.secret]);
    const { rows } = await world.admin.query(`select sealed from platform.own_key where kind = 'vapid'`);
    expect(rows[0].sealed.toString('latin1')).not.toContain('PRIVATE KEY');
  });
});

describe('what the browser keeps running', () => {
  const script = readFileSync(resolve(import.meta.dirname, '../../public/push-worker.js'), 'utf8');
  const started = () => {
    const on = new Map<string, (event: object) => void>();
    const shown: unknown[] = [];
    const went: string[] = [];
    const tab = { focus: async () => undefined, navigate: async (to: string) => void went.push(to) };
    const self = {
      addEventListener: (name: string, act: (event: object) => void) => on.set(name, act),
      registration: { showNotification: async (...it: unknown[]) => void shown.push(it) },
      clients: { matchAll: async () => [tab], openWindow: async (to: string) => void went.push(to) },
    };
    runInNewContext(script, { self });
    return { on, shown, went };
  };

  it('shows what came as text and opens the notices when it is pressed; it takes part in no request', async () => {
    const { on, shown, went } = started();
    expect([...on.keys()]).toEqual(['push', 'notificationclick']);
    const waits: Promise<unknown>[] = [];
    const waitUntil = (it: Promise<unknown>) => waits.push(it);
    on.get('push')?.({ data: { json: () => ({ title: '【訓練】x', body: 'y', lang: 'ja' }) }, waitUntil });
    on.get('push')?.({ data: null, waitUntil });
    on.get('notificationclick')?.({ notification: { close: () => undefined }, waitUntil });
    await Promise.all(waits);
    expect(shown).toMatchObject([
      ['【訓練】x', { body: 'y', lang: 'ja' }],
      ['狼煙 Noroshi', { body: '' }],
    ]);
    expect(went).toEqual(['/notices']);
  });
});
