import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationRooms } from '../../src/house.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { silent } from '../../src/platform/store/cannot-start.ts';
import { ADMIN, forgetful } from '../../src/platform/store/embedded/cluster.ts';
import { openEmbedded, type EmbeddedServer } from '../../src/platform/store/embedded/embedded.ts';
import { openStore } from '../../src/platform/store/store.ts';
import { throwawayFolder } from '../store.ts';

// A PostgreSQL of somebody else's that takes nobody over the network without TLS, with a certificate that OpenSSL made.
const folder = throwawayFolder();
const at = (name: string): string => join(folder.path, name);
const secret = 'a secret that is long enough for anybody';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
let server: EmbeddedServer;
let port: number;

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => done(free));
    });
  });

/** An authority, and by it a certificate for `localhost`. */
const certify = (): void => {
  const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { cwd: folder.path, stdio: 'pipe' });
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout'];
  openssl('req', '-x509', ...fresh, 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Noroshi test authority');
  openssl('req', ...fresh, 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(at('names'), 'subjectAltName=DNS:localhost');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', ...signed, '-days', '2', '-out', 'server.pem');
};

const asSuperuser = async (...statements: string[]): Promise<void> => {
  const { socketFolder: host, passwords } = server;
  const client = new pg.Client({ host, port, user: ADMIN, password: passwords.admin, database: 'postgres' });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

const store = (query: string, host = 'localhost'): ReturnType<typeof openStore> =>
  openStore({ dataDir: folder.path, databaseUrl: `postgres://keeper:kk@${host}:${port}/served${query}`, secret });

describe.skipIf(!hasOpenssl)('a PostgreSQL of one’s own, over TLS', () => {
  beforeAll(async () => {
    certify();
    port = await freePort();
    server = await openEmbedded({
      dataDir: at('data'),
      log: silent,
      settings: { ...forgetful, listen_addresses: '127.0.0.1', port },
    });
    // The server reads its key as its own user: the file has to be that user's alone.
    const cluster = at('data/cluster');
    const { uid, gid } = statSync(cluster);
    for (const name of ['server.pem', 'server.key']) {
      copyFileSync(at(name), join(cluster, name));
      chmodSync(join(cluster, name), 0o600);
      chownSync(join(cluster, name), uid, gid);
    }
    appendFileSync(join(cluster, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 scram-sha-256\n');
    await asSuperuser(
      "alter system set ssl_cert_file = 'server.pem'",
      "alter system set ssl_key_file = 'server.key'",
      'alter system set ssl = on',
      'select pg_reload_conf()',
      "create role keeper login createrole createdb password 'kk'",
      'create database served owner keeper',
    );
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  it('is founded and used by every role through TLS, checked against its authority', async () => {
    const served = await store(`?sslmode=verify-full&sslrootcert=${at('ca.pem')}`);
    expect((await migrate(served.config('migrator'), migrationRooms)).length).toBeGreaterThan(10);
    for (const role of ['migrator', 'portal', 'worker'] as const) {
      const client = new pg.Client(served.config(role));
      await client.connect();
      const { rows } = await client.query(
        'select s.ssl, s.version, session_user as who from pg_stat_ssl s where s.pid = pg_backend_pid()',
      );
      await client.end();
      expect(rows).toEqual([{ ssl: true, version: 'TLSv1.3', who: role }]);
    }
    await served.stop();
  });

  it('is not entered when its certificate is of nobody one trusts, or of another name', async () => {
    await expect(store('?sslmode=verify-full')).rejects.toThrow(/self-signed|unable to verify|issuer/u);
    const ca = `?sslmode=verify-full&sslrootcert=${at('ca.pem')}`;
    await expect(store(ca, '127.0.0.1')).rejects.toThrow(/does not match|altnames/u);
  });

  it('takes nobody in without TLS', async () => {
    await expect(store('')).rejects.toThrow('no encryption');
    expect(readFileSync(at('data/log/database.log'), 'utf8')).toContain('no encryption');
  });
});
