import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/migrate.ts';
import { closeDatabase } from '../src/platform/store/roles.ts';
import type { StoreRole } from '../src/platform/store/store.ts';
import { sweep, throwawayStore } from './store.ts';

/** How test files reach the cluster of this run. */
export interface TestCluster {
  readonly configs: Readonly<Record<StoreRole, pg.ClientConfig>>;
  /** Why there is no template of the house, when a migration does not run; tests without a database do not mind. */
  readonly broken: string | undefined;
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** The template databases: `bare` has roles and walls, `house` also every room's tables. */
export const templates = { bare: 'noroshi', house: 'house' } as const;

/** Brings up one cluster for the whole run, migrates the template once, and takes everything away at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const store = await throwawayStore({ settings: { max_connections: 300 } });
  const configs = {
    admin: store.config('admin', 'postgres'),
    migrator: store.config('migrator'),
    portal: store.config('portal'),
    worker: store.config('worker'),
  };
  const broken = await buildHouse(configs).catch((error: unknown) => (error as Error).message);
  project.provide('cluster', { configs, broken });
  return store.destroy;
}

const buildHouse = async (configs: TestCluster['configs']): Promise<undefined> => {
  const admin = new pg.Client(configs.admin);
  await admin.connect();
  try {
    await admin.query(`create database ${templates.house} owner migrator template ${templates.bare}`);
    await closeDatabase(admin, templates.house);
  } finally {
    await admin.end();
  }
  const { migrationRooms } = await import('../src/house.ts');
  await migrate({ ...configs.migrator, database: templates.house }, migrationRooms);
};
