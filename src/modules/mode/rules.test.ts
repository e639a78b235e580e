import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../kernel/refusal.ts';
import { effectOf, inForce, refuseScope, scopeAfter, standingAt, type Confirmed } from './rules.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));
const one = (position: number, hour: number, sectors: string[], regions: string[] = []): Confirmed => ({
  declaration: 'd',
  mode: 'large-scale',
  position,
  sectors,
  regions,
  takesEffect: at(hour),
});
const refused = (act: () => unknown): string => {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return (error as Refusal).reason;
  }
};

describe('what is in force', () => {
  const acts = [one(1, 1, ['electricity'], ['tohoku']), one(2, 3, ['electricity', 'rail'], ['tohoku']), one(3, 5, [])];

  it('is nothing before the first act took effect and after the stand-down', () => {
    expect(standingAt(acts, at(0))).toBeNull();
    expect(standingAt(acts, at(5))).toBeNull();
    expect(inForce([], { sector: 'electricity', region: null }, at(4))).toBeNull();
  });

  it('follows the scope of the act that took effect last', () => {
    expect(inForce(acts, { sector: 'rail', region: 'tohoku' }, at(2))).toBeNull();
    expect(inForce(acts, { sector: 'rail', region: 'tohoku' }, at(3))).toBe('large-scale');
    expect(inForce(acts, { sector: 'rail', region: 'kanto' }, at(3))).toBeNull();
  });

  it('keeps what has no known region in the scope of its sector', () => {
    expect(inForce(acts, { sector: 'electricity', region: null }, at(2))).toBe('large-scale');
  });

  it('goes by the order of confirmations where two take effect at one instant', () => {
    expect(standingAt([one(2, 1, []), one(1, 1, ['electricity'])], at(1))).toBeNull();
  });
});

describe('what an act makes of the scope', () => {
  const before = { sectors: ['electricity', 'rail'], regions: ['tohoku'] };

  it('adds, takes out and ends', () => {
    expect(scopeAfter({ verb: 'widen', sectors: ['water'], regions: ['kanto'] }, before)).toEqual({
      sectors: ['electricity', 'rail', 'water'],
      regions: ['tohoku', 'kanto'],
    });
    expect(scopeAfter({ verb: 'narrow', sectors: ['rail'], regions: [] }, before).sectors).toEqual(['electricity']);
    expect(scopeAfter({ verb: 'stand-down', sectors: [], regions: [] }, before).sectors).toEqual([]);
  });

  it('refuses what leaves nothing, changes nothing, or has nothing to change', () => {
    const asked = (verb: 'widen' | 'narrow' | 'stand-down' | 'declare', sectors: string[], regions: string[] = []) => ({
      verb,
      sectors,
      regions,
    });
    expect(refused(() => scopeAfter(asked('narrow', ['electricity', 'rail']), before))).toBe('scope-empty');
    expect(refused(() => scopeAfter(asked('narrow', [], ['tohoku']), before))).toBe('scope-empty');
    expect(refused(() => scopeAfter(asked('widen', ['rail']), before))).toBe('scope-unchanged');
    expect(refused(() => scopeAfter(asked('narrow', ['water']), before))).toBe('scope-unchanged');
    expect(refused(() => scopeAfter(asked('stand-down', []), null))).toBe('nothing-declared');
    expect(refused(() => scopeAfter(asked('declare', ['water']), before))).toBe('already-declared');
  });

  it('never takes a scope of nobody for a scope of everybody', () => {
    const known = { sectors: ['electricity'], regions: ['tohoku'] };
    expect(refused(() => refuseScope({ verb: 'declare', sectors: [], regions: ['tohoku'] }, known))).toBe(
      'scope-empty',
    );
    expect(refused(() => refuseScope({ verb: 'declare', sectors: ['electricity'], regions: [] }, known))).toBe(
      'scope-empty',
    );
    expect(refused(() => refuseScope({ verb: 'widen', sectors: [], regions: [] }, known))).toBe('scope-empty');
    expect(refused(() => refuseScope({ verb: 'declare', sectors: ['moon'], regions: ['tohoku'] }, known))).toBe(
      'scope-unknown',
    );
    expect(
      refused(() => refuseScope({ verb: 'declare', sectors: ['electricity'], regions: [] }, { ...known, regions: [] })),
    ).toBe('nothing');
  });
});

it('an act is never in force before its confirmation, nor before the one that took effect last', () => {
  expect(effectOf(at(1), at(2), null)).toEqual(at(2));
  expect(effectOf(at(6), at(2), at(4))).toEqual(at(6));
  expect(effectOf(at(1), at(2), at(4))).toEqual(at(4));
});
