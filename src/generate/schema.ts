import type { ClientBase } from 'pg';

const lines = async (db: ClientBase, sql: string, schemas: readonly string[]): Promise<Map<string, string[]>> => {
  const { rows } = await db.query<{ at: string; line: string }>(sql, [schemas]);
  return new Map([...Map.groupBy(rows, (r) => r.at)].map(([at, all]) => [at, all.map((r) => r.line)]));
};

const tables = `select c.oid::regclass::text as at,
    case c.relkind when 'v' then 'view' else 'table' end || ' ' || c.oid::regclass::text
    || case when c.relrowsecurity then ' (row security' || case when c.relforcerowsecurity then ', forced)' else ')' end else '' end as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v') order by 1`;
const columns = `select c.oid::regclass::text as at, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case when a.attidentity <> '' then ' identity' else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end as line
  from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v') join pg_namespace n on n.oid = c.relnamespace
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
 where n.nspname = any ($1) and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`;
const constraints = `select conrelid::regclass::text as at, '  ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any ($1) and k.contype <> 'n' order by 1, k.contype desc, 2`;
const indexes = `select x.indrelid::regclass::text as at, '  ' || regexp_replace(pg_get_indexdef(x.indexrelid), '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+', '\\1index') as line
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any ($1) and not x.indisprimary order by 1, 2`;
const policies = `select p.polrelid::regclass::text as at, '  policy ' || p.polname || case when p.polpermissive then '' else ' (restrictive)' end
    || ' for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
    || ' to ' || (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles))
    || coalesce(' using ' || regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g'), '')
    || coalesce(' check ' || regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\\s+', ' ', 'g'), '') as line
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any ($1) order by 1, p.polcmd, p.polname`;
const grants = `select at, '  grant ' || string_agg(what, ', ' order by what) || ' to ' || who as line from (
    select (table_schema || '.' || table_name)::regclass::text as at, grantee as who, lower(privilege_type) as what
      from information_schema.role_table_grants where table_schema = any ($1) and grantee <> 'migrator'
    union all
    select (table_schema || '.' || table_name)::regclass::text, grantee, lower(privilege_type) || ' (' || string_agg(column_name, ', ' order by column_name) || ')'
      from information_schema.column_privileges p where table_schema = any ($1) and grantee <> 'migrator'
       and not exists (select from information_schema.role_table_grants t where t.table_schema = p.table_schema and t.table_name = p.table_name
                        and t.grantee = p.grantee and t.privilege_type = p.privilege_type)
     group by table_schema, table_name, grantee, privilege_type) g
 group by at, who order by at, who`;
const triggers = `select tgrelid::regclass::text as at, '  ' || lower(substr(pg_get_triggerdef(t.oid), 8)) as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any ($1) and not t.tgisinternal order by 1, 2`;
const functions = `select n.nspname as at, 'function ' || p.oid::regprocedure::text || ' returns ' || pg_get_function_result(p.oid)
    || case when p.prosecdef then ' as ' || pg_get_userbyid(p.proowner) else '' end
    || coalesce(' for ' || (select string_agg(pg_get_userbyid(a.grantee), ', ' order by pg_get_userbyid(a.grantee)) from aclexplode(p.proacl) a
          where a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner and a.grantee <> 0), ' for nobody') as line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any ($1) order by 1, 2`;

/** The migrated schema as a person reviews it: tables with their policies and grants, then the definer functions. */
export const schemaText = async (db: ClientBase, schemas: readonly string[]): Promise<string> => {
  const heads = await lines(db, tables, schemas);
  const parts: Map<string, string[]>[] = [];
  for (const sql of [columns, constraints, indexes, policies, grants, triggers])
    parts.push(await lines(db, sql, schemas));
  const doors = await lines(db, functions, schemas);
  const each = [...heads].map(([at, head]) => [...head, ...parts.flatMap((p) => p.get(at) ?? [])].join('\n'));
  return [
    '-- Written by bin/generate from the migrated schema, to be read in review. It is not run.',
    '',
    each.join('\n\n'),
    '',
    [...doors.values()].flat().join('\n'),
    '',
  ].join('\n');
};
