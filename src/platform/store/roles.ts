import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import { logins, scramVerifier, type Login, type Passwords } from './secrets.ts';

/** Roles without a login that own the definer functions, one purpose each; the migrator may put functions in their hands. */
export const functionOwners = [
  'acting_door',
  'circulator',
  'finder',
  'host',
  'tallier',
  'tracer',
  'sealer',
  'realm_keeper',
  'porter',
] as const;

// Days are asked for by `acting.day`, so that no day depends on what a session has set.
const TIMEZONE = 'TimeZone=UTC';

/** What each login finds set. An idle writer holds back every reaction, so writers may not be idle for long. */
const sessionSettings: Readonly<Record<Login, readonly string[]>> = {
  migrator: [TIMEZONE],
  portal: [
    TIMEZONE,
    'idle_in_transaction_session_timeout=10s',
    'transaction_timeout=30s',
    'statement_timeout=15s',
    'lock_timeout=5s',
  ],
  worker: [TIMEZONE, 'idle_in_transaction_session_timeout=30s', 'transaction_timeout=5min', 'lock_timeout=30s'],
};

const LOCK = 4_014_001;

interface RoleRow {
  readonly rolname: string;
  readonly rolconfig: string[] | null;
  readonly strong: boolean;
}

/**
 * Makes the roles and closes the database to everyone but them; as often as one likes. Connected as an administrator to
 * the database itself. Refuses to go on when a role that requests use could step around the walls.
 */
export const raiseWalls = async (admin: pg.Client, passwords: Passwords): Promise<void> => {
  await admin.query('begin');
  await admin.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const before = await rolesThere(admin);
  for (const login of logins) await setLogin(admin, login, passwords[login], before.get(login));
  for (const owner of functionOwners) if (!before.has(owner)) await admin.query(`create role ${owner} nologin`);
  await admin.query(`grant ${functionOwners.join(', ')} to migrator with inherit false, set true`);
  await refuseWeakRoles(admin);
  await giveDatabaseToMigrator(admin);
  await closeDatabase(admin, await nameOf(admin));
  await closeInside(admin);
  await admin.query('commit');
};

const rolesThere = async (admin: pg.Client): Promise<Map<string, RoleRow>> => {
  const { rows } = await admin.query<RoleRow>(
    `select rolname, rolconfig, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong
       from pg_roles where rolname = any ($1)`,
    [[...logins, ...functionOwners]],
  );
  return new Map(rows.map((row) => [row.rolname, row]));
};

const setLogin = async (
  admin: pg.Client,
  login: Login,
  password: string,
  before: RoleRow | undefined,
): Promise<void> => {
  await admin.query(
    `${before === undefined ? 'create' : 'alter'} role ${login} login password '${scramVerifier(password)}'`,
  );
  for (const setting of sessionSettings[login]) {
    if (before?.rolconfig?.includes(setting) === true) continue;
    const [name, value] = setting.split('=');
    await admin.query(`alter role ${login} set ${name} = '${value}'`);
  }
};

const refuseWeakRoles = async (admin: pg.Client): Promise<void> => {
  for (const role of (await rolesThere(admin)).values())
    if (role.strong)
      throw new CannotStart(
        `Role ${role.rolname} may do more than it should (superuser, bypassrls, createrole, createdb or replication).`,
      );
  const { rows } = await admin.query<{ member: string; of: string }>(
    `select member::regrole::text as member, roleid::regrole::text as of from pg_auth_members
      where member::regrole::text = any ($1) and not (member::regrole::text = 'migrator' and roleid::regrole::text = any ($2))`,
    [[...logins, ...functionOwners], functionOwners],
  );
  const [first] = rows;
  if (first !== undefined)
    throw new CannotStart(
      `Role ${first.member} is a member of ${first.of}, which opens the walls. Revoke it: revoke ${first.of} from ${first.member};`,
    );
};

const nameOf = async (admin: pg.Client): Promise<string> => {
  const { rows } = await admin.query<{ name: string }>('select current_database() as name');
  return (rows[0] as { name: string }).name;
};

const giveDatabaseToMigrator = async (admin: pg.Client): Promise<void> => {
  const { rows } = await admin.query<{ owner: string; name: string; able: boolean }>(
    `select pg_get_userbyid(datdba) as owner, datname as name, pg_has_role('migrator', 'set') as able
       from pg_database where datname = current_database()`,
  );
  const { owner, name, able } = rows[0] as { owner: string; name: string; able: boolean };
  try {
    if (!able) await admin.query('grant migrator to current_user with inherit false, set true');
    if (owner !== 'migrator') await admin.query(`alter database ${pg.escapeIdentifier(name)} owner to migrator`);
  } catch (cause) {
    const fix = `alter database ${pg.escapeIdentifier(name)} owner to migrator;`;
    throw new CannotStart(
      `The administrator in DATABASE_URL has to own the database and have createdb, or somebody else runs: ${fix}`,
      { cause },
    );
  }
};

/** Who may enter a database is not copied from its template, so each new one is closed by this. */
export const closeDatabase = async (admin: pg.Client, database: string): Promise<void> => {
  const name = pg.escapeIdentifier(database);
  const users = ['portal', 'worker', pg.escapeIdentifier(admin.user ?? 'admin')].join(', ');
  await asRole(admin, 'migrator', [
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${users}`,
  ]);
};

const closeInside = async (admin: pg.Client): Promise<void> => {
  await asRole(admin, 'migrator', ['revoke create on schema public from public']);
  // Without IN SCHEMA: with it, the statement has no effect on what public gets everywhere.
  for (const role of ['migrator', ...functionOwners])
    await asRole(admin, role, ['alter default privileges revoke execute on functions from public']);
};

const asRole = async (admin: pg.Client, role: string, statements: readonly string[]): Promise<void> => {
  await admin.query(`set role ${role}; ${statements.join('; ')}; reset role`);
};
