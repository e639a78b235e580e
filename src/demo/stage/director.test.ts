import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { play, type Story, Turn } from './director.ts';

const minute = (n: number): Date => new Date(Date.UTC(2026, 0, 1, 0, n));

/** A story of acts that each take their time; says when each began and was done. */
async function* story(said: string[], name: string, acts: readonly (Date | Turn)[], took: number): Story {
  for (const [n, at] of acts.entries()) {
    yield at;
    said.push(`${name}${n} begins`);
    await sleep(took);
    said.push(`${name}${n} done`);
  }
}

it('plays what others build on alone: after all before it, before all after it', async () => {
  const said: string[] = [];
  const stories = [
    story(said, 'slow', [minute(1)], 30),
    story(said, 'mode', [new Turn(minute(2)), new Turn(minute(3))], 20),
    story(said, 'quick', [minute(4), minute(5)], 1),
  ];
  await play(stories, minute(60), 4, () => undefined);
  const at = (line: string): number => said.indexOf(line);
  expect(at('slow0 done')).toBeLessThan(at('mode0 begins'));
  expect(at('mode0 done')).toBeLessThan(at('mode1 begins'));
  expect(at('mode1 done')).toBeLessThan(at('quick0 begins'));
  expect(said).toHaveLength(10);
});

it('leaves out what has not happened yet', async () => {
  const said: string[] = [];
  await play([story(said, 'late', [minute(1), new Turn(minute(9))], 0)], minute(5), 4, () => undefined);
  expect(said).toEqual(['late0 begins', 'late0 done']);
});
