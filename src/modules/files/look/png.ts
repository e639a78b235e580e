import { crc32, inflateSync } from 'node:zlib';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Cleaned, type Found, found } from './found.ts';
import { tiffFindings } from './exif.ts';

const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
// What a picture needs to be seen as it is. Everything else is dropped, known or not.
const kept = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs acTL fcTL fdAT'.split(' '));

/** Whether the bytes begin as a PNG does. */
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(head);

/** A PNG without words, times, cameras and whatever stood behind its end. */
export const cleanPng = (bytes: Buffer): Cleaned => {
  const parts: Buffer[] = [head];
  const told: Found[] = [];
  let at = 8;
  for (;;) {
    if (at + 12 > bytes.length) throw new Refusal('file-broken', {}, 415);
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length || (at === 8) !== (name === 'IHDR')) throw new Refusal('file-broken', {}, 415);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length))
      throw new Refusal('file-broken', {}, 415);
    if (kept.has(name)) parts.push(bytes.subarray(at, at + 12 + length));
    else told.push(...said(name, data));
    at += 12 + length;
    if (name === 'IEND') break;
  }
  if (at < bytes.length) told.push(found('other', null));
  return { bytes: Buffer.concat(parts), found: told, text: '', unread: true };
};

const said = (name: string, data: Buffer): Found[] => {
  if (name === 'eXIf') return tiffFindings(data);
  if (name === 'tIME') return [found('time', null)];
  if (name !== 'tEXt' && name !== 'zTXt' && name !== 'iTXt') return name === 'iCCP' ? [] : [found('other', null)];
  const split = data.indexOf(0);
  const key = data.toString('latin1', 0, Math.max(0, split));
  const what = /^author|artist|^copyright/iu.test(key)
    ? 'author'
    : /software|creator/iu.test(key)
      ? 'software'
      : 'comment';
  return [found(what, name === 'tEXt' ? data.toString('latin1', split + 1) : unpacked(name, data.subarray(split + 1)))];
};

const unpacked = (name: string, rest: Buffer): string | null => {
  try {
    if (name === 'zTXt') return inflateSync(rest.subarray(1), { maxOutputLength: 100_000 }).toString('latin1');
    const text = rest.subarray(rest.indexOf(0, rest.indexOf(0, 2) + 1) + 1);
    return rest[0] === 1 ? inflateSync(text, { maxOutputLength: 100_000 }).toString('utf8') : text.toString('utf8');
  } catch {
    return null;
  }
};
