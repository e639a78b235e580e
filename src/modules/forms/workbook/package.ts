/** The package that a workbook is: a ZIP of small parts, opened only within bounds and made without anything that tells. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Refusal } from '../../../kernel/refusal.ts';

/** How much a package may hold, counted before and while it is inflated. */
export const bounds = { parts: 200, bytes: 8_000_000 } as const;

const unreadable = (): Refusal => new Refusal('sheet-not-readable');
const tooLarge = (): Refusal => new Refusal('sheet-too-large', { bytes: bounds.bytes, parts: bounds.parts }, 413);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The parts of a package by name. Every size is checked against what its directory says and against the bounds before a
 * byte is inflated, and inflating stops at it; a package that can be read in two ways is refused.
 */
export const partsOf = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const { at, size, count } = directoryOf(bytes);
  if (count > bounds.parts) throw tooLarge();
  const parts = new Map<string, Buffer>();
  let [left, cursor]: [number, number] = [bounds.bytes, at];
  for (let i = 0; i < count; i += 1) {
    if (cursor + 46 > at + size || bytes.readUInt32LE(cursor) !== ENTRY) throw unreadable();
    const flags = bytes.readUInt16LE(cursor + 8);
    const inflated = bytes.readUInt32LE(cursor + 24);
    const nameLength = bytes.readUInt16LE(cursor + 28);
    const name = bytes.toString('utf8', cursor + 46, cursor + 46 + nameLength);
    left -= inflated;
    if (left < 0) throw tooLarge();
    // An encrypted part, and one that is there twice, could be something else than it seems.
    if ((flags & 1) === 1 || parts.has(name)) throw unreadable();
    parts.set(name, partAt(bytes, at, cursor, inflated));
    cursor += 46 + nameLength + bytes.readUInt16LE(cursor + 30) + bytes.readUInt16LE(cursor + 32);
  }
  if (cursor !== at + size) throw unreadable();
  return parts;
};

// The directory ends where the end record begins: nothing lies before, between or behind that another reader would take.
const directoryOf = (bytes: Buffer): { at: number; size: number; count: number } => {
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - 65_557); end -= 1) {
    if (bytes.readUInt32LE(end) !== END) continue;
    const count = bytes.readUInt16LE(end + 10);
    const [size, at] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
    const whole = bytes.readUInt16LE(end + 8) === count && bytes.readUInt32LE(end + 4) === 0;
    if (!whole || at + size !== end || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) break;
    return { at, size, count };
  }
  throw unreadable();
};

const partAt = (bytes: Buffer, directory: number, entry: number, inflated: number): Buffer => {
  const method = bytes.readUInt16LE(entry + 10);
  const deflated = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (local + 30 > directory || bytes.readUInt32LE(local) !== LOCAL) throw unreadable();
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + deflated > directory) throw unreadable();
  const packed = bytes.subarray(from, from + deflated);
  const data = method === 0 ? packed : method === 8 ? inflate(packed, inflated) : undefined;
  if (data === undefined || data.length !== inflated || crc32(data) !== bytes.readUInt32LE(entry + 16))
    throw unreadable();
  return data;
};

const inflate = (packed: Buffer, size: number): Buffer | undefined => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
};

// 1 January 1980, the first day that the format knows: when a file was made is nobody's business.
const DAY = 0x0021;

/** A package of these parts; the same parts give the same bytes. */
export const packageOf = (parts: readonly (readonly [name: string, text: string])[]): Buffer => {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const [data, file] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(DAY, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(file.length, 22);
    const head = Buffer.alloc(20);
    head.writeUInt32LE(ENTRY, 0);
    head.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(head.subarray(0, 6), common, tail, file);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL, 0);
    body.push(local, common, file, packed);
    at += 30 + file.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, list, end]);
};
