import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDefinition } from './check.ts';
import { condition, holds } from './conditions.ts';
import { example, exampleCodes } from './example.ts';

const scope = {
  stage: 'first',
  eventType: 'E31',
  users: 3000,
  causes: ['C11', 'C28'],
  answers: { users: 3000 },
  state: { place: 'withheld' },
};

describe('a condition', () => {
  test.each([
    ["eventType == 'E31'", true],
    ["eventType in ['E00', 'E41']", false],
    ['users > 1000 && users <= 3000', true],
    ["'C28' in causes", true],
    ["causes.exists(c, c.startsWith('C2'))", true],
    ["stage != 'draft'", true],
    ["state.place == 'withheld'", true],
    ['has(answers.users)', true],
    ['has(answers.place)', false],
  ])('%s is %s', (text, expected) => {
    expect(holds(text, scope)).toBe(expected);
  });

  test.each([
    'missing',
    "missing == 'x'",
    "missing != 'x'",
    "!(missing == 'x')",
    "'x' in missing",
    'users',
    'users + 1',
    'eventType > 3',
  ])('%s, which asks for what is not there or is no yes or no, is false', (text) => {
    expect(holds(text, scope)).toBe(false);
  });

  test('is true where one side of an "or" is, though the other is missing', () => {
    expect(holds("missing == 'x' || users > 10", scope)).toBe(true);
  });

  test.each([
    ['nothing at all', ''],
    ['half an expression', 'a =='],
    ['a regular expression, which could stall', "eventType.matches('(a+)+$')"],
    ['lists within lists within lists', 'causes.all(a, causes.all(b, causes.all(c, a == c)))'],
    ['more than 500 characters', `eventType == '${'x'.repeat(500)}'`],
    ['more nodes than a condition needs', Array.from({ length: 60 }, (_, i) => `a == ${i}`).join('||')],
    ['what objects inherit', '__proto__ == 1'],
  ])('is refused with a sentence when it is %s', (_, text) => {
    expect(condition(text)).toBeTypeOf('string');
    expect(holds(text, scope)).toBe(false);
  });

  test('names the answers it asks for, not those a loop binds', () => {
    const it = condition("causes.exists(c, c == place) && state.occurredAt == 'known' && entry.stopped");
    expect(typeof it === 'string' ? it : it.names).toEqual(['causes', 'place', 'occurredAt', 'entry.stopped']);
  });

  test('never throws, whatever it is and whatever it is asked of', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.dictionary(fc.string({ maxLength: 5 }), fc.anything()),
        (text, answers) => {
          expect(holds(text, answers)).toBeTypeOf('boolean');
        },
      ),
    );
  });
});

describe('checking a definition', () => {
  test('finds nothing in a sound one', () => {
    expect(checkDefinition(example, exampleCodes)).toEqual([]);
  });

  test('finds a missing code list, a condition on a later field and one that cannot be read', () => {
    const broken = structuredClone(example);
    const fields = broken.sections[2]?.fields ?? [];
    if (fields[0] !== undefined) fields[0].when = "place == 'x' && memo == 'y'";
    if (fields[1] !== undefined) fields[1].when = 'users >';
    const found = checkDefinition(broken, { 'event-type': [] });
    expect(found.map((it) => it.path.join('.'))).toEqual([
      'sections.2.fields.0.when',
      'sections.2.fields.1.when',
      'sections.2.fields.2.codes',
    ]);
    expect(found[0]?.message).toBe('memo is no field that stands before this one');
  });
});
