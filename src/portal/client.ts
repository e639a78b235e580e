import { language } from './text.ts';
import type { z } from 'zod';
import type { CallOf, Endpoint, OutputOf } from '../kernel/endpoint.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { RefusalStatus } from '../kernel/refusal.ts';
import { realm } from './data/realm.ts';

/** Any door, whatever its shapes. */
export type AnyDoor = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
/** What a call may carry beside the door's own input. */
export interface Manner {
  /** The ETag that the change starts from; see `etagOf`. */
  ifMatch?: string | undefined;
  /** One per action of a person; made up when absent. The same key never acts twice. */
  key?: string | undefined;
  signal?: AbortSignal | undefined;
  /** The file that a door takes as its body. */
  file?: Blob | undefined;
}

const etags = new WeakMap<object, string>();

/** The ETag that came with an answer, for `ifMatch`. */
export const etagOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null ? etags.get(answer) : undefined;

let signedOut: () => void = () => {};

/** Says what happens when the server no longer knows who is asking. */
export const onSignedOut = (then: () => void): void => {
  signedOut = then;
};

/** A fresh `Idempotency-Key`. */
export const newKey = (): string => crypto.randomUUID();

/** Whether the answer never came, so that asking again with the same key is right. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof Refusal && (error.reason === 'unreachable' || error.status === 503);

/**
 * Knocks at a door and gives what it answers. Throws `Refusal` for every no, with reason `unreachable` when no answer
 * came. A network failure is tried twice more with the same idempotency key.
 */
export const call = async <E extends AnyDoor>(
  door: E,
  input: CallOf<E> & Manner = {} as CallOf<E> & Manner,
): Promise<OutputOf<E>> => {
  const manner = input as { params?: unknown; query?: unknown; body?: unknown } & Manner;
  const request = requestFor(door, manner);
  const address = addressOf(door.path, manner.params, manner.query);
  for (let tries = 0; ; tries += 1) {
    try {
      return (await answerOf(await reach(address, request))) as OutputOf<E>;
    } catch (error) {
      if (!isUnreachable(error) || tries >= 2 || manner.signal?.aborted === true) throw error;
      await new Promise((later) => setTimeout(later, 400 * 3 ** tries));
    }
  }
};

const requestFor = (door: AnyDoor, input: { body?: unknown } & Manner): RequestInit => {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'noroshi-realm': realm(),
    'accept-language': language(),
  };
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (input.file !== undefined) headers['content-type'] = 'application/octet-stream';
  if (door.method === 'POST') headers['idempotency-key'] = input.key ?? newKey();
  if (input.ifMatch !== undefined) headers['if-match'] = input.ifMatch;
  return {
    method: door.method,
    headers,
    credentials: 'same-origin',
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    ...(input.file === undefined ? {} : { body: input.file }),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  };
};

const reach = async (address: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal('unreachable', {}, 503);
  }
};

const answerOf = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw await refusalOf(response);
  if (response.status === 204) return undefined;
  const answer: unknown = await response.json();
  const etag = response.headers.get('etag');
  if (etag !== null && typeof answer === 'object' && answer !== null) etags.set(answer, etag);
  return answer;
};

const refusalOf = async (response: Response): Promise<Refusal> => {
  const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.status === 401) signedOut();
  const { type, title, status, reason, ...rest } = problem;
  const given = typeof reason === 'string' ? reason : reasonOfStatus(response.status);
  return new Refusal(given, rest, response.status as RefusalStatus);
};

const reasonOfStatus = (status: number): string =>
  ({ 401: 'sign-in-needed', 403: 'not-your-door', 404: 'not-found', 429: 'too-often' })[status] ??
  (status >= 500 ? 'unreachable' : 'malformed');

/** The address of a door with its holes filled, e.g. `/api/reports/0d9…?limit=50`. */
export const addressOf = (path: string, params: unknown, query: unknown): string => {
  const holes = (params ?? {}) as Record<string, string | number>;
  const filled = path.replace(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(holes[name] ?? '')));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') asked.append(name, String(one));
    }
  }
  return asked.size > 0 ? `${filled}?${asked}` : filled;
};
