import { expect, it } from 'vitest';
import type { ConsentAct } from '../../shapes/consent.ts';
import { mayEnter, standingOf } from './standing.ts';

const cases: readonly (readonly [ConsentAct[], string, string | null])[] = [
  [[], 'none', null],
  [['requested'], 'requested', null],
  [['requested', 'asked'], 'asked', null],
  [['asked', 'given', 'passed'], 'given', 'given'],
  [['given', 'passed', 'withdrawn'], 'withdrawn', 'withdrawn'],
  [['refused', 'asked'], 'asked', 'refused'],
];

it('reads the last answer, and what was asked after it', () => {
  for (const [acts, state, answer] of cases) expect(standingOf(acts)).toEqual({ state, answer });
});

it('lets only a yes be withdrawn, and asks nobody twice', () => {
  const given = standingOf(['given', 'passed']);
  expect([mayEnter('source', given), mayEnter('ministry', given), mayEnter('centre', given)]).toEqual([
    ['withdrawn'],
    [],
    [],
  ]);
  expect(mayEnter('source', standingOf([]))).toEqual(['given', 'refused']);
  expect(mayEnter('centre', standingOf(['requested']))).toEqual([]);
  expect(mayEnter('ministry', standingOf(['requested']))).toEqual(['asked']);
  expect(mayEnter('centre', standingOf(['given', 'withdrawn']))).toEqual(['requested']);
});
