import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { Refusal, type RefusalDetail, type RefusalStatus } from '../../kernel/refusal.ts';
import { asSignedIn, asVisitor, type Acting, type Doorway, type Once, type Visitor } from '../acting.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Route } from './door.ts';
import { answeredTo, keep, once, type Answered } from './idempotency.ts';
import { sendFile } from './parcel.ts';
import { problemOf, refusalOf, type Words } from './problem.ts';
import {
  bodyBytes,
  bodyText,
  check,
  credentialOf,
  localeOf,
  parseJson,
  refuseForeignPage,
  visitOf,
} from './request.ts';

/** What the doors need to answer. */
export interface Serving {
  readonly doorway: Doorway;
  readonly publicOrigin: string;
  readonly words: (locale: 'ja' | 'en') => Words;
  readonly log: Log;
  readonly metrics: Metrics;
  /** False while the database is away: doors answer 503 at once rather than wait for nothing. */
  readonly ready: () => boolean;
}

interface Answer {
  status: number;
  output: unknown;
}

/** The HTTP face of every door: who, limits, shapes, one transaction, one answer. */
export const serveDoors = (app: Hono, routes: readonly Route[], serving: Serving): void => {
  for (const route of [...routes].sort(literalFirst)) {
    app.on(route.door.method, route.door.path, async (c) => {
      const began = performance.now();
      let response: Response;
      try {
        response = respond(c, route, await answer(c, route, serving));
      } catch (error) {
        response = refuse(c, error, serving, route.name);
      }
      serving.metrics.answered(route.name, response.status, (performance.now() - began) / 1000);
      return response;
    });
  }
};

// `/reports/preview` is asked before `/reports/:id`.
const literalFirst = (a: Route, b: Route): number => {
  const [x, y] = [a.door.path.split('/'), b.door.path.split('/')];
  const at = x.findIndex((part, i) => part.startsWith(':') !== (y[i] ?? '').startsWith(':'));
  return at < 0 ? 0 : x[at]?.startsWith(':') === true ? 1 : -1;
};

const answer = async (c: Context, route: Route, serving: Serving): Promise<Answer> => {
  const { door } = route;
  const writes = door.method !== 'GET';
  if (!serving.ready()) throw new Refusal('not-ready', {}, 503);
  const visit = visitOf(c, serving.publicOrigin);
  const credential = credentialOf(c);
  const text = writes && door.takes === undefined ? await bodyText(c) : '';
  const input = (): Parameters<Route['answer']>[1] => ({
    params: check(door.params, c.req.param(), 'params'),
    query: check(door.query, c.req.query(), 'query'),
    body: check(door.body, parseJson(text, c.req.header('content-type')), 'body'),
    ifMatch: c.req.header('if-match'),
  });
  const done = (output: unknown): Answer | Refusal =>
    output instanceof Refusal ? output : { status: door.status ?? 200, output: door.output.parse(output) };

  if (door.may === 'anyone') {
    if (writes) refuseForeignPage(c, serving.publicOrigin);
    return asVisitor(serving.doorway, visit, async (visitor: Visitor) =>
      done(await route.answer(visitor as Acting, input())),
    );
  }
  if (credential === null) throw new Refusal('sign-in-needed', {}, 401);
  if (writes && credential.byCookie) refuseForeignPage(c, serving.publicOrigin);
  const realm = realmOf(c);
  const keyed = (what: string | Buffer): Once | null => {
    const key = door.method === 'POST' ? c.req.header('idempotency-key') : undefined;
    return key === undefined ? null : once(key, `${door.method} ${c.req.path}`, what);
  };
  const act = async (acting: Acting, answers: (given: ReturnType<typeof input>) => Promise<unknown>) => {
    mayEnter(acting, route);
    const given = input();
    const before = answeredTo(acting);
    if (before !== null) return answeredBefore(before);
    const result = done(await answers(given));
    await keepFor(
      acting,
      result instanceof Refusal || door.answersOnce !== true ? result : new Refusal('answered-once'),
    );
    return result;
  };
  if (route.take !== undefined && door.takes !== undefined) {
    // Whoever may not leave a file here is told before the file is read, and before anything looks through it.
    const given = await asSignedIn(serving.doorway, visit, credential.secret, realm, async (acting) => {
      mayEnter(acting, route);
      return input();
    });
    const bytes = await bodyBytes(c, door.takes.bytes);
    const then = await route.take(bytes, given);
    return asSignedIn(
      serving.doorway,
      visit,
      credential.secret,
      realm,
      (acting) => act(acting, () => then(acting)),
      keyed(Buffer.concat([Buffer.from(`${new URL(c.req.url).search}\n`), bytes])),
    );
  }
  return asSignedIn(
    serving.doorway,
    visit,
    credential.secret,
    realm,
    (acting) => act(acting, (given) => route.answer(acting, given)),
    keyed(text),
  );
};

const mayEnter = (acting: Acting, route: Route): void => {
  const { door } = route;
  if (door.may !== 'signed-in' && !acting.may(door.may as Exclude<typeof door.may, 'anyone' | 'signed-in'>)) {
    throw new Refusal('not-your-door', {}, 403);
  }
  if (door.method === 'GET') return;
  if (acting.signIn.readsOnly) throw new Refusal('key-reads-only', {}, 403);
  refuseWrongRealm(acting, route);
};

// A realm that is over or paused is read and no more; what belongs to no realm is not changed out of a drill.
const refuseWrongRealm = ({ halted, live }: Acting, { where }: Route): void => {
  if (where === 'any') return;
  if (where === 'live' && !live) throw new Refusal('not-in-drill');
  if (halted === 'paused') throw new Refusal('realm-paused');
  if (halted === 'closed') throw new Refusal('realm-closed');
  if (halted === 'left') throw new Refusal('realm-left');
};

const keepFor = (acting: Acting, given: Answer | Refusal): Promise<void> =>
  given instanceof Refusal
    ? keep(acting, given.status, { refused: given.reason, detail: given.detail })
    : keep(acting, given.status, given.output);

const answeredBefore = ({ status, answer: kept }: Answered): Answer | Refusal => {
  if (status < 400) return { status, output: kept };
  const { refused, detail } = kept as { refused: string; detail: RefusalDetail };
  return new Refusal(refused, detail, status as RefusalStatus);
};

const realmOf = (c: Context): string | null => {
  const asked = c.req.header('noroshi-realm') ?? c.req.query('realm') ?? 'live';
  if (asked === 'live') return null;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(asked)) throw new Refusal('realm-unknown', {}, 400);
  return asked;
};

const respond = (c: Context, route: Route, { status, output }: Answer): Response => {
  c.header('Cache-Control', 'private, no-store');
  if (status === 204) return c.body(null, 204);
  if (route.door.sends === 'file') return sendFile(c, output as { name: string; bytes: Uint8Array });
  const body = JSON.stringify(output ?? null);
  if (route.door.method === 'GET') {
    const etag = etagOf(body, output);
    c.header('ETag', etag);
    c.header('Cache-Control', 'private, no-cache');
    if (
      c.req
        .header('if-none-match')
        ?.split(/\s*,\s*/u)
        .includes(etag) === true
    )
      return c.body(null, 304);
  }
  return c.body(body, status as 200, { 'Content-Type': 'application/json; charset=utf-8' });
};

// Made of what the reader was shown and nothing else; a desk's revision leads, so that If-Match can carry it.
const etagOf = (body: string, output: unknown): string => {
  const revision =
    (output as { desk?: { revision?: number } | null } | null)?.desk?.revision ??
    (output as { revision?: number } | null)?.revision;
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 20);
  return revision === undefined ? `"${hash}"` : `"${revision}.${hash}"`;
};

/** Any failure as a problem document. What nobody foresaw is logged by its kind and answered without words of its own. */
export const refuse = (c: Context, error: unknown, serving: Serving, name: string): Response => {
  const known = refusalOf(error);
  if (known === null) serving.log.error({ door: name, error: describe(error) }, 'unforeseen');
  const refusal = known ?? new Refusal('unforeseen', {}, 503);
  const problem = problemOf(refusal, serving.words(localeOf(c)));
  if (known === null) problem.status = 500;
  if (refusal.status === 429 || refusal.status === 503) c.header('Retry-After', refusal.status === 429 ? '60' : '2');
  c.header('Cache-Control', 'private, no-store');
  return c.body(JSON.stringify(problem), problem.status as 409, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
};

// Name, code and place of a failure: never its message, which may hold what somebody wrote.
const describe = (error: unknown): Record<string, unknown> => {
  const e = error as { name?: string; code?: string; stack?: string };
  return {
    name: e?.name,
    code: e?.code,
    at: e?.stack
      ?.split('\n')
      .slice(1, 6)
      .map((l) => l.trim()),
  };
};
