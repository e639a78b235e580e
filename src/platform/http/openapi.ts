import { z } from 'zod';
import type { Endpoint } from '../../kernel/endpoint.ts';
import type { Route } from './door.ts';

const json = (shape: z.ZodType, io: 'input' | 'output'): unknown => {
  const schema = z.toJSONSchema(shape, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Record<
    string,
    unknown
  >;
  delete schema['$schema'];
  return schema;
};

const properties = (shape: z.ZodType | undefined): [string, unknown, boolean][] => {
  if (shape === undefined) return [];
  const schema = json(shape, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, s]) => [
    name,
    s,
    schema.required?.includes(name) ?? false,
  ]);
};

const problem = {
  description: 'A refusal (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const operation = ({ name, door }: Route): Record<string, unknown> => ({
  operationId: name,
  summary: door.says,
  'x-may': door.may,
  ...(door.refusals === undefined ? {} : { 'x-refusals': door.refusals }),
  security: door.may === 'anyone' ? [] : [{ key: [] }, { session: [] }],
  parameters: [
    ...properties(door.params).map(([n, schema]) => ({ name: n, in: 'path', required: true, schema })),
    ...properties(door.query).map(([n, schema, required]) => ({ name: n, in: 'query', required, schema })),
    ...(door.method === 'POST'
      ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
      : []),
    ...(door.may === 'anyone'
      ? []
      : [{ name: 'Noroshi-Realm', in: 'header', required: false, schema: { type: 'string', default: 'live' } }]),
  ],
  ...(door.takes === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      }),
  ...(door.body === undefined
    ? {}
    : {
        requestBody: {
          required: !door.body.safeParse(undefined).success,
          content: { 'application/json': { schema: json(door.body, 'input') } },
        },
      }),
  responses: {
    [String(door.status ?? 200)]: answered(door),
    default: problem,
  },
});

const answered = (door: Endpoint): Record<string, unknown> =>
  door.status === 204
    ? { description: 'Done' }
    : door.sends === 'file'
      ? {
          description: 'The file, as an attachment',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        }
      : { description: 'The answer', content: { 'application/json': { schema: json(door.output, 'output') } } };

/** The OpenAPI 3.1 document of all doors, from the same data that answers them. */
export const openApi = (routes: readonly Route[], version: string): Record<string, unknown> => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of [...routes].sort((a, b) => a.door.path.localeCompare(b.door.path))) {
    const path = route.door.path.replace(/:([a-zA-Z]+)/gu, '{$1}');
    (paths[path] ??= {})[route.door.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Noroshi', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'noroshi_session' },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'reason'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            reason: { type: 'string' },
            detail: { type: 'string' },
          },
        },
      },
    },
  };
};
