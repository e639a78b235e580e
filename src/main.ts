import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { allJobs, allReactions, allRoutes, buildApp, postJob, serverWords } from './composition.ts';
import { openDemo } from './demo/open.ts';
import { migrationRooms } from './house.ts';
import { establishSpaces } from './modules/channels/index.ts';
import {
  applicationSecret,
  establish,
  inviteFirstAdministrator,
  installLetters,
  installVault,
  openVault,
  postLetters,
} from './modules/parties/index.ts';
import { installPush, installTrust, pushNotices } from './modules/notices/index.ts';
import { installProgramme, inOneLine, readProgramme } from './modules/programme/index.ts';
import { openSigner, seal, type Signer } from './modules/journal/index.ts';
import { plainRoutes } from './plain/index.ts';
import { systemClock } from './platform/clock.ts';
import { database, type Db, openPool } from './platform/database.ts';
import type { Serving } from './platform/http/serve.ts';
import { type Log, openLog } from './platform/log.ts';
import { openMetrics } from './platform/metrics.ts';
import { migrate } from './platform/migrate.ts';
import { CannotStart } from './platform/store/cannot-start.ts';
import { openStore } from './platform/store/store.ts';
import { keepReacting } from './platform/work/reactions.ts';
import { type Job, runJobs } from './platform/work/jobs.ts';
import { mailMoves } from './platform/work/mail.ts';
import { openPost, type PostOffice } from './protocols/mail/post.ts';
import { openLetterbox } from './protocols/mail/inbound.ts';
import { letterboxAt, readPostOffice } from './protocols/mail/settings.ts';
import { openPusher } from './protocols/push/send.ts';
import { readPushOffice } from './protocols/push/settings.ts';
import { sealText } from './protocols/mail/message.ts';
import { sealTextFor } from './protocols/mail/smime.ts';

const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    data: { type: 'string', default: 'data' },
    port: { type: 'string', default: '4014' },
  },
});

const postOffice = (office: PostOffice, worker: Db, log: Log): Job[] => {
  const post = openPost(office);
  const { origin, signer, certificate, trust, replies } = office;
  installTrust(trust);
  const writing = {
    origin,
    words: serverWords,
    seal: signer === null ? null : sealText(signer),
    sealCms: sealTextFor(trust, certificate),
    returns: replies?.tokens ?? null,
  };
  installLetters(writing);
  return [
    postJob(worker, systemClock, { office: writing, post, log }),
    {
      name: 'parties.post-letters',
      cron: '* * * * *',
      run: async () => void (await postLetters(worker, systemClock, { post, office: writing, log })),
    },
  ];
};

type PushSet = NonNullable<Awaited<ReturnType<typeof readPushOffice>>>;
const pushing = (office: PushSet, worker: Db, log: Log): Job => {
  installPush({ key: office.key, hosts: office.hosts });
  const by = { push: openPusher(office), words: serverWords, log };
  return {
    name: 'notices.push',
    cron: '* * * * *',
    run: async () => void (await pushNotices(worker, systemClock, by)),
  };
};

// On the hour, whether anything happened or not: the size of the tree then tells the hour and no more.
const sealing = (worker: Db, signer: Signer): Job => ({
  name: 'journal.seal',
  cron: '0 * * * *',
  run: async () => void (await seal(worker, systemClock, signer)),
});

const say = (line: string): void => void process.stderr.write(`noroshi: ${line}\n`);

const start = async (): Promise<void> => {
  const began = performance.now();
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 24)
    throw new CannotStart(`Node 24 or newer is needed; this is ${process.version}. bin/start brings its own.`);
  const env = process.env;
  const log = openLog(env['NOROSHI_LOG'] ?? 'warn');
  const dataDir = resolve(values.data);
  const folder = env['NOROSHI_PROGRAMME'] ?? fileURLToPath(new URL('../programmes/jp-2014', import.meta.url));
  const { programme, problems } = await readProgramme(resolve(folder));
  if (programme === null)
    throw new CannotStart(['The programme has mistakes:', ...problems.map((p) => `  ${inOneLine(p)}`)].join('\n'));
  installProgramme(programme);

  const store = await openStore({ dataDir, databaseUrl: env['DATABASE_URL'], secret: env['NOROSHI_SECRET'], log });
  const ran = await migrate(store.config('migrator'), migrationRooms);
  if (ran.length > 0) say(`the database has ${ran.length} new migration${ran.length === 1 ? '' : 's'}`);
  const cores = 2;
  const portalPool = openPool(store.config('portal'), Number(env['NOROSHI_POOL'] ?? cores * 2));
  const workerPool = openPool(store.config('worker'), 3);
  const worker = database(workerPool);
  await worker.transaction().execute(async (tx) => {
    await establish(tx, programme, systemClock.now());
    await establishSpaces(tx, programme);
  });
  const secret = applicationSecret(dataDir, env['NOROSHI_SECRET']);
  const vault = openVault(secret);
  await installVault(worker, vault);
  const demo = await openDemo({ wanted: values.demo, dataDir, portal: database(portalPool), worker, vault, say });

  const invitation = values.demo
    ? null
    : await worker.transaction().execute((tx) => inviteFirstAdministrator(tx, systemClock.now()));

  const metrics = openMetrics();
  const port = Number(values.port);
  let wakeAll = (): void => undefined;
  const publicOrigin = env['NOROSHI_PUBLIC_URL'] ?? `http://127.0.0.1:${port}`;
  const serving: Serving = {
    doorway: { db: database(portalPool), clock: systemClock, onCommit: () => wakeAll() },
    publicOrigin,
    words: serverWords,
    log,
    metrics,
    ready: () => store.state().status === 'up',
  };
  const mail = await readPostOffice(env, { origin: publicOrigin, worker, vault, now: systemClock.now() });
  const push = await readPushOffice(env, { worker, vault, now: systemClock.now() });
  const signer = await openSigner(worker, secret, publicOrigin);
  await seal(worker, systemClock, signer);
  const ways = { mail: mail !== null && !values.demo };
  const reacting = keepReacting(worker, systemClock, allReactions(ways), log, metrics.reactionLag);
  const running: { jobs?: Awaited<ReturnType<typeof runJobs>> } = {};
  const health = {
    metrics,
    metricsToken: env['NOROSHI_METRICS_TOKEN'],
    ready: async () => ({
      database: store.state().status === 'up',
      jobs: running.jobs !== undefined,
      mail: mail === null || (await mailMoves(worker, systemClock).catch(() => false)),
    }),
  };
  const { app, wake, close } = buildApp(serving, health, demo?.routes ?? [], (hono) =>
    plainRoutes(hono, serving, { routes: [...allRoutes, ...(demo?.routes ?? [])] }),
  );
  wakeAll = () => {
    wake();
    reacting.wake();
  };
  let stopping = false;
  store.onState((state) => {
    metrics.storeState(state.status === 'up');
    if (state.status !== 'up' && !stopping) log.warn({ status: state.status }, 'the database is away');
  });
  running.jobs = await runJobs(
    store.config('worker'),
    [
      ...allJobs(worker, systemClock, ways),
      sealing(worker, signer),
      ...(mail === null || values.demo ? [] : postOffice(mail, worker, log)),
      ...(push === null || values.demo ? [] : [pushing(push, worker, log)]),
    ],
    log,
  );

  const listen = letterboxAt(env);
  const letterbox =
    listen === null || values.demo || mail === null || mail.replies === null
      ? null
      : await openLetterbox({
          ...listen,
          replies: mail.replies,
          worker,
          clock: systemClock,
          log,
          wake: () => wakeAll(),
        });

  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) => {
    process.stdout.write(`ready http://127.0.0.1:${info.port}\n`);
    if (invitation !== null)
      say(
        `nobody keeps accounts here yet. Open this once, within seven days: ${publicOrigin.replace('127.0.0.1', 'localhost')}/invitation#${invitation}`,
      );
    say(
      `ready after ${((performance.now() - began) / 1000).toFixed(1)}s; data in ${dataDir}${values.demo ? '; a demo: operators, persons and events are invented' : ''}`,
    );
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    say(
      error.code === 'EADDRINUSE'
        ? `port ${port} is taken; choose another with --port N`
        : `cannot listen: ${error.message}`,
    );
    void stop(1);
  });

  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    close();
    await new Promise<void>((done) => {
      server.close(() => done());
      setTimeout(done, 1_500).unref();
    });
    await letterbox?.close();
    await reacting.stop();
    await running.jobs?.stop();
    await Promise.allSettled([portalPool.end(), workerPool.end()]);
    await store.stop();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0));
};

start().catch((error: unknown) => {
  say(
    error instanceof CannotStart || (error instanceof Error && error.name === 'MigrationRefused')
      ? error.message
      : String((error as Error).stack ?? error),
  );
  process.exit(1);
});
