import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { freshDatabase } from './database.ts';
import { settableClock } from '../src/platform/clock.ts';
import { database, openPool, type Db } from '../src/platform/database.ts';
import { sessionCookie } from '../src/platform/http/request.ts';
import { serveDoors } from '../src/platform/http/serve.ts';
import { openLog } from '../src/platform/log.ts';
import { openMetrics } from '../src/platform/metrics.ts';
import { readProgramme } from '../src/modules/programme/index.ts';
import { partiesRoutes } from '../src/modules/parties/routes.ts';
import { demoRoutes } from '../src/modules/parties/commands/sign-in/enter-as.ts';
import { installVault, openVault } from '../src/modules/parties/commands/sign-in/vault.ts';
import { appoint } from '../src/modules/parties/commands/founding/appoint.ts';
import { declareDemo } from '../src/modules/parties/commands/founding/demo.ts';
import { enrol } from '../src/modules/parties/commands/founding/enrol.ts';
import { establish } from '../src/modules/parties/commands/founding/establish.ts';

/** What a door answered. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown> & { items: Record<string, unknown>[] };
  /** The session's new secret, when one was given; empty when it was taken away. */
  readonly cookie: string | undefined;
}

/** What a request carries. */
export interface Asking {
  readonly as?: string | undefined;
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Where people open this world's portal. */
export const origin = 'https://noroshi.test';
/** The instant at which this world's clock stands at first: an afternoon in Japan, today. */
export const afternoon = (): Date => new Date(new Date().toISOString().slice(0, 10) + 'T04:00:00Z');

const people = {
  'operator.power-a': { ja: '水野 圭', en: 'Kei Mizuno' },
  'operator.power-b': { ja: '早瀬 蓮', en: 'Ren Hayase' },
  'operator.water-a': { ja: '三浦 環', en: 'Tamaki Miura' },
  'ceptoar.power': { ja: '湊 彩', en: 'Aya Minato' },
  'ministry.meti': { ja: '小田切 遥', en: 'Haruka Odagiri' },
  'security.meti': { ja: '小田切 遥', en: 'Haruka Odagiri' },
  'cs.duty': { ja: '佐伯 千尋', en: 'Chihiro Saeki' },
  'admin.system': { ja: '槙 透', en: 'Toru Maki' },
} as const;
export type PersonaKey = keyof typeof people;

/** A small house with the real programme, three invented operators and people in their seats, behind its real doors. */
export const smallWorld = async () => {
  const fresh = await freshDatabase();
  const portalPool = openPool(fresh.config('portal'), 3);
  const workerPool = openPool(fresh.config('worker'), 2);
  const portal = database(portalPool);
  const worker = database(workerPool);
  const clock = settableClock(afternoon());
  const vault = openVault('a secret of forty characters for the tests');
  await installVault(worker, vault);
  const { programme } = await readProgramme(fileURLToPath(new URL('../programmes/jp-2014', import.meta.url)));
  if (programme === null) throw new Error('the programme has mistakes');
  const found = (): Promise<void> => worker.transaction().execute((tx) => establish(tx, programme, clock.now()));
  await found();
  const seats = await settle(worker, clock.now());
  const personas = [...seats].map(([key, it]) => ({
    key,
    name: people[key],
    seat: { ja: key, en: key },
    group: key.split('.')[0] ?? '',
    about: { ja: '', en: '' },
    person: it.person,
    seatId: it.seat,
  }));
  const app = new Hono();
  serveDoors(app, [...partiesRoutes, ...demoRoutes(vault, personas)], {
    doorway: { db: portal, clock, onCommit: () => undefined },
    publicOrigin: origin,
    words: () => () => undefined,
    log: openLog('silent'),
    metrics: openMetrics(),
    ready: () => true,
  });
  const ask = (method: string, path: string, asking: Asking = {}): Promise<Answered> =>
    answered(app, method, path, asking);
  const enter = async (persona: PersonaKey): Promise<string> =>
    (await ask('POST', '/api/demo/session', { body: { persona } })).cookie ?? '';
  const close = async (): Promise<void> => {
    await portalPool.end();
    await workerPool.end();
    await fresh.drop();
  };
  return { portal, worker, clock, vault, found, seats, ask, enter, close, portalPool };
};

export type SmallWorld = Awaited<ReturnType<typeof smallWorld>>;

const answered = async (
  app: Hono,
  method: string,
  path: string,
  { as, key, body, headers }: Asking,
): Promise<Answered> => {
  const response = await app.request(`${origin}${path}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
      ...(as === undefined ? {} : { cookie: `${sessionCookie}=${as}` }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const cookie = new RegExp(`${sessionCookie}=([^;]*)`, 'u').exec(response.headers.get('set-cookie') ?? '')?.[1];
  return { status: response.status, body: text === '' ? {} : JSON.parse(text), cookie };
};

const operator = (key: string, ja: string, en: string, sector: string, ceptoar: string) => ({
  key,
  name: { ja, en },
  kana: ja,
  alias: [],
  domains: [`${key.split('.')[1]}.example`],
  sectors: [sector],
  ceptoars: [ceptoar],
  fictitious: true,
});

const settle = (worker: Db, now: Date) =>
  worker.transaction().execute(async (tx) => {
    await declareDemo(tx);
    const a = await enrol(
      tx,
      operator('operator.power-a', '北都電力（架空）', 'Hokuto Power (fictitious)', 'electricity', 'ceptoar.power'),
      now,
    );
    const b = await enrol(
      tx,
      operator('operator.power-b', '南海電力（架空）', 'Nankai Power (fictitious)', 'electricity', 'ceptoar.power'),
      now,
    );
    const w = await enrol(
      tx,
      operator('operator.water-a', 'あおば水道（架空）', 'Aoba Water (fictitious)', 'water', 'ceptoar.water'),
      now,
    );
    const seatOf = async (body: string, capacity: string): Promise<string> => {
      const row = await tx
        .selectFrom('parties.seat as s')
        .innerJoin('parties.body as b', 'b.id', 's.body')
        .select('s.id')
        .where('b.key', '=', body)
        .where('s.capacity', '=', capacity)
        .executeTakeFirstOrThrow();
      return row.id;
    };
    const where: Record<PersonaKey, [seat: string, role: string]> = {
      'operator.power-a': [a.seat, 'officer'],
      'operator.power-b': [b.seat, 'officer'],
      'operator.water-a': [w.seat, 'officer'],
      'ceptoar.power': [await seatOf('ceptoar.power', 'ceptoar'), 'officer'],
      'ministry.meti': [await seatOf('meti', 'sector-ministry'), 'officer'],
      'security.meti': [await seatOf('meti', 'security-ministry'), 'officer'],
      'cs.duty': [await seatOf('cs', 'cabinet-secretariat'), 'duty'],
      'admin.system': [await seatOf('platform-office', 'system-admin'), 'admin'],
    };
    const seats = new Map<PersonaKey, { person: string; seat: string }>();
    for (const [key, [seat, role]] of Object.entries(where) as [PersonaKey, [string, string]][]) {
      const name = people[key];
      const email = `${name.en.toLowerCase().replace(' ', '.')}@example.jp`;
      seats.set(key, { seat, person: await appoint(tx, { name, email, seat, role }, now) });
    }
    return seats;
  });
