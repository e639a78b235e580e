import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { rank, strictness } from '../../../kernel/marking.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database.ts';
import { type Letter, putInPost } from '../../../platform/work/mail.ts';
import { referenceOf } from '../../circulation/index.ts';
import { theProgramme } from '../../programme/index.ts';
import { keepReturnPaths } from './back/return-paths.ts';
import type { Why } from '../contract.ts';
import { type Occasion, type Office, plainLetter, type Told, toldText } from './letter.ts';
import { settingOf, type SettingRow } from '../queries/setting.ts';
import { mailTime } from '../rules.ts';

interface Due extends SettingRow {
  id: string;
  person: string;
  seat: string;
  realm: string;
  why: Why;
  kind: string | null;
  urgent: boolean;
  sector: string | null;
  marking: number | null;
  at: Date;
  stands: boolean;
  email: string;
  locale: 'ja' | 'en';
  realm_kind: Occasion['realm'];
  subject: string | null;
  item_kind: Told['kind'] | null;
  title: string | null;
  handling: Told['handling'] | null;
  due: Date | null;
  armored: string | null;
  certificate: string | null;
  receipt: string | null;
}

const batch = 500;

/**
 * Turns notices whose time has come into letters: one for a person, a seat and a realm, however many there are. What was
 * settled meanwhile, or is no longer this person's to see, is let go; what is to come later is put off. Gives how many letters.
 */
export const composeMail = async (worker: Db, clock: Clock, office: Office): Promise<number> => {
  let letters = 0;
  for (;;) {
    const now = clock.now();
    const due = await dueNow(worker, now);
    const zone = theProgramme().timeZone;
    const times = new Map(due.map((it) => [it.id, it.stands ? mailTime(settingOf(it), it, zone) : null]));
    const ready = due.filter((it) => {
      const at = times.get(it.id) ?? null;
      return at !== null && at <= now;
    });
    await putOff(
      worker,
      due.filter((it) => !ready.includes(it)).map((it) => ({ id: it.id, at: times.get(it.id) ?? null })),
    );
    for (const group of Map.groupBy(ready, groupOf).values()) if (await queue(worker, now, office, group)) letters += 1;
    if (due.length < batch) return letters;
  }
};

// What is real is said alone: no letter of a drill, and none of other things, may swallow it.
const groupOf = (it: Due): string =>
  `${it.person} ${it.seat} ${it.realm} ${it.realm_kind} ${it.why === 'drill-real' ? it.id : ''}`;

// Whether it still concerns the person is asked here, when it is sent: the seat is held, the item is shown to it, and
// nobody there has seen to it yet.
const dueNow = async (worker: Db, now: Date): Promise<Due[]> => {
  const { rows } = await sql<Due>`
    select n.id, n.person, n.seat, n.realm, n.why, n.kind, n.urgent, n.sector, n.marking, n.at,
           p.email, p.locale, coalesce(n.rehearsal, rl.kind) as realm_kind,
           i.subject, i.kind as item_kind, i.title, i.handling, q.due, k.armored, c.pem as certificate,
           case when q.acknowledged_at is null then n.receipt end as receipt,
           s.mail, s.digest_at, s.only_urgent, s.kinds, s.sectors, s.marks, s.quiet_from, s.quiet_to,
           n.read_at is null and rl.closed_at is null
           and not exists (select from notices.address_state a where a.person = n.person and a.address = p.email and a.stopped_at is not null)
           and exists (select from acting.holder h where h.seat = n.seat and h.person = n.person
                        and h.valid_from <= acting.day(${now}) and (h.valid_to is null or h.valid_to > acting.day(${now})))
           and (n.item is null or exists (select from circulation.reach e where e.item = n.item and e.reader in (n.seat, n.person)))
           and (n.receipt is null or exists (select from circulation.receipt r where r.id = n.receipt
                 and (r.acknowledged_at is null or (r.must_relay and r.relayed_at is null)))) as stands
      from notices.notice n
      join parties.person p on p.id = n.person
      join acting.realm rl on rl.id = n.realm
      left join circulation.item i on i.id = n.item
      left join circulation.receipt q on q.id = n.receipt
      left join notices.mail_key k on k.person = n.person and k.content and (k.expires_at is null or k.expires_at > ${now})
      left join notices.mail_certificate c on c.person = n.person and c.content and c.expires_at > ${now}
      left join notices.setting s on s.person = n.person and s.seat = n.seat
     where n.mail_due <= ${now} and n.mailed_at is null
     order by n.mail_due limit ${batch}`.execute(worker);
  return rows;
};

const putOff = async (worker: Db, notices: readonly { id: string; at: Date | null }[]): Promise<void> => {
  if (notices.length === 0) return;
  await sql`
    update notices.notice n set mail_due = d.at
      from unnest(${notices.map((it) => it.id)}::uuid[], ${notices.map((it) => it.at)}::timestamptz[]) as d (id, at)
     where n.id = d.id and n.mailed_at is null`.execute(worker);
};

// What may be told to somebody whose key stands, inside an encrypted letter only. Nothing: the letter is a plain one.
const told = (group: readonly Due[]): Told[] => {
  const most = strictness.indexOf(theProgramme().notices.encryptedUpTo);
  return group.flatMap((it) =>
    it.subject === null ||
    it.item_kind === null ||
    it.title === null ||
    it.handling === null ||
    rank(it.handling) > most
      ? []
      : [
          {
            kind: it.item_kind,
            subject: it.subject,
            reference: referenceOf(it.item_kind, it.subject),
            title: it.title,
            handling: it.handling,
            due: it.due,
          },
        ],
  );
};

// A certificate, for which somebody vouches, goes before a key. What cannot be written to after all costs the content and
// nothing else: the plain letter goes.
const sealed = async (office: Office, now: Date, first: Due, occasion: Occasion, group: readonly Due[]) => {
  const list = told(group);
  if (list.length === 0) return null;
  for (const [seal, key] of [
    [office.sealCms, first.certificate],
    [office.seal, first.armored],
  ] as const) {
    if (seal === null || key === null) continue;
    const inside = await seal(toldText(office, occasion, list), key, now).catch(() => null);
    if (inside !== null) return inside;
  }
  return null;
};

const reminding: readonly Why[] = ['reminder', 'overdue', 'call', 'contacts', 'duty-near', 'situation-report-near'];

// A letter has fewer reasons than a notice: it says nothing of what it is about.
const occasionOf = (why: Why): Occasion['why'] => {
  if (why === 'key-expires' || why === 'address-fails' || why === 'drill-real') return why;
  return reminding.includes(why) ? 'reminder' : 'waits';
};

// The notices are marked and the letter is queued in one transaction: a process that dies here has done both or neither.
const queue = async (worker: Db, now: Date, office: Office, group: readonly Due[]): Promise<boolean> => {
  const [first] = group;
  if (first === undefined) return false;
  const why = group.some((it) => occasionOf(it.why) === 'waits') ? 'waits' : occasionOf(first.why);
  const receipt = group.length === 1 && office.returns !== null ? first.receipt : null;
  const occasion: Occasion = { locale: first.locale, realm: first.realm_kind, why, answerable: receipt !== null };
  const plain = plainLetter(office, occasion);
  const inside = await sealed(office, now, first, occasion, group);
  const id = randomUUID();
  const letter: Letter = {
    id,
    cause: id,
    person: first.person,
    address: first.email,
    locale: first.locale,
    subject: plain.subject,
    text: inside ?? plain.text,
    drill: first.realm_kind !== 'live',
    sealed: inside !== null,
    answerable: receipt !== null,
  };
  const ids = group.map((it) => it.id);
  return worker.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('notices.notice')
      .set({ mailed_at: now, mail_due: null })
      .where('id', 'in', ids)
      .where('mailed_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await putInPost(tx, letter, now);
    if (office.returns !== null) {
      const { person, email: address, seat, realm } = first;
      await keepReturnPaths(tx, office.returns, { letter: id, person, address, seat, realm, receipt }, now);
    }
    return true;
  });
};

const keptFor = 90 * 86_400_000;

/** Clears away notices of three months ago, and return addresses that are over. */
export const sweepNotices = async (worker: Db, clock: Clock): Promise<void> => {
  await worker
    .deleteFrom('notices.notice')
    .where('at', '<', new Date(clock.now().getTime() - keptFor))
    .execute();
};
