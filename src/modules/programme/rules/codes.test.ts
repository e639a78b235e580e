import { describe, expect, test } from 'vitest';
import { loadProgramme } from '../load.ts';
import { codeEver, codes, editionAt, formCodes, inEdition } from './codes.ts';
import { fewestFor, tellingIn } from './telling.ts';

const jp = await loadProgramme(new URL('../../../../programmes/jp-2014', import.meta.url).pathname);
const at = (day: string): Date => new Date(`${day}T12:00:00+09:00`);

describe('Codes', () => {
  test('stand in editions: eight events, seventeen causes, and an older list that cannot always be told back', () => {
    expect(
      codes(jp, 'event-type', at('2014-07-10'))
        .map((it) => it.code)
        .join(' '),
    ).toBe('E00 E11 E21 E31 E41 E42 E43 E49');
    expect(codes(jp, 'cause-type', at('2014-07-10'))).toHaveLength(17);
    expect(editionAt(jp, 'cause-type', at('2014-05-18'))?.version).toBe('ap2');
    const causes = jp.codeLists.find((it) => it.key === 'cause-type');
    if (causes === undefined) throw new Error('no causes');
    expect(inEdition(causes, 'T11', 'ap3')).toEqual({ codes: ['C12', 'C13', 'C14'], lossy: true });
    expect(inEdition(causes, 'C26', 'ap3')).toEqual({ codes: ['C26'], lossy: false });
    expect(inEdition(causes, 'C26', 'ap2')).toBeUndefined();
    expect(codeEver(causes, 'T22')?.title.ja).toBe('ハードウェア障害');
  });

  test('include what the programme knows without a file', () => {
    const lists = formCodes(jp, at('2014-07-10'));
    expect(lists['sector']).toHaveLength(13);
    expect(lists['ceptoar']).toHaveLength(18);
    expect(lists['handling']?.map((it) => it.code)).toEqual(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED']);
  });
});

describe('What gives a sector away', () => {
  test('is found in both scripts, by whole words where words have ends', () => {
    expect(tellingIn(jp, '給電所の端末で訓練を行った', at('2014-07-10'))).toEqual([
      { sector: 'electricity', words: ['給電所'] },
    ]);
    expect(tellingIn(jp, 'A Substation during staff training', at('2014-07-10'))).toEqual([
      { sector: 'electricity', words: ['substation'] },
    ]);
    expect(tellingIn(jp, '重要インフラ分野の監視端末', at('2014-07-10'))).toEqual([]);
    expect(fewestFor(jp, ['electricity', 'gas'])).toBe(5);
  });
});
