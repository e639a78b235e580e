import type { Doors, Endpoint, InputOf, OutputOf, TakesFile } from '../../kernel/endpoint.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Acting, Visitor } from '../acting.ts';

type WhoFor<E> = E extends { may: 'anyone' } ? Visitor : Acting;

/** What answers a door: a command or query. A refusal that is returned instead of thrown keeps what was counted before it. */
type Answer<E> = (who: WhoFor<E>, input: InputOf<E>) => Promise<OutputOf<E> | Refusal>;

/**
 * What answers a door that takes a file. First the bytes are looked through, with no transaction open and nobody's rows at
 * hand; what that gives is then done by whoever acts.
 */
type Taking<E> = (bytes: Buffer, input: InputOf<E>) => Promise<(acting: Acting) => Promise<OutputOf<E> | Refusal>>;

/** What answers each door of a room. */
export type Answers<D extends Doors> = {
  readonly [K in keyof D]: D[K] extends TakesFile ? Taking<D[K]> : Answer<D[K]>;
};

/** One door joined to what answers it; a door that takes a file has `take` and is answered by nothing else. */
export interface Route {
  readonly name: string;
  readonly door: Endpoint;
  readonly answer: (who: Acting & Visitor, input: InputOf<Endpoint>) => Promise<unknown>;
  /**
   * In which realms something may be changed through it. Left out: in any that goes on. `live`: in none but the live one,
   * because what it changes belongs to no realm. `any`: also where nothing goes on any more, as for signing out.
   */
  readonly where?: 'live' | 'any';
  readonly take?: Taking<Endpoint>;
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
  Object.entries(doors).map(([name, door]) =>
    door.takes === undefined
      ? { name, door, answer: answers[name] as unknown as Route['answer'] }
      : { name, door, answer: nothing, take: answers[name] as unknown as Taking<Endpoint> },
  );

const nothing = (): Promise<never> => Promise.reject(new Error('a door that takes a file was asked without one'));
