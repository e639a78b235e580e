import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serverWords } from '../../composition.ts';
import { composeMail, letterRefused } from '../../modules/notices/index.ts';
import type { Log } from '../../platform/log.ts';
import { sendMail } from '../../platform/work/mail.ts';
import { me, office, openRelay, replies } from '../../../test/interop/relay.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { openLetterbox } from './inbound.ts';
import { openPost } from './post.ts';

const log = { warn: () => undefined } as unknown as Log;

describe('what comes back', () => {
  let world: World;
  let relay: Awaited<ReturnType<typeof openRelay>>;
  let box: Awaited<ReturnType<typeof openLetterbox>>;
  beforeAll(async () => {
    world = await buildWorld();
    relay = await openRelay((to) => to.startsWith('operator.power-f'));
    box = await openLetterbox({
      host: '127.0.0.1',
      port: 0,
      replies,
      worker: world.worker,
      clock: world.clock,
      log,
      wake: () => undefined,
    });
  });
  afterAll(async () => {
    await box.close();
    await relay.close();
    await world.close();
  });
  afterEach(async () => {
    relay.arrived.length = 0;
    for (const table of ['notices.notice', 'notices.return_path', 'notices.address_state', 'platform.mail'])
      await world.admin.query(`delete from ${table}`);
  });

  const writing = {
    origin: 'https://noroshi.example',
    words: serverWords,
    seal: null,
    sealCms: null,
    returns: replies.tokens,
  };
  const send = async (): Promise<void> => {
    await world.settle();
    await composeMail(world.worker, world.clock, writing);
    const givenUp = (id: string, code: string) => letterRefused(world.worker, world.clock.now(), id, code);
    await sendMail(world.worker, world.clock, { post: openPost(office(relay.url)), log, givenUp });
  };
  const report = async (): Promise<string> => {
    const handling = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
    const { body } = await world.call('operator.power-a', 'POST', '/api/reports', {
      headline: '端末の応答停止',
      eventType: 'E31',
      handling,
    });
    await send();
    return body.id;
  };
  const receiptOf = async (id: string) => {
    const { items } = (await world.call('ministry.meti', 'GET', '/api/inbox')).body;
    return items.find((it: { subject: { id: string } }) => it.subject.id === id);
  };
  const head = (name: string): string =>
    new RegExp(`^${name}: (.+)\r$`, 'imu').exec(relay.arrived[0]?.raw ?? '')?.[1] ?? '';
  const deliver = (it: {
    from?: string;
    envelope?: string;
    to: string;
    text?: string;
    heads?: Record<string, string>;
    raw?: string;
  }) =>
    createTransport({ host: '127.0.0.1', port: box.port, ignoreTLS: true }).sendMail({
      envelope: { from: it.envelope ?? it.from ?? me, to: it.to },
      ...(it.raw === undefined
        ? { from: it.from ?? me, to: it.to, subject: 'Re: x', text: it.text ?? '受領', headers: it.heads ?? {} }
        : { raw: it.raw }),
    });

  it('acknowledges the one receipt of its letter, once, and does not say that it was opened', async () => {
    const id = await report();
    const to = head('Reply-To');
    expect(to).toMatch(/^reply\+r[0-9a-f]{32}@noroshi\.example$/u);
    expect(relay.arrived[0]?.from).toMatch(/^reply\+b[0-9a-f]{32}@noroshi\.example$/u);
    await deliver({ to, text: '受領しました。\n\n> 狼煙に新しい知らせが届いています。' });
    const receipt = await receiptOf(id);
    expect(receipt).toMatchObject({ state: 'received', openedAt: null });
    await world.call('ministry.meti', 'POST', `/api/receipts/${receipt.receipt}/acknowledgement`, {
      state: 'investigating',
    });
    await deliver({ to });
    expect((await receiptOf(id)).state).toBe('investigating');
    const { rows } = await world.admin.query(
      `select detail from journal.entry where fact = 'receipt.acknowledged' order by seq`,
    );
    expect(rows[0].detail).toEqual({ state: 'received', first: true, by: 'mail' });
  });

  it('changes nothing, and answers alike, when it is forged, foreign, late, automatic, in a loop or about something else', async () => {
    const id = await report();
    const to = head('Reply-To');
    const other = to.replace(/r[0-9a-f]{32}/u, `r${'0'.repeat(32)}`);
    const bounceTo = relay.arrived[0]?.from ?? '';
    const tries = [
      { to, from: 'thief@example.test' },
      { to, from: `${me}, thief@example.test` },
      { to, from: `"${me}" <thief@example.test>` },
      { to: other },
      { to: bounceTo },
      { to, text: '影響あり' },
      { to, text: '受領していません' },
      { to, text: '> 受領' },
      { to, heads: { 'Auto-Submitted': 'auto-replied' } },
      { to, heads: { Precedence: 'bulk' } },
      { to, heads: { 'List-Id': '<all.example.test>' } },
      { to, envelope: '' },
      { to, raw: relay.arrived[0]?.raw ?? '' },
    ];
    for (const it of tries) expect((await deliver({ envelope: me, ...it })).response).toMatch(/^250 /u);
    expect((await receiptOf(id)).state).toBeNull();
    const at = world.clock.now();
    world.clock.set(new Date(at.getTime() + 8 * 86_400_000));
    await deliver({ to });
    world.clock.set(at);
    expect((await receiptOf(id)).state).toBeNull();
    await deliver({ to });
    expect((await receiptOf(id)).state).toBe('received');
  });

  it('acknowledges for nobody who has left the seat', async () => {
    const id = await report();
    const to = head('Reply-To');
    const { seat, person } = world.people.get('ministry.meti') as { seat: string; person: string };
    await world.admin.query(`update acting.holder set valid_to = '2026-11-01' where seat = $1 and person = $2`, [
      seat,
      person,
    ]);
    await deliver({ to });
    await world.admin.query('update acting.holder set valid_to = null where seat = $1', [seat]);
    expect((await receiptOf(id)).state).toBeNull();
  });

  it('is taken for our own addresses only, one at a time, and never when it is huge', async () => {
    await report();
    const to = head('Reply-To');
    await expect(deliver({ to: 'reply@noroshi.example' })).rejects.toMatchObject({ responseCode: 550 });
    await expect(deliver({ to: 'somebody@example.test' })).rejects.toMatchObject({ responseCode: 550 });
    await expect(deliver({ to, text: '受領\n'.repeat(60_000) })).rejects.toMatchObject({ responseCode: 552 });
  });

  const dsn = (to: string, status: string, action = 'failed'): string =>
    [
      'From: MAILER-DAEMON@relay.example',
      `To: ${to}`,
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'Your mail could not be delivered.',
      '--x',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; relay.example',
      '',
      `Final-Recipient: rfc822; ${me}`,
      `Action: ${action}`,
      `Status: ${status}`,
      '',
      '--x--',
      '',
    ].join('\r\n');
  const fails = async () => (await world.call('ministry.meti', 'GET', '/api/notices/setting')).body.fails;

  it('counts what the post could not deliver, tells the colleagues without content, stops, and begins again when asked', async () => {
    const seat = world.people.get('ministry.meti')?.seat;
    const colleague = world.people.get('cs.chief') as { person: string; body: string };
    await world.admin.query(
      `insert into acting.holder values ($1, $2, $3, 'sector-ministry', 'officer', '2014-01-01')`,
      [seat, colleague.person, world.people.get('ministry.meti')?.body],
    );
    for (const n of [1, 2, 3]) {
      relay.arrived.length = 0;
      await report();
      const mine = relay.arrived.find((it) => it.to === me);
      expect([n, mine === undefined]).toEqual([n, false]);
      const to = mine?.from ?? '';
      await deliver({ to, envelope: '', raw: dsn(to, '4.2.2', 'delayed') });
      await deliver({ to, envelope: '', raw: dsn(to, '5.1.1') });
      await deliver({ to, envelope: '', raw: dsn(to, '5.1.1') });
      expect(await fails()).toMatchObject({ code: '5.1.1', stopped: n === 3 });
    }
    const { rows } = await world.admin.query(
      `select person, why, item from notices.notice where why = 'address-fails' and person = $1`,
      [colleague.person],
    );
    expect(rows).toHaveLength(2);
    relay.arrived.length = 0;
    await report();
    expect(relay.arrived.filter((it) => it.to === me)).toEqual([]);
    expect((await world.call('ministry.meti', 'GET', '/api/notices/unread')).body.count).toBeGreaterThan(0);
    expect((await world.call('ministry.meti', 'POST', '/api/notices/address/retrial')).status).toBe(200);
    expect((await world.call('ministry.meti', 'POST', '/api/notices/address/retrial')).status).toBe(404);
    await report();
    expect(relay.arrived.filter((it) => it.to === me)).toHaveLength(1);
    await world.admin.query('delete from acting.holder where seat = $1 and person = $2', [seat, colleague.person]);
  });

  it('never answers mail with mail, and believes no bounce of a bounce, of its own words, or by who could forge it', async () => {
    await report();
    const [reply, bounce] = [head('Reply-To'), relay.arrived[0]?.from ?? ''];
    const queued = async (): Promise<unknown[]> =>
      (await world.admin.query('select id, sent_at from platform.mail order by id')).rows;
    const before = await queued();
    const tries = [
      // Our own letter come back to us, from each of our addresses.
      { to: reply, envelope: bounce, raw: relay.arrived[0]?.raw ?? '' },
      { to: bounce, envelope: reply, raw: relay.arrived[0]?.raw ?? '' },
      { to: reply, from: reply, envelope: reply, text: '受領' },
      // A report of a failed delivery where a reply belongs, of a delay, of a success, and one that was relayed by a person.
      { to: reply, envelope: '', raw: dsn(reply, '5.1.1') },
      { to: bounce, envelope: '', raw: dsn(bounce, '4.2.2', 'delayed') },
      { to: bounce, envelope: '', raw: dsn(bounce, '2.0.0', 'delivered') },
      { to: bounce, envelope: 'thief@example.test', raw: dsn(bounce, '5.1.1') },
      // A bounce of which the failed recipient is ourselves.
      { to: bounce, envelope: '', raw: dsn(bounce, '5.1.1').replace(`rfc822; ${me}`, `rfc822; ${bounce}`) },
    ];
    for (const it of tries) expect((await deliver(it)).response).toMatch(/^250 /u);
    await send();
    expect([await queued(), await fails()]).toEqual([before, null]);
    expect((await world.admin.query('select from notices.address_state')).rowCount).toBe(0);
  });

  it('counts an address that the relay refuses for good at once', async () => {
    const { seat, person, body } = world.people.get('operator.power-f') as {
      seat: string;
      person: string;
      body: string;
    };
    expect([seat, person, body]).toHaveLength(3);
    const draft = {
      title: '注意',
      body: '確かめてください。',
      kind: 'warning',
      handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
      audience: { circles: ['ceptoar.power'], bodies: [] },
      tempo: 'direct',
    };
    const { id } = (await world.call('cs.duty', 'POST', '/api/provisions', draft)).body;
    await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`);
    await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`);
    await send();
    expect((await world.call('operator.power-f', 'GET', '/api/notices/setting')).body.fails).toMatchObject({
      code: 'smtp-550',
      stopped: false,
    });
    const { rows } = await world.admin.query('select failed from platform.mail where failed is not null');
    expect(rows).toEqual([{ failed: 'smtp-550' }]);
  });

  it('after a process died in the middle: what was not marked as sent goes again under the same name, the rest does not', async () => {
    await report();
    const first = head('Message-ID');
    await world.admin.query('update platform.mail set sent_at = null, claimed_at = $1', [world.clock.now()]);
    const again = () => sendMail(world.worker, world.clock, { post: openPost(office(relay.url)), log });
    expect(await again()).toBe(0);
    const at = world.clock.now();
    world.clock.set(new Date(at.getTime() + 11 * 60_000));
    relay.arrived.length = 0;
    expect(await again()).toBe(1);
    expect(head('Message-ID')).toBe(first);
    expect(await again()).toBe(0);
    world.clock.set(at);
  });
});
