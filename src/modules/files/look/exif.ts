import { type Finding, type Found, found } from './found.ts';

const ascii: Readonly<Record<number, Finding>> = {
  0x010e: 'comment',
  0x010f: 'camera',
  0x0110: 'camera',
  0x0131: 'software',
  0x0132: 'time',
  0x013b: 'author',
  0x013c: 'path',
  0x8298: 'author',
  0xa430: 'author',
  0xa431: 'camera',
  0xa435: 'camera',
};

/** What the fields of a camera (Exif, as TIFF) tell: whose, where, when, with what. Never fails: it only tells. */
export const tiffFindings = (tiff: Buffer): Found[] => {
  const all: Found[] = [found('camera', null)];
  entriesOf(tiff, (tag, text) => {
    if (tag === 0x8825) all.push(found('place', null));
    const what = ascii[tag];
    if (what !== undefined && text !== null) all.push(found(what, text));
  });
  return all.length > 1 ? all.slice(1) : all;
};

/** How a picture is to be turned, 1 to 8. */
export const orientationOf = (tiff: Buffer): number => {
  let turned = 1;
  entriesOf(tiff, (tag, _, value) => {
    if (tag === 0x0112 && value >= 1 && value <= 8) turned = value;
  });
  return turned;
};

const entriesOf = (tiff: Buffer, each: (tag: number, text: string | null, value: number) => void): void => {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number): number =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directories = [u32(4)];
  for (let n = 0; n < directories.length && n < 4; n += 1) {
    const start = directories[n] ?? 0;
    const count = Math.min(u16(start), 200);
    for (let i = 0; i < count; i += 1) {
      const at = start + 2 + i * 12;
      const [tag, type, length] = [u16(at), u16(at + 2), Math.min(u32(at + 4), 400)];
      if (tag === 0x8769 || tag === 0x8825) directories.push(u32(at + 8));
      const from = length <= 4 ? at + 8 : u32(at + 8);
      each(tag, type === 2 ? tiff.toString('utf8', from, from + length) : null, u16(at + 8));
    }
  }
};

/** The smallest Exif that says how a picture is to be turned, and nothing else, as a segment of a JPEG. */
export const turning = (orientation: number): Buffer =>
  Buffer.from([
    0xff,
    0xe1,
    0,
    34,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
