import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSigner, verifyJournal } from '../src/modules/journal/index.ts';
import { applicationSecret } from '../src/modules/parties/index.ts';
import { database, openPool } from '../src/platform/database.ts';
import { CannotStart } from '../src/platform/store/cannot-start.ts';
import { openStore } from '../src/platform/store/store.ts';

/** `bin/verify [--data DIR] [NOTE …]`: computes the journal anew and names the first row that is not as it was sealed. */
const verify = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    options: { data: { type: 'string', default: 'data' } },
    allowPositionals: true,
  });
  const env = process.env;
  const dataDir = resolve(values.data);
  const [databaseUrl, given] = [env['DATABASE_URL'], env['NOROSHI_SECRET']];
  if (databaseUrl === undefined && !existsSync(dataDir)) throw new CannotStart(`there is no data folder ${dataDir}`);
  const kept = positionals.map((file) => readFileSync(file, 'utf8'));
  const store = await openStore({ dataDir, databaseUrl, secret: given });
  const pool = openPool(store.config('worker'), 1);
  try {
    const db = database(pool);
    const signer = await openSigner(db, applicationSecret(dataDir, given), 'http://localhost');
    const { altered, batches, entries } = await verifyJournal(db, signer.verifierKey, kept);
    process.stdout.write(
      altered === null
        ? `the journal is as it was sealed: ${entries} entries in ${batches} batches, key ${signer.verifierKey}\n`
        : `NOT as it was sealed: ${altered.what} ${altered.where} (after ${batches} good batches)\n`,
    );
    return altered === null ? 0 : 1;
  } finally {
    await pool.end();
    await store.stop();
  }
};

verify().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`noroshi: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
