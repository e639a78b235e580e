/** Whether the database answers: `starting` and `down` mean that requests wait or get 503, never a wrong answer. */
export type StoreStatus = 'up' | 'starting' | 'down';

/** The status and the instant since which it holds. */
export interface StoreState {
  readonly status: StoreStatus;
  readonly since: Date;
}

/** Where the watcher writes the status and everyone else reads it. */
export interface StateBoard {
  current(): StoreState;
  set(status: StoreStatus): void;
  /** Calls the listener at each change; the returned function ends that. */
  on(listener: (state: StoreState) => void): () => void;
}

/** A board that says `starting` until told otherwise. */
export const stateBoard = (): StateBoard => {
  const listeners = new Set<(state: StoreState) => void>();
  let state: StoreState = { status: 'starting', since: new Date() };
  return {
    current: () => state,
    set: (status) => {
      if (status === state.status) return;
      state = { status, since: new Date() };
      for (const listener of listeners) listener(state);
    },
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
