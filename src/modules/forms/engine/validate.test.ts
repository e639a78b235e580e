import { describe, expect, test } from 'vitest';
import { formDefinition } from '../../../kernel/form.ts';
import { example, exampleCodes } from './example.ts';
import type { ReadingContext } from './read.ts';
import { part, validate } from './validate.ts';

const now = new Date('2026-11-22T17:00:00Z');
const ctx: ReadingContext = { codes: exampleCodes, stage: 'first', now };
const problems = (answers: unknown, more: Partial<ReadingContext> = {}): string[] => {
  const result = validate(example, answers, { ...ctx, ...more });
  return result.ok ? [] : result.problems.map((it) => `${it.path}: ${it.code}`);
};
const taken = (answers: unknown, more: Partial<ReadingContext> = {}): unknown => {
  const result = validate(example, answers, { ...ctx, ...more });
  return result.ok ? result.answers : result.problems;
};

describe('a first report', () => {
  test('may be empty: nothing is asked for but what the definition says', () => {
    expect(taken({})).toEqual({});
    expect(problems({}, { subject: {} })).toEqual(['headline: required', 'eventType: required']);
    expect(problems({}, { subject: {}, stage: 'draft' })).toEqual([]);
  });

  test('keeps known, about, between, unknown and withheld apart', () => {
    for (const users of [
      { state: 'known', value: 0 },
      { state: 'about', value: 3000 },
      { state: 'between', from: 0, to: 3000 },
      { state: 'unknown' },
      { state: 'withheld' },
    ]) {
      expect(taken({ users })).toEqual({ users });
    }
  });

  test('takes a bare value as a known one, and full-width digits and codes as they are meant', () => {
    expect(taken({ users: '３，０００', rate: '－１．５', causes: ['Ｃ２８', 'C11', 'C11'] })).toEqual({
      users: { state: 'known', value: 3000 },
      rate: { state: 'known', value: -1.5 },
      causes: { state: 'known', value: ['C11', 'C28'] },
    });
  });

  test('gives the bound members of its subject back, bare where only known answers are taken', () => {
    const result = validate(
      example,
      {},
      {
        ...ctx,
        subject: { headline: ' 件名　', eventType: 'E31', occurredAt: '2026-11-23T01:10:00+09:00', handling: {} },
      },
    );
    expect(result).toMatchObject({
      ok: true,
      answers: {},
      subject: {
        headline: '件名',
        eventType: 'E31',
        occurredAt: { state: 'known', value: '2026-11-22T16:10:00.000Z' },
      },
    });
  });

  test('leaves out what hides behind a condition and tells so, garbage and all', () => {
    const result = validate(example, { causes: ['C11'], spilledFrom: { any: 'thing' }, lessons: 'x' }, ctx);
    expect(result).toMatchObject({
      ok: true,
      answers: { causes: { state: 'known', value: ['C11'] } },
      dropped: ['spilledFrom', 'lessons'],
    });
    expect(taken({ causes: ['C28'], spilledFrom: '電力' })).toMatchObject({ spilledFrom: { value: '電力' } });
    expect(taken({ lessons: 'x' }, { stage: 'final' })).toMatchObject({ lessons: { value: 'x' } });
  });

  test('counts the entries of a repeated group, ignores blank ones and looks into each', () => {
    const services = [
      { name: '検針', stopped: true, minutes: { state: 'about', value: '１０' } },
      {},
      { name: '', stopped: null },
    ];
    expect(taken({ serviceHit: true, services })).toMatchObject({
      services: [{ name: { state: 'known', value: '検針' }, minutes: { state: 'about', value: 10 } }],
    });
    expect(problems({ serviceHit: true, services: [{ stopped: false, minutes: 5 }] })).toEqual([
      'services.0.name: required',
    ]);
    expect(problems({ serviceHit: true, services: Array.from({ length: 4 }, () => ({ name: 'x' })) })).toEqual([
      'services: too-many-entries',
    ]);
    expect(problems({ serviceHit: true, services: {} })).toEqual([]);
    expect(problems({ serviceHit: true, services: { name: 'x' } })).toEqual(['services: wrong-type']);
    expect(problems({ serviceHit: true, services: [{ name: 'x', who: 1 }] })).toEqual([
      'services.0.who: unknown-field',
    ]);
  });
});

describe('bad input is refused by name', () => {
  test.each([
    ['a field the form does not have', { nobody: 1 }, 'nobody: unknown-field'],
    ['a bound field among the answers', { headline: 'x' }, 'headline: unknown-field'],
    ['a field that only the centre fills in', { memo: 'x' }, 'memo: unknown-field'],
    ['a code that its list does not have', { causes: ['C99'] }, 'causes: unknown-code'],
    ['a state nobody knows', { users: { state: 'maybe' } }, 'users: unknown-state'],
    ['a state the field does not offer', { plannedOn: { state: 'withheld' } }, 'plannedOn: state-not-offered'],
    ['a value beside "unknown"', { users: { state: 'unknown', value: 3 } }, 'users: unknown-member'],
    ['an estimate of nothing', { users: { state: 'about', value: '' } }, 'users: value-missing'],
    ['half a range', { users: { state: 'between', from: 1 } }, 'users: value-missing'],
    ['a range backwards', { users: { state: 'between', from: 3, to: 1 } }, 'users: from-after-to'],
    [
      'times backwards',
      { detectedAt: { state: 'between', from: '2026-11-22T10:00:00Z', to: '2026-11-22T18:30:00+09:00' } },
      'detectedAt: from-after-to',
    ],
    ['30 February', { plannedOn: '2026-02-30' }, 'plannedOn: impossible-time'],
    ['25 o’clock', { detectedAt: '2026-11-22T25:00:00Z' }, 'detectedAt: impossible-time'],
    ['a time without a zone', { detectedAt: '2026-11-22T05:00:00' }, 'detectedAt: impossible-time'],
    ['the year 20260', { plannedOn: '20260-01-01' }, 'plannedOn: impossible-time'],
    ['a detection tomorrow', { detectedAt: '2026-11-23T17:00:00Z' }, 'detectedAt: in-the-future'],
    ['half a person', { users: 0.5 }, 'users: not-an-integer'],
    ['fewer than nobody', { users: -1 }, 'users: too-small'],
    ['more than can be', { rate: 1e300 }, 'rate: too-big'],
    ['words for a number', { users: 'many' }, 'users: not-a-number'],
    ['infinity', { rate: '1e999' }, 'rate: not-a-number'],
    ['a number for a yes or no', { serviceHit: 1 }, 'serviceHit: wrong-type'],
    ['a list for a text', { place: ['x'] }, 'place: wrong-type'],
    ['a tag', { story: 'see <img src=x>' }, 'story: text-has-markup'],
    ['a character that turns the line around', { place: 'a\u202Eb' }, 'place: text-has-control-characters'],
    ['two lines in one', { place: 'a\nb' }, 'place: text-has-line-breaks'],
    ['a line too long', { place: 'x'.repeat(201) }, 'place: too-long'],
    ['a mail address without a place', { desk: { mail: 'me@here' } }, 'desk: not-a-mail-address'],
    ['a telephone number of words', { desk: { phone: '<call me>' } }, 'desk: text-has-markup'],
    ['a list for a form', [], ': wrong-type'],
  ])('%s', (_, answers, expected) => {
    expect(problems(answers)).toEqual([expected]);
  });

  test('many problems end in one that says so', () => {
    const many = problems({
      serviceHit: true,
      services: Array.from({ length: 50 }, () => ({ stopped: 'x', minutes: 'y', a: 1, b: 1 })),
    });
    expect(many).toHaveLength(100);
    expect(many.at(-1)).toBe(': too-many-problems');
  });
});

describe('who may read what', () => {
  test('what names the source is parted from the content', () => {
    const result = validate(example, { desk: { name: '水野', phone: '００-0000-0101' }, place: '給電所' }, ctx);
    if (!result.ok) throw new Error('refused');
    expect(part(example, result.answers)).toEqual({
      source: { desk: { state: 'known', value: { name: '水野', phone: '00-0000-0101' } } },
      content: { place: { state: 'known', value: '給電所' } },
      centre: {},
    });
  });

  test('the centre answers its own fields and no others', () => {
    expect(taken({ memo: '分析' }, { hand: 'centre' })).toEqual({ memo: { state: 'known', value: '分析' } });
    expect(problems({ place: 'x' }, { hand: 'centre' })).toEqual(['place: unknown-field']);
  });
});

describe('a definition', () => {
  const field = { key: 'a', label: { ja: 'あ', en: 'a' }, type: 'text' };
  const parse = (fields: unknown[]): string[] => {
    const form = { key: 'f', version: 1, title: field.label, sections: [{ key: 's', title: field.label, fields }] };
    return formDefinition.safeParse(form).error?.issues.map((it) => it.message) ?? [];
  };

  test.each([
    ['two fields of one key', [field, field], 'two fields have the key a'],
    ['a choice without codes', [{ ...field, type: 'choice' }], 'a choice needs codes'],
    ['a text in people', [{ ...field, unit: field.label }], 'unit does not fit the type text'],
    ['a text that is about', [{ ...field, uncertain: ['known', 'about'] }], 'a text cannot be about'],
    ['a lowest above the highest', [{ ...field, type: 'integer', min: 2, max: 1 }], 'min is above max'],
  ])('is refused with %s', (_, fields, message) => {
    expect(JSON.stringify(parse(fields))).toContain(message);
  });

  test('is refused with a reserved word as key and with a misspelt member', () => {
    expect(parse([{ ...field, key: 'state' }])).not.toEqual([]);
    expect(parse([{ ...field, requierd: true }])).not.toEqual([]);
  });
});
