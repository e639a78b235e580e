import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Refusal, malformed } from '../../kernel/refusal.ts';
import type { z } from 'zod';
import type { Locale, Visit } from '../acting.ts';

/** The cookie that carries a session's secret. */
export const sessionCookie = 'noroshi_session';
const languageCookie = 'noroshi_lang';
/** The largest body of a request, in bytes. */
export const largestBody = 1_000_000;

/** The language of a reader: chosen, else asked by the browser, else Japanese. */
export const localeOf = (c: Context): Locale => {
  const chosen = getCookie(c, languageCookie);
  if (chosen === 'ja' || chosen === 'en') return chosen;
  const asked = c.req.header('accept-language') ?? '';
  const en = asked.search(/\ben\b/iu);
  const ja = asked.search(/\bja\b/iu);
  return en >= 0 && (ja < 0 || en < ja) ? 'en' : 'ja';
};

/** What a request brings, for those behind the door. Behind TLS the cookies are marked secure. */
export const visitOf = (c: Context, publicOrigin: string): Visit => ({
  locale: localeOf(c),
  address: remoteAddress(c),
  origin: publicOrigin,
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 200),
  cookie: (name) => getCookie(c, name),
  setCookie: (name, value, maxAge) =>
    setCookie(c, name, value, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge,
      secure: publicOrigin.startsWith('https:'),
    }),
  header: (name, value) => c.header(name, value),
});

const remoteAddress = (c: Context): string => {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? 'unknown';
};

/** The secret a request carries and whether a browser sent it by itself. */
export const credentialOf = (c: Context): { secret: string; byCookie: boolean } | null => {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const m = /^Bearer ([\x21-\x7e]{16,300})$/u.exec(header);
    return m === null ? null : { secret: m[1] as string, byCookie: false };
  }
  const cookie = getCookie(c, sessionCookie);
  return cookie === undefined || cookie.length < 16 ? null : { secret: cookie, byCookie: true };
};

/** Refuses an act that a foreign page could have sent in the reader's name. */
export const refuseForeignPage = (c: Context, publicOrigin: string): void => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new Refusal('foreign-page', {}, 403);
    return;
  }
  const origin = c.req.header('origin');
  if (origin === undefined) throw new Refusal('foreign-page', {}, 403);
  const host = c.req.header('host');
  if (origin !== publicOrigin && origin !== `http://${host}` && origin !== `https://${host}`)
    throw new Refusal('foreign-page', {}, 403);
};

/** The body as bytes, refused when there are more than `most`, whatever its head says. */
export const bodyBytes = async (c: Context, most: number): Promise<Buffer> => {
  const tooLarge = (): Refusal => new Refusal('too-large', { limit: most }, 413);
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge();
  const stream = c.req.raw.body;
  if (stream === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** The body as text, refused when it is longer than `largestBody`. */
export const bodyText = async (c: Context): Promise<string> => {
  const bytes = await bodyBytes(c, largestBody);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed([{ path: '', code: 'not-utf-8' }]);
  }
};

/** The body as JSON; nothing at all is `undefined`. */
export const parseJson = (text: string, contentType: string | undefined): unknown => {
  if (text.trim() === '') return undefined;
  if (contentType !== undefined && !/^application\/(?:[\w.+-]+\+)?json\b/iu.test(contentType))
    throw new Refusal('not-json', {}, 415);
  // Shapes drop a member of this name without a word; nobody sends it by chance.
  if (/"__proto__"\s*:/u.test(text)) throw malformed([{ path: '__proto__', code: 'bad-name' }]);
  try {
    return JSON.parse(text);
  } catch {
    throw malformed([{ path: '', code: 'not-json' }]);
  }
};

/** Checks a part of the input against its shape; every problem is named by its place. */
export const check = (shape: z.ZodType | undefined, value: unknown, place: string): unknown => {
  if (shape === undefined) return undefined;
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw malformed(
    result.error.issues.slice(0, 50).map((issue) => ({
      path: [place, ...issue.path.map(String)].filter((p) => p !== 'body').join('.'),
      code: issue.code === 'custom' ? ((issue.params as { code?: string } | undefined)?.code ?? 'custom') : issue.code,
      message: issue.message,
    })),
  );
};
