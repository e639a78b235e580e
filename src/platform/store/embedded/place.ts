import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CannotStart, type StoreLog } from '../cannot-start.ts';
import { giveTo, writeWhole, type Runner } from './files.ts';
import { clearLeftovers } from './process.ts';
import { canEnter, runnerFor } from './runner.ts';

/** Where the database lives, and who runs it. */
export interface Place {
  readonly cluster: string;
  readonly runner: Runner;
}

const NOTE = 'cluster-location';
// A socket's path may have 107 bytes; its name takes 16 of them.
const SOCKET_FOLDER_LIMIT = 88;

/**
 * The cluster's folder: `cluster` in the data folder, or one under `common` when the database user cannot enter the data
 * folder (below somebody's private home, say). The data folder then notes where, and that place notes whose it is.
 */
export const placeOf = async (dataDir: string, common: string, log: StoreLog): Promise<Place> => {
  const inside = join(dataDir, 'cluster');
  const note = join(dataDir, NOTE);
  if (existsSync(note)) {
    const cluster = readFileSync(note, 'utf8').trim();
    claim(cluster, dataDir);
    return { cluster, runner: runnerFor(cluster) };
  }
  const runner = runnerFor(inside);
  if (canEnter(runner, dataDir)) return { cluster: inside, runner };
  const home = join(common, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  const cluster = join(home, 'cluster');
  openFolder(common);
  openFolder(home);
  if (!canEnter(runner, home))
    throw new CannotStart(`User ${runner.uid}, who runs the database, can enter neither ${dataDir} nor ${home}.`);
  if (existsSync(cluster)) await setAside(cluster, log);
  if (existsSync(inside)) move(inside, cluster);
  writeWhole(join(home, 'data-folder'), `${dataDir}\n`, 0o644);
  writeWhole(note, `${cluster}\n`, 0o644);
  log.warn(
    { dataDir, cluster },
    'the database user cannot enter the data folder, so the database itself is kept elsewhere',
  );
  return { cluster, runner };
};

/** A data folder of this name was here before and somebody removed it; what is left of it is useless without, but kept. */
const setAside = async (cluster: string, log: StoreLog): Promise<void> => {
  await clearLeftovers(cluster, log);
  const aside = `${cluster}.left-${new Date().toISOString().replaceAll(':', '')}`;
  renameSync(cluster, aside);
  log.warn({ aside }, 'the data folder that this database belonged to is gone; the database was set aside');
};

/** A place elsewhere serves one data folder: a moved one takes it along, a copied one is refused. */
const claim = (cluster: string, dataDir: string): void => {
  const sign = join(dirname(cluster), 'data-folder');
  if (!existsSync(sign))
    throw new CannotStart(
      `The database of ${dataDir} was kept in ${cluster}, which is not there. Put it back from a backup.`,
    );
  const owner = readFileSync(sign, 'utf8').trim();
  if (owner === dataDir) return;
  if (existsSync(join(owner, NOTE)))
    throw new CannotStart(
      `${dataDir} is a copy of ${owner}, and both would use the one database in ${cluster}. Start with a new folder (--data DIR).`,
    );
  writeWhole(sign, `${dataDir}\n`, 0o644);
};

const openFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  } catch (cause) {
    throw new CannotStart(`${folder} cannot be made, and the database has no other place to be.`, { cause });
  }
};

const move = (from: string, to: string): void => {
  try {
    renameSync(from, to);
  } catch {
    // Another file system: copy with owners and modes, then let the old one go.
    const copied = spawnSync('cp', ['-a', from, `${to}.new`], { stdio: 'ignore' });
    if (copied.status !== 0) throw new CannotStart(`The database cannot be moved from ${from} to ${to}.`);
    renameSync(`${to}.new`, to);
    rmSync(from, { recursive: true, force: true });
  }
};

/** A folder for the socket: beside the cluster, or a short temporary one when that path is too long for a socket. */
export const socketFolderFor = ({ cluster, runner }: Place): { path: string; temporary: boolean } => {
  const beside = join(dirname(cluster), 'run');
  if (Buffer.byteLength(beside) <= SOCKET_FOLDER_LIMIT) {
    mkdirSync(beside, { recursive: true });
    return { path: ready(beside, runner), temporary: false };
  }
  for (const base of [tmpdir(), '/tmp']) {
    const path = mkdtempSync(join(base, 'noroshi-'));
    if (Buffer.byteLength(path) <= SOCKET_FOLDER_LIMIT && canEnter(runner, ready(path, runner)))
      return { path, temporary: true };
    rmSync(path, { recursive: true });
  }
  throw new CannotStart(
    `No folder with a path short enough for a socket: ${beside} is too long, and /tmp cannot be used.`,
  );
};

const ready = (folder: string, runner: Runner): string => {
  chmodSync(folder, 0o700);
  giveTo(folder, runner);
  return folder;
};
