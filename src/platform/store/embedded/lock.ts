import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { birthOf } from './process.ts';

interface Holder {
  readonly pid: number;
  readonly birth: string;
  readonly since: string;
}

/** The one server of a data folder holds this until it stops. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process, or refuses while another live one has it. The holder is known by its number
 * and by when it started, so a number that was given out again after a crash or a reboot does not keep the folder shut.
 */
export const lockFolder = (folder: string): FolderLock => {
  const path = join(folder, 'lock');
  const birth = birthOf(process.pid) ?? 'alive';
  const mine = JSON.stringify({ pid: process.pid, birth, since: new Date().toISOString() } satisfies Holder);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (placed(path, mine)) return { release: () => releaseIfMine(path, mine) };
    const there = textOf(path);
    if (there === undefined) continue;
    const holder = parsed(there);
    if (holder !== undefined && lives(holder)) throw inUse(folder, holder);
    takeAway(path, there);
  }
  throw new CannotStart(`${path} keeps changing: several servers are starting on ${folder} at once.`);
};

/** Whether a live process serves the folder. */
export const isHeld = (folder: string): boolean => {
  const holder = parsed(textOf(join(folder, 'lock')) ?? '');
  return holder !== undefined && lives(holder);
};

const lives = (holder: Holder): boolean => birthOf(holder.pid) === holder.birth;

const inUse = (folder: string, holder: Holder): CannotStart =>
  new CannotStart(
    `The data folder ${folder} is in use: process ${holder.pid} has been serving it since ${holder.since}. ` +
      'Stop that one first, or start with another folder (--data DIR).',
  );

const placed = (path: string, text: string): boolean => {
  try {
    // Written whole first and then linked into place, so nobody ever reads half a lock.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, text, { mode: 0o600 });
    try {
      linkSync(draft, path);
      return true;
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const parsed = (text: string): Holder | undefined => {
  try {
    const it = JSON.parse(text) as Partial<Holder>;
    return typeof it.pid === 'number' && typeof it.birth === 'string'
      ? { pid: it.pid, birth: it.birth, since: it.since ?? '?' }
      : undefined;
  } catch {
    return undefined;
  }
};

/** Removes a stale lock, but only the one that was looked at: if another server got in between, its lock goes back. */
const takeAway = (path: string, seen: string): void => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (textOf(aside) !== seen) {
    try {
      linkSync(aside, path);
    } catch {
      // Somebody placed yet another lock meanwhile; the next round judges that one.
    }
  }
  rmSync(aside, { force: true });
};

const releaseIfMine = (path: string, mine: string): void => {
  if (textOf(path) === mine) rmSync(path, { force: true });
};
