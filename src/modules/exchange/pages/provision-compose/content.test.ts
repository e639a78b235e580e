import { expect, test } from 'vitest';
import { blankProvision, draftInput, editInput, lacking, readProvision } from './content.ts';

const whole = { ...blankProvision, title: '不審な通信', body: '確かめてください。', circles: ['c1'] };

test('an audience never fills itself, and without one nothing begins', () => {
  expect(lacking(blankProvision)).toEqual(['title', 'body', 'audience']);
  expect(lacking(whole)).toEqual([]);
  expect(lacking({ ...whole, body: '<b>太字</b>' })).toEqual(['markup']);
});

test('while something is missing the rest is still kept', () => {
  const edit = editInput({ ...whole, circles: [], title: ' ' }, 3);
  expect(edit).not.toHaveProperty('audience');
  expect(edit).not.toHaveProperty('title');
  expect(edit).toMatchObject({ revision: 3, body: '確かめてください。', acknowledgeBy: null });
});

test('what was not chosen is not sent', () => {
  expect(draftInput(whole)).not.toHaveProperty('derivedFrom');
  expect(draftInput(whole)).not.toHaveProperty('acknowledgeBy');
  expect(draftInput({ ...whole, derivedFrom: ['r1'] }).derivedFrom).toEqual(['r1']);
});

test('a draft comes back as it was left, and what nobody can read is blank', () => {
  expect(readProvision(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  expect(readProvision({ mark: 7, circles: 'all', tempo: 'fast' })).toEqual(blankProvision);
});
