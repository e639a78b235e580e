import { sql } from 'kysely';
import type { Clock } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database.ts';
import type { Words } from '../../../platform/http/problem.ts';
import type { Log } from '../../../platform/log.ts';
import { theProgramme } from '../../programme/index.ts';
import type { Why } from '../contract.ts';
import { settingOf, type SettingRow } from '../queries/setting.ts';
import { mailTime } from '../rules.ts';

/** A device as a push is sent to it. */
export interface Device {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Puts a short text on its way to a device; gives the status of the push service's answer. */
export type Pusher = (device: Device, text: string, more: { urgent: boolean; now: Date }) => Promise<number>;

/** What ringing needs: how a push is sent, and the words. */
export interface Pushing {
  readonly push: Pusher;
  readonly words: (locale: 'ja' | 'en') => Words;
  readonly log: Log;
}

interface Due extends SettingRow {
  device: string;
  id: string;
  why: Why;
  kind: string | null;
  urgent: boolean;
  sector: string | null;
  marking: number | null;
  at: Date;
  locale: 'ja' | 'en';
  realm: 'live' | 'drill' | 'exercise';
}

const aDay = 86_400_000;
const batch = 2_000;
const most = 6;
const held = 10 * 60_000;
const atOnce = 100;
const lanes = 4;
const longestRun = 200_000;
/** What no later try would change. */
const forGood = /^status-(?:3\d\d|400|401|403|413)$|^address-/u;

/**
 * Lets what is new ring on the devices of who it concerns: rows first, in a transaction, then the push services, outside of any.
 * Filters and quiet hours hold as for mail. A device that its service no longer knows ends, and says so. Gives how many were sent.
 */
export const pushNotices = async (worker: Db, clock: Clock, by: Pushing): Promise<number> => {
  const began = performance.now();
  await ring(worker, clock.now(), by.words);
  let sent = 0;
  for (;;) {
    const due = await claim(worker, clock.now());
    const queue = [...Map.groupBy(due, (it) => `${it.device} ${it.mark}`).values()];
    const lane = async (): Promise<void> => {
      for (let group = queue.shift(); group !== undefined; group = queue.shift())
        if (await send(worker, clock, by, group)) sent += 1;
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    if (due.length < atOnce || performance.now() - began > longestRun) return sent;
  }
};

// What a push says: that something waits, under which mark, and which notice it was. The same words for one or many, whatever it is.
const textOf = (it: Due, words: Pushing['words']): string => {
  const say = (key: string): string => words(it.locale)(key) ?? key;
  const mark = it.realm === 'live' ? '' : say(`notices.mail.${it.realm}`);
  const title =
    it.why === 'drill-real' ? say('notices.mail.drill-real.subject') : `${mark}${say('notices.mail.waits.subject')}`;
  return JSON.stringify({ id: it.id, lang: it.locale, title, body: say('notices.push.text') });
};

// Each notice becomes a row for each device, with when it may ring; what the person does not want is noted too, and never rings.
const ring = async (worker: Db, now: Date, words: Pushing['words']): Promise<void> => {
  const zone = theProgramme().timeZone;
  const rows = (await dueNow(worker, now)).map((it) => {
    const at = mailTime({ ...settingOf(it), mail: 'each' }, it, zone);
    return {
      device: it.device,
      notice: it.id,
      text: textOf(it, words),
      mark: it.why === 'drill-real' ? 'real' : it.realm,
      urgent: it.urgent,
      created_at: now,
      next_try: at,
      failed: at === null ? 'unwanted' : null,
    };
  });
  if (rows.length > 0)
    await worker
      .insertInto('notices.push')
      .values(rows)
      .onConflict((on) => on.columns(['device', 'notice']).doNothing())
      .execute();
};

// Whether it still concerns the person is asked here, as for a letter.
const dueNow = async (worker: Db, now: Date): Promise<Due[]> => {
  const { rows } = await sql<Due>`
    select d.id as device, n.id, n.why, n.kind, n.urgent, n.sector, n.marking, n.at, p.locale, coalesce(n.rehearsal, rl.kind) as realm,
           s.mail, s.digest_at, s.only_urgent, s.kinds, s.sectors, s.marks, s.quiet_from, s.quiet_to
      from notices.push_device d
      join notices.notice n on n.person = d.person and n.read_at is null and n.at >= d.added_at and n.at > ${new Date(now.getTime() - aDay)}
      join parties.person p on p.id = n.person
      join acting.realm rl on rl.id = n.realm and rl.closed_at is null
      left join notices.setting s on s.person = n.person and s.seat = n.seat
     where d.ended_at is null
       and not exists (select from notices.push u where u.device = d.id and u.notice = n.id)
       and exists (select from acting.holder h where h.seat = n.seat and h.person = n.person
                    and h.valid_from <= acting.day(${now}) and (h.valid_to is null or h.valid_to > acting.day(${now})))
       and (n.item is null or exists (select from circulation.reach e where e.item = n.item and e.reader in (n.seat, n.person)))
       and (n.receipt is null or exists (select from circulation.receipt r where r.id = n.receipt
             and (r.acknowledged_at is null or (r.must_relay and r.relayed_at is null))))
     order by n.urgent desc, n.at limit ${batch}`.execute(worker);
  return rows;
};

interface Claimed extends Device {
  device: string;
  notice: string;
  text: string;
  mark: string;
  urgent: boolean;
  tries: number;
}

// What was settled meanwhile, or is no longer of a device that stands, is let go.
const claim = async (worker: Db, now: Date): Promise<Claimed[]> => {
  await sql`
    update notices.push u set failed = 'settled' from notices.notice n, notices.push_device d
     where u.sent_at is null and u.failed is null and u.next_try <= ${now} and n.id = u.notice and d.id = u.device
       and (n.read_at is not null or d.ended_at is not null
            or not exists (select from acting.holder h where h.seat = n.seat and h.person = n.person and h.valid_from <= acting.day(${now})
                              and (h.valid_to is null or h.valid_to > acting.day(${now}))))`.execute(worker);
  const { rows } = await sql<Claimed>`
    update notices.push u set claimed_at = ${now}
      from (select q.device, q.notice from notices.push q
             where q.sent_at is null and q.failed is null and q.next_try <= ${now}
               and (q.claimed_at is null or q.claimed_at < ${new Date(now.getTime() - held)})
             order by q.next_try, q.device limit ${atOnce} for update skip locked) c, notices.push_device d
     where u.device = c.device and u.notice = c.notice and d.id = u.device
    returning u.device, u.notice, u.text, u.mark, u.urgent, u.tries, d.endpoint, d.p256dh, d.auth`.execute(worker);
  return rows;
};

// One device rings once for what came together under one mark.
const send = async (worker: Db, clock: Clock, { push, log }: Pushing, group: readonly Claimed[]): Promise<boolean> => {
  const [first] = group;
  if (first === undefined) return false;
  const rows = worker
    .updateTable('notices.push')
    .where('device', '=', first.device)
    .where(
      'notice',
      'in',
      group.map((it) => it.notice),
    );
  const urgent = group.some((it) => it.urgent);
  const status = await push(first, first.text, { urgent, now: clock.now() }).catch(
    (error: { code?: string }) => error.code ?? 'failed',
  );
  const now = clock.now();
  const device = worker.updateTable('notices.push_device').where('id', '=', first.device);
  if (typeof status === 'number' && status >= 200 && status < 300) {
    await rows.set({ sent_at: now }).execute();
    await device.set({ told_at: now }).execute();
    return true;
  }
  const code = typeof status === 'number' ? `status-${status}` : status;
  const tries = first.tries + 1;
  log.warn({ code, tries }, 'a push could not be sent');
  const gone = status === 404 || status === 410;
  await rows
    .set({
      tries,
      claimed_at: null,
      next_try: new Date(now.getTime() + 60_000 * 2 ** tries),
      failed: gone || tries >= most || forGood.test(code) ? code : null,
    })
    .execute();
  if (gone) await device.set({ ended_at: now, ended_why: 'gone' }).where('ended_at', 'is', null).execute();
  return false;
};
