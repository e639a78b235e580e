import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What the machine room may watch: doors by name, never bodies, seats or ids. */
export interface Metrics {
  answered(door: string, status: number, seconds: number): void;
  reactionLag(reaction: string, seconds: number): void;
  storeState(up: boolean): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** The metrics of one process in Prometheus' text format. */
export const openMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'noroshi_' });
  const doors = new Histogram({
    name: 'noroshi_door_seconds',
    help: 'Seconds from request to answer, by door and status',
    labelNames: ['door', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'noroshi_failures_total',
    help: 'Answers nobody foresaw',
    labelNames: ['door'],
    registers: [registry],
  });
  const lag = new Gauge({
    name: 'noroshi_reaction_lag_seconds',
    help: 'Seconds for which a reaction has been failing; 0 when it is caught up',
    labelNames: ['reaction'],
    registers: [registry],
  });
  const store = new Gauge({ name: 'noroshi_store_up', help: 'Whether the database answers', registers: [registry] });
  return {
    answered: (door, status, seconds) => {
      doors.observe({ door, status: String(status) }, seconds);
      if (status === 500) refused.inc({ door });
    },
    reactionLag: (reaction, seconds) => lag.set({ reaction }, seconds),
    storeState: (up) => store.set(up ? 1 : 0),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
