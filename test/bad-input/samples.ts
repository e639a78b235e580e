import { z } from 'zod';
import { schemas } from '../../src/house.ts';
import type { World } from '../world.ts';

/** The little of JSON Schema that contracts come out as. */
interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  prefixItems?: Schema[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minItems?: number;
  minimum?: number;
}

/** A place in a body: member names and positions from the root. */
export type Place = readonly (string | number)[];

const formats: Readonly<Record<string, unknown>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  'date-time': '2026-11-23T02:00:00Z',
  date: '2026-11-23',
  email: 'someone@example.test',
};

const sample = (s: Schema): unknown => {
  if (s.const !== undefined) return s.const;
  if (s.enum !== undefined) return s.enum[0];
  const choice = s.anyOf ?? s.oneOf;
  if (choice !== undefined) return sample(choice.find((c) => c.type !== 'null') ?? {});
  if (s.allOf !== undefined) return Object.assign({}, ...s.allOf.map(sample)) as unknown;
  if (s.type === 'object')
    return Object.fromEntries(Object.entries(s.properties ?? {}).map(([name, p]) => [name, sample(p)]));
  if (s.type === 'array') return s.prefixItems?.map(sample) ?? [sample(s.items ?? {})];
  if (s.type === 'integer' || s.type === 'number') return Math.max(1, s.minimum ?? 1);
  if (s.type === 'boolean') return true;
  if (s.type === 'string')
    return s.format !== undefined && s.format in formats ? formats[s.format] : 'abcdefghijklmnop';
  return 'anything';
};

const stringsIn = (value: unknown, at: Place): Place[] => {
  if (typeof value === 'string') return [at];
  if (Array.isArray(value)) return value.flatMap((v, i) => stringsIn(v, [...at, i]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([k, v]) => stringsIn(v, [...at, k]));
  return [];
};

/** A body of the shape with every member in it, and the places where a text stands, read from the contract itself. */
export const bodyOf = (shape: z.ZodType): { body: unknown; texts: Place[] } => {
  const body = sample(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema);
  return { body, texts: stringsIn(body, []) };
};

/** The body with something else at a place. */
export const put = (body: unknown, [first, ...rest]: Place, it: unknown): unknown => {
  if (first === undefined) return it;
  if (Array.isArray(body)) return body.map((v: unknown, i) => (i === first ? put(v, rest, it) : v));
  const object = body as Record<string, unknown>;
  return { ...object, [first]: put(object[first], rest, it) };
};

/** The names of the query's members. */
export const queryOf = (shape: z.ZodType): string[] =>
  Object.keys((z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema).properties ?? {});

/** Texts that nobody may put anywhere: each would hide, reorder, break or become something. */
export const nasty: readonly string[] = [
  '<script>alert(1)</script>',
  'a<img src=x onerror=alert(1)>',
  '<!-- x -->',
  '</textarea>',
  'nul\u0000nul',
  'bell\u0007',
  'esc\u001b[31m',
  'del\u007f nel\u0085',
  'bidi\u202Egnp.exe',
  'isolate\u2066x\u2069',
  'zero\u200Bwidth',
  'joined\u200Dletters',
  'soft\u00ADhyphen',
  'bom\uFEFF',
  'tag\u{E0041}s',
  'half\uD800',
  '\uDC00half',
  'line\u2028separator',
];

/** Everything that is stored, as one fingerprint a table. What is counted on purpose when an attempt fails is left out. */
export const stored = async (world: World): Promise<Record<string, string>> => {
  const { rows: tables } = await world.admin.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = any ($1)
        and c.oid::regclass::text not in ('platform.attempt', 'platform.migration')`,
    [schemas],
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t`,
  );
  const { rows } = await world.admin.query<{ name: string; print: string }>(each.join(' union all '));
  return Object.fromEntries(rows.map((r) => [r.name, r.print]));
};
