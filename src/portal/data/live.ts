import { useSyncExternalStore } from 'react';
import { queries } from './query.ts';
import { realm } from './realm.ts';

/** Whether what is on the page is of now, and since when not. */
export interface Live {
  readonly state: 'connecting' | 'connected' | 'stale';
  /** Connected: when the stream was last heard. Stale: since when it is silent. */
  readonly at: Date;
}

/** What the stream says: that something of this kind changed. Never what. */
export interface Ping {
  readonly kind: string;
  readonly id: string;
}

// The server says something every few seconds; thrice that without a word and the page says that it is stale.
const SILENCE = 25_000;
const GATHER = 400;

let live: Live = { state: 'connecting', at: new Date() };
let stream: EventSource | null = null;
let silence: ReturnType<typeof setTimeout> | undefined;
let gathered: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();
const listeners = new Set<(ping: Ping) => void>();

const become = (state: Live['state'], at: Date): void => {
  live = { state, at };
  for (const watcher of watchers) watcher();
};

const stale = (): void => {
  if (live.state !== 'stale') become('stale', live.at);
};

const heard = (): void => {
  const wasAway = live.state === 'stale';
  clearTimeout(silence);
  silence = setTimeout(stale, SILENCE);
  become('connected', new Date());
  if (wasAway) refresh();
};

// A dispatch to thousands pings thousands of times: what is on the page is asked anew once for each gathering.
const refresh = (): void => {
  gathered ??= setTimeout(() => {
    gathered = undefined;
    void queries.invalidateQueries();
  }, GATHER);
};

const received = (event: MessageEvent<string>): void => {
  heard();
  const ping = parsed(event.data);
  if (ping === null) return;
  for (const listener of listeners) listener(ping);
  refresh();
};

const parsed = (data: string): Ping | null => {
  try {
    const it = JSON.parse(data) as Partial<Ping> | null;
    return typeof it?.kind === 'string' && typeof it.id === 'string' ? { kind: it.kind, id: it.id } : null;
  } catch {
    return null;
  }
};

/** Opens the stream of this seat and realm; the browser reconnects by itself, a refused stream is tried again. */
export const listen = (): (() => void) => {
  stream = new EventSource(`/api/events?realm=${encodeURIComponent(realm())}`);
  stream.onopen = heard;
  stream.onmessage = received;
  for (const sign of ['hello', 'at']) stream.addEventListener(sign, heard);
  stream.addEventListener('signed-out', () => {
    hush();
    stale();
    refresh();
  });
  stream.onerror = () => {
    stale();
    if (stream?.readyState === EventSource.CLOSED) reopen = setTimeout(listen, 5000);
  };
  return hush;
};
let reopen: ReturnType<typeof setTimeout> | undefined;

const hush = (): void => {
  stream?.close();
  clearTimeout(silence);
  clearTimeout(reopen);
};

/** Calls back for each ping, e.g. to say quietly that something arrived. Returns how to stop. */
export const onPing = (listener: (ping: Ping) => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** The state of the stream at this moment. */
export const liveNow = (): Live => live;

/** The state of the stream; what shows it changes by itself. */
export const useLive = (): Live => useSyncExternalStore(watch, liveNow);
