import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { serve } from '@hono/node-server';
import { type Due, duesOf, keyOf, sent } from '../test/one-sector.ts';
import { bigWorld } from './big-world.ts';
import { head, quantile, row } from './figures.ts';

// The worst minute: every one of 2,500 operators reports while 10,000 acknowledgements arrive, all at their own time, over HTTP
// from a process of its own. A request's time runs from when it was due to be sent, so that a queue counts as what it is.
const operators = 2_500;
const warnings = 4;
const seconds = Number(process.env['NOROSHI_SECONDS'] ?? 60);

interface Order {
  port: number;
  seconds: number;
  reporters: readonly string[];
  dues: readonly Due[];
}
interface Outcome {
  reports: number[];
  acknowledgements: number[];
  refused: Record<string, number>;
}

const report = JSON.stringify({
  headline: '遠隔監視端末の応答停止',
  summary: '監視の端末が応答しない。運転は手動で続けている。',
  eventType: 'E31',
  causeTypes: ['C11'],
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
});

if (process.argv[2] === 'client') {
  process.on(
    'message',
    (order: Order) => void storm(order).then((it) => process.send?.(it, undefined, undefined, () => process.exit(0))),
  );
} else {
  const world = await bigWorld(operators);
  const dues: Due[] = [];
  for (let n = 0; n < warnings; n += 1) {
    const id = await sent(world.call);
    dues.push(...(await duesOf(async (text, values) => (await world.admin.query(text, values)).rows, id)));
  }
  await world.admin.query('analyze');
  const server = serve({ fetch: world.app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  const reporters = Array.from({ length: operators }, (_, n) => keyOf(n + 1));

  const outcome = await new Promise<Outcome>((done) => {
    const child = fork(new URL(import.meta.url), ['client']);
    child.once('message', (it) => done(it as Outcome));
    child.send({ port, seconds, reporters, dues });
  });

  const stored = async (text: string): Promise<number> => Number((await world.admin.query(text)).rows[0].n);
  const kept = {
    reports: await stored('select count(*) as n from exchange.report'),
    acknowledgements: await stored('select count(*) as n from circulation.receipt where acknowledged_at is not null'),
  };
  head(
    `The worst minute: ${operators} reports and ${dues.length} acknowledgements within ${seconds} s`,
    'what',
    'answered',
    'stored',
    'p50, ms',
    'p99, ms',
    'longest, ms',
  );
  for (const what of ['reports', 'acknowledgements'] as const) {
    const each = outcome[what];
    row(what, String(each.length), String(kept[what]), quantile(each, 0.5), quantile(each, 0.99), Math.max(...each));
  }
  if (Object.keys(outcome.refused).length > 0) row('refused', JSON.stringify(outcome.refused), '', '', '', '');
  server.close();
  await world.close();
  process.exit(0);
}

/** Sends each at its own moment, spread evenly over the time, and waits for all. */
async function storm({ port, seconds: span, reporters, dues }: Order): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const outcome: Outcome = { reports: [], acknowledgements: [], refused: {} };
  const post = (path: string, key: string, body: string, once: string): Promise<number> =>
    new Promise((done, fail) => {
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': once,
      };
      const asked = request({ port, host: '127.0.0.1', agent, method: 'POST', path, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => done(answer.statusCode ?? 0));
      });
      asked.on('error', fail);
      asked.end(body);
    });
  const began = performance.now() + 500;
  const at = async (share: number, into: number[], wanted: number, act: () => Promise<number>): Promise<void> => {
    const due = began + share * span * 1_000;
    await new Promise((done) => setTimeout(done, due - performance.now()));
    const status = await act();
    if (status === wanted) into.push(performance.now() - due);
    else outcome.refused[status] = (outcome.refused[status] ?? 0) + 1;
  };
  await Promise.all([
    ...reporters.map((key, n) =>
      at(n / reporters.length, outcome.reports, 201, () => post('/api/reports', key, report, `report-${n}`)),
    ),
    ...dues.map((due, n) =>
      at(((n * 7_919) % dues.length) / dues.length, outcome.acknowledgements, 200, () =>
        post(`/api/receipts/${due.receipt}/acknowledgement`, due.key, '{"state":"received"}', due.receipt),
      ),
    ),
  ]);
  return outcome;
}
