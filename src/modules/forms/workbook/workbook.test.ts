import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../kernel/refusal.ts';
import { example, exampleCodes } from '../engine/example.ts';
import { validate } from '../engine/validate.ts';
import { voiceOf } from '../engine/view/words.ts';
import { bounds, packageOf, partsOf } from './package.ts';
import { openSheet, readSheet } from './read.ts';
import { guarded, unguarded } from './values.ts';
import { workbookOf } from './write.ts';

const now = new Date('2026-11-23T03:00:00Z');
const head = { mark: 'TLP:AMBER', purpose: 'failure', title: '見本' };
const made = (answers: unknown, locale: 'ja' | 'en' = 'ja', subject = {}): Buffer =>
  workbookOf(example, { answers, subject }, { codes: exampleCodes, voice: voiceOf(locale), head });
const back = (file: Buffer) =>
  readSheet(openSheet(file).cells, example, { codes: exampleCodes, stage: 'final', now: new Date('2151-01-01') });
const refused = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Refusal).reason;
  }
  return 'nothing';
};
/** The parts of a workbook, changed, as a file again. */
const changed = (file: Buffer, name: string, change: (text: string) => string): Buffer =>
  packageOf(
    [...partsOf(file)].map(([part, data]) => [part, part === name ? change(data.toString()) : data.toString()]),
  );
const sheet1 = 'xl/worksheets/sheet1.xml';

const subject = { headline: '=件名', eventType: 'E31', causeTypes: ['C11', 'C28'] };
const time = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());
const line = fc.string({ unit: 'grapheme', maxLength: 60 });
const sure = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    value,
    value.map((one) => ({ state: 'about', value: one })),
    fc.tuple(value, value).map(([from, to]) => ({ state: 'between', from, to })),
    fc.constantFrom({ state: 'unknown' }, { state: 'withheld' }),
  );
const typed = fc.record(
  {
    desk: fc.record({ name: line, phone: fc.constant('00-0000'), mail: fc.emailAddress() }, { requiredKeys: [] }),
    detectedAt: sure(time),
    plannedOn: time.map((at) => at.slice(0, 10)),
    place: fc.oneof(line, fc.constant({ state: 'withheld' })),
    story: fc.string({ unit: 'grapheme', maxLength: 200 }),
    users: sure(fc.nat()),
    rate: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    causes: fc.subarray(['C28', 'C13', 'C11']),
    serviceHit: fc.oneof(fc.boolean(), fc.constant({ state: 'unknown' })),
    services: fc.array(
      fc.record({ name: line, stopped: fc.boolean(), minutes: sure(fc.nat(9000)) }, { requiredKeys: [] }),
      {
        maxLength: 3,
      },
    ),
    lessons: line,
  },
  { requiredKeys: [] },
);

describe('a form that goes out and comes back', () => {
  it('says the same, whatever was answered, in either language', () => {
    let taken = 0;
    fc.assert(
      fc.property(typed, fc.constantFrom('ja' as const, 'en' as const), (answers, locale) => {
        const whole = validate(example, answers, { codes: exampleCodes, stage: 'final', subject });
        if (!whole.ok) return;
        taken += 1;
        const read = back(made(whole.answers, locale, whole.subject));
        expect(read.problems).toEqual([]);
        expect([read.answers, read.subject]).toEqual([whole.answers, whole.subject]);
      }),
      { numRuns: 100 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('never holds a text that a spreadsheet would run, and gives it back as it was', () => {
    for (const text of ['=1+1', '＝cmd', ' @x', "'=1", '-2', '|x', "it's", "'quoted'", 'plain']) {
      expect(guarded(text)).not.toMatch(/^[\s　]*[=+\-@＝＋－＠|]/u);
      expect(unguarded(guarded(text))).toBe(text);
    }
    const file = made({ story: '=HYPERLINK("https://a.example")' });
    expect(partsOf(file).get(sheet1)?.toString()).toContain("'=HYPERLINK");
    expect(back(file).answers['story']).toEqual({ state: 'known', value: '=HYPERLINK("https://a.example")' });
  });

  it('is the same bytes for the same content, and tells neither who made it nor when', () => {
    expect(made({ users: 3 }).equals(made({ users: 3 }))).toBe(true);
    expect([...partsOf(made({})).keys()].some((name) => name.startsWith('docProps'))).toBe(false);
  });

  it('names what cannot be taken by its cell, and takes everything else', () => {
    const wrong = changed(made({ users: 3, story: '残る' }), sheet1, (text) =>
      text.replace('<v>3</v></c>', '<v>3.5</v></c>'),
    );
    const read = back(wrong);
    expect(read.problems.filter((p) => p.code !== 'required')).toEqual([
      { cell: expect.stringMatching(/^D\d+$/u), path: 'users', code: 'not-an-integer', params: {} },
    ]);
    expect(read.answers).toEqual({ story: { state: 'known', value: '残る' } });
  });

  it('takes days and times as a spreadsheet keeps them, and as people type them', () => {
    const at = (raw: string): unknown => {
      const file = changed(made({ detectedAt: '2026-11-22T16:10:00.000Z' }), sheet1, (text) =>
        text.replace(
          /(<c r="(D\d+)" s="\d+") t="inlineStr"><is><t[^>]*>2026-11-23 01:10<\/t><\/is><\/c>/u,
          `$1${raw}</c>`,
        ),
      );
      return back(file).answers['detectedAt'];
    };
    const known = { state: 'known', value: '2026-11-22T16:10:00.000Z' };
    expect(at('><v>46349.0486111111</v>')).toEqual(known);
    for (const text of [
      '2026/11/23 1:10',
      '2026年11月23日 1時10分',
      '２０２６-１１-２３　０１：１０',
      '2026-11-22T16:10:00Z',
    ])
      expect([text, at(` t="inlineStr"><is><t>${text}</t></is>`)]).toEqual([text, known]);
  });
});

describe('a file that is not what it should be', () => {
  const good = made({ users: 3 });
  it('is refused for formulas, by their cells, on any sheet, and for hidden sheets and programs', () => {
    const formula = '<row r="9999"><c r="D30"><f>1+1</f><v>2</v></c></row></sheetData>';
    for (const part of [sheet1, 'xl/worksheets/sheet2.xml']) {
      const file = changed(good, part, (text) => text.replace('</sheetData>', formula));
      expect(() => openSheet(file)).toThrow(
        expect.objectContaining({ reason: 'sheet-has-formulas', detail: { cells: 'D30' } }),
      );
    }
    const hidden = changed(good, 'xl/workbook.xml', (text) =>
      text.replace('sheetId="2"', 'sheetId="2" state="veryHidden"'),
    );
    expect(refused(() => openSheet(hidden))).toBe('sheet-has-hidden');
    const parts = [...partsOf(good)].map(([name, data]) => [name, data.toString()] as const);
    for (const name of ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', 'xl/embeddings/a.xlsx'])
      expect([name, refused(() => openSheet(packageOf([...parts, [name, 'x']])))]).toEqual([
        name,
        'sheet-has-programs',
      ]);
    const macro = changed(good, '[Content_Types].xml', (text) => text.replace('sheet.main', 'sheet.macroEnabled.main'));
    expect(refused(() => openSheet(macro))).toBe('sheet-has-programs');
  });

  it('is refused for a hundred thousand rows, and for a cell far below, without reading on', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 10}"/>`).join('');
    const many = changed(good, sheet1, (text) => text.replace('</sheetData>', `${rows}</sheetData>`));
    const deep = changed(good, sheet1, (text) =>
      text.replace('</sheetData>', '<row><c r="D1048576"/></row></sheetData>'),
    );
    for (const file of [many, deep]) expect(refused(() => openSheet(file))).toBe('sheet-too-large');
  });

  it('is refused before it is inflated when it says how much it holds, and while it is when it does not', () => {
    const bomb = packageOf([['[Content_Types].xml', ' '.repeat(bounds.bytes + 1)]]);
    expect(bomb.length).toBeLessThan(20_000);
    expect(refused(() => partsOf(bomb))).toBe('sheet-too-large');
    const liar = Buffer.from(bomb);
    const directory = liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    liar.writeUInt32LE(10, directory + 24);
    expect(refused(() => partsOf(liar))).toBe('sheet-not-readable');
    const crowd = packageOf(Array.from({ length: bounds.parts + 1 }, (_, i) => [`a${i}`, ''] as const));
    expect(refused(() => partsOf(crowd))).toBe('sheet-too-large');
  });

  it('is refused when another reader could see another file in it', () => {
    const prefixed = Buffer.concat([Buffer.from('PK'), good]);
    const trailed = Buffer.concat([good, Buffer.from('more')]);
    const twice = packageOf([
      ['a', '1'],
      ['a', '2'],
    ]);
    const torn = Buffer.from(good);
    const first = torn.readUInt16LE(26) + 30;
    torn[first] = (torn[first] ?? 0) ^ 0xff;
    for (const file of [
      prefixed,
      trailed,
      twice,
      torn,
      Buffer.from('not a package'),
      Buffer.alloc(0),
      Buffer.alloc(70_000),
    ])
      expect(refused(() => partsOf(file))).toBe('sheet-not-readable');
    expect(crc32('a')).not.toBe(crc32(deflateRawSync(Buffer.from('a'))));
  });

  it('is refused when it brings words of its own, is torn, or is another form', () => {
    const entity = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet';
    for (const change of [
      (text: string) => text.replace('<worksheet', entity),
      (text: string) => text.replace('</sheetData>', ''),
    ])
      expect(refused(() => openSheet(changed(good, sheet1, change)))).toBe('sheet-not-readable');
    const other = changed(good, sheet1, (text) => text.replace(/noroshi [^<]+/u, 'another table'));
    expect(refused(() => openSheet(other))).toBe('sheet-of-another-form');
  });

  it('keeps its words out of the form: an item it does not know is named and left', () => {
    const strange = changed(good, sheet1, (text) => text.replace('>users<', '>__proto__<'));
    const read = readSheet(openSheet(strange).cells, example, { codes: exampleCodes, stage: 'draft', now });
    expect(read.problems).toMatchObject([{ path: '__proto__', code: 'unknown-field' }]);
    expect(read.answers).toEqual({});
  });
});
