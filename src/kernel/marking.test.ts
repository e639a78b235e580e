import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeastAsStrict,
  type Handling,
  handling,
  label,
  rank,
  strictest,
  strictness,
  strictnessOf,
  stricter,
  tlp,
} from './marking.ts';

const white: Handling = { scheme: 'tlp', version: '1.0', value: 'WHITE' };
const ofVersion1 = (['WHITE', 'GREEN', 'AMBER', 'RED'] as const).map(
  (value): Handling => ({ scheme: 'tlp', version: '1.0', value }),
);
const all: readonly Handling[] = [...strictness.map(tlp), ...ofVersion1];
const mark = fc.constantFrom(...all);
const marks = fc.array(mark, { maxLength: 8 });
const alike = (a: Handling, b: Handling): boolean => rank(a) === rank(b);

describe('handling marks are a chain', () => {
  it('in the order of FIRST, without two values of a version in one place', () => {
    expect(strictness.map((value) => rank(tlp(value)))).toEqual([0, 1, 2, 3, 4]);
    expect(ofVersion1.map(rank)).toEqual([0, 1, 2, 4]);
  });

  it('of which any two can be compared, each with itself, and none goes in a circle', () => {
    fc.assert(
      fc.property(mark, mark, mark, (a, b, c) => {
        expect(atLeastAsStrict(a, b) || atLeastAsStrict(b, a)).toBe(true);
        expect(atLeastAsStrict(a, a)).toBe(true);
        if (atLeastAsStrict(a, b) && atLeastAsStrict(b, a)) expect(alike(a, b)).toBe(true);
        if (atLeastAsStrict(a, b) && atLeastAsStrict(b, c)) expect(atLeastAsStrict(a, c)).toBe(true);
      }),
    );
  });

  it('whose stricter is one of the two: idempotent, associative, commutative up to how it was written', () => {
    fc.assert(
      fc.property(mark, mark, mark, (a, b, c) => {
        expect([a, b]).toContain(stricter(a, b));
        expect(stricter(a, a)).toBe(a);
        expect(stricter(stricter(a, b), c)).toEqual(stricter(a, stricter(b, c)));
        expect(alike(stricter(a, b), stricter(b, a))).toBe(true);
      }),
    );
  });
});

describe('what is made of parts', () => {
  it('is at least as strict as each, and no stricter than the strictest', () => {
    fc.assert(
      fc.property(marks, (parts) => {
        const whole = strictest(parts);
        for (const part of parts) expect(atLeastAsStrict(whole, part)).toBe(true);
        expect(rank(whole)).toBe(Math.max(0, ...parts.map(rank)));
      }),
    );
  });

  it('never widens by adding to it, by doing it in steps, or by another order', () => {
    fc.assert(
      fc.property(marks, marks, (some, more) => {
        const both = strictest([...some, ...more]);
        expect(atLeastAsStrict(both, strictest(some))).toBe(true);
        expect(alike(both, strictest([strictest(some), strictest(more)]))).toBe(true);
        expect(alike(both, strictest([...more, ...some].toReversed()))).toBe(true);
      }),
    );
  });

  it('is CLEAR when it is made of nothing', () => expect(strictest([])).toEqual(tlp('CLEAR')));
});

describe('scheme and version', () => {
  it('are kept as they were given: WHITE stays WHITE, and stands where CLEAR stands', () => {
    expect(handling.parse(white)).toEqual(white);
    expect(label(white)).toBe('TLP:WHITE');
    expect(strictnessOf(white)).toBe('CLEAR');
    expect(stricter(white, tlp('CLEAR'))).toBe(white);
    expect(label(tlp('AMBER+STRICT'))).toBe('TLP:AMBER+STRICT');
  });

  it('do not mix: neither version knows the words of the other, nor anything else', () => {
    const wrong: unknown[] = [
      { scheme: 'tlp', version: '1.0', value: 'CLEAR' },
      { scheme: 'tlp', version: '1.0', value: 'AMBER+STRICT' },
      { scheme: 'tlp', version: '2.0', value: 'WHITE' },
      { scheme: 'tlp', version: '2.0', value: 'amber' },
      { scheme: 'tlp', version: '3.0', value: 'RED' },
      { scheme: 'iep', version: '2.0', value: 'RED' },
      { version: '2.0', value: 'RED' },
      'RED',
      null,
    ];
    for (const it of wrong) expect(handling.safeParse(it).success, JSON.stringify(it)).toBe(false);
  });

  it('when nobody knows them are as strict as can be', () => {
    const unknown = { scheme: 'tlp', version: '2.0', value: 'TEAL' } as unknown as Handling;
    expect([rank(unknown), strictnessOf(unknown)]).toEqual([4, 'RED']);
  });
});
