import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { type Calendar, theCalendar } from '../../kernel/time.ts';

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

/** What a browser may do with anything we serve: our own scripts and styles, nothing inline, nobody's frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Heads of every answer. */
export const guardBrowsers = (app: Hono, publicOrigin: string): void => {
  app.use('*', async (c, next) => {
    await next();
    // A file that is sent to be kept has a stricter one of its own.
    if (c.res.headers.get('Content-Security-Policy') === null) c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (publicOrigin.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=63072000');
  });
};

/** The page told by which calendar to show time, before it has asked for anything. */
export const inCalendar = (page: string, { timeZone, fiscalYearBegins }: Calendar): string =>
  page.replace('<html ', `<html data-time-zone="${timeZone}" data-fiscal-year-begins="${fiscalYearBegins}" `);

/** Serves the built portal: files by their name, and its one page, in the calendar in place, for every other path. */
export const servePortal = (app: Hono, folder: string): void => {
  app.get('*', async (c) => {
    const asked = normalize(decoded(new URL(c.req.url).pathname)).replace(/^[/\\]+/u, '');
    if (asked.startsWith('api/')) return c.notFound();
    const file =
      asked === '' || asked === 'index.html' || asked.includes('..') || asked.startsWith('.')
        ? null
        : await open(join(folder, asked));
    if (file !== null)
      return send(
        c,
        file,
        extname(asked),
        asked.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    const page = await open(join(folder, 'index.html'), told);
    return page === null
      ? c.text('The portal has not been built. Run bin/start.', 503)
      : send(c, page, '.html', 'no-cache');
  });
};

interface Built {
  readonly plain: Buffer;
  readonly packed: Map<'br' | 'gzip', Buffer>;
}

// Files of a build never change while it is served; a rebuilt one has another time.
const kept = new Map<string, { at: number; file: Built }>();

// What is no text when decoded is no file's name either.
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
};

const told = (page: Buffer): Buffer => Buffer.from(inCalendar(page.toString(), theCalendar()));

const open = async (path: string, as = (it: Buffer): Buffer => it): Promise<Built | null> => {
  try {
    const it = await stat(path);
    if (!it.isFile()) return null;
    const before = kept.get(path);
    if (before?.at === it.mtimeMs) return before.file;
    const file: Built = { plain: as(await readFile(path)), packed: new Map() };
    kept.set(path, { at: it.mtimeMs, file });
    return file;
  } catch {
    return null;
  }
};

const packings = {
  br: (plain: Buffer) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (plain: Buffer) => gzipSync(plain, { level: 8 }),
} as const;

const packable = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest']);

const send = (c: Context, file: Built, extension: string, cache: string): Response => {
  c.header('Content-Type', kinds[extension] ?? 'application/octet-stream');
  c.header('Cache-Control', cache);
  const accepted = c.req.header('accept-encoding') ?? '';
  const packing = !packable.has(extension)
    ? null
    : /\bbr\b/u.test(accepted)
      ? 'br'
      : /\bgzip\b/u.test(accepted)
        ? 'gzip'
        : null;
  c.header('Vary', 'Accept-Encoding');
  if (packing === null) return c.body(new Uint8Array(file.plain));
  let packed = file.packed.get(packing);
  if (packed === undefined) {
    packed = packings[packing](file.plain);
    file.packed.set(packing, packed);
  }
  c.header('Content-Encoding', packing);
  return c.body(new Uint8Array(packed));
};
