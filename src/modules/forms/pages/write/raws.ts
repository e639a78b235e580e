/** Answers as the kit's fields hold them: taken apart from what was typed or from an earlier version, and put together again. */
import type { AnswerState } from '../../../../kernel/form.ts';
import { withoutControlCharacters } from '../../../../kernel/text.ts';
import type { Uncertain } from '../../../../portal/form/value/uncertain.ts';
import { isBlank, isRecord, isState, member, stated } from '../../engine/values.ts';
import type { ItemModel } from '../../engine/view/model.ts';

/** The state that was given, or none before anything was said. */
export const stateOf = (raw: unknown): AnswerState | null => {
  const given = stated(raw);
  if (!isState(given.state)) return null;
  return given.state === 'known' && given['value'] === undefined ? null : given.state;
};

/** The known value as it was given; undefined in any other state. */
export const valueOf = (raw: unknown): unknown => {
  const given = stated(raw);
  return given.state === 'known' ? given['value'] : undefined;
};

/** The known value as words to be edited. */
export const wordsOf = (raw: unknown): string => {
  const value = valueOf(raw);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The answer as the kit's uncertain field holds it; null where it has none. */
export const uncertainOf = (raw: unknown): Uncertain | null => {
  const given = stated(raw);
  const end = (name: string): string | number | undefined => {
    const it = member(given, name);
    return (typeof it === 'string' && !isBlank(it)) || typeof it === 'number' ? it : undefined;
  };
  const [value, from, to] = [end('value'), end('from'), end('to')];
  if (given.state === 'unknown' || given.state === 'withheld') return { state: given.state };
  if (given.state === 'between') return from === undefined || to === undefined ? null : { state: 'between', from, to };
  if (given.state !== 'known' && given.state !== 'about') return null;
  return value === undefined ? null : { state: given.state, value };
};

/** The key under which a choice offers a state beside its codes; no code can be the same. */
export const keyOfState = (state: AnswerState): string => `:${state}`;

/** What is chosen of a field that is answered by one choice: a code, `:yes` or `:no`, or a state. */
export const pickedOf = (raw: unknown): string | null => {
  const state = stateOf(raw);
  if (state === null) return null;
  if (state !== 'known') return keyOfState(state);
  const value = valueOf(raw);
  if (typeof value === 'boolean') return value ? ':yes' : ':no';
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The answer that a choice stands for; undefined takes it out. */
export const answerOfPick = (key: string): unknown => {
  if (key === '') return undefined;
  if (key === ':yes' || key === ':no') return key === ':yes';
  const state = key.slice(1);
  return key.startsWith(':') && isState(state) ? { state } : key;
};

/** Whether anything was answered in an item or in the entries of it. */
export const begun = (item: ItemModel): boolean =>
  !isBlank(item.raw) &&
  (item.entries === undefined || item.entries.some((entry) => entry.some((it) => it.answer !== undefined)));

/** The answer without characters that hide or reorder what a reader sees, as they come along when text is pasted. */
export const visible = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutControlCharacters(value);
  if (Array.isArray(value)) return value.map(visible);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, visible(it)])) : value;
};
