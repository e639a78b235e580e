import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { throwawayFolder } from '../../../../test/store.ts';
import { isHeld, lockFolder } from './lock.ts';
import { birthOf } from './process.ts';

let folder: { path: string; remove(): void };
beforeEach(() => (folder = throwawayFolder()));
afterEach(() => folder.remove());

const leave = (lock: object | string): void =>
  writeFileSync(join(folder.path, 'lock'), typeof lock === 'string' ? lock : JSON.stringify(lock));

test('one holder at a time, and the second is told who it is', () => {
  const lock = lockFolder(folder.path);
  expect(isHeld(folder.path)).toBe(true);
  expect(() => lockFolder(folder.path)).toThrow(`is in use: process ${process.pid} has been serving it since 2`);
  lock.release();
  expect(existsSync(join(folder.path, 'lock'))).toBe(false);
  lockFolder(folder.path).release();
});

test('a lock whose process is gone is taken over', () => {
  const { pid } = spawnSync('true');
  leave({ pid, birth: 'boot/1', since: '2026-11-23T00:00:00.000Z' });
  lockFolder(folder.path).release();
});

test('a lock whose number now belongs to another process is taken over', () => {
  leave({ pid: process.pid, birth: 'another-boot/1', since: '2026-11-23T00:00:00.000Z' });
  const lock = lockFolder(folder.path);
  expect(JSON.parse(readFileSync(join(folder.path, 'lock'), 'utf8'))).toMatchObject({ birth: birthOf(process.pid) });
  lock.release();
});

test('a lock that nobody can read is taken over', () => {
  leave('{"pid": 12');
  lockFolder(folder.path).release();
});

test('releasing leaves the lock of somebody else alone', () => {
  const lock = lockFolder(folder.path);
  leave({ pid: 1, birth: 'other', since: '' });
  lock.release();
  expect(existsSync(join(folder.path, 'lock'))).toBe(true);
});
