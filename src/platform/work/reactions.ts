import { sql } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import type { Db, Transaction } from '../database.ts';
import type { Log } from '../log.ts';

/** One journal entry as a reaction reads it. */
export interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly realm: string;
  readonly fact: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly seat: string;
  readonly person: string;
}

/** What a reaction works with: the worker's own transaction, in which its cursor moves too. */
export interface Working {
  readonly db: Transaction;
  readonly now: Date;
}

/**
 * What a room does when something happened. It sees every fact it names at least once, in the order of the journal;
 * it must not mind seeing one twice. Nothing slow happens in it: slow work is left as a row for a job.
 */
export interface Reaction {
  readonly name: string;
  readonly on: readonly string[];
  react(working: Working, entry: Entry): Promise<void>;
}

const batch = 200;

interface Row extends Entry {
  xact: string;
  seq: string;
}

/** Runs one reaction over what it has not read yet; gives how many entries it took, 0 when another process is at it. */
export const catchUp = (db: Db, clock: Clock, reaction: Reaction): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { rows: lock } = await sql<{
      got: boolean;
    }>`select pg_try_advisory_xact_lock(hashtext(${`reaction:${reaction.name}`})) as got`.execute(tx);
    if (lock[0]?.got !== true) return 0;
    await sql`insert into journal.cursor (reaction, xact, seq, at) values (${reaction.name}, '0', 0, ${clock.now()}) on conflict do nothing`.execute(
      tx,
    );
    // Below the oldest open transaction nothing can appear any more, so a late commit loses nothing.
    const { rows } = await sql<Row>`
      select e.id, e.at, e.realm, e.fact, e.subject, e.detail, a.seat, a.person, e.xact::text as xact, e.seq::text as seq
        from journal.entry e join journal.actor a on a.entry = e.id, journal.cursor c
       where c.reaction = ${reaction.name} and e.fact = any (${[...reaction.on]})
         and e.xact < pg_snapshot_xmin(pg_current_snapshot())
         and (e.xact, e.seq) > (c.xact, c.seq)
       order by e.xact, e.seq limit ${batch}`.execute(tx);
    for (const entry of rows) await reaction.react({ db: tx, now: clock.now() }, entry);
    const last = rows.at(-1);
    if (last !== undefined) {
      await sql`update journal.cursor set xact = ${last.xact}::xid8, seq = ${last.seq}::bigint, at = ${clock.now()}, failures = 0, last_error = null
                 where reaction = ${reaction.name}`.execute(tx);
    }
    return rows.length;
  });

/** Keeps all reactions caught up: at once when woken, else once a second. A failing one is tried again, later and later; it never skips. */
export const keepReacting = (
  db: Db,
  clock: Clock,
  reactions: readonly Reaction[],
  log: Log,
  lagging: (reaction: string, seconds: number) => void = () => undefined,
): { wake(): void; stop(): Promise<void> } => {
  const failures = new Map<string, number>();
  const notBefore = new Map<string, number>();
  const behindSince = new Map<string, number>();
  let stopped = false;
  let waker: (() => void) | undefined;
  let woken = false;

  const round = async (): Promise<boolean> => {
    let busy = false;
    for (const reaction of reactions) {
      if ((notBefore.get(reaction.name) ?? 0) > performance.now()) continue;
      try {
        if ((await catchUp(db, clock, reaction)) === batch) busy = true;
        failures.delete(reaction.name);
        behindSince.delete(reaction.name);
        lagging(reaction.name, 0);
      } catch (error) {
        const n = (failures.get(reaction.name) ?? 0) + 1;
        failures.set(reaction.name, n);
        const since = behindSince.get(reaction.name) ?? performance.now();
        behindSince.set(reaction.name, since);
        lagging(reaction.name, (performance.now() - since) / 1000);
        notBefore.set(reaction.name, performance.now() + Math.min(60_000, 500 * 2 ** n));
        if (!stopped)
          log.warn(
            { reaction: reaction.name, tries: n, code: (error as { code?: string }).code, name: (error as Error).name },
            'reaction failed; it will be tried again',
          );
      }
    }
    return busy;
  };

  const loop = (async () => {
    while (!stopped) {
      const busy = await round();
      if (busy || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1_000);
        waker = () => {
          clearTimeout(timer);
          resolve();
        };
        if (woken) waker();
      });
      woken = false;
    }
  })();

  return {
    wake: () => {
      woken = true;
      waker?.();
    },
    stop: async () => {
      stopped = true;
      waker?.();
      await loop;
    },
  };
};
