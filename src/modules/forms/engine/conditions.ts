/** Conditions of fields in CEL, wrapped so that no expression can fail, stall, or reach anything but the answers. */
import { type ASTNode, Environment, type ParseResult } from '@marcbachmann/cel-js';

/** What a condition sees: `stage`, `answers`, `state`, in a group `entry`, and each answered field by its own name. */
export type Scope = Readonly<Record<string, unknown>>;

/** A condition as it was read: the names it asks for, and whether it holds. */
export interface Condition {
  readonly names: readonly string[];
  /** True only where the expression is true; a missing answer, a wrong type or any error is false. */
  holds(scope: Scope): boolean;
}

const LONGEST = 500;
// A text of the programme must not bring a regular expression that stalls, nor an operation on what is not an answer.
const calls = new Set(['has', 'size', 'exists', 'all', 'startsWith', 'endsWith', 'contains']);
const holders = new Set(['answers', 'state', 'entry']);

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 120, maxDepth: 16, maxListElements: 60, maxMapEntries: 4, maxCallArguments: 4 },
});

const compiled = new Map<string, Condition | string>();

/** The condition, compiled once; a sentence saying what is wrong when it is none. */
export const condition = (text: string): Condition | string => {
  const before = compiled.get(text);
  if (before !== undefined) return before;
  if (compiled.size > 2000) compiled.clear();
  const made = compile(text);
  compiled.set(text, made);
  return made;
};

/** Whether the condition holds; without one it does, and one that cannot be read never does. */
export const holds = (text: string | undefined, scope: Scope): boolean => {
  if (text === undefined) return true;
  const it = condition(text);
  return typeof it === 'string' ? false : it.holds(scope);
};

const compile = (text: string): Condition | string => {
  if (text.length > LONGEST) return `a condition has at most ${LONGEST} characters`;
  let parsed: ParseResult;
  try {
    parsed = environment.parse(text);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? 'not an expression') : 'not an expression';
  }
  const seen: Seen = { names: new Set(), odd: new Set(), loops: 0 };
  look(parsed.ast, new Set(), seen);
  const odd = [...seen.odd][0];
  if (odd !== undefined) return `${odd} is not for conditions`;
  if (seen.loops > 2) return 'a condition goes through lists twice at most';
  return { names: [...seen.names], holds: (scope) => safely(() => parsed(scope) === true) };
};

const safely = (ask: () => boolean): boolean => {
  try {
    return ask();
  } catch {
    return false;
  }
};

interface Seen {
  readonly names: Set<string>;
  readonly odd: Set<string>;
  loops: number;
}

// Collects the names that are asked of the answers, leaving out those a macro binds, and the calls that are not for us.
const look = (node: unknown, bound: ReadonlySet<string>, seen: Seen): void => {
  if (Array.isArray(node)) return node.forEach((part) => look(part, bound, seen));
  if (!isNode(node)) return;
  if (node.op === 'id') {
    if (!bound.has(node.args)) seen.names.add(node.args);
  } else if (node.op === 'call' || node.op === 'rcall') {
    if (!calls.has(node.args[0])) seen.odd.add(node.args[0]);
    const given = node.op === 'rcall' ? node.args[2] : node.args[1];
    const first = given[0];
    const binds =
      node.op === 'rcall' && given.length > 1 && isNode(first) && first.op === 'id' ? first.args : undefined;
    if (binds !== undefined) seen.loops += 1;
    if (node.op === 'rcall') look(node.args[1], bound, seen);
    look(given, binds === undefined ? bound : new Set([...bound, binds]), seen);
  } else if (node.op === '.') {
    const holder = node.args[0];
    if (holder.op === 'id' && holders.has(holder.args))
      seen.names.add(holder.args === 'entry' ? `entry.${node.args[1]}` : node.args[1]);
    else look(holder, bound, seen);
  } else look(node.args, bound, seen);
};

const isNode = (it: unknown): it is ASTNode => typeof it === 'object' && it !== null && 'op' in it && 'args' in it;
