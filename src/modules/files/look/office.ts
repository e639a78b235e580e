import { Refusal } from '../../../kernel/refusal.ts';
import { type Cleaned, type Found, found } from './found.ts';
import { cleanJpeg, isJpeg } from './jpeg.ts';
import { cleanPng, isPng } from './png.ts';
import { type Entry, readZip, stored, unpack, writeZip } from './zip.ts';

/** The Office documents that are taken, by where their main part lies. */
const mains = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const;
export type OfficeKind = keyof typeof mains;

/** Which Office document the bytes are; null when they are no such archive. */
export const officeKind = (bytes: Buffer): OfficeKind | null => {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50) return null;
  const names = new Set(readZip(bytes).map((it) => it.name));
  if (!names.has('[Content_Types].xml')) return null;
  return (Object.keys(mains) as OfficeKind[]).find((kind) => names.has(mains[kind])) ?? null;
};

const properties: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  'docMetadata/LabelInfo.xml':
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?><clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>',
};

// Where people and places stand within the parts themselves: the part, what is emptied, and what it told.
const told: readonly (readonly [RegExp, RegExp, Found['what']])[] = [
  [/^word\//u, /(\sw\d*:(?:author|initials)=")([^"]*)(")/gu, 'author'],
  [/^word\/people\.xml$/u, /(\sw15:(?:author|userId|providerId)=")([^"]*)(")/gu, 'author'],
  [/^xl\/persons\//u, /(\s(?:displayName|userId|providerId)=")([^"]*)(")/gu, 'author'],
  [/^xl\/comments[^/]*\.xml$/u, /(<author>)([^<]*)(<\/author>)/gu, 'author'],
  [/^xl\/(?:workbook\.xml$|revisions\/)/u, /(\suserName=")([^"]*)(")/gu, 'author'],
  [/^xl\/workbook\.xml$/u, /(absPath\s[^>]*?url=")([^"]*)(")/gu, 'path'],
  [/^ppt\/(?:commentAuthors|authors)\.xml$/u, /(\s(?:name|initials|userId|providerId)=")([^"]*)(")/gu, 'author'],
  [/^customXml\//u, /(<(?:\w+:)?(?:DisplayName|AccountId)>)([^<]*)(<\/)/gu, 'author'],
  [/\.rels$/u, /(\sTarget=")((?:file:|\\\\|[A-Za-z]:[\\/])[^"]*)(")/gu, 'path'],
];

/** An Office document without authors, companies, paths and cameras; macros, controls and embedded programs are refused. */
export const cleanOffice = (bytes: Buffer): Cleaned => {
  const entries = readZip(bytes);
  if (entries.some((it) => /vbaProject|activeX|\/embeddings\/|\.bin$/iu.test(it.name) && !isPrinter(it.name)))
    throw new Refusal('file-acts', {}, 415);
  const all: Found[] = [];
  const words: string[] = [];
  let pictures = false;
  const clean = entries.map((entry): Entry => {
    if (isPrinter(entry.name)) {
      all.push(found('path', null));
      return stored(entry.name, Buffer.alloc(unpack(entry).length));
    }
    if (/\.(?:xml|rels|vml)$/iu.test(entry.name)) return cleanPart(entry, all, words);
    if (entry.name.endsWith('/')) return entry;
    pictures = true;
    return cleanPicture(entry, all);
  });
  return { bytes: writeZip(clean), found: all, text: words.join('\n'), unread: pictures };
};

const isPrinter = (name: string): boolean => /\/printerSettings\/[^/]+\.bin$/u.test(name);

const cleanPart = (entry: Entry, all: Found[], words: string[]): Entry => {
  const bytes = unpack(entry);
  const xml = bytes.toString('utf8');
  // Another encoding, or a definition of its own, would be read otherwise by others than by us.
  if (xml.includes('\uFFFD') || xml.includes('\0') || /<!(?:DOCTYPE|ENTITY)/iu.test(xml))
    throw new Refusal('file-broken', {}, 415);
  const empty = properties[entry.name];
  if (empty !== undefined) {
    all.push(...propertiesIn(xml));
    return stored(entry.name, Buffer.from(empty));
  }
  let clean = xml;
  for (const [part, pattern, what] of told) {
    if (!part.test(entry.name)) continue;
    clean = clean.replace(pattern, (_, before: string, said: string, after: string) => {
      if (said !== '') all.push(found(what, decoded(said)));
      return `${before}${after}`;
    });
  }
  if (/^(?:word|xl|ppt|customXml)\//u.test(entry.name) && entry.name.endsWith('.xml')) words.push(textOf(clean));
  return clean === xml ? entry : stored(entry.name, Buffer.from(clean));
};

const asked: Readonly<Record<string, Found['what']>> = {
  creator: 'author',
  lastModifiedBy: 'author',
  Manager: 'author',
  Company: 'company',
  title: 'title',
  subject: 'title',
  keywords: 'title',
  description: 'comment',
  Template: 'path',
  HyperlinkBase: 'path',
};

const propertiesIn = (xml: string): Found[] =>
  [...xml.matchAll(/<(?:\w+:)?(\w+)(?:\s[^<>]*)?>([^<]+)<\//gu)].flatMap(([, name = '', said = '']) => {
    const what = asked[name] ?? (/lpwstr|lpstr/u.test(name) ? 'other' : undefined);
    return what === undefined ? [] : [found(what, decoded(said))];
  });

const cleanPicture = (entry: Entry, all: Found[]): Entry => {
  const bytes = unpack(entry);
  const clean = isPng(bytes) ? cleanPng(bytes) : isJpeg(bytes) ? cleanJpeg(bytes) : null;
  if (clean === null) return entry;
  all.push(...clean.found);
  return stored(entry.name, clean.bytes);
};

// The words of a part: what stands between its tags, a line for each paragraph, cell or row.
const textOf = (xml: string): string =>
  decoded(xml.replaceAll(/<\/(?:w:p|a:p|row|si|c|v)>/gu, '\n').replaceAll(/<[^<>]*>/gu, ''));

const decoded = (s: string): string =>
  s.replaceAll(/&(?:amp|lt|gt|quot|apos|#(\d{1,7})|#x([0-9a-f]{1,6}));/giu, (whole, ten?: string, hex?: string) => {
    const code = ten !== undefined ? Number(ten) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
    return { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }[whole.toLowerCase()] ?? '';
  });
