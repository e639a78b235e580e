import { describe, expect, test } from 'vitest';
import { example, exampleCodes } from '../example.ts';
import { problemCodes } from '../values.ts';
import { difference } from './difference.ts';
import { flat, layout, type LayoutContext, sheet } from './model.ts';
import en from '../../messages/en.json' with { type: 'json' };
import ja from '../../messages/ja.json' with { type: 'json' };
import { voiceOf } from './words.ts';

const [inJa, inEn] = [voiceOf('ja'), voiceOf('en')];

const ctx: LayoutContext = { codes: exampleCodes, stage: 'first', withSource: true };
const at = '2026-11-22T16:10:00.000Z';
const text = (key: string, value: unknown, voice = inJa): string | undefined =>
  flat(layout(example, { causes: ['C28'], serviceHit: true, [key]: value }, voice, ctx), voice).find(({ item }) =>
    item.path.startsWith(key),
  )?.item.text;

describe('an answer in words', () => {
  test.each([
    ['users', 3000, '3,000 人', '3,000 people'],
    ['users', { state: 'about', value: 3000 }, 'およそ 3,000 人', 'about 3,000 people'],
    ['users', { state: 'between', from: 0, to: 3000 }, '0〜3,000 人', '0 – 3,000 people'],
    ['users', { state: 'unknown' }, 'まだ不明', 'not known yet'],
    ['users', { state: 'withheld' }, '伏せる（この報では）', 'withheld (in this report)'],
    ['detectedAt', at, '令和8年11月23日（月）01:10', 'Mon 23 November 2026, 01:10'],
    [
      'detectedAt',
      { state: 'about', value: at },
      '令和8年11月23日（月）01:10ごろ',
      'about Mon 23 November 2026, 01:10',
    ],
    [
      'detectedAt',
      { state: 'about', value: at, precision: 'hour' },
      '令和8年11月23日 1時ごろ',
      'about 23 November 2026, 1:00',
    ],
    [
      'plannedOn',
      { state: 'about', value: '2026-12-01', precision: 'month' },
      '令和8年12月ごろ',
      'about December 2026',
    ],
    ['plannedOn', '2026-12-01', '令和8年12月1日', '1 December 2026'],
    [
      'causes',
      ['C13', 'C11'],
      '不審メール等の受信、DDoS攻撃等の大量アクセス',
      'Receipt of suspicious mail, Mass access such as DDoS',
    ],
    ['causes', ['C99'], 'C99', 'C99'],
    ['serviceHit', true, 'はい', 'yes'],
    ['desk', { name: '水野 圭', phone: '00-0000-0101' }, '水野 圭　00-0000-0101', '水野 圭, 00-0000-0101'],
    ['place', undefined, '', ''],
  ])('%s %j is %s', (key, value, inJapanese, inEnglish) => {
    expect(text(key, value)).toBe(inJapanese);
    expect(text(key, value, inEn)).toBe(inEnglish);
  });
});

describe('a model', () => {
  test('shows and hides by the answers as they stand, finished or not', () => {
    const visible = (answers: object): string[] =>
      layout(example, answers, inJa, ctx).sections.flatMap((s) =>
        s.items.filter((it) => it.visible).map((it) => it.path),
      );
    expect(visible({})).not.toContain('services');
    expect(visible({ serviceHit: true, users: 'not yet a number' })).toContain('services');
    expect(visible({ serviceHit: { state: 'unknown' } })).not.toContain('services');
  });

  test('says what is wrong beside the field', () => {
    const users = layout(example, { users: 'x' }, inEn, ctx)
      .sections.flatMap((s) => s.items)
      .find((it) => it.path === 'users');
    expect(users?.problems.map((it) => it.text)).toEqual(['Write a number; full-width digits will do.']);
    expect(users?.raw).toBe('x');
  });

  test('leaves out who answered unless asked', () => {
    const keys = (withSource: boolean): string[] =>
      layout(example, {}, inJa, { ...ctx, withSource }).sections.map((s) => s.key);
    expect(keys(true)).toContain('reporter');
    expect(keys(false)).not.toContain('reporter');
  });
});

describe('the printed sheet', () => {
  test('stands in the order of the official one', () => {
    const parts = sheet(example, {}, inJa, ctx).sections.map(
      (s) => `${s.letter} ${s.items.map((it) => it.official ?? '-').join(' ')}`,
    );
    expect(parts).toEqual(['A A-1', 'B B-4', 'C C-1 C-2 C-3 C-5 C-6 C-7', 'D D-1 D-2', 'E E-2 E-3 E-4 -', 'G G-3']);
  });

  test('has every field of the form once, hidden ones blank', () => {
    const fields = sheet(example, {}, inJa, ctx).sections.flatMap((s) => s.items.map((it) => it.path));
    const asked = layout(example, {}, inJa, ctx).sections.flatMap((s) => s.items.map((it) => it.path));
    expect(fields.toSorted()).toEqual(asked.toSorted());
  });
});

describe('a difference', () => {
  test('names what was added, changed and removed, in words', () => {
    const before = { answers: { users: { state: 'about', value: 3000 }, place: 'A' }, subject: { eventType: 'E00' } };
    const after = {
      answers: { users: 3000, serviceHit: true, services: [{ name: '検針' }] },
      subject: { eventType: 'E41' },
    };
    expect(difference(example, before, after, inJa, ctx)).toEqual([
      {
        path: 'eventType',
        label: '事象の類型',
        kind: 'changed',
        before: '予兆・ヒヤリハット',
        after: 'マルウェア等の感染',
      },
      { path: 'place', label: '場所・設備', kind: 'removed', before: 'A' },
      { path: 'users', label: '影響を受けている利用者', kind: 'changed', before: 'およそ 3,000 人', after: '3,000 人' },
      { path: 'serviceHit', label: 'サービスへの影響', kind: 'added', after: 'はい' },
      { path: 'services.0.name', label: '影響したサービス 1 ／ 名称', kind: 'added', after: '検針' },
    ]);
  });

  test('does not lead to the source of a masked report', () => {
    const masked = { ...ctx, withSource: false };
    expect(difference(example, { answers: {} }, { answers: { desk: { name: '水野' } } }, inJa, masked)).toEqual([]);
  });
});

test('every problem has its sentence in both languages', () => {
  for (const texts of [ja, en] as Readonly<Record<string, string>>[]) {
    expect(problemCodes.filter((code) => texts[`forms.problem.${code}`] === undefined)).toEqual([]);
  }
  expect(Object.keys(en)).toEqual(Object.keys(ja));
});
