import { describe, expect, it } from 'vitest';
import type { Turn } from './contract.ts';
import { type Done, figuresOf, mayFollow, minuteOf, stateOf } from './rules.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 0, minute));
const done = (...them: [Turn, number][]): Done[] => them.map(([what, minute]) => ({ what, at: at(minute) }));

describe('how a drill stands', () => {
  it('follows from what was done last', () => {
    expect(stateOf([])).toBe('planned');
    expect(stateOf(done(['opened', 0], ['real', 5]))).toBe('paused');
    expect(stateOf(done(['opened', 0], ['paused', 5], ['resumed', 6]))).toBe('open');
    expect(stateOf(done(['called-off', 0]))).toBe('called-off');
  });

  it.each<[Turn, string[]]>([
    ['opened', ['planned']],
    ['called-off', ['planned']],
    ['paused', ['open']],
    ['real', ['open']],
    ['resumed', ['paused']],
    ['closed', ['open', 'paused']],
  ])('lets it be %s only where that follows', (turn, from) => {
    const states = ['planned', 'open', 'paused', 'closed', 'called-off'] as const;
    expect(states.filter((state) => mayFollow(turn, state))).toEqual(from);
  });
});

describe('the clock of a drill', () => {
  const turns = done(['opened', 10], ['paused', 20], ['resumed', 35], ['real', 40], ['resumed', 41], ['closed', 60]);

  it('begins with its opening and stands still while it is paused', () => {
    expect(minuteOf(turns, at(9))).toBeNull();
    expect(minuteOf([], at(9))).toBeNull();
    expect(minuteOf(turns, at(15))).toBe(5);
    expect(minuteOf(turns, at(25))).toBe(10);
    expect(minuteOf(turns, at(36))).toBe(11);
    expect(minuteOf(turns, at(51))).toBe(25);
  });
});

it('figures a step by the middle and the longest of its hops, and says what is still to be done', () => {
  const hops = [
    { what: 'relayed', since: at(0), at: at(3) },
    { what: 'relayed', since: at(0), at: at(5) },
    { what: 'relayed', since: at(0), at: null },
    { what: 'reported', since: null, at: at(1) },
  ] as const;
  expect(figuresOf(hops, ['reported', 'relayed', 'warned'])).toEqual([
    { what: 'reported', of: 1, done: 1, median: null, longest: null },
    { what: 'relayed', of: 3, done: 2, median: 240, longest: 300 },
  ]);
});
