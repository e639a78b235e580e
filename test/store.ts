import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silent } from '../src/platform/store/cannot-start.ts';
import { forgetful, type Settings } from '../src/platform/store/embedded/cluster.ts';
import { birthOf, clearLeftovers } from '../src/platform/store/embedded/process.ts';
import { openStore, type Store } from '../src/platform/store/store.ts';

const PREFIX = 'noroshi-test-';

/** A folder that the database user can reach and that `remove` takes away. Its name says which process made it. */
export const throwawayFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** A store of its own in a throwaway folder. Durable when asked: then what was committed survives a crash, as in real life. */
export const throwawayStore = async (
  options: { durable?: boolean; settings?: Settings } = {},
): Promise<Store & { readonly dataDir: string; destroy(): Promise<void> }> => {
  const folder = throwawayFolder();
  const dataDir = join(folder.path, 'data');
  const settings = { ...(options.durable === true ? {} : forgetful), ...options.settings };
  const store = await openStore({ dataDir, settings });
  const destroy = async (): Promise<void> => {
    await store.stop();
    folder.remove();
  };
  return { ...store, dataDir, destroy };
};

/** A data folder that has been served once, to be copied: quicker than making a new one for each test. */
export const seedFolder = async (settings: Settings): Promise<{ copyTo(dataDir: string): void; remove(): void }> => {
  const folder = throwawayFolder();
  const seed = join(folder.path, 'data');
  await (await openStore({ dataDir: seed, settings })).stop();
  return { copyTo: (dataDir) => void execFileSync('cp', ['-a', seed, dataDir]), remove: folder.remove };
};

/** Clears away what earlier runs left behind when they were killed. */
export const sweep = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((it) => it.startsWith(PREFIX))) {
    if (birthOf(Number(name.slice(PREFIX.length).split('-')[0])) !== undefined) continue;
    const path = join(tmpdir(), name);
    await clearLeftovers(join(path, 'data', 'cluster'), silent);
    rmSync(path, { recursive: true, force: true });
  }
};
