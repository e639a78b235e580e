import { expect, test } from 'vitest';
import { answerOfPick, pickedOf, stateOf, uncertainOf, visible, wordsOf } from './raws.ts';

test('an answer as typed and one from an earlier version are taken apart alike', () => {
  expect(wordsOf('給電所')).toBe('給電所');
  expect(wordsOf({ state: 'known', value: '給電所' })).toBe('給電所');
  expect(wordsOf({ state: 'withheld' })).toBe('');
  expect(uncertainOf(3000)).toEqual({ state: 'known', value: 3000 });
  expect(uncertainOf({ state: 'between', from: 0, to: 3000 })).toEqual({ state: 'between', from: 0, to: 3000 });
});

test('nothing said is no state, an unfinished one is no value', () => {
  expect(stateOf(undefined)).toBeNull();
  expect(stateOf({ state: 'known', value: '' })).toBe('known');
  expect(stateOf({ state: 'perhaps' })).toBeNull();
  expect(uncertainOf(undefined)).toBeNull();
  expect(uncertainOf({ state: 'between', from: 0 })).toBeNull();
  expect(uncertainOf({ state: 'about', value: '' })).toBeNull();
});

test('a pick stands for a code, yes, no or a state, and back again', () => {
  for (const key of ['E31', ':yes', ':no', ':unknown', ':withheld']) expect(pickedOf(answerOfPick(key))).toBe(key);
  expect(answerOfPick('')).toBeUndefined();
  expect(pickedOf(undefined)).toBeNull();
});

test('what is pasted loses its invisible characters and nothing else', () => {
  expect(visible('給\u200B電\uFEFF所\n👩‍💻\tA')).toBe('給電所\n👩‍💻\tA');
  expect(visible({ state: 'known', value: { name: '水\u202E野' } })).toEqual({
    state: 'known',
    value: { name: '水野' },
  });
  expect(visible(3)).toBe(3);
});
