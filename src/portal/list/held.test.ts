import { expect, test } from 'vitest';
import { filtersOf, searchOf } from './useFilters.ts';
import { held } from './useHeld.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const idOf = (it: { id: string }): string => it.id;

test('what arrives waits, and does not reorder what is read', () => {
  const { shown, arrived } = held(['a', 'b', 'c'], rows('xbac'), idOf);
  expect(shown.map(idOf)).toEqual(['a', 'b', 'c']);
  expect(arrived.map(idOf)).toEqual(['x']);
});

test('what is gone goes at once', () => {
  expect(held(['a', 'b'], rows('b'), idOf).shown.map(idOf)).toEqual(['b']);
});

const defaults = { sector: '', state: 'open' };

test('filters come from the address, the rest keeps its default', () => {
  expect(filtersOf(defaults, '?sector=water&page=2')).toEqual({ sector: 'water', state: 'open' });
  expect(filtersOf(defaults, '')).toEqual(defaults);
});

test('only what differs from its default stands in the address, other parts stay', () => {
  expect(searchOf(defaults, { sector: 'water', state: 'open' }, '?q=x&state=closed')).toBe('?q=x&sector=water');
  expect(searchOf(defaults, defaults, '?sector=gas')).toBe('');
});
