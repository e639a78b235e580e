/** Reads one answer: its state, and by the type of its field the values it carries. */
import type { AnswerState, FormCodes, LeafField } from '../../../kernel/form.ts';
import { instantAt } from '../../../kernel/time.ts';
import { type PlainReading, readPlain } from './plain.ts';
import {
  type Answer,
  isBlank,
  isState,
  precisions,
  type Precision,
  type Problem,
  problem,
  type ProblemCode,
  stated,
} from './values.ts';

/** What one answer is read against. */
export interface LeafContext {
  readonly codes: FormCodes;
  readonly stage: string;
  readonly now?: Date | undefined;
}

/** An answer, or what is wrong; both where a code is no longer in its list and is only shown. */
export interface LeafReading {
  readonly answer?: Answer | undefined;
  readonly problems: readonly Problem[];
}

const membersOf: Readonly<Record<AnswerState, readonly string[]>> = {
  known: ['state', 'value'],
  about: ['state', 'value', 'precision'],
  between: ['state', 'from', 'to'],
  unknown: ['state'],
  withheld: ['state'],
};

/** Reads one answer with its state. */
export const readLeaf = (field: LeafField, raw: unknown, path: string, ctx: LeafContext): LeafReading => {
  const no = (code: ProblemCode, params: Problem['params'] = {}): LeafReading => ({
    problems: [problem(path, code, params)],
  });
  const given = stated(raw);
  const { state } = given;
  if (!isState(state)) return no('unknown-state');
  if (state !== 'known' && !(field.uncertain ?? []).includes(state)) return no('state-not-offered');
  if (Object.keys(given).some((key) => !membersOf[state].includes(key))) return no('unknown-member');
  if (state === 'unknown' || state === 'withheld') return { answer: { state }, problems: [] };
  if (state === 'between') return readBetween(field, given, path, ctx);
  if (isBlank(given['value'])) {
    if (state === 'about') return no('value-missing');
    return field.required && ctx.stage !== 'draft' ? no('required') : { problems: [] };
  }
  const it = readPlain(field, given['value'], ctx.codes);
  if (it.value === undefined) return no(it.code ?? 'wrong-type', it.params);
  const precision = given['precision'];
  if (precision !== undefined && !coarse(field, precision)) return no('unknown-member');
  const answer: Answer =
    precision === undefined
      ? { state, value: it.value }
      : { state: 'about', value: it.value, precision: precision as Precision };
  const code = it.code ?? tooLate(field, it, ctx, state === 'about' ? 86_400_000 : 300_000);
  return { answer, problems: code === undefined ? [] : [problem(path, code, it.params)] };
};

const readBetween = (
  field: LeafField,
  given: Readonly<Record<string, unknown>>,
  path: string,
  ctx: LeafContext,
): LeafReading => {
  if (isBlank(given['from']) || isBlank(given['to'])) return { problems: [problem(path, 'value-missing')] };
  const [from, to] = [readPlain(field, given['from'], ctx.codes), readPlain(field, given['to'], ctx.codes)];
  for (const end of [from, to]) {
    if (end.code !== undefined) return { problems: [problem(path, end.code, end.params)] };
  }
  if (from.value === undefined || to.value === undefined) return { problems: [problem(path, 'value-missing')] };
  // Instants and dates are normalised, so that the order of their letters is the order of time.
  if (from.value > to.value) return { problems: [problem(path, 'from-after-to')] };
  const code = tooLate(field, from, ctx, 300_000);
  if (code !== undefined) return { problems: [problem(path, code)] };
  return { answer: { state: 'between', from: from.value, to: to.value }, problems: [] };
};

const coarse = (field: LeafField, precision: unknown): boolean =>
  (field.type === 'instant' || field.type === 'date') && (precisions as readonly unknown[]).includes(precision);

/** A clock may be wrong by minutes, an estimate by a day. */
const tooLate = (field: LeafField, it: PlainReading, ctx: LeafContext, leeway: number): ProblemCode | undefined => {
  if (field.past === undefined || ctx.now === undefined || typeof it.value !== 'string') return undefined;
  const at = field.type === 'date' ? instantAt(it.value) : new Date(it.value);
  return at.getTime() > ctx.now.getTime() + leeway ? 'in-the-future' : undefined;
};
