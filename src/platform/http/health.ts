import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Metrics } from '../metrics.ts';

/** What the machine room may ask. */
export interface Health {
  /** Whether the parts that answering needs are there; no secrets, no counts of content. */
  ready(): Promise<{ database: boolean; jobs: boolean; mail: boolean }>;
  readonly metrics: Metrics;
  /** Without one, nobody reads the metrics. */
  readonly metricsToken: string | undefined;
}

/** `/healthz` says that the process lives, `/readyz` that it can work, `/metrics` how it does, to who holds its token. */
export const serveHealth = (app: Hono, health: Health): void => {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const parts = await health.ready();
    const ready = parts.database && parts.jobs;
    return c.json({ status: ready ? 'ready' : 'not-ready', ...parts }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    const given = /^Bearer (.+)$/u.exec(c.req.header('authorization') ?? '')?.[1];
    if (health.metricsToken === undefined || given === undefined || !same(given, health.metricsToken))
      return c.text('', 404);
    return c.body(await health.metrics.text(), 200, { 'Content-Type': health.metrics.contentType });
  });
};

const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};
