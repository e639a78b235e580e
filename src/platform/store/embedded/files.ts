import { chownSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user who runs the database; without ids it is the user who runs us. */
export interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

/** Gives a path to the runner, when it is another user than ourselves. */
export const giveTo = (path: string, runner: Runner): void => {
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(path, runner.uid, runner.gid);
};

/**
 * Writes a file so that after a power cut it is there whole or not at all. It is made new beside its place and renamed,
 * so a symbolic link that somebody planted there is replaced, not followed.
 */
export const writeWhole = (path: string, text: string, mode: number, owner: Runner = {}): void => {
  const fresh = `${path}.${process.pid}.new`;
  rmSync(fresh, { force: true });
  const fd = openSync(fresh, 'wx', mode);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  giveTo(fresh, owner);
  renameSync(fresh, path);
  syncFolder(dirname(path));
};

/** Makes the names in a folder durable. */
export const syncFolder = (folder: string): void => {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};
