import { expect, test } from 'vitest';
import { apart, moments, valueAt } from './layout.ts';

test('labels that would lie on each other move apart and keep their order', () => {
  expect(apart([20, 22, 100], 18, 200)).toEqual([20, 38, 100]);
  expect(apart([100, 20, 22], 18, 200)).toEqual([100, 20, 38]);
});

test('labels stay above the ground', () => {
  expect(apart([195, 198, 199], 18, 200)).toEqual([164, 182, 200]);
});

test('moments are round steps from the beginning', () => {
  const hour = 3_600_000;
  expect(moments(0, 5 * hour, 6)).toEqual([0, hour, 2 * hour, 3 * hour, 4 * hour, 5 * hour]);
  expect(moments(0, 0, 6)).toEqual([0]);
});

test('a series has the value of its last point before the moment', () => {
  const points = [
    { at: new Date(10), value: 1 },
    { at: new Date(20), value: 2 },
  ];
  expect(valueAt(points, 5)).toBeNull();
  expect(valueAt(points, 15)).toBe(1);
  expect(valueAt(points, 25)).toBe(2);
});
