import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { MAJOR } from './binaries.ts';
import { giveTo, syncFolder, writeWhole, type Runner } from './files.ts';

/** The superuser of an embedded cluster. It sets up roles and databases; nothing else uses it. */
export const ADMIN = 'admin';

/** Settings of the server by name; they are written anew at each start, and `alter system` goes before them. */
export type Settings = Readonly<Record<string, string | number>>;

const settings: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  ssl: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Memory: everything together stays far below 400 MB.
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '48MB',
  effective_cache_size: '256MB',
  huge_pages: 'off',
  jit: 'off',
  max_connections: 48,
  max_worker_processes: 4,
  max_parallel_workers_per_gather: 1,
  autovacuum_max_workers: 2,
  io_workers: 2,
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  wal_level: 'minimal',
  max_wal_size: '512MB',
  random_page_cost: 1.1,
  // Whoever watches us restarts the whole server and says so; it does not heal in silence.
  restart_after_crash: 'off',
  // The log tells what the server did, never what people wrote: no statements, no failed values.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/** For throwaway clusters of tests: nothing survives a crash, everything is faster. */
export const forgetful: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '2GB',
};

/** Makes the cluster when there is none, checks that it is of our version, and writes the settings of this start. */
export const prepareCluster = async (at: {
  readonly cluster: string;
  readonly runner: Runner;
  readonly binaries: string;
  readonly adminPassword: string;
  readonly settings: Settings;
}): Promise<void> => {
  const { cluster, runner } = at;
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(at);
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR)
    throw new CannotStart(
      `${cluster} was written by PostgreSQL ${version}; this is ${MAJOR}. See the guide on upgrading.`,
    );
  const lines = Object.entries({ ...settings, ...at.settings }).map(([name, value]) => `${name} = '${value}'`);
  writeWhole(
    join(cluster, 'noroshi.conf'),
    `# written at each start; change a setting with: alter system set …\n${lines.join('\n')}\n`,
    0o600,
    runner,
  );
  writeWhole(join(cluster, 'pg_hba.conf'), '# no trust, no network\nlocal all all scram-sha-256\n', 0o600, runner);
};

/** Built beside its place and renamed when done: an interrupted start leaves no half cluster. */
const makeCluster = async (at: Parameters<typeof prepareCluster>[0]): Promise<void> => {
  const { cluster, runner } = at;
  const folder = dirname(cluster);
  if (existsSync(cluster) && readdirSync(cluster).length > 0)
    throw new CannotStart(
      `${cluster} is not empty and is no database either. Move it away, or start with another folder (--data DIR).`,
    );
  for (const name of readdirSync(folder))
    if (name.startsWith(`${basename(cluster)}.new-`)) rmSync(join(folder, name), { recursive: true, force: true });
  const draft = `${cluster}.new-${process.pid}`;
  const passwordFile = `${draft}-password`;
  mkdirSync(draft, { mode: 0o700 });
  giveTo(draft, runner);
  writeWhole(passwordFile, `${at.adminPassword}\n`, 0o600, runner);
  try {
    const sync = at.settings['fsync'] === 'off' ? ['--no-sync'] : [];
    await initdb(join(at.binaries, 'bin', 'initdb'), runner, [
      '-D',
      draft,
      '-U',
      ADMIN,
      `--pwfile=${passwordFile}`,
      ...FORM,
      ...sync,
    ]);
    appendFileSync(join(draft, 'postgresql.conf'), "\ninclude 'noroshi.conf'\n");
    rmSync(cluster, { recursive: true, force: true });
    renameSync(draft, cluster);
    syncFolder(folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
};

// Builtin C.UTF-8 sorts alike on every machine and for ever; names in Japanese order are sorted by their readings anyway.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const FORM = ['--auth=scram-sha-256', '--data-checksums', ...LOCALE];

const initdb = (program: string, runner: Runner, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], LANG: 'C', TZ: 'UTC' };
    const child = spawn(program, args, { ...runner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new CannotStart(`The database cannot be made: ${said.trim() || `initdb ended with ${code}`}`));
    });
  });
