import { Refusal } from '../../../kernel/refusal.ts';
import { orientationOf, tiffFindings, turning } from './exif.ts';
import { type Cleaned, type Found, found } from './found.ts';

/** Whether the bytes begin as a JPEG does. */
export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** A JPEG without camera, place, words and whatever stood behind its end; how it is to be turned and its colours stay. */
export const cleanJpeg = (bytes: Buffer): Cleaned => {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  const told: Found[] = [];
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw broken();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) break;
    if (at + 4 > bytes.length || bytes.readUInt16BE(at + 2) < 2) throw broken();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw broken();
    const segment = bytes.subarray(at, end);
    if (isSeen(marker, segment)) parts.push(segment);
    else {
      told.push(...said(marker, segment.subarray(4)));
      const turned = isExif(segment) ? orientationOf(segment.subarray(10)) : 1;
      if (turned !== 1) parts.push(turning(turned));
    }
    at = end;
    if (marker !== 0xda) continue;
    const scan = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, scan));
    at = scan;
  }
  parts.push(Buffer.from([0xff, 0xd9]));
  if (at + 2 < bytes.length) told.push(found('other', null));
  return { bytes: Buffer.concat(parts), found: told, text: '', unread: true };
};

const broken = (): Refusal => new Refusal('file-broken', {}, 415);

// The picture itself; of what programs add only the frame, the colours, and the mark without which colours are wrong.
const isSeen = (marker: number, segment: Buffer): boolean =>
  marker < 0xe0
    ? marker !== 0xfe
    : (marker === 0xe0 && segment.toString('latin1', 4, 8) === 'JFIF' && segment.length <= 18) ||
      (marker === 0xe2 && segment.toString('latin1', 4, 15) === 'ICC_PROFILE') ||
      (marker === 0xee && segment.toString('latin1', 4, 9) === 'Adobe' && segment.length <= 16);

const isExif = (segment: Buffer): boolean => segment[1] === 0xe1 && segment.toString('latin1', 4, 8) === 'Exif';

const said = (marker: number, data: Buffer): Found[] => {
  if (marker === 0xfe) return [found('comment', data.toString('utf8'))];
  if (marker === 0xe1 && data.toString('latin1', 0, 4) === 'Exif') return tiffFindings(data.subarray(6));
  return marker === 0xe1 || marker === 0xed ? [found('other', null)] : [];
};

const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw broken();
};
