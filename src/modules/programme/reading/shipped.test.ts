import { describe, expect, test } from 'vitest';
import { programmeView } from '../contract.ts';
import { loadProgramme } from '../load.ts';
import { overview } from '../queries.ts';
import { formOf } from '../rules/codes.ts';

const jp = await loadProgramme(new URL('../../../../programmes/jp-2014', import.meta.url).pathname);
const nis2 = await loadProgramme(new URL('../../../../programmes/nis2-sample', import.meta.url).pathname);
const at = (day: string): Date => new Date(`${day}T12:00:00+09:00`);

describe('The failure report', () => {
  test('follows the parts of the official sheet and requires three answers only', () => {
    const form = formOf(jp, 'failure-report');
    const fields = form?.sections.flatMap((it) => it.fields) ?? [];
    expect(form?.sections.map((it) => it.letter).join('')).toBe('ABCDEFGH');
    expect(fields.filter((it) => it.required).map((it) => it.binds)).toEqual(['handling', 'headline', 'eventType']);
    expect(fields.filter((it) => it.audience === 'source').map((it) => it.key)).toEqual([
      'operatorName',
      'ceptoar',
      'operatorContact',
    ]);
    expect(form?.sections.at(-1)?.fields.every((it) => it.audience === 'centre')).toBe(true);
    const places = fields.map((it) => it.official ?? '');
    expect(places).toEqual(places.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    expect(formOf(jp, 'failure-report', 2)).toBeUndefined();
  });
});

describe('The overview', () => {
  test('fits its contract for both programmes', () => {
    expect(programmeView.parse(overview(jp, at('2014-07-10'))).ceptoars[0]).toMatchObject({
      circle: 'telecom',
      members: { count: 26, sample: true },
    });
    expect(programmeView.parse(overview(nis2, at('2026-11-23'))).sectors.map((it) => it.key)).toEqual([
      'energy',
      'health',
      'digital',
    ]);
  });
});
