import { describe, expect, test } from 'vitest';
import { loadProgramme } from '../load.ts';
import { inKanaOrder, measuresInKanaOrder } from './measures.ts';

const jp = await loadProgramme(new URL('../../../../programmes/jp-2014', import.meta.url).pathname);

describe('The plan of 2014', () => {
  test('has 31 items, 76 sub-items, 91 leaves and one restated item', () => {
    expect(jp.measureItems).toHaveLength(31);
    expect(jp.measureItems.reduce((sum, item) => sum + item.subItems, 0)).toBe(76);
    expect(jp.measures).toHaveLength(91);
    expect(jp.measures.filter((it) => it.restated).map((it) => it.label)).toEqual(['セ']);
  });

  test('stands in kana order, sub-items by letter', () => {
    expect(jp.measureItems.map((it) => it.item).join('')).toBe(
      'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマ',
    );
    expect(['ソ', 'ウ-b', 'ア-a', 'マ', 'ウ-a', 'B', 'ヘ'].toSorted(inKanaOrder)).toEqual([
      'ア-a',
      'ウ-a',
      'ウ-b',
      'ソ',
      'ヘ',
      'マ',
      'B',
    ]);
    expect(measuresInKanaOrder(jp, 'risk-management').map((it) => it.label)).toEqual([
      'コ-a',
      'コ-b',
      'コ-c',
      'コ-d',
      'サ-a',
      'サ-b',
      'サ-c',
    ]);
  });

  test('bears short titles of its own, each of them once', () => {
    const titles = [...jp.measures, ...jp.measureItems.filter((it) => it.subItems > 0)].map((it) => it.title.ja);
    expect(titles.filter((it) => it.length < 6 || it.length > 25)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('knows what may rightly not occur in a year', () => {
    expect(
      jp.measures
        .filter((it) => it.conditional)
        .map((it) => it.label)
        .join(' '),
    ).toBe('ア-b イ-b ウ-a ウ-g エ-g オ-c カ-c カ-d キ-b ク-f ケ シ-g ス-d チ ト ナ-b ホ');
    expect(
      jp.measures
        .filter((it) => it.partly)
        .map((it) => it.label)
        .join(' '),
    ).toBe('イ-b ウ-a キ-b チ ナ-b');
  });

  test('is evidenced by what the main line records', () => {
    const evidence = (label: string): readonly string[] => jp.measures.find((it) => it.label === label)?.evidence ?? [];
    expect(evidence('ウ-a')).toEqual(expect.arrayContaining(['report.received', 'provision.dispatched']));
    expect(evidence('ウ-b')).toEqual(expect.arrayContaining(['provision.dispatched', 'receipt.acknowledged']));
    expect(evidence('エ-a')).toEqual(expect.arrayContaining(['receipt.relayed', 'report.relayed']));
    expect(evidence('エ-b')).toContain('contact.verified');
    expect(evidence('エ-c')).toContain('report.relayed');
    expect(jp.measures.filter((it) => it.evidence.length === 0)).toEqual([]);
  });

  test('gives a leaf the owners of its item unless it has its own', () => {
    const owners = (label: string): readonly string[] | undefined =>
      jp.measures.find((it) => it.label === label)?.owners;
    expect([owners('タ-a'), owners('タ-b'), owners('ウ-b'), owners('ツ-c')]).toEqual([
      ['mic'],
      ['meti'],
      ['cabinet-secretariat'],
      ['mic'],
    ]);
  });
});
