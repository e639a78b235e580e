import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { Refusal } from '../../kernel/refusal.ts';
import { asSignedIn, type Acting } from '../acting.ts';
import { credentialOf, visitOf } from './request.ts';
import type { Serving } from './serve.ts';

/** What a stream says: what may be looked at again. Ids only; the reader's own doors give the content. */
export interface Hint {
  readonly kind: string;
  readonly id: string;
  /** When it changed; tells a new hint from one that was given, and is not said. */
  readonly at: Date;
}

const sign = ({ kind, id, at }: Hint): string => `${kind} ${id} ${at.getTime()}`;

/** Wakes every stream of this process; acts of other processes are seen at the next look. */
export interface Streams {
  wake(): void;
  answer(c: Context): Promise<Response>;
  close(): void;
}

const look = 8_000;
const settle = 250;
const overlap = 1_500;

/**
 * Server-sent events. Each look is the reader's own transaction under its own row policies, so a stream can say nothing
 * that a door would not. It ends when the sign-in does.
 */
export const openStreams = (
  serving: Serving,
  hints: (acting: Acting, since: Date) => Promise<readonly Hint[]>,
): Streams => {
  const sleepers = new Set<() => void>();
  let closed = false;

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      sleepers.add(done);
    });

  const wakeAll = (): void => {
    for (const done of sleepers) done();
  };

  return {
    wake: wakeAll,
    close: () => {
      closed = true;
      wakeAll();
    },
    answer: async (c) => {
      const credential = credentialOf(c);
      if (credential === null) throw new Refusal('sign-in-needed', {}, 401);
      if (!serving.ready()) throw new Refusal('not-ready', {}, 503);
      const visit = visitOf(c, serving.publicOrigin);
      const asked = c.req.query('realm') ?? 'live';
      const realm = asked === 'live' ? null : asked;
      const { clock } = serving.doorway;
      const ask = (since: Date): Promise<readonly Hint[]> =>
        asSignedIn(serving.doorway, visit, credential.secret, realm, (acting) => hints(acting, since));
      let since = clock.now();
      await ask(since);
      c.header('X-Accel-Buffering', 'no');
      return streamSSE(c, async (stream) => {
        await stream.writeSSE({ event: 'hello', data: JSON.stringify({ at: since.toISOString() }) });
        let beat = performance.now() + look;
        let told = new Set<string>();
        while (!closed && !stream.aborted) {
          await sleep(Math.max(0, beat - performance.now()));
          await new Promise((resolve) => setTimeout(resolve, settle));
          if (closed || stream.aborted) break;
          const at = clock.now();
          try {
            const seen = await ask(new Date(since.getTime() - overlap));
            // What others did wakes every stream: whom it does not reach must hear nothing of it, not even a beat early or
            // an old hint again.
            const fresh = new Map(seen.filter((it) => !told.has(sign(it))).map((it) => [`${it.kind} ${it.id}`, it]));
            for (const { kind, id } of fresh.values()) await stream.writeSSE({ data: JSON.stringify({ kind, id }) });
            told = new Set(seen.map(sign));
            if (performance.now() >= beat) {
              await stream.writeSSE({ event: 'at', data: JSON.stringify({ at: at.toISOString() }) });
              beat = performance.now() + look;
            }
            since = at;
          } catch (error) {
            if (error instanceof Refusal && error.status === 401) {
              await stream.writeSSE({ event: 'signed-out', data: '{}' });
              break;
            }
            // The store is away: say nothing, so that the page can say since when it is stale.
          }
        }
      });
    },
  };
};
