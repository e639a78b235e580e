import type { z } from 'zod';
import type { Say } from './problems.ts';
import type { Path, Source } from './source.ts';

type Issue = z.core.$ZodIssue;

/** Reads the data of a file by its shape; what does not fit is said at its place, and nothing is given back. */
export const fit = <T extends z.ZodType>(source: Source, shape: T, say: Say): z.output<T> | undefined => {
  for (const fault of source.faults) sayFault(source, fault, say);
  if (source.faults.length > 0) return undefined;
  const read = shape.safeParse(source.data);
  if (read.success) return read.data;
  for (const issue of read.error.issues) tell(source, [], issue, say);
  return undefined;
};

const sayFault = (source: Source, fault: Source['faults'][number], say: Say): void =>
  say({ ...source, place: () => fault.place }, [], 'programme.problem.yaml', { detail: fault.detail });

const tell = (source: Source, above: Path, issue: Issue, say: Say): void => {
  const path = [...above, ...issue.path];
  const what = named(path);
  if (issue.code === 'invalid_union') return nearest(issue.errors).forEach((inner) => tell(source, path, inner, say));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.forEach((key) => say(source, [...path, key], 'programme.problem.unknown-member', { key }));
  }
  if (issue.code === 'invalid_type' && valueAt(source.data, path) === undefined) {
    return say(source, path, 'programme.problem.missing', { what });
  }
  say(source, path, 'programme.problem.not-understood', { what, detail: issue.message });
};

// Of the ways in which a value might have been meant, the one it comes closest to: that whose type it names.
const nearest = (ways: readonly (readonly Issue[])[]): readonly Issue[] => {
  const meant = ways.filter((way) => !way.some((issue) => issue.path.length === 1 && issue.path[0] === 'type'));
  const [first, ...rest] = meant.length > 0 ? meant : ways;
  return rest.reduce<readonly Issue[]>((best, way) => (way.length < best.length ? way : best), first ?? []);
};

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (it, step) => (typeof it === 'object' && it !== null ? (it as Record<PropertyKey, unknown>)[step] : undefined),
    data,
  );

const named = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.') || 'The file';
