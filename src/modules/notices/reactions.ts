import { sql } from 'kysely';
import { plus } from '../../kernel/time.ts';
import type { Entry, Reaction, Working } from '../../platform/work/reactions.ts';
import { theProgramme } from '../programme/index.ts';

/** What the reactions have to know: whether notices become mail here. */
export interface Ways {
  readonly mail: boolean;
}

const held = (now: Date) =>
  sql`h.valid_from <= acting.day(${now}) and (h.valid_to is null or h.valid_to > acting.day(${now}))`;

const urgentBy = (now: Date): Date => plus(now, theProgramme().notices.urgentWithin);

/** Something came: a notice for each holder of each seat it was sent to, once. */
const arrived = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  const direct = entry.detail?.['tempo'] === 'direct';
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, kind, item, receipt, urgent, sector, marking, at, mail_due)
    select r.id, h.person, r.seat, r.realm, 'waits', r.kind, r.item, r.id,
           ${direct}::boolean or coalesce(r.due <= ${urgentBy(now)}, false), r.sector, i.marking, ${now},
           ${ways.mail ? now : null}::timestamptz
      from circulation.receipt r
      join circulation.item i on i.id = r.item
      join acting.holder h on h.seat = r.seat and ${held(now)}
     where r.item = ${entry.subject} and r.sent_at >= ${entry.at} and r.sent_at <= ${now}
    on conflict (cause, person, seat) do nothing`.execute(db);
};

/** Somebody stayed silent: the receipts that were marked at the instant of the fact. */
const silent = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, kind, item, receipt, urgent, sector, marking, at, mail_due)
    select md5(r.id || 'reminder')::uuid, h.person, r.seat, r.realm, 'reminder', r.kind, r.item, r.id,
           coalesce(r.due <= ${urgentBy(now)}, false), r.sector, i.marking, ${now}, ${ways.mail ? now : null}::timestamptz
      from circulation.receipt r
      join circulation.item i on i.id = r.item
      join acting.holder h on h.seat = r.seat and ${held(now)}
     where r.item = ${entry.subject} and r.reminded_at = ${entry.at} and r.acknowledged_at is null
    on conflict (cause, person, seat) do nothing`.execute(db);
};

/** A duty runs out: to pass something on, to answer, or, for who sent it, to see to those who never acknowledged. */
const running = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, kind, item, receipt, urgent, sector, marking, at, mail_due)
    select md5(coalesce(d.receipt, d.id) || 'reminder')::uuid, h.person, d.seat, d.realm, case when d.kind in ('relay', 'answer') then 'reminder' else 'overdue' end, i.kind, d.item, d.receipt,
           d.kind in ('relay', 'answer') and d.due <= ${urgentBy(now)}, null, i.marking, ${now}, ${ways.mail ? now : null}::timestamptz
      from circulation.deadline d
      join circulation.item i on i.id = d.item
      join acting.holder h on h.seat = d.seat and ${held(now)}
     where d.item = ${entry.subject} and d.reminded_at = ${entry.at} and d.met_at is null
    on conflict (cause, person, seat) do nothing`.execute(db);
};

/**
 * What is urgent stayed silent beyond its time: those who stand above the silent are told to telephone, once for an item. Who
 * sent it is told by its own duty; one notice is enough for one seat.
 */
const call = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, kind, item, urgent, sector, marking, at, mail_due)
    select md5(i.id || 'call')::uuid, h.person, c.seat, i.realm, 'call', i.kind, i.id, true, null, i.marking, ${now}, ${ways.mail ? now : null}::timestamptz
      from circulation.item i
      join (select distinct v.seat from circulation.receipt r
             cross join lateral (values (r.via), (r.overseer)) v (seat)
             where r.item = ${entry.subject} and r.chased_at = ${entry.at} and r.acknowledged_at is null and v.seat is not null) c on true
      join acting.holder h on h.seat = c.seat and ${held(now)}
     where i.id = ${entry.subject}
       and not exists (select from circulation.deadline d where d.item = i.id and d.seat = c.seat and d.kind = 'acknowledge')
    on conflict (cause, person, seat) do nothing`.execute(db);
};

/** A sending downwards begins: there is nothing of the sender's that it settles. */
const begins: readonly string[] = [
  'provision.dispatched',
  'provision.recalled',
  'early-warning.dispatched',
  'agreement.invoked',
  'hub-item.shared',
  'showcase.published',
  'situation-report.released',
  'survey.opened',
];

const coming: readonly string[] = [
  ...begins,
  'receipt.relayed',
  'receipt.handed-over',
  'report.submitted',
  'report.version-added',
  'report.relayed',
  'report.passed-on',
  'survey.relayed',
];

/** What somebody in the seat has opened or done no longer rings for anybody there. */
const settled = async ({ db, now }: Working, entry: Entry): Promise<void> => {
  await db
    .updateTable('notices.notice')
    .set({ read_at: now })
    .where('item', '=', entry.subject)
    .where('seat', '=', entry.seat)
    .where('why', 'in', entry.fact === 'receipt.opened' ? ['waits'] : ['waits', 'reminder'])
    .where('read_at', 'is', null)
    .execute();
};

const settling: readonly string[] = ['receipt.opened', 'receipt.acknowledged', 'survey.answered'];

/** An inquiry was put to somebody, or they were reminded of it; or one of those asked said something to who asked. */
const inquired = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  const answered = entry.fact === 'inquiry.answered';
  const reminded = entry.fact === 'inquiry.reminded';
  const told = answered
    ? sql`select i.id, i.realm, i.asker as seat, i.due, md5(i.id::text || ${entry.seat} || 'answer')::uuid as cause
            from channels.inquiry i where i.id = ${entry.subject}`
    : sql`select i.id, i.realm, p.seat, i.due, md5(i.id::text || ${reminded ? entry.at.toISOString() : 'asked'})::uuid as cause
            from channels.inquiry i join channels.inquiry_party p on p.inquiry = i.id
           where i.id = ${entry.subject}
             and (not ${reminded}::boolean or exists (select from channels.inquiry_step s
                   where s.inquiry = i.id and s.party = p.seat and s.step = 'reminded' and s.at = ${entry.at}))`;
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, about, urgent, at, mail_due)
    select t.cause, h.person, t.seat, t.realm, ${answered ? 'answer' : 'inquiry'}, t.id, not ${answered}::boolean and t.due <= ${urgentBy(now)},
           ${now}, ${ways.mail ? now : null}::timestamptz
      from (${told}) t join acting.holder h on h.seat = t.seat and ${held(now)}
    on conflict (cause, person, seat) do nothing`.execute(db);
};

const inquiries: readonly string[] = ['inquiry.asked', 'inquiry.put-on', 'inquiry.reminded', 'inquiry.answered'];

/** The contact points of a body have to be confirmed: whoever may do so there is told; once they were, nothing rings any more. */
const contacts = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  if (entry.fact === 'contacts.attested') {
    await sql`
      update notices.notice n set read_at = ${now} from parties.seat s
       where n.seat = s.id and s.body = ${entry.subject} and n.why = 'contacts' and n.read_at is null`.execute(db);
    return;
  }
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, urgent, at, mail_due)
    select ${entry.id}::uuid, h.person, h.seat, ${entry.realm}, 'contacts', false, ${now}, ${ways.mail ? now : null}::timestamptz
      from acting.holder h join acting.power p on p.capacity = h.capacity and p.role = h.role and p.power = 'keep-contacts'
     where h.body = ${entry.subject} and ${held(now)}
    on conflict (cause, person, seat) do nothing`.execute(db);
};

/** One side of a support took a step: the other is told that there is something to see to. */
const supported = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, about, urgent, at, mail_due)
    select ${entry.id}::uuid, h.person, h.seat, u.realm, 'support', u.id, false, ${now}, ${ways.mail ? now : null}::timestamptz
      from channels.support u
      join acting.holder h on h.seat in (u.helped, u.helper) and h.seat <> ${entry.seat} and ${held(now)}
     where u.id = ${entry.subject}
    on conflict (cause, person, seat) do nothing`.execute(db);
};

const supports: readonly string[] = [
  'support.requested',
  'support.offered',
  'support.opened',
  'support.declined',
  'support.worked',
  'support.outcome-proposed',
  'support.closed',
];

/**
 * A role passes: who has to do the next step is told, and once it is done nothing rings for it any more. To invite a successor is
 * for those who keep accounts, to take over for the successor; then who leaves hears of it, and on the day the successor.
 */
const succeeding = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  await sql`
    update notices.notice set read_at = ${now} where about = ${entry.subject} and why = 'succession' and read_at is null`.execute(
    db,
  );
  const told = {
    'succession.proposed': sql`case when s.needs_account then h.person <> s.person and exists (select from acting.power p
      where p.capacity = h.capacity and p.role = h.role and p.power = 'manage-accounts') else h.seat = s.seat and q.email = s.email end`,
    'succession.accepted': sql`h.seat = s.seat and h.person = s.person`,
    'succession.done': sql`h.seat = s.seat and h.person = s.accepted_by`,
  }[entry.fact];
  if (told === undefined) return;
  await sql`
    insert into notices.notice (cause, person, seat, realm, why, about, urgent, at, mail_due)
    select ${entry.id}::uuid, h.person, h.seat, ${entry.realm}, 'succession', s.id, false, ${now}, ${ways.mail ? now : null}::timestamptz
      from parties.succession s join acting.holder h on ${held(now)} join parties.person q on q.id = h.person
     where s.id = ${entry.subject} and s.revoked_at is null and ${told}
    on conflict (cause, person, seat) do nothing`.execute(db);
};

/** From facts to notices, in the order of the journal, so that what was settled is not told afterwards. */
export const noticesReactions = (ways: Ways): readonly Reaction[] => [
  {
    name: 'notices.tell',
    on: [
      ...coming,
      ...settling,
      'receipt.reminded',
      'duty.reminded',
      'receipt.silent',
      ...inquiries,
      ...supports,
      'contacts.asked',
      'contacts.attested',
      'succession.proposed',
      'succession.confirmed',
      'succession.accepted',
      'succession.revoked',
      'succession.done',
    ],
    react: async (working, entry) => {
      if (entry.fact === 'receipt.reminded') return silent(working, entry, ways);
      if (entry.fact.startsWith('contacts.')) return contacts(working, entry, ways);
      if (entry.fact.startsWith('succession.')) return succeeding(working, entry, ways);
      if (supports.includes(entry.fact)) return supported(working, entry, ways);
      if (inquiries.includes(entry.fact)) return inquired(working, entry, ways);
      if (entry.fact === 'receipt.silent') return call(working, entry, ways);
      if (entry.fact === 'duty.reminded') return running(working, entry, ways);
      if (settling.includes(entry.fact)) return settled(working, entry);
      await arrived(working, entry, ways);
      // Who passed it on is done with it.
      if (!begins.includes(entry.fact)) await settled(working, entry);
    },
  },
];
