import type { Doors, Endpoint, InputOf, OutputOf } from '../../kernel/endpoint.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Acting, Visitor } from '../acting.ts';

type WhoFor<E> = E extends { may: 'anyone' } ? Visitor : Acting;

/** What answers each door of a room. A refusal that is returned instead of thrown keeps what was counted before it. */
export type Answers<D extends Doors> = {
  readonly [K in keyof D]: (who: WhoFor<D[K]>, input: InputOf<D[K]>) => Promise<OutputOf<D[K]> | Refusal>;
};

/** One door joined to what answers it. */
export interface Route {
  readonly name: string;
  readonly door: Endpoint;
  readonly answer: (who: Acting & Visitor, input: InputOf<Endpoint>) => Promise<unknown>;
  /**
   * In which realms something may be changed through it. Left out: in any that goes on. `live`: in none but the live one,
   * because what it changes belongs to no realm. `any`: also where nothing goes on any more, as for signing out.
   */
  readonly where?: 'live' | 'any';
}

/** The same doors, with those named bound to the live realm or open also where nothing goes on any more. */
export const bound = (
  routes: readonly Route[],
  { live = [], any = [] }: { live?: 'all' | readonly string[]; any?: readonly string[] },
): Route[] =>
  routes.map((it) => {
    if (any.includes(it.name)) return { ...it, where: 'any' };
    return live === 'all' || live.includes(it.name) ? { ...it, where: 'live' } : it;
  });

/** Joins each door of a room to its command or query; a door without an answer does not compile. */
export const join = <D extends Doors>(doors: D, answers: Answers<D>): Route[] =>
  Object.entries(doors).map(([name, door]) => ({
    name,
    door,
    answer: answers[name] as unknown as Route['answer'],
  }));
