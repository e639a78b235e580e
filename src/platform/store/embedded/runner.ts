import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { CannotStart } from '../cannot-start.ts';
import type { Runner } from './files.ts';

const NOBODY = 65534;

/**
 * Who runs the database. PostgreSQL refuses to be root, so root hands it to whoever owns the cluster already, else to
 * `postgres` where that user exists, else to `nobody`. Anybody else runs it as themselves.
 */
export const runnerFor = (cluster: string): Runner => {
  const self = process.getuid?.();
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (self !== 0) {
    if (owner !== undefined && self !== undefined && owner.uid !== self)
      throw new CannotStart(`The database in ${cluster} belongs to user ${owner.uid}. Start as that user or as root.`);
    return {};
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return userNamed('postgres') ?? { uid: NOBODY, gid: NOBODY };
};

const userNamed = (name: string): Runner | undefined => {
  if (!existsSync('/etc/passwd')) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((it) => it.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  return uid !== undefined && gid !== undefined && uid > 0 && gid > 0 ? { uid, gid } : undefined;
};

/** Whether the runner can stand in a folder: asked of the system itself, by standing there as that user. */
export const canEnter = (runner: Runner, folder: string): boolean => {
  if (runner.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runner, cwd: '/', stdio: 'ignore' }).status === 0;
};

/** Whether the runner can run a program, with what it says when it cannot. */
export const canRun = (runner: Runner, program: string): { ok: boolean; why: string } => {
  const it = spawnSync(program, ['--version'], { ...runner, cwd: '/', encoding: 'utf8', timeout: 20_000 });
  return { ok: it.status === 0, why: it.error?.message ?? it.stderr.trim() };
};
