import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Context, Hono } from 'hono';
import { Refusal } from '../kernel/refusal.ts';
import { modeDoors } from '../modules/mode/contract.ts';
import { sessionDoors } from '../modules/parties/contract.ts';
import { type Acting, asSignedIn, asVisitor, type Once, type Visitor } from '../platform/acting.ts';
import type { Route } from '../platform/http/door.ts';
import { problemOf, refusalOf } from '../platform/http/problem.ts';
import { credentialOf, localeOf, visitOf } from '../platform/http/request.ts';
import type { Serving } from '../platform/http/serve.ts';
import { type Look, note, openPage, type Piece, type Reader } from './frame.ts';
import { type Knocking, read } from './knock.ts';
import { type Voice, voiceAt } from './words.ts';

/** In parts for those who write it, one sheet for those who read: a second request may be one too many. */
const sheets = ['page', 'read', 'answer'];
const css = Buffer.concat(sheets.map((it) => readFileSync(new URL(`./styles/${it}.css`, import.meta.url))));
const address = `/plain/style.css?v=${createHash('sha256').update(css).digest('hex').slice(0, 10)}`;

/** What a page is made with: who reads, and the doors as that person. */
export interface Hand extends Knocking {
  readonly reader: Reader;
  readonly look: Look;
  readonly acting: Acting;
}

/** What answers a request: a page, an address to go to next, or a file to keep. */
export type Answer =
  | { readonly page: Piece; readonly status?: number }
  | { readonly goTo: string }
  | { readonly pdf: Uint8Array; readonly name: string };

/** The plain pages' own way of answering: one transaction for one page or one act, refusals in words. */
export class Plain {
  readonly #app: Hono;
  readonly serving: Serving;
  readonly routes: readonly Route[];
  readonly look: Look = { style: address };

  constructor(app: Hono, serving: Serving, routes: readonly Route[]) {
    this.#app = app;
    this.serving = serving;
    this.routes = routes;
    app.get('/plain/style.css', (c) => {
      c.header('Content-Type', 'text/css; charset=utf-8');
      c.header('Cache-Control', 'public, max-age=31536000, immutable');
      return c.body(new Uint8Array(css));
    });
  }

  /** Answers an address for whoever asks; any failure becomes a page that says what was refused and the way out. */
  on(method: 'GET' | 'POST', path: string, answer: (c: Context) => Promise<Answer>): void {
    this.#app.on(method, path, async (c) => {
      const began = performance.now();
      const given = await this.#tried(c, answer);
      const response = await respond(c, given);
      this.serving.metrics.answered(`plain ${method} ${path}`, response.status, (performance.now() - began) / 1000);
      return response;
    });
  }

  async #tried(c: Context, answer: (c: Context) => Promise<Answer>): Promise<Answer> {
    try {
      if (!this.serving.ready()) throw new Refusal('not-ready', {}, 503);
      return await answer(c);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null)
        this.serving.log.error(
          {
            door: `plain ${c.req.method}`,
            error: { name: (error as Error)?.name, code: (error as { code?: string })?.code },
          },
          'unforeseen',
        );
      if (refusal?.reason === 'sign-in-needed') return { goTo: `/plain/sign-in?next=${encodeURIComponent(hereOf(c))}` };
      return this.refused(c, refusal ?? new Refusal('unforeseen', {}, 503));
    }
  }

  /** The voice of the reader's language, now. */
  voice(c: Context): Voice {
    const locale = localeOf(c);
    return voiceAt(locale, this.serving.words(locale), this.serving.doorway.clock.now());
  }

  /** Who is acting reads or acts, in one transaction. A refusal given back instead of thrown keeps what was counted before it. */
  async asReader<T>(c: Context, act: (hand: Hand) => Promise<T>, once: Once | null = null): Promise<T> {
    const credential = credentialOf(c);
    if (credential === null) throw new Refusal('sign-in-needed', {}, 401);
    const realm = realmOf(c);
    return asSignedIn(
      this.serving.doorway,
      visitOf(c, this.serving.publicOrigin),
      credential.secret,
      realm,
      async (acting) => {
        const at = { routes: this.routes, who: acting };
        const session = await read(at, sessionDoors.showSession, {});
        const mode = await read(at, modeDoors.showMode, {});
        const link = (path: string): string =>
          realm === null ? path : `${path}${path.includes('?') ? '&' : '?'}realm=${realm}`;
        return act({
          ...at,
          acting,
          look: this.look,
          reader: { voice: this.voice(c), session, mode: mode.now, link, key: randomUUID() },
        });
      },
      once,
    );
  }

  /** Anyone at the door, in a transaction in which nobody acts. */
  asVisitor<T>(c: Context, act: (at: Knocking & { readonly who: Visitor }) => Promise<T>): Promise<T> {
    return asVisitor(this.serving.doorway, visitOf(c, this.serving.publicOrigin), (who) =>
      act({ routes: this.routes, who }),
    );
  }

  /** A refusal as a page of its own. */
  refused(c: Context, refusal: Refusal): Answer {
    const voice = this.voice(c);
    const { title } = problemOf(refusal, this.serving.words(voice.locale));
    return {
      page: openPage(this.look, voice, { title, here: hereOf(c), content: wordsFor(this.serving, voice, refusal) }),
      status: refusal.status,
    };
  }
}

/** What was refused and the way out, to stand over a form or on a page of its own. */
export const wordsFor = (serving: Serving, voice: Voice, refusal: Refusal): Piece => {
  const { title, detail } = problemOf(refusal, serving.words(voice.locale));
  return note('late', `${title}${voice.locale === 'ja' ? ' ' : ': '}${typeof detail === 'string' ? detail : ''}`);
};

/** The address that was asked for, of a page one can come back to. */
export const hereOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'GET' ? `${pathname}${search}` : '/plain';
};

const realmOf = (c: Context): string | null => {
  const asked = c.req.query('realm') ?? 'live';
  if (asked === 'live') return null;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(asked)) throw new Refusal('realm-unknown', {}, 400);
  return asked;
};

const respond = async (c: Context, given: Answer): Promise<Response> => {
  c.header('Cache-Control', 'private, no-store');
  if ('goTo' in given) return c.redirect(given.goTo, 303);
  if ('pdf' in given) {
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(given.name)}`);
    return c.body(new Uint8Array(given.pdf));
  }
  c.header('Content-Type', 'text/html; charset=utf-8');
  if (given.status === 429 || given.status === 503) c.header('Retry-After', given.status === 429 ? '60' : '2');
  return c.body(String(await given.page), (given.status ?? 200) as 200);
};
