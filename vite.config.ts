import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { loadProgramme } from './src/modules/programme/index.ts';
import { inCalendar } from './src/platform/http/pages.ts';

const server = process.env['NOROSHI_URL'] ?? 'http://127.0.0.1:4014';

/** As strict as what the server sends: `vite preview` shows the built portal under it. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/**
 * Contracts reach the browser for their methods and paths; shapes are checked by the server alone. So the library of
 * shapes stays behind (31 kB gzipped, and a probe for `eval` that the policy would report). Whoever checks a shape in the
 * browser after all is told at once.
 */
const withoutShapes: Plugin = {
  name: 'without-shapes',
  enforce: 'pre',
  resolveId: (id) => (id === 'zod' ? '\0without-shapes' : null),
  load: (id) => (id === '\0without-shapes' ? noShapes : null),
};

const noShapes = `
const checks = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode']);
const shape = new Proxy(() => {}, {
  apply: () => shape,
  get: (_, name) => {
    if (checks.has(name)) throw new Error('shapes are checked by the server, not in the browser');
    return typeof name === 'symbol' || name === 'then' ? undefined : shape;
  },
});
export const z = shape;
export default shape;
`;

/** Texts are served as scripts during development, which a browser refuses under an import that asks for JSON. */
const textsAsScripts: Plugin = {
  name: 'texts-as-scripts',
  apply: 'serve',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/src/app.tsx') ? code.replaceAll(", { with: { type: 'json' } }", '') : null),
};

/** The server writes the calendar of its programme into the page; during development nobody serves it, so this does. */
const calendarInPage: Plugin = {
  name: 'calendar-in-page',
  apply: 'serve',
  transformIndexHtml: async (page) => {
    const folder = process.env['NOROSHI_PROGRAMME'] ?? join(import.meta.dirname, 'programmes/jp-2014');
    return inCalendar(page, await loadProgramme(folder));
  },
};

/** The portal: `index.html` and what it reaches, built into `dist/portal` with hashed names, a chunk for each page. */
export default defineConfig({
  plugins: [withoutShapes, textsAsScripts, calendarInPage, react()],
  build: {
    outDir: 'dist/portal',
    emptyOutDir: true,
    target: 'es2023',
    // Inlined files would be `data:` addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file of texts for each language, however many rooms there are.
            { name: 'texts-ja', test: /messages[\\/]ja\.json$/u },
            { name: 'texts-en', test: /messages[\\/]en\.json$/u },
            // What nearly every page shows, in one file instead of thirty; lists of menus and dialogs stay apart.
            {
              name: 'kit',
              test: /src[\\/]portal[\\/](?:(?:act|form|list|data)[\\/](?!MenuList|Modal)|show[\\/](?!chart))/u,
            },
            // Changes seldom: kept by browsers over releases.
            { name: 'vendor', priority: 2, test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack)[\\/]/u },
          ],
        },
      },
    },
  },
  // The database of a demo lies beside the sources and changes all the time.
  server: {
    watch: { ignored: [join(import.meta.dirname, 'data/**'), join(import.meta.dirname, 'dist/**')] },
    host: '127.0.0.1',
    proxy: { '/api': server, '/plain': server },
  },
  preview: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/plain': server },
    headers: { 'content-security-policy': contentSecurityPolicy },
  },
});
