import type { Context } from 'hono';
import type { z } from 'zod';
import type { CallOf, Endpoint } from '../kernel/endpoint.ts';
import { Refusal } from '../kernel/refusal.ts';
import { answeredTo, keep, once } from '../platform/http/idempotency.ts';
import { refusalOf } from '../platform/http/problem.ts';
import type { Sent } from './form.ts';
import type { Piece } from './frame.ts';
import { knock } from './knock.ts';
import { type Answer, type Hand, type Plain, wordsFor } from './serve.ts';

/** One act of a form: the door it knocks at, where it goes when it is done, and its page with what was refused. */
export interface Act<E> {
  readonly door: E;
  readonly input: CallOf<E>;
  readonly to: string;
  readonly again: (hand: Hand, words: Piece) => Promise<Piece>;
}

/** Does one act of a form. Sent twice it happens once; refused, the page comes back with what was written on it. */
export const act = async <E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>(
  plain: Plain,
  c: Context,
  form: Sent,
  it: Act<E>,
): Promise<Answer> => {
  const key = form.field('key');
  try {
    const asked = key === '' ? null : once(key, `POST ${c.req.path}`, form.text);
    const onceDone = async (hand: Hand): Promise<Answer> => {
      if (answeredTo(hand.acting) === null) {
        const done = await knock(hand, it.door, it.input);
        if (done instanceof Refusal) throw done;
        await keep(hand.acting, 303, null);
      }
      return { goTo: hand.reader.link(it.to) };
    };
    return await plain.asReader(c, onceDone, asked);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null || refusal.status === 401 || refusal.status === 404) throw error;
    return plain.asReader(c, async (hand) => ({
      page: await it.again(hand, wordsFor(plain.serving, hand.reader.voice, refusal)),
      status: refusal.status,
    }));
  }
};

/** A field of a form as the member of a body: nothing where nothing was written. */
export const given = <K extends string>(form: Sent, name: K): { [P in K]?: string } => {
  const value = form.field(name);
  return value.trim() === '' ? {} : ({ [name]: value } as { [P in K]?: string });
};

/** What the reader had written when an act was refused, and in which words it was. */
export interface Refused {
  readonly words: Piece;
  readonly field: (name: string) => string;
}

/** The same, of a form as it was sent. */
export const refusedBy = (form: Sent, words: Piece): Refused => ({ words, field: form.field });
