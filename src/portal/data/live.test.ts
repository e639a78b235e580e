import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen, liveNow, onPing } from './live.ts';
import { queries } from './query.ts';

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.all.push(this);
  }
  close(): void {
    this.readyState = Stream.CLOSED;
  }
  say(data: string): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
}

const refreshed = vi.spyOn(queries, 'invalidateQueries').mockResolvedValue();
let hush = (): void => {};
const open = (): Stream => {
  hush = listen();
  const stream = Stream.all.at(-1);
  if (stream === undefined) throw new Error('no stream was opened');
  return stream;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('sessionStorage', { getItem: () => null });
  Stream.all = [];
  refreshed.mockClear();
});
afterEach(() => {
  hush();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the stream is of the realm one is in', () => {
  expect(open().url).toBe('/api/events?realm=live');
});

test('many pings refresh the page once', () => {
  const stream = open();
  const heard = vi.fn();
  const stop = onPing(heard);
  for (let i = 0; i < 50; i += 1) stream.say(`{"kind":"receipt","id":"${i}"}`);
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveBeenCalledTimes(50);
  expect(refreshed).toHaveBeenCalledTimes(1);
  stop();
});

test('what is no ping is not passed on', () => {
  const stream = open();
  const heard = vi.fn();
  const stop = onPing(heard);
  for (const odd of ['', 'null', '[]', '{"kind":1}', 'x']) stream.say(odd);
  expect(heard).not.toHaveBeenCalled();
  stop();
});

test('silence makes the page stale since it was last heard, and a sign of life brings it back and refreshes', () => {
  const stream = open();
  stream.dispatchEvent(new Event('hello'));
  const last = liveNow();
  expect(last.state).toBe('connected');
  vi.advanceTimersByTime(60_000);
  expect(liveNow()).toEqual({ state: 'stale', at: last.at });
  stream.dispatchEvent(new Event('at'));
  expect(liveNow().state).toBe('connected');
  vi.advanceTimersByTime(1000);
  expect(refreshed).toHaveBeenCalledTimes(1);
});

test('a stream that was refused is opened again', () => {
  const stream = open();
  stream.close();
  stream.onerror?.();
  vi.advanceTimersByTime(6000);
  expect(Stream.all).toHaveLength(2);
});
