import { Refusal } from '../../../kernel/refusal.ts';
import { type Cleaned, type Found, found } from './found.ts';

/** Whether the bytes begin as a PDF does. */
export const isPdf = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 5) === '%PDF-';

const no = (reason: string): Refusal => new Refusal(reason, {}, 415);

/**
 * A PDF without author, title, programs and XMP. They are written over where they stand, so that nothing else moves; then the
 * whole is read anew, and refused when anybody is named in it still. So is what is locked, can act, or holds earlier versions.
 */
export const cleanPdf = async (bytes: Buffer): Promise<Cleaned> => {
  const raw = bytes.toString('latin1');
  if (/\/Encrypt\b/u.test(raw)) throw no('file-locked');
  if (/\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)\b/u.test(raw)) throw no('file-acts');
  const ends = raw.split('startxref').length - 1;
  if (ends === 0) throw no('file-broken');
  if (ends > (/\/Linearized\b/u.test(raw.slice(0, 2048)) ? 2 : 1)) throw no('file-has-earlier');
  const clean = Buffer.from(bytes);
  for (const [from, until] of [...informationIn(raw), ...packetsIn(raw)])
    for (let at = from; at < until; at += 1) if ((clean[at] ?? 0) > 32) clean[at] = 32;
  const before = await read(bytes);
  const after = await read(clean);
  if (after.acts) throw no('file-acts');
  if (after.named.length > 0) throw no('file-names-people');
  return { bytes: clean, found: before.named, text: after.text, unread: after.unread };
};

// The words of the information dictionary: between the brackets of each text in it, wherever the object stands.
const informationIn = (raw: string): [number, number][] => {
  const places: [number, number][] = [];
  for (const [, number = '', generation = ''] of raw.matchAll(/\/Info\s+(\d{1,9})\s+(\d{1,5})\s+R/gu)) {
    const object = new RegExp(`(?<![0-9])${number}\\s+${generation}\\s+obj\\b`, 'gu');
    for (const { index, 0: begun } of raw.matchAll(object)) {
      const end = raw.indexOf('endobj', index);
      places.push(...textsIn(raw, index + begun.length, end < 0 ? raw.length : end));
    }
  }
  return places;
};

const textsIn = (raw: string, from: number, until: number): [number, number][] => {
  const places: [number, number][] = [];
  for (let at = from; at < until; at += 1) {
    if (raw[at] === '<' && raw[at + 1] !== '<' && raw[at - 1] !== '<') {
      const end = raw.indexOf('>', at);
      places.push([at + 1, end]);
      at = end;
    } else if (raw[at] === '(') {
      const end = closing(raw, at, until);
      places.push([at + 1, end]);
      at = end;
    }
    if (at < from) break;
  }
  return places;
};

const closing = (raw: string, from: number, until: number): number => {
  let depth = 0;
  for (let at = from; at < until; at += 1) {
    if (raw[at] === '\\') at += 1;
    else if (raw[at] === '(') depth += 1;
    else if (raw[at] === ')' && (depth -= 1) === 0) return at;
  }
  return until;
};

// XMP: a packet that is made to be found and written over without knowing the format around it.
const packetsIn = (raw: string): [number, number][] => {
  const places: [number, number][] = [];
  for (const { index } of raw.matchAll(/<\?xpacket begin=/gu)) {
    const end = raw.indexOf('<?xpacket end=', index);
    if (end > 0) places.push([raw.indexOf('?>', index) + 2, end]);
  }
  return places;
};

const fields: Readonly<Record<string, Found['what']>> = {
  Author: 'author',
  Title: 'title',
  Subject: 'title',
  Keywords: 'title',
  Creator: 'software',
  Producer: 'software',
  Company: 'company',
};

const read = async (bytes: Buffer): Promise<{ named: Found[]; acts: boolean; text: string; unread: boolean }> => {
  // Loaded when there is a PDF to read: it is larger than everything else here.
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    throw no((error as { name?: string }).name === 'PasswordException' ? 'file-locked' : 'file-broken');
  });
  try {
    const { info, metadata } = await document.getMetadata();
    const named: Found[] = Object.entries(info as Record<string, unknown>).flatMap(([key, value]) =>
      fields[key] !== undefined && typeof value === 'string' && value.trim() !== '' ? [found(fields[key], value)] : [],
    );
    const custom = (info as { Custom?: Record<string, unknown> }).Custom;
    for (const value of Object.values(custom ?? {}))
      if (typeof value === 'string' && value.trim() !== '') named.push(found('other', value));
    for (const key of ['dc:creator', 'dc:title', 'dc:description', 'xmp:creatortool', 'photoshop:authorsposition']) {
      const value: unknown = metadata?.get(key);
      const said = Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
      if (said.trim() !== '') named.push(found(key === 'dc:creator' ? 'author' : 'other', said));
    }
    const acts = (await document.getJSActions()) !== null || (await document.getAttachments()) !== null;
    const pages = { text: [] as string[], unread: false };
    for (let n = 1; n <= Math.min(document.numPages, 500); n += 1) {
      const page = await document.getPage(n);
      const lines = (await page.getTextContent()).items.map((it) =>
        'str' in it ? it.str + (it.hasEOL ? '\n' : '') : '',
      );
      pages.text.push(lines.join(''));
      if (lines.join('').trim() === '') pages.unread = true;
      for (const note of (await page.getAnnotations()) as { subtype?: string; titleObj?: { str?: string } }[])
        if (note.subtype !== 'Widget' && note.subtype !== 'Link' && (note.titleObj?.str ?? '').trim() !== '')
          named.push(found('author', note.titleObj?.str ?? ''));
    }
    return { named, acts, text: pages.text.join('\n'), unread: pages.unread || document.numPages > 500 };
  } finally {
    await document.loadingTask.destroy();
  }
};
