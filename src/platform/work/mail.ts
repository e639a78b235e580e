import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Clock } from '../../kernel/time.ts';
import type { Db, Transaction } from '../database.ts';
import type { Log } from '../log.ts';
import type { Words } from '../http/problem.ts';

/** Where mail goes out and what its links point to; without it no mail is written at all. */
export interface MailConfig {
  /** e.g. `smtps://user:password@mail.example:465` */
  readonly url: string;
  readonly from: string;
  readonly origin: string;
}

/** How one notice is put on its way. */
export type Post = (to: string, subject: string, text: string) => Promise<void>;

/** A post office over SMTP. Plain text, no tracking, nothing attached. */
export const smtpPost = ({ url, from }: MailConfig): Post => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (to, subject, text) => {
    await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
};

/**
 * Leaves a notice for everyone who holds a seat to which a receipt of this item was sent: that something waits, and where
 * to look. Never what: a notice says no title, no mark, no name. Once for each cause and person.
 */
export const leaveNotices = async (
  db: Transaction,
  it: {
    receipts: readonly { id: string; seat: string }[];
    why: 'waits' | 'reminder';
    now: Date;
    origin: string;
    words: (locale: 'ja' | 'en') => Words;
  },
): Promise<void> => {
  if (it.receipts.length === 0) return;
  const say = (key: string): Record<'ja' | 'en', string> => ({
    ja: it.words('ja')(key) ?? key,
    en: it.words('en')(key) ?? key,
  });
  const [subject, text] = [say(`mail.${it.why}.subject`), say(`mail.${it.why}.text`)];
  await sql`
    insert into platform.mail (cause, person, address, locale, subject, text, created_at, next_try)
    select md5(r.id || ${it.why})::uuid, p.id, p.email, p.locale,
           case p.locale when 'en' then ${subject.en} else ${subject.ja} end,
           case p.locale when 'en' then ${text.en} else ${text.ja} end || E'\n\n' || ${it.origin} || '/', ${it.now}, ${it.now}
      from unnest(${it.receipts.map((r) => r.id)}::uuid[], ${it.receipts.map((r) => r.seat)}::uuid[]) as r (id, seat)
      join acting.holder h on h.seat = r.seat and h.valid_from <= ${it.now}::date and (h.valid_to is null or h.valid_to > ${it.now}::date)
      join parties.person p on p.id = h.person
    on conflict (cause, person) do nothing`.execute(db);
};

const most = 8;
const batch = 50;

/** Sends what waits, outside any transaction; what fails is tried again later and later, and after eight tries is marked as failed. */
export const sendMail = async (db: Db, clock: Clock, post: Post, log: Log): Promise<number> => {
  const due = await db
    .selectFrom('platform.mail')
    .select(['id', 'address', 'subject', 'text', 'tries'])
    .where('sent_at', 'is', null)
    .where('failed', 'is', null)
    .where('next_try', '<=', clock.now())
    .orderBy('next_try')
    .limit(batch)
    .execute();
  for (const mail of due) {
    try {
      await post(mail.address, mail.subject, mail.text);
      await db.updateTable('platform.mail').set({ sent_at: clock.now() }).where('id', '=', mail.id).execute();
    } catch (error) {
      const tries = mail.tries + 1;
      const code = (error as { code?: string }).code ?? 'failed';
      log.warn({ code, tries }, 'a notice could not be sent');
      await db
        .updateTable('platform.mail')
        .set({
          tries,
          next_try: new Date(clock.now().getTime() + 60_000 * 2 ** tries),
          failed: tries >= most ? code : null,
        })
        .where('id', '=', mail.id)
        .execute();
    }
  }
  return due.length;
};

/** Whether the queue moves: nothing has waited for more than a quarter of an hour. */
export const mailMoves = async (db: Db, clock: Clock): Promise<boolean> => {
  const oldest = await db
    .selectFrom('platform.mail')
    .select('created_at')
    .where('sent_at', 'is', null)
    .where('failed', 'is', null)
    .where('created_at', '<', new Date(clock.now().getTime() - 15 * 60_000))
    .limit(1)
    .executeTakeFirst();
  return oldest === undefined;
};
