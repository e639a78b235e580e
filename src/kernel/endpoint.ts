import type { z } from 'zod';
import type { May } from './power.ts';

/** A door as data. From it come the server's validation, the browser's client, OpenAPI and the access table. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** e.g. `/api/reports/:id` */
  readonly path: `/api/${string}`;
  /** Who may use it; without this it does not compile. */
  readonly may: May;
  /** One English sentence for the OpenAPI document. */
  readonly says: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly output: Output;
  /** 200 unless said otherwise. */
  readonly status?: 200 | 201 | 204;
  /** The answer holds a secret: it is never kept beside an idempotency key, and the same request again is refused. */
  readonly answersOnce?: true;
  /** The body is the bytes of a file, and at most so many. See `takingFile`. */
  readonly takes?: { readonly bytes: number };
  /** The answer is a file (`sentFile`), sent to be kept and never to be shown by a browser in our name. */
  readonly sends?: 'file';
  /** Reasons of refusal that belong to this door, beyond malformed, 401, 403 and 404. */
  readonly refusals?: readonly string[];
}

/** Declares a door; returns it with its exact types. */
export const endpoint = <
  const Params extends z.ZodType = z.ZodUndefined,
  const Query extends z.ZodType = z.ZodUndefined,
  const Body extends z.ZodType = z.ZodUndefined,
  const Output extends z.ZodType = z.ZodType,
>(
  it: Endpoint<Params, Query, Body, Output>,
): Endpoint<Params, Query, Body, Output> => it;

/** A door that takes the bytes of a file as its body; what answers it looks through them before any transaction opens. */
export const takingFile = <
  const Params extends z.ZodType = z.ZodUndefined,
  const Query extends z.ZodType = z.ZodUndefined,
  const Output extends z.ZodType = z.ZodType,
>(
  it: Endpoint<Params, Query, z.ZodUndefined, Output> & TakesFile,
): Endpoint<Params, Query, z.ZodUndefined, Output> & TakesFile => it;

/** The mark of such a door. */
export interface TakesFile {
  readonly takes: { readonly bytes: number };
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a command or query behind the door is given, after validation. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B>; ifMatch?: string | undefined }
    : never;

/** What a client has to send. */
export type CallOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params?: Sent<P>; query?: Sent<Q>; body?: Sent<B> }
    : never;

/** What the door answers. */
export type OutputOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer O> ? z.input<O> : never;

/** The doors of one room, by name. */
export type Doors = Readonly<Record<string, Endpoint>>;
