import type { AnswerState } from '../../../kernel/form.ts';

/** What someone can say about a value. Each state is different data; an empty field is none of them. */
export type UncertainState = AnswerState;
/** The states in the order in which they are offered. */
export const uncertainStates: readonly UncertainState[] = ['known', 'about', 'between', 'unknown', 'withheld'];

/** A value together with how sure it is. Instants are RFC 3339 UTC, days `2026-11-23`. */
export type Uncertain<T extends string | number = string | number> =
  | { readonly state: 'known' | 'about'; readonly value: T }
  | { readonly state: 'between'; readonly from: T; readonly to: T }
  | { readonly state: 'unknown' | 'withheld' };

/** A value while it is typed: ends may still be missing. */
export interface UncertainDraft {
  readonly state: UncertainState;
  readonly value?: string | number | null | undefined;
  readonly from?: string | number | null | undefined;
  readonly to?: string | number | null | undefined;
}

/** The draft of a value, e.g. to fill the field with. */
export const draftOf = (value: Uncertain | null): UncertainDraft | null => value;

/** Goes to another state and carries over what was written already, so that a change of mind costs no typing. */
export const changedTo = (state: UncertainState, before: UncertainDraft | null): UncertainDraft => {
  const first = before?.value ?? before?.from ?? null;
  if (state === 'known' || state === 'about') return { state, value: first };
  if (state === 'between') return { state, from: first, to: before?.to ?? null };
  return { state };
};

/** The finished value; null while something is missing. */
export const finished = (draft: UncertainDraft | null): Uncertain | null => {
  if (draft === null) return null;
  const { state, value, from, to } = draft;
  if (state === 'unknown' || state === 'withheld') return { state };
  if (state === 'between') return is(from) && is(to) ? { state, from, to } : null;
  return is(value) ? { state, value } : null;
};

const is = (value: string | number | null | undefined): value is string | number =>
  value !== null && value !== undefined && value !== '';

/** Whether a range runs backwards. Instants compare by time, numbers by size. */
export const isBackwards = (draft: UncertainDraft | null): boolean => {
  if (draft?.state !== 'between' || !is(draft.from) || !is(draft.to)) return false;
  if (typeof draft.from === 'number' && typeof draft.to === 'number') return draft.from > draft.to;
  return Date.parse(String(draft.from)) > Date.parse(String(draft.to));
};
