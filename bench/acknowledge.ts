import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { serve } from '@hono/node-server';
import pg from 'pg';
import { type Due, duesOf, sent } from '../test/one-sector.ts';
import { bigWorld } from './big-world.ts';
import { flood, head, quantile, row } from './figures.ts';

// Signed-in acknowledgements a second over HTTP, eight at once, from a process of its own; against bare durable
// single-row inserts, eight at once, in the same run.
interface Order {
  port: number;
  jobs: readonly Due[];
}

if (process.argv[2] === 'client') {
  process.on('message', ({ port, jobs }: Order) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const post = (job: Order['jobs'][number]): Promise<void> =>
      new Promise((done, fail) => {
        const body = '{"state":"received"}';
        const req = request(
          {
            port,
            host: '127.0.0.1',
            agent,
            method: 'POST',
            path: `/api/receipts/${job.receipt}/acknowledgement`,
            headers: {
              authorization: `Bearer ${job.key}`,
              'content-type': 'application/json',
              'content-length': body.length,
              'idempotency-key': job.receipt,
            },
          },
          (res) => {
            res.resume();
            res.on('end', () => (res.statusCode === 200 ? done() : fail(new Error(String(res.statusCode)))));
          },
        );
        req.on('error', fail);
        req.end(body);
      });
    void flood(8, jobs.length, (n) => post(jobs[n] as Order['jobs'][number])).then((result) =>
      process.send?.(result, undefined, undefined, () => process.exit(0)),
    );
  });
} else {
  const world = await bigWorld(6_000, Number(process.env['NOROSHI_POOL'] ?? 4));
  const id = await sent(world.call);
  const jobs = await duesOf(async (text, values) => (await world.admin.query(text, values)).rows, id);
  const server = serve({ fetch: world.app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };

  const order = (some: Order['jobs']): Promise<{ each: number[]; perSecond: number }> =>
    new Promise((done) => {
      const child = fork(new URL(import.meta.url), ['client']);
      child.once('message', (m) => done(m as { each: number[]; perSecond: number }));
      child.send({ port, jobs: some });
    });
  const bare = async (): Promise<number> => {
    await world.admin.query(
      'create table if not exists bare (id uuid primary key default gen_random_uuid(), at timestamptz, word text)',
    );
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const c = new pg.Client(world.admin.options);
        await c.connect();
        return c;
      }),
    );
    let i = 0;
    const { perSecond } = await flood(8, 6_000, () =>
      (clients[i++ % 8] as pg.Client).query({
        name: 'bare',
        text: 'insert into bare (at, word) values (now(), $1)',
        values: ['received'],
      }),
    );
    await Promise.all(clients.map((c) => c.end()));
    return perSecond;
  };

  head(
    'Acknowledgements over HTTP, eight at once',
    'run',
    'acknowledgements/s',
    'p50, ms',
    'p99, ms',
    'bare durable inserts/s',
    'ratio',
  );
  await order(jobs.slice(0, 1_000));
  for (const [run, from] of [1_000, 2_600, 4_200].entries()) {
    const limit = await bare();
    const { each, perSecond } = await order(jobs.slice(from, from + 1_600));
    row(String(run + 1), perSecond, quantile(each, 0.5), quantile(each, 0.99), limit, perSecond / limit);
  }
  server.close();
  await world.close();
  process.exit(0);
}
