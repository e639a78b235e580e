import { expect, test } from 'vitest';
import { addEntry, put, removeEntry } from './edits.ts';

test('an answer is put, replaced and taken out again', () => {
  expect(put({}, 'place', '給電所')).toEqual({ place: '給電所' });
  expect(put({ place: '給電所', users: 1 }, 'place', { state: 'withheld' })).toEqual({
    place: { state: 'withheld' },
    users: 1,
  });
  expect(put({ place: '給電所' }, 'place', undefined)).toEqual({});
});

test('an answer within a group is put in its entry, and an empty group leaves nothing behind', () => {
  expect(put({}, 'desk.name', '水野')).toEqual({ desk: { name: '水野' } });
  expect(put({ desk: { name: '水野' } }, 'desk.name', undefined)).toEqual({});
  expect(put({ services: [{}, { name: 'a' }] }, 'services.1.minutes', 5)).toEqual({
    services: [{}, { name: 'a', minutes: 5 }],
  });
  expect(put({}, 'services.1.name', 'b')).toEqual({ services: [{}, { name: 'b' }] });
});

test('entries come and go; the last one takes the answer with it', () => {
  expect(addEntry({}, 'services')).toEqual({ services: [{}] });
  expect(removeEntry({ services: [{ name: 'a' }, { name: 'b' }] }, 'services', 0)).toEqual({
    services: [{ name: 'b' }],
  });
  expect(removeEntry({ services: [{}] }, 'services', 0)).toEqual({});
});

test('nothing given is changed in place', () => {
  const before = Object.freeze({ services: Object.freeze([Object.freeze({ name: 'a' })]) });
  put(before, 'services.0.name', 'b');
  expect(before).toEqual({ services: [{ name: 'a' }] });
});
