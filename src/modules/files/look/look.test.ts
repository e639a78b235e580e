import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docx, jpeg, office, pdf, png } from '../../../../test/samples-of-files.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { cleanName } from '../rules.ts';
import { lookApart } from './apart.ts';
import { lookThrough } from './look.ts';
import { readZip, stored, unpack, writeZip } from './zip.ts';

const author = 'Yamada Taro';
const refused = async (name: string, bytes: Buffer): Promise<string> =>
  lookThrough(name, bytes).then(
    () => 'taken',
    (error: unknown) => (error as Refusal).reason,
  );

describe('what names somebody', () => {
  it.each([
    ['photo.png', png(['tEXt', `Author\0${author}`], ['eXIf', `II*\0${author}`], ['prIv', author])],
    ['photo.jpg', jpeg(author)],
    ['letter.docx', docx(author, '本文です')],
    ['paper.pdf', pdf(author, 'Hello')],
  ])('is told and gone: %s', async (name, bytes) => {
    expect(bytes.includes(author)).toBe(true);
    const clean = await lookThrough(name, bytes);
    expect(clean.bytes.includes(author)).toBe(false);
    expect(clean.found.map((it) => it.text).join('|')).toContain(author);
    const again = await lookThrough(name, clean.bytes);
    expect(again.bytes.equals(clean.bytes)).toBe(true);
    expect(again.found.filter((it) => it.what === 'author')).toEqual([]);
  });

  it('is gone from the parts of a workbook and a talk, and from pictures within', async () => {
    const bytes = office({
      'xl/workbook.xml': `<workbook><x15ac:absPath url="C:\\Users\\${author}\\"/><fileSharing userName="${author}"/></workbook>`,
      'xl/persons/person.xml': `<personList><person displayName="${author}" userId="${author}"/></personList>`,
      'xl/comments1.xml': `<comments><authors><author>${author}</author></authors></comments>`,
      'xl/printerSettings/printerSettings1.bin': Buffer.from(`\\\\print\\${author}`),
      'xl/tables/table1.xml': '<table displayName="Table1"/>',
    });
    const clean = await lookThrough('book.xlsx', bytes);
    expect(readZip(clean.bytes).filter((it) => unpack(it).includes(author))).toEqual([]);
    expect(readZip(clean.bytes).some((it) => unpack(it).includes('displayName="Table1"'))).toBe(true);
  });

  it('leaves a photograph turned as it was, and what it shows untouched', async () => {
    const { bytes } = await lookThrough('photo.jpg', jpeg(author));
    expect(bytes.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
    expect(bytes.includes(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]))).toBe(true);
  });

  it('is refused where it cannot be taken out of a PDF: locked, written over itself, or able to act', async () => {
    expect(await refused('a.pdf', Buffer.concat([pdf(author, 'x'), pdf(author, 'y')]))).toBe('file-has-earlier');
    expect(await refused('a.pdf', pdf(author, 'x', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'))).toBe(
      'file-acts',
    );
    expect(
      await refused(
        'a.pdf',
        Buffer.from(pdf(author, 'x').toString('latin1').replace('/Size', '/Encrypt 9 0 R /Size'), 'latin1'),
      ),
    ).toBe('file-locked');
    const noted = pdf(author, 'x')
      .toString('latin1')
      .replace(
        '/MediaBox',
        `/Annots [<< /Type /Annot /Subtype /Text /T (${author}) /Rect [0 0 9 9] /Contents (see) >>] /MediaBox`,
      );
    expect(await refused('a.pdf', Buffer.from(noted, 'latin1'))).toBe('file-names-people');
    const hidden = deflateRawSync(Buffer.from('x'));
    expect(await refused('a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), hidden]))).toBe('file-broken');
  });
});

describe('what can be read', () => {
  it('is read, over the bounds of runs; what is only seen is said to be unread', async () => {
    expect(await lookThrough('letter.docx', docx(author, '北都電力の件'))).toMatchObject({
      text: expect.stringContaining('北都電力の件') as string,
      unread: true,
    });
    expect(await lookThrough('paper.pdf', pdf(author, 'Hokuto Power'))).toMatchObject({
      text: expect.stringContaining('Hokuto Power') as string,
      unread: false,
    });
    expect(await lookThrough('photo.png', png())).toMatchObject({ text: '', unread: true });
    expect(await lookThrough('list.csv', Buffer.from('あ,い'))).toMatchObject({
      kind: 'csv',
      text: 'あ,い',
      unread: false,
    });
    expect((await lookThrough('old.txt', Buffer.from([0x93, 0x64, 0x97, 0xcd]))).text).toBe('電力');
  });
});

describe('a file that lies, acts or is no file', () => {
  it.each([
    ['empty.txt', Buffer.alloc(0), 'file-empty'],
    ['photo.jpg', png(), 'file-is-not-what-it-says'],
    ['paper.pdf', Buffer.from('just words'), 'file-is-not-what-it-says'],
    ['letter.docx', pdf('a', 'b'), 'file-is-not-what-it-says'],
    ['photo.png\u202Egpj.exe', png(), 'file-is-not-what-it-says'],
    ['no-ending', png(), 'file-is-not-what-it-says'],
    ['page.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-kind-not-taken'],
    ['notes.txt', Buffer.from('\uFEFF  <svg onload="alert(1)">'), 'file-kind-not-taken'],
    ['notes.txt', Buffer.from('<?xml version="1.0"?><html/>'), 'file-kind-not-taken'],
    ['run.exe', Buffer.from('MZ\x90\0\x03\0'), 'file-kind-not-taken'],
    ['all.zip', writeZip([stored('a.txt', Buffer.from('a'))]), 'file-kind-not-taken'],
    ['record.json', Buffer.from('{"a":'), 'file-broken'],
    ['photo.png', png().subarray(0, 40), 'file-broken'],
    ['photo.jpg', jpeg('a').subarray(0, 30), 'file-broken'],
    ['macro.docx', office({ 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' }), 'file-acts'],
    ['inside.xlsx', office({ 'xl/workbook.xml': '<w/>', 'xl/embeddings/oleObject1.bin': 'x' }), 'file-acts'],
    ['entity.docx', office({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w/>' }), 'file-broken'],
    ['up.docx', office({ 'word/document.xml': '<w/>', '../evil.xml': 'x' }), 'file-broken'],
  ])('%s is refused in plain words', async (name, bytes, reason) => {
    expect(await refused(name, bytes)).toBe(reason);
  });

  it('a bomb is not unpacked, whether it tells its size or lies about it', async () => {
    const big = deflateRawSync(Buffer.alloc(30_000_000));
    const entry = (size: number) => ({ name: 'word/document.xml', method: 8 as const, crc: 0, size, packed: big });
    const bomb = (...entries: ReturnType<typeof entry>[]) =>
      writeZip([stored('[Content_Types].xml', Buffer.from('<T/>')), ...entries]);
    expect(await refused('a.docx', bomb(entry(30_000_000)))).toBe('file-too-packed');
    expect(await refused('a.docx', bomb(entry(1000)))).toBe('file-too-packed');
    expect(await refused('a.docx', bomb(entry(2_000_000_000)))).toBe('file-too-packed');
  });

  it('is looked through in a thread of its own, with the same answer', async () => {
    const looked = await lookApart('letter.docx', docx(author, '北都電力の件'));
    expect(looked.bytes.equals((await lookThrough('letter.docx', docx(author, '北都電力の件'))).bytes)).toBe(true);
    await expect(lookApart('photo.jpg', png())).rejects.toMatchObject({
      reason: 'file-is-not-what-it-says',
      status: 415,
    });
  });
});

it.each([
  ['../../etc/passwd.txt', 'text', 'passwd.txt'],
  ['C:\\Users\\yamada\\報告.TXT', 'text', '報告.txt'],
  ['a\u0000b\u202Ec\u200B.txt', 'text', 'abc.txt'],
  ['...', 'pdf', 'file.pdf'],
  ['写真.JPEG', 'jpeg', '写真.jpeg'],
  ['a<b>|c?.csv', 'csv', 'a_b__c_.csv'],
  [`${'あ'.repeat(200)}.png`, 'png', `${'あ'.repeat(120)}.png`],
  ['CON\n.txt', 'text', 'CON.txt'],
] as const)('the name %j is kept as %s %j', (name, kind, kept) => expect(cleanName(name, kind)).toBe(kept));
