import { sql } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import type { Db, Transaction } from '../database.ts';
import type { Log } from '../log.ts';

/** What a piece of mail is besides its words. */
export interface Stamp {
  /** Names it for good: sent a second time, it is known for the same. */
  readonly id: string;
  readonly drill: boolean;
  readonly sealed: boolean;
  readonly answerable: boolean;
}

/** How one piece of mail is put on its way. */
export type Post = (to: string, subject: string, text: string, stamp?: Stamp) => Promise<void>;

/** The domain of an address, with or without a name before it. */
export const domainOf = (address: string): string => /@([^\s>@]+)>?$/u.exec(address)?.[1] ?? 'localhost';

/** One piece of mail for the queue. `cause` and person make it one, however often it is put there. */
export interface Letter extends Omit<Stamp, 'id'> {
  readonly id: string;
  readonly cause: string;
  readonly person: string;
  readonly address: string;
  readonly locale: 'ja' | 'en';
  readonly subject: string;
  readonly text: string;
}

/** Puts a letter into the queue, in the caller's transaction. What stands in it is CLEAR, or encrypted. */
export const putInPost = async (db: Transaction, letter: Letter, now: Date): Promise<void> => {
  await db
    .insertInto('platform.mail')
    .values({ ...letter, created_at: now, next_try: now })
    .onConflict((on) => on.columns(['cause', 'person']).doNothing())
    .execute();
};

const most = 8;
const batch = 50;
const atOnce = 4;
const held = 10 * 60_000;
const longestRun = 200_000;
/** What no later try would change. */
const never = new Set(['no-drill-sender', 'address-unfit']);

interface Due extends Stamp {
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly tries: number;
}

/** What became of a piece of mail that the other side refused for good, or that was given up. */
export type GivenUp = (id: string, code: string) => Promise<void>;

/**
 * Sends what waits, outside any transaction. Each is claimed first, so that two processes never send the same; one whose
 * sender died is taken up again after ten minutes, under the same Message-ID. What is refused for good ends at once, what
 * fails otherwise is tried again later and later, and after eight tries is marked as failed. Gives how many were tried.
 */
export const sendMail = async (
  db: Db,
  clock: Clock,
  by: { post: Post; log: Log; givenUp?: GivenUp },
): Promise<number> => {
  const began = performance.now();
  let tried = 0;
  for (;;) {
    const due = await claim(db, clock.now());
    const queue = [...due];
    const lane = async (): Promise<void> => {
      for (let mail = queue.shift(); mail !== undefined; mail = queue.shift()) await send(db, clock, by, mail);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    tried += due.length;
    if (due.length < batch || performance.now() - began > longestRun) return tried;
  }
};

const claim = async (db: Db, now: Date): Promise<Due[]> => {
  const { rows } = await sql<Due>`
    update platform.mail m set claimed_at = ${now}
      from (select id from platform.mail
             where sent_at is null and failed is null and next_try <= ${now}
               and (claimed_at is null or claimed_at < ${new Date(now.getTime() - held)})
             order by next_try limit ${batch} for update skip locked) d
     where d.id = m.id
    returning m.id, m.address, m.subject, m.text, m.tries, m.drill, m.sealed, m.answerable`.execute(db);
  return rows;
};

const send = async (
  db: Db,
  clock: Clock,
  { post, log, givenUp }: { post: Post; log: Log; givenUp?: GivenUp },
  mail: Due,
): Promise<void> => {
  const { id, drill, sealed, answerable } = mail;
  try {
    await post(mail.address, mail.subject, mail.text, { id, drill, sealed, answerable });
    await db
      .updateTable('platform.mail')
      .set({ sent_at: clock.now(), ...(sealed ? { text: '' } : {}) })
      .where('id', '=', id)
      .execute();
  } catch (error) {
    const { code = 'failed', responseCode } = error as { code?: string; responseCode?: number };
    const forGood = (responseCode !== undefined && responseCode >= 500) || never.has(code);
    const why = responseCode === undefined ? code : `smtp-${responseCode}`;
    const tries = mail.tries + 1;
    log.warn({ code: why, tries }, 'a piece of mail could not be sent');
    const failed = forGood || tries >= most ? why : null;
    await db
      .updateTable('platform.mail')
      .set({ tries, claimed_at: null, next_try: new Date(clock.now().getTime() + 60_000 * 2 ** tries), failed })
      .where('id', '=', id)
      .execute();
    if (failed !== null) await givenUp?.(id, failed);
  }
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
