/** What changed between two sets of answers, in words. */
import type { FormDefinition } from '../../../../kernel/form.ts';
import { same } from '../values.ts';
import { flat, type ItemModel, layout, type LayoutContext } from './model.ts';
import type { Voice } from './voice.ts';

/** One field that differs; `before` and `after` are as a person reads them. */
export interface Change {
  readonly path: string;
  readonly label: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before?: string;
  readonly after?: string;
}

/** Answers of one version, and the subject that holds its bound members. */
export interface Side {
  readonly answers: unknown;
  readonly subject?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The fields that differ, in the order of the form. Compares the data, not the words: an estimate that became certain is a
 * change though the figure stayed. Entries of repeated groups are compared by their place; those that are gone come last.
 */
export const difference = (
  definition: FormDefinition,
  before: Side,
  after: Side,
  voice: Voice,
  ctx: LayoutContext,
): Change[] => {
  const [old, now] = [before, after].map((side) => rows(definition, side, voice, ctx)) as [Rows, Rows];
  const paths = [...now.keys(), ...[...old.keys()].filter((path) => !now.has(path))];
  return paths.flatMap((path) => change(path, old.get(path), now.get(path)));
};

interface Row {
  readonly label: string;
  readonly text: string;
  readonly answer: ItemModel['answer'];
}
type Rows = ReadonlyMap<string, Row>;

const rows = (definition: FormDefinition, side: Side, voice: Voice, ctx: LayoutContext): Rows =>
  new Map(
    flat(layout(definition, side.answers, voice, { ...ctx, subject: side.subject }), voice).map(({ item, label }) => [
      item.path,
      { label, text: item.text, answer: item.answer },
    ]),
  );

const change = (path: string, old: Row | undefined, now: Row | undefined): Change[] => {
  if (old?.answer === undefined)
    return now?.answer === undefined ? [] : [{ path, label: now.label, kind: 'added', after: now.text }];
  if (now?.answer === undefined) return [{ path, label: old.label, kind: 'removed', before: old.text }];
  return same(old.answer, now.answer)
    ? []
    : [{ path, label: now.label, kind: 'changed', before: old.text, after: now.text }];
};
