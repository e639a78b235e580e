import { randomBytes, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../kernel/time.ts';
import type { Db, Transaction } from '../../../platform/database.ts';
import { hashOf, type Row, whoHash } from './leaf.ts';
import type { Signer } from './note.ts';
import { batchSize, blankLeaf, rootOf } from './tree.ts';

const cursor = 'journal.seal';

interface Unsealed extends Row {
  readonly seat: string;
  readonly person: string;
  readonly xact: string;
  readonly seq: string;
}

/**
 * Seals what has been written since the last time, at least one batch, and signs how far it is. A batch is filled up with
 * leaves of nothing and its order is drawn by lot. Gives how many entries were sealed; 0 also when another process is at it.
 */
export const seal = (worker: Db, clock: Clock, signer: Signer): Promise<number> =>
  worker.transaction().execute(async (db) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtext(${cursor})) as got`.execute(
      db,
    );
    if (rows[0]?.got !== true) return 0;
    const now = clock.now();
    await sql`insert into journal.cursor (reaction, xact, seq, at) values (${cursor}, '0', 0, ${now}) on conflict do nothing`.execute(
      db,
    );
    let sealed = 0;
    for (;;) {
      const some = await unsealed(db);
      await sealBatch(db, some, now);
      sealed += some.length;
      if (some.length < batchSize) break;
    }
    await publish(db, signer, now);
    return sealed;
  });

// Below the oldest open transaction nothing can appear any more.
const unsealed = async (db: Transaction): Promise<Unsealed[]> =>
  (
    await sql<Unsealed>`
      select e.id, e.at, e.realm, e.fact, e.subject, e.open_to, e.detail, a.seat, a.person, e.xact::text as xact, e.seq::text as seq
        from journal.entry e join journal.actor a on a.entry = e.id, journal.cursor c
       where c.reaction = ${cursor} and e.xact < pg_snapshot_xmin(pg_current_snapshot()) and (e.xact, e.seq) > (c.xact, c.seq)
       order by e.xact, e.seq limit ${batchSize}`.execute(db)
  ).rows;

const sealBatch = async (db: Transaction, entries: readonly Unsealed[], now: Date): Promise<void> => {
  const seed = randomBytes(32);
  const level = Array.from({ length: batchSize }, (_, place) => blankLeaf(seed, place));
  const places = drawn();
  const leaves = entries.map((entry, i) => {
    const salt = randomBytes(32);
    const who = whoHash(salt, entry.seat, entry.person);
    const place = places[i] as number;
    const hash = hashOf(entry, who);
    level[place] = hash;
    return { entry: entry.id, place, hash, who, salt };
  });
  const { rows } = await sql<{ number: number }>`
    insert into journal.batch (number, root, seed, sealed_at)
    select coalesce(max(number) + 1, 0), ${rootOf(level)}, ${seed}, ${now} from journal.batch returning number`.execute(
    db,
  );
  const last = entries.at(-1);
  if (last === undefined) return;
  await sql`
    insert into journal.leaf (entry, batch, place, hash, who)
    select l.entry, ${rows[0]?.number}::bigint, l.place, l.hash, l.who
      from unnest(${leaves.map((l) => l.entry)}::uuid[], ${leaves.map((l) => l.place)}::smallint[], ${leaves.map((l) => l.hash)}::bytea[],
                  ${leaves.map((l) => l.who)}::text[]) as l (entry, place, hash, who)`.execute(db);
  await sql`
    insert into journal.salt (entry, salt)
    select l.entry, l.salt from unnest(${leaves.map((l) => l.entry)}::uuid[], ${leaves.map((l) => l.salt)}::bytea[]) as l (entry, salt)`.execute(
    db,
  );
  await sql`update journal.cursor set xact = ${last.xact}::xid8, seq = ${last.seq}::bigint, at = ${now} where reaction = ${cursor}`.execute(
    db,
  );
};

// The places of a batch in an order drawn by lot.
const drawn = (): number[] => {
  const places = Array.from({ length: batchSize }, (_, i) => i);
  for (let i = places.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [places[i], places[j]] = [places[j] as number, places[i] as number];
  }
  return places;
};

const publish = async (db: Transaction, signer: Signer, now: Date): Promise<void> => {
  const { rows } = await sql<{ root: Buffer }>`select root from journal.batch order by number`.execute(db);
  const [size, root] = [rows.length * batchSize, rootOf(rows.map((b) => b.root))];
  await sql`
    insert into journal.checkpoint (size, root, note, sealed_at) values (${size}, ${root}, ${signer.sign(size, root)}, ${now})`.execute(
    db,
  );
};
