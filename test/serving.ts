import { serverWords } from '../src/composition.ts';
import type { Doorway } from '../src/platform/acting.ts';
import type { Serving } from '../src/platform/http/serve.ts';
import { openMetrics } from '../src/platform/metrics.ts';

const nothing = (): undefined => undefined;

/** What doors need to answer where nobody listens: only what nobody foresaw is said, so that a failing test shows it. */
export const serving = (doorway: Doorway, more: Partial<Serving> = {}): Serving => ({
  doorway,
  publicOrigin: 'http://127.0.0.1',
  words: serverWords,
  log: {
    info: nothing,
    warn: nothing,
    debug: nothing,
    error: (what: unknown) => void process.stderr.write(`${JSON.stringify(what)}\n`),
  } as Serving['log'],
  metrics: openMetrics(),
  ready: () => true,
  ...more,
});
