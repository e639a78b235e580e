import { useCallback, useEffect, useRef, useState } from 'react';
import { useClock } from './clock.tsx';

/** Where a draft stands: untouched, being kept, kept by the server, kept only in this browser. */
export type SavedState =
  | { readonly at: null; readonly as: 'untouched' | 'saving' }
  | { readonly at: Date; readonly as: 'saved' | 'local' };

/** What `useDraft` needs. `key` names the draft (seat and subject in it); `restore` takes a local copy back. */
export interface Drafting<T> {
  readonly key: string;
  readonly value: T;
  readonly save: (value: T) => Promise<unknown>;
  readonly restore?: (value: T) => void;
}

const REST = 1500;
const RETRY = 10_000;
const PREFIX = 'noroshi-draft:';

const kept = <T>(key: string): T | null => {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as T | null;
  } catch {
    return null;
  }
};

/** Forgets every local copy, e.g. when a person signs out of a shared machine. */
export const forgetDrafts = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
};

/**
 * Saves a draft after each rest of typing. Every change lies in this browser at once, so that a killed tab loses
 * nothing; the copy goes when the server has it. Without network it keeps trying.
 */
export const useDraft = <T>({ key, value, save, restore }: Drafting<T>) => {
  const clock = useClock();
  const [saved, setSaved] = useState<SavedState>({ at: null, as: 'untouched' });
  const text = JSON.stringify(value);
  const latest = useRef({ text, value, save });
  const onServer = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  latest.current = { text, value, save };

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const sending = latest.current;
    if (sending.text === onServer.current) return;
    setSaved({ at: null, as: 'saving' });
    try {
      await sending.save(sending.value);
      onServer.current = sending.text;
      if (latest.current.text === sending.text) localStorage.removeItem(PREFIX + key);
      setSaved({ at: clock.now(), as: 'saved' });
    } catch {
      setSaved({ at: clock.now(), as: 'local' });
      timer.current = setTimeout(() => void flush(), RETRY);
    }
  }, [clock, key]);

  const forget = useCallback((): void => {
    clearTimeout(timer.current);
    onServer.current = latest.current.text;
    localStorage.removeItem(PREFIX + key);
  }, [key]);

  // Once: what a killed tab left behind comes back before anything is typed.
  const taken = useRef(false);
  useEffect(() => {
    if (taken.current) return;
    taken.current = true;
    const left = kept<T>(key);
    if (left !== null) restore?.(left);
  }, [key, restore]);

  useEffect(() => {
    if (text === onServer.current) return;
    localStorage.setItem(PREFIX + key, text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), REST);
  }, [text, key, flush]);

  useEffect(() => {
    const leaving = () => void flush();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      void flush();
    };
  }, [flush]);

  return { saved, flush, forget };
};
