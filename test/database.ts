import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { installParsers } from '../src/platform/store/parsers.ts';
import { closeDatabase } from '../src/platform/store/roles.ts';
import type { StoreRole } from '../src/platform/store/store.ts';
import { templates } from './setup.ts';

/** A database of one's own, with the real roles and walls. */
export interface FreshDatabase {
  readonly name: string;
  config(role: StoreRole): pg.PoolConfig;
  /** Takes the database away, whoever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * Makes a database from a template: with every room's tables, or `bare`, as it is before the first migration. Any number
 * of test files may do so at once.
 */
export const freshDatabase = async (from: keyof typeof templates = 'house'): Promise<FreshDatabase> => {
  const { configs, broken } = inject('cluster');
  if (from === 'house' && broken !== undefined) throw new Error(`the house does not migrate: ${broken}`);
  installParsers();
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(configs.admin, async (admin) => {
    // Copying files beats copying through the log as long as the template is small and nothing is synced.
    await admin.query(`create database ${name} owner migrator template ${templates[from]} strategy file_copy`);
    await closeDatabase(admin, name);
  });
  return {
    name,
    config: (role) => ({ ...configs[role], database: name }),
    drop: () =>
      asAdmin(configs.admin, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
};

const asAdmin = async (config: pg.ClientConfig, work: (admin: pg.Client) => Promise<void>): Promise<void> => {
  const admin = new pg.Client(config);
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
};
