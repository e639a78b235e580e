import type { ClientBase } from 'pg';

/** One column as the catalogue knows it. */
interface Column {
  schema: string;
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  written_by_itself: boolean;
}

const scalar: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  bytea: 'Buffer',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  date: 'string',
  timestamptz: 'Date',
  tsvector: 'string',
  xid8: 'string',
  regclass: 'string',
};

const typeOf = (type: string): string => {
  if (type.startsWith('_')) return `${typeOf(type.slice(1))}[]`;
  if (type === 'jsonb') return 'Json';
  return scalar[type] ?? 'unknown';
};

const field = (c: Column): string => {
  const base = c.nullable ? `${typeOf(c.type)} | null` : typeOf(c.type);
  return `  ${c.column}: ${c.written_by_itself ? `Generated<${base}>` : base};`;
};

const nameOf = (schema: string, table: string): string =>
  `${schema}_${table}`.replace(/(?:^|_)([a-z])/gu, (_, c: string) => c.toUpperCase());

/** The TypeScript types of every table the rooms own, from the migrated schema: a renamed column fails to compile. */
export const tableTypes = async (db: ClientBase, schemas: readonly string[]): Promise<string> => {
  const { rows } = await db.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type,
            not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '') as written_by_itself
       from pg_attribute a
       join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'v', 'p')
       join pg_namespace n on n.oid = c.relnamespace
       join pg_type t on t.oid = a.atttypid
      where a.attnum > 0 and not a.attisdropped and n.nspname = any ($1)
      order by 1, 2, a.attnum`,
    [schemas],
  );
  const tables = Map.groupBy(rows, (r) => `${r.schema}.${r.table}`);
  const bodies = [...tables.values()].map((columns) => {
    const first = columns[0] as Column;
    return `export interface ${nameOf(first.schema, first.table)} {\n${columns.map(field).join('\n')}\n}`;
  });
  const all = [...tables].map(
    ([key, [first]]) => `  '${key}': ${nameOf((first as Column).schema, (first as Column).table)};`,
  );
  return [
    '// Written by bin/generate from the migrated schema. Do not edit.',
    "import type { Generated } from 'kysely';",
    '',
    'type Json = unknown;',
    '',
    bodies.join('\n\n'),
    '',
    '/** Every table by its full name. */',
    `export interface Database {\n${all.join('\n')}\n}`,
    '',
  ].join('\n');
};
