import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { throwawayFolder } from '../store.ts';

/** The languages of the portal. */
export type Lang = 'ja' | 'en';
const root = join(import.meta.dirname, '../..');
const CHROMIUM = process.env['NOROSHI_CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser here to walk with. */
export const browserHere = existsSync(CHROMIUM);

/** A demo that runs, a browser, and the ways into both. */
export interface House {
  readonly origin: string;
  readonly browser: Browser;
  /** Asks the API as one of the personas; `realm`: inside a drill. */
  api<T>(persona: string, path: string, body?: unknown, realm?: string): Promise<T>;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => done(typeof at === 'object' && at !== null ? at.port : 0));
    });
  });

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((done, fail) => {
    let said = '';
    server.stderr?.on('data', (text: Buffer) => void (said += text.toString()));
    server.stdout?.on('data', (text: Buffer) => text.toString().includes('ready http') && done());
    server.on('exit', (code) => fail(new Error(`the demo ended with ${code}:\n${said}`)));
  });

/** Builds the portal where it is out of date, tells a demo world in a throwaway folder, and opens a browser. */
export const openHouse = async (): Promise<House> => {
  const built = spawnSync(process.execPath, ['bin/portal.ts'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const folder = throwawayFolder();
  const data = join(folder.path, 'data');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['src/main.ts', '--demo', '--data', data, '--port', String(port)], {
    cwd: root,
    env: { ...process.env, NOROSHI_PUBLIC_URL: origin },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    folder.remove();
  };
  try {
    await ready(server);
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    const browser = await chromium.launch({ executablePath: CHROMIUM, args });
    const keys = JSON.parse(readFileSync(join(data, 'demo-keys.json'), 'utf8')) as Record<string, { key: string }>;
    const api = async <T>(persona: string, path: string, body?: unknown, realm = 'live'): Promise<T> => {
      const headers = {
        authorization: `Bearer ${keys[persona]?.key}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        'noroshi-realm': realm,
      };
      const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, init);
      if (!answer.ok) throw new Error(`${path} as ${persona}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    };
    const close = async (): Promise<void> => {
      await browser.close();
      await stop();
    };
    return { origin, browser, api, close };
  } catch (error) {
    await stop();
    throw error;
  }
};

const texts = (lang: Lang): Record<string, string> =>
  Object.assign(
    {},
    ...globSync(`src/**/messages/${lang}.json`, { cwd: root }).map(
      (path) => JSON.parse(readFileSync(join(root, path), 'utf8')) as object,
    ),
  ) as Record<string, string>;
const catalogues = { ja: texts('ja'), en: texts('en') };

/** The words that stand on the page under a key. */
export const say =
  (lang: Lang) =>
  (key: string, holes: Readonly<Record<string, string | number>> = {}): string => {
    const text = catalogues[lang][key];
    if (text === undefined) throw new Error(`no text under ${key}`);
    return text.replace(/\{(\w+)\}/gu, (hole, name: string) => String(holes[name] ?? hole));
  };

/** A browser of its own for one person, in a language and of a width. */
export const contextFor = async (
  house: House,
  lang: Lang,
  options: { width?: number; scripts?: boolean; bypassCSP?: boolean } = {},
): Promise<BrowserContext> => {
  const { width = 1440, scripts = true, bypassCSP = false } = options;
  const context = await house.browser.newContext({
    baseURL: house.origin,
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
    bypassCSP,
    reducedMotion: 'reduce',
  });
  await context.addCookies([{ name: 'noroshi_lang', value: lang, url: house.origin }]);
  context.setDefaultTimeout(12_000);
  return context;
};

/** Signs a persona in by a request, where the way in is not what is looked at. */
export const enter = async (house: House, context: BrowserContext, persona: string): Promise<void> => {
  const answer = await context.request.post('/api/demo/session', {
    data: { persona },
    headers: { 'sec-fetch-site': 'same-origin', origin: house.origin },
  });
  if (!answer.ok()) throw new Error(`${persona} could not enter: ${answer.status()}`);
};

interface Persona {
  readonly key: string;
  readonly name: Record<Lang, string>;
  readonly seat: Record<Lang, string>;
}

/** Signs a persona in by the button of the sign-in page, and stands before the desk. */
export const walkIn = async (house: House, lang: Lang, key: string): Promise<Page> => {
  const context = await contextFor(house, lang);
  const page = await context.newPage();
  await page.goto('/sign-in');
  const listed = (await (await context.request.get('/api/demo/personas')).json()) as { items: Persona[] };
  const persona = listed.items.find((it) => it.key === key);
  if (persona === undefined) throw new Error(`${key} is not on the sign-in page`);
  const name = say(lang)('parties.demo.enter-as', { name: persona.name[lang], seat: persona.seat[lang] });
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: say(lang)('desk.title') }).waitFor();
  return page;
};
