import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, type StoreLog } from '../cannot-start.ts';
import type { StateBoard } from '../state.ts';
import type { Place } from './place.ts';
import { clearLeftovers, postmasterFile, processesIn, signal } from './process.ts';

/** What the supervisor needs to start the server, again and again. */
export interface ServerPlan extends Place {
  readonly binaries: string;
  readonly socketFolder: string;
  readonly logFile: string;
}

/** A running server that is brought back when it dies, until it is stopped. */
export interface SupervisedServer {
  /** The process of the server now, if there is one. */
  pid(): number | undefined;
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
}

const LOG_LIMIT = 10_000_000;
const LONGEST_PAUSE = 5_000;
const STEADY = 30_000;

/** Starts the server and resolves when it answers; from then on it is watched and its state is on the board. */
export const supervise = async (plan: ServerPlan, board: StateBoard, log: StoreLog): Promise<SupervisedServer> => {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  // When this process ends without having stopped the server, at least it is told to.
  const lastWord = (): void => void child?.kill('SIGINT');
  process.once('exit', lastWord);
  const start = async (): Promise<{ ended: Promise<string> }> => {
    await clearLeftovers(plan.cluster, log);
    stopping.signal.throwIfAborted();
    child = launch(plan);
    const ended = endOf(child);
    await readyOrEnded(plan, child, ended);
    board.set('up');
    return { ended };
  };
  const first = await start().catch((error: unknown) => {
    process.removeListener('exit', lastWord);
    throw error;
  });
  const watching = watch(first, { start, board, log, stopping: stopping.signal });
  return {
    pid: () => child?.pid,
    stop: async () => {
      stopping.abort();
      if (child !== undefined) await shutDown(child, plan.cluster);
      await watching;
      process.removeListener('exit', lastWord);
      board.set('down');
    },
  };
};

const watch = async (
  first: { ended: Promise<string> },
  at: { start: () => Promise<{ ended: Promise<string> }>; board: StateBoard; log: StoreLog; stopping: AbortSignal },
): Promise<void> => {
  let running = first;
  let since = performance.now();
  let pause = 0;
  for (;;) {
    const how = await running.ended;
    if (at.stopping.aborted) return;
    at.board.set('down');
    if (performance.now() - since > STEADY) pause = 0;
    at.log.error({ how, pause }, 'the database stopped by itself; bringing it back');
    for (let back = false; !back; ) {
      await sleep(pause, undefined, { signal: at.stopping }).catch(() => {});
      if (at.stopping.aborted) return;
      pause = Math.min(LONGEST_PAUSE, Math.max(100, pause * 2));
      at.board.set('starting');
      try {
        running = await at.start();
        since = performance.now();
        back = true;
        at.log.info({}, 'the database is back');
      } catch (error) {
        at.board.set('down');
        at.log.error({ why: (error as Error).message, pause }, 'the database does not come back yet');
      }
    }
  }
};

const launch = ({ binaries, cluster, socketFolder, runner, logFile }: ServerPlan): ChildProcess => {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
  const output = openSync(logFile, 'a', 0o640);
  try {
    return spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster, '-k', socketFolder], {
      ...runner,
      cwd: '/',
      // A group of its own: Ctrl-C in a terminal reaches us, and we stop the server when its last reader has left.
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'], LANG: 'C', TZ: 'UTC' },
    });
  } finally {
    closeSync(output);
  }
};

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, name) => resolve(name === null ? `exit code ${code}` : `signal ${name}`));
  });

// Recovery after a crash may take its time, so there is no limit here: the server answers or it ends.
const readyOrEnded = async (plan: ServerPlan, child: ChildProcess, ended: Promise<string>): Promise<void> => {
  let how: string | undefined;
  void ended.then((it) => (how = it));
  for (;;) {
    if (how !== undefined) throw new CannotStart(`The database does not start (${how}). ${lastLines(plan.logFile)}`);
    const file = postmasterFile(plan.cluster);
    if (file?.pid === child.pid && file?.status === 'ready') return;
    await sleep(10);
  }
};

const lastLines = (logFile: string): string => {
  try {
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-3).join('\n');
    return `Its log ${logFile} ends with:\n${tail}`;
  } catch {
    return `Its log is ${logFile}.`;
  }
};

const shutDown = async (child: ChildProcess, cluster: string): Promise<void> => {
  const running = (): boolean => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  for (const [name, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!running()) return;
    child.kill(name);
    const until = performance.now() + patience;
    while (running() && performance.now() < until) await sleep(10);
    if (name === 'SIGKILL') for (const pid of processesIn(cluster)) signal(pid, 'SIGKILL');
  }
};
