import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreLog } from '../cannot-start.ts';

const reading = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const linked = (path: string): string | undefined => {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
};

/**
 * What tells a process from any later one with the same number: the boot and the tick it started at. Undefined when it
 * is gone (a zombie is gone); `alive` where the system has no /proc and more cannot be known.
 */
export const birthOf = (pid: number): string | undefined => {
  const boot = reading('/proc/sys/kernel/random/boot_id');
  if (boot === undefined) return signal(pid, 0) ? 'alive' : undefined;
  const stat = reading(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the program's name in parentheses and may hold anything; the third is the state, the 22nd the start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot.trim()}/${fields[19]}`;
};

/** Sends a signal; false when there is no such process. */
export const signal = (pid: number, name: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The lines of `postmaster.pid`: number of the process first, folder of the socket fifth, its readiness eighth. */
export const postmasterFile = (cluster: string): { pid: number; socketFolder: string; status: string } | undefined => {
  const lines = reading(join(cluster, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, socketFolder: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? '' };
};

/** Every database process that works in this cluster: its program is `postgres` and it stands in the folder. */
export const processesIn = (cluster: string): number[] => {
  const pids = (() => {
    try {
      return readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
    } catch {
      return [];
    }
  })();
  return pids
    .filter((pid) => linked(`/proc/${pid}/cwd`) === cluster && isPostgres(linked(`/proc/${pid}/exe`)))
    .map(Number)
    .filter((pid) => birthOf(pid) !== undefined);
};

// A program whose file was replaced under it (a new node_modules) reads as `…/postgres (deleted)`.
const isPostgres = (exe: string | undefined): boolean =>
  exe !== undefined && basename(exe).split(' ')[0] === 'postgres';

const gone = async (cluster: string, milliseconds: number): Promise<boolean> => {
  const until = performance.now() + milliseconds;
  while (processesIn(cluster).length > 0) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
};

/**
 * Ends what an earlier life left behind in this cluster: politely when its head is alive, firmly when only its limbs
 * are. Afterwards nothing works in the folder, so the next postgres is the only one.
 */
export const clearLeftovers = async (cluster: string, log: StoreLog): Promise<void> => {
  await endLeftovers(cluster, log);
  // A head that was killed and that nobody has buried (a container without an init), or whose number another process has
  // by now, looks alive to postgres, which would then refuse to start. Only where we can see that nothing is left.
  if (existsSync('/proc/self') && postmasterFile(cluster) !== undefined && processesIn(cluster).length === 0)
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
};

const endLeftovers = async (cluster: string, log: StoreLog): Promise<void> => {
  const left = processesIn(cluster);
  if (left.length === 0) return;
  const head = postmasterFile(cluster)?.pid;
  if (head !== undefined && left.includes(head)) {
    log.warn({ pid: head }, 'a database without its server was left running here; stopping it');
    signal(head, 'SIGINT');
    if (await gone(cluster, 10_000)) return;
  }
  for (const pid of processesIn(cluster)) signal(pid, 'SIGQUIT');
  if (await gone(cluster, 2_000)) return;
  for (const pid of processesIn(cluster)) signal(pid, 'SIGKILL');
  await gone(cluster, 5_000);
};
