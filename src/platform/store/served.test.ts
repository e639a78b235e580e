import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { throwawayFolder } from '../../../test/store.ts';
import { silent } from './cannot-start.ts';
import { ADMIN, forgetful } from './embedded/cluster.ts';
import { openEmbedded, type EmbeddedServer } from './embedded/embedded.ts';
import { derivedPasswords } from './secrets.ts';
import { openStore, type Store, type StoreRole } from './store.ts';

const secret = 'a secret that is long enough for anybody';

test('a server of one’s own needs a secret, and says so', async () => {
  const at = { dataDir: '/nowhere', databaseUrl: 'postgres://a:b@127.0.0.1:1/noroshi' };
  await expect(openStore(at)).rejects.toThrow('set NOROSHI_SECRET to 32 characters or more');
  await expect(openStore({ ...at, secret: 'short' })).rejects.toThrow('set NOROSHI_SECRET to 32 characters or more');
  await expect(openStore({ ...at, secret })).rejects.toThrow('The database at 127.0.0.1 does not let a in');
  await expect(openStore({ ...at, databaseUrl: 'sqlite:x', secret })).rejects.toThrow(
    'DATABASE_URL is not a PostgreSQL URL',
  );
});

test('every process with the same secret computes the same passwords, and no other does', () => {
  expect(derivedPasswords(secret)).toEqual(derivedPasswords(secret));
  expect(derivedPasswords(secret).portal).not.toBe(derivedPasswords(`${secret}!`).portal);
  expect(new Set(Object.values(derivedPasswords(secret))).size).toBe(3);
});

describe('with an administrator who may make roles and databases and is no superuser', () => {
  const folder = throwawayFolder();
  let server: EmbeddedServer;
  let url: string;

  const asSuperuser = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({
      host: server.socketFolder,
      user: ADMIN,
      password: server.passwords.admin,
      database: 'postgres',
    });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const whoIs = async (store: Store, role: StoreRole): Promise<string | undefined> => {
    const client = new pg.Client(store.config(role));
    await client.connect();
    const { rows } = await client.query<{ who: string }>(`select session_user || '@' || current_database() as who`);
    await client.end();
    return rows[0]?.who;
  };

  beforeAll(async () => {
    server = await openEmbedded({
      dataDir: join(folder.path, 'data'),
      log: silent,
      settings: forgetful,
    });
    await asSuperuser(
      `create role keeper login createrole createdb password 'k:/k'`,
      'create database served owner keeper',
    );
    url = `postgres://keeper:k%3A%2Fk@${encodeURIComponent(server.socketFolder)}/served`;
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  test('several processes open the same store at once, and again later', async () => {
    const at = { dataDir: folder.path, databaseUrl: url, secret };
    const stores = await Promise.all([openStore(at), openStore(at), openStore(at)]);
    for (const role of ['migrator', 'portal', 'worker'] as const)
      expect(await whoIs(stores[0], role)).toBe(`${role}@served`);
    expect(stores[1].state().status).toBe('up');
    for (const store of stores) await store.stop();
    await (await openStore(at)).stop();
  });

  test('a role that could step around the walls stops the start', async () => {
    const at = { dataDir: folder.path, databaseUrl: url, secret };
    await asSuperuser('alter role portal bypassrls');
    await expect(openStore(at)).rejects.toThrow('Role portal may do more than it should');
    await asSuperuser('alter role portal nobypassrls', 'grant circulator to portal');
    await expect(openStore(at)).rejects.toThrow('Role portal is a member of circulator');
    await asSuperuser('revoke circulator from portal');
  });

  test('a server that goes away is seen to be down, and up when it is back', async () => {
    const store = await openStore({ dataDir: folder.path, databaseUrl: url, secret });
    const seen: string[] = [];
    store.onState(({ status }) => seen.push(status));
    await sleep(200);
    process.kill(server.pid() as number, 'SIGKILL');
    while (seen.at(-1) !== 'up') await sleep(20);
    expect(seen).toEqual(['down', 'up']);
    await store.stop();
  });
});
