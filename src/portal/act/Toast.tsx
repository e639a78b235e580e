import { useSyncExternalStore } from 'react';
import { Icon } from '../show/Icon.tsx';
import type { IconName } from '../show/Icon.tsx';

interface Said {
  readonly n: number;
  readonly text: string;
  readonly icon: IconName;
}

let all: readonly Said[] = [];
let count = 0;
const watchers = new Set<() => void>();

const become = (next: readonly Said[]): void => {
  all = next;
  for (const watcher of watchers) watcher();
};

/** Says something quietly: shown for eight seconds, read out when the reader is idle, never taking the focus. */
export const say = (text: string, icon: IconName = 'check'): void => {
  const n = ++count;
  become([...all.slice(-2), { n, text, icon }]);
  setTimeout(() => become(all.filter((it) => it.n !== n)), 8000);
};

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Where quiet notices appear; one on each page, drawn by the shell. */
export function Toasts() {
  const said = useSyncExternalStore(watch, () => all);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {said.map((it) => (
        <p key={it.n}>
          <Icon name={it.icon} /> {it.text}
        </p>
      ))}
    </div>
  );
}
