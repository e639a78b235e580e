import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { example, exampleCodes } from './example.ts';
import type { ReadingContext } from './read.ts';
import { validate } from './validate.ts';
import type { Answer, Answers } from './values.ts';
import { difference } from './view/difference.ts';
import { layout, type FormModel, sheet } from './view/model.ts';
import { voiceOf } from './view/words.ts';

const [ja, en] = [voiceOf('ja'), voiceOf('en')];

const ctx: ReadingContext = { codes: exampleCodes, stage: 'final' };
const time = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((it) => it.toISOString());
const line = fc.string({ unit: 'grapheme', maxLength: 60 });

const uncertain = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    value,
    value.map((it) => ({ state: 'known', value: it })),
    value.map((it) => ({ state: 'about', value: it })),
    fc.tuple(value, value).map(([from, to]) => ({ state: 'between', from, to })),
    fc.constantFrom({ state: 'unknown' }, { state: 'withheld' }),
  );

const minutes = uncertain(fc.nat(9000));
const typed = fc.record(
  {
    desk: fc.record({ name: line, phone: fc.constant('００-0000'), mail: fc.emailAddress() }, { requiredKeys: [] }),
    detectedAt: uncertain(time),
    plannedOn: fc.oneof(
      time.map((it) => it.slice(0, 10)),
      fc.constant({ state: 'unknown' }),
    ),
    place: fc.oneof(line, fc.constant({ state: 'withheld' })),
    story: line,
    users: uncertain(
      fc.oneof(
        fc.nat(),
        fc.nat().map((n) => n.toLocaleString('en-GB')),
      ),
    ),
    rate: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    causes: fc.subarray(['C28', 'C13', 'C11']),
    spilledFrom: line,
    serviceHit: fc.oneof(fc.boolean(), fc.constant({ state: 'unknown' })),
    services: fc.array(fc.record({ name: line, stopped: fc.boolean(), minutes }, { requiredKeys: [] }), {
      maxLength: 3,
    }),
    lessons: line,
  },
  { requiredKeys: [] },
);

/** The answers that a model shows, as a program that reads the print would take them. */
const shown = (model: FormModel): Answers =>
  Object.fromEntries(
    model.sections
      .flatMap((section) => section.items)
      .filter(
        (item) => item.field.binds === undefined && item.visible && (item.answer ?? item.entries?.length) !== undefined,
      )
      .map((item) => [
        item.field.key,
        item.answer ??
          (item.entries ?? []).map((entry) =>
            Object.fromEntries(entry.flatMap((it) => (it.answer === undefined ? [] : [[it.field.key, it.answer]]))),
          ),
      ]),
  );

const taken = fc
  .constant(null)
  .chain(() => typed.map((raw) => validate(example, raw, ctx)))
  .filter((it) => it.ok);

describe('laws of the forms engine', () => {
  test('what is normalised stays as it is when it is normalised again', () => {
    fc.assert(
      fc.property(taken, (it) => {
        expect(validate(example, it.answers, ctx)).toEqual({ ...it, dropped: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('no two states become one: the state that was given is the state that is kept', () => {
    fc.assert(
      fc.property(uncertain(fc.nat()), (users) => {
        const it = validate(example, { users }, ctx);
        const state = typeof users === 'number' ? 'known' : (users as Answer).state;
        if (it.ok) expect((it.answers['users'] as Answer).state).toBe(state);
        else expect(it.problems.map((p) => p.code)).toEqual(['from-after-to']);
      }),
    );
  });

  test('states differ in words as they do in data', () => {
    const words = [
      3,
      { state: 'about', value: 3 },
      { state: 'between', from: 3, to: 3 },
      { state: 'unknown' },
      { state: 'withheld' },
      undefined,
    ].map(
      (users) =>
        layout(example, { users }, ja, ctx)
          .sections.flatMap((s) => s.items)
          .find((it) => it.path === 'users')?.text,
    );
    expect(new Set(words).size).toBe(6);
  });

  test('what the printed sheet shows validates to what it was made from', () => {
    fc.assert(
      fc.property(taken, (it) => {
        const again = validate(example, shown(sheet(example, it.answers, ja, { ...ctx, withSource: true })), ctx);
        expect(again).toMatchObject({ ok: true, answers: it.answers });
      }),
      { numRuns: 200 },
    );
  });

  test('nothing differs from itself, and two differ both ways in the same places', () => {
    fc.assert(
      fc.property(taken, taken, (a, b) => {
        expect(difference(example, a, a, en, ctx)).toEqual([]);
        const there = difference(example, a, b, ja, ctx).map((it) => it.path);
        const back = difference(example, b, a, ja, ctx).map((it) => it.path);
        expect(there.toSorted()).toEqual(back.toSorted());
      }),
      { numRuns: 100 },
    );
  });

  test('garbage of any kind is answered, never thrown', () => {
    const keys = [
      ...example.sections.flatMap((s) => s.fields.map((f) => f.key)),
      '__proto__',
      'constructor',
      'toString',
    ];
    const garbage = fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        fc.record({
          state: fc.constantFrom('known', 'about', 'between'),
          value: fc.anything(),
          from: fc.anything(),
          to: fc.anything(),
        }),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), garbage), garbage, (answers, subject) => {
        expect(validate(example, answers, { ...ctx, subject }).ok).toBeTypeOf('boolean');
        expect(layout(example, answers, en, { ...ctx, subject, withSource: true }).sections).toHaveLength(3);
        expect(difference(example, { answers }, { answers: subject }, ja, ctx)).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['blanks before a word', `x${' '.repeat(19_000)}y`],
    ['line ends', `x${'\n'.repeat(19_000)}y`],
    ['digits and commas', `${'1,111'.repeat(8000)}x`],
    ['mail-like text', `${'a.'.repeat(9000)}@${'b.'.repeat(9000)}`],
    ['telephone-like text', `${'0 ('.repeat(9000)}ext`],
    ['opening brackets', '<'.repeat(19_000)],
  ])('long %s are answered at once', (_, text) => {
    const began = performance.now();
    for (const value of [text, { name: text, mail: text, phone: text }, [text]]) {
      validate(
        example,
        { story: value, users: value, desk: value, detectedAt: value, causes: value, place: value },
        ctx,
      );
    }
    expect(performance.now() - began).toBeLessThan(500);
  });
});
