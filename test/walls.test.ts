import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemas } from '../src/house.ts';
import { buildWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const names = async (sql: string): Promise<string[]> =>
  (await world.admin.query(sql, sql.includes('$1') ? [[...schemas]] : [])).rows.map((r) => Object.values(r).join(' '));

describe('the walls as the database holds them', () => {
  it('have row security, forced, and a policy on every table', async () => {
    expect(
      await names(`select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and (c.relkind in ('r', 'p') and (not c.relrowsecurity or not c.relforcerowsecurity
        or not exists (select from pg_policy p where p.polrelid = c.oid))
        or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false) or c.relkind in ('m', 'f'))`),
    ).toEqual([]);
  });

  it('let one policy, and only one, open reach to requests', async () => {
    expect(
      await names(`select p.polname from pg_policy p where p.polrelid = 'circulation.reach'::regclass and p.polcmd in ('r', '*')
      and (select oid from pg_roles where rolname = 'portal') = any (p.polroles)`),
    ).toEqual(['own']);
  });

  it('name the roles of every policy', async () => {
    expect(
      await names(`select p.polrelid::regclass::text, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and p.polroles = '{0}'`),
    ).toEqual([]);
  });

  it('ask who is acting once a statement, not once a row', async () => {
    const bare =
      await names(`select p.polrelid::regclass::text || '.' || p.polname || ' ' || regexp_replace(coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), '\\s+', ' ', 'g')
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1)`);
    expect(
      bare.filter((line) =>
        /acting\.(?:seat|person|realm|body|capacity|me|has|who)\(/u.test(
          line.replaceAll(/\( ?SELECT (?:\(?acting\.\w+\([^()]*\)\)?)(?:::[\w[\]]+)?(?: AS \w+)?\)/giu, ''),
        ),
      ),
    ).toEqual([]);
  });

  it('never open on nothing: no policy compares in a way that a null would pass', async () => {
    const texts =
      await names(`select coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') from pg_policy p join pg_class c on c.oid = p.polrelid
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1)`);
    expect(texts.filter((t) => /is distinct from|<> all|coalesce\([^)]*true\)/iu.test(t))).toEqual([]);
  });

  it('give every definer function a search path, an owner without login, and nobody by default', async () => {
    expect(
      await names(`select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = any ($1) and (p.prosecdef and (p.proconfig is null or not exists (select from unnest(p.proconfig) c where c like 'search_path=%')
        or pg_get_userbyid(p.proowner) in ('migrator', 'postgres') or exists (select from pg_roles r where r.oid = p.proowner and (r.rolcanlogin or r.rolsuper)))
        or p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`),
    ).toEqual([]);
  });

  it('grant nobody what goes around them', async () => {
    expect(
      await names(`select table_schema || '.' || table_name, grantee, privilege_type from information_schema.role_table_grants
      where table_schema = any ($1) and grantee <> 'migrator' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`),
    ).toEqual([]);
    expect(
      await names(`select rolname from pg_roles where rolname in ('portal', 'worker', 'migrator', 'acting_door', 'circulator', 'finder', 'host', 'tallier', 'tracer', 'sealer', 'realm_keeper', 'porter')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`),
    ).toEqual([]);
  });
});

describe('a request that brings its own SQL', () => {
  const asPortal = async <T>(act: (c: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(world.config('portal'));
    await client.connect();
    try {
      return await act(client);
    } finally {
      await client.end();
    }
  };
  it('sees nothing before it has begun to act', async () => {
    await asPortal(async (c) => {
      for (const table of [
        'circulation.item',
        'circulation.reach',
        'circulation.receipt',
        'exchange.report',
        'exchange.source',
        'journal.entry',
        'parties.person',
      ]) {
        expect((await c.query(`select count(*)::int as n from ${table}`)).rows[0].n).toBe(0);
      }
    });
  });

  it('cannot forge who is acting', async () => {
    await asPortal(async (c) => {
      const victim = world.people.get('cs.duty');
      await c.query('begin');
      await c.query(`select set_config('acting.who', $1, true), set_config('acting.mac', 'x', true)`, [
        `${victim?.seat}|${victim?.person}|${victim?.seat}|${victim?.body}|cabinet-secretariat|duty`,
      ]);
      await expect(c.query('select count(*) from circulation.item')).rejects.toMatchObject({ code: '28000' });
    });
  });

  it('cannot read the seal, the tokens or the order of the journal, nor write reach or receipts', async () => {
    await asPortal(async (c) => {
      for (const sql of [
        'select * from acting.seal_key',
        'select * from acting.sign_in',
        `select acting.mac('x')`,
        'select seq from journal.entry',
        'select xact from journal.entry',
        `insert into circulation.reach (item, reader, realm, kind, sent) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'report', now())`,
        `insert into circulation.receipt (item, realm, kind, seat, body, tier, via, targeted_at, changed_at) values (gen_random_uuid(), gen_random_uuid(), 'report', gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), now(), now())`,
        'update journal.entry set fact = fact',
        'delete from journal.entry',
        'truncate circulation.item',
        'set role migrator',
        'set role circulator',
        'alter table circulation.item disable row level security',
        `set session_replication_role = 'replica'`,
        'create temporary table t ()',
      ]) {
        await expect(c.query(sql), sql).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});
