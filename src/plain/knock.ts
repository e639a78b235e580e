import type { z } from 'zod';
import type { CallOf, Endpoint, OutputOf } from '../kernel/endpoint.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Acting, Visitor } from '../platform/acting.ts';
import type { Route } from '../platform/http/door.ts';
import { check } from '../platform/http/request.ts';

/** Any door, whatever its shapes. */
type AnyDoor = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** Knocks at doors in this process, as one person: the same powers, shapes and commands as over the API. */
export interface Knocking {
  readonly routes: readonly Route[];
  readonly who: Acting | Visitor;
}

/** Whether this process has the door at all; those of a demo stand only there. */
export const has = (routes: readonly Route[], door: AnyDoor): boolean => routes.some((it) => it.door === door);

/** What the door answers. Throws its refusals; gives back those that keep what was counted before them. */
export const knock = async <E extends AnyDoor>(
  { routes, who }: Knocking,
  door: E,
  input: CallOf<E>,
): Promise<OutputOf<E> | Refusal> => {
  const route = routes.find((it) => it.door === door);
  if (route === undefined) throw new Refusal('not-found', {}, 404);
  if (door.may !== 'anyone') mustHold(who as Acting, door);
  const given = input as { params?: unknown; query?: unknown; body?: unknown };
  const output = await route.answer(who as Acting, {
    params: check(door.params, given.params, 'params'),
    query: check(door.query, given.query ?? {}, 'query'),
    body: check(door.body, given.body, 'body'),
  });
  return output instanceof Refusal ? output : (door.output.parse(output) as OutputOf<E>);
};

/** Like `knock`, for doors that are only read: any refusal is thrown. */
export const read = async <E extends AnyDoor>(at: Knocking, door: E, input: CallOf<E>): Promise<OutputOf<E>> => {
  const output = await knock(at, door, input);
  if (output instanceof Refusal) throw output;
  return output;
};

const mustHold = (acting: Acting, door: AnyDoor): void => {
  if (door.may !== 'signed-in' && !acting.may(door.may as Parameters<Acting['may']>[0]))
    throw new Refusal('not-your-door', {}, 403);
  if (door.method !== 'GET' && acting.signIn.readsOnly) throw new Refusal('key-reads-only', {}, 403);
};
