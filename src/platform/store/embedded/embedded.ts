import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CannotStart, type StoreLog } from '../cannot-start.ts';
import { keptPasswords, type Passwords } from '../secrets.ts';
import { stateBoard, type StateBoard } from '../state.ts';
import { usableBinaries } from './binaries.ts';
import { prepareCluster, type Settings } from './cluster.ts';
import { lockFolder } from './lock.ts';
import { placeOf, socketFolderFor, type Place } from './place.ts';
import { clearLeftovers, postmasterFile } from './process.ts';
import { supervise } from './supervisor.ts';

/** The embedded server, running: where its socket is and how to enter. */
export interface EmbeddedServer {
  readonly socketFolder: string;
  readonly passwords: Passwords & { readonly admin: string };
  readonly board: StateBoard;
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** What may be chosen about an embedded server. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: StoreLog;
  /** Where things go that the database user cannot reach in the data folder or in node_modules. */
  readonly common?: string;
  readonly settings?: Settings;
}

/** Brings up the private server of a data folder, alone in it, and watches it until stopped. */
export const openEmbedded = async ({
  dataDir,
  log,
  common = '/var/lib/noroshi',
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedServer> => {
  const folder = openedFolder(dataDir);
  const lock = lockFolder(folder);
  const releaseLock = (): void => lock.release();
  process.once('exit', releaseLock);
  const letGo = (): void => {
    process.removeListener('exit', releaseLock);
    lock.release();
  };
  try {
    const place = await placeOf(folder, common, log);
    const binaries = usableBinaries(place.runner, process.getuid?.() === 0 ? common : folder, log);
    await removeOldLife(place, log);
    const passwords = keptPasswords(folder, existsSync(join(place.cluster, 'PG_VERSION')));
    await prepareCluster({ ...place, binaries, adminPassword: passwords.admin, settings });
    const socket = socketFolderFor(place);
    const logs = join(folder, 'log');
    mkdirSync(logs, { recursive: true, mode: 0o750 });
    const board = stateBoard();
    const server = await supervise(
      { ...place, binaries, socketFolder: socket.path, logFile: join(logs, 'database.log') },
      board,
      log,
    );
    const stop = async (): Promise<void> => {
      await server.stop();
      if (socket.temporary) rmSync(socket.path, { recursive: true, force: true });
      letGo();
    };
    return { socketFolder: socket.path, passwords, board, pid: () => server.pid(), stop };
  } catch (error) {
    letGo();
    throw error;
  }
};

/** Ends a server that outlived its parent, and the short-lived folder it had its socket in. */
const removeOldLife = async ({ cluster }: Place, log: StoreLog): Promise<void> => {
  const old = postmasterFile(cluster)?.socketFolder ?? '';
  await clearLeftovers(cluster, log);
  const temporary = [tmpdir(), '/tmp'].some((base) => old.startsWith(join(base, 'noroshi-')));
  if (temporary) rmSync(old, { recursive: true, force: true });
};

const openedFolder = (dataDir: string): string => {
  const folder = resolve(dataDir);
  try {
    const made = mkdirSync(folder, { recursive: true });
    // Others may pass through (the database user has to), but not look around.
    if (made !== undefined) chmodSync(folder, 0o711);
    return realpathSync(folder);
  } catch (cause) {
    throw new CannotStart(`The data folder ${folder} cannot be made: ${(cause as Error).message}`, { cause });
  }
};
