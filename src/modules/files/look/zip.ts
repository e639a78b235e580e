import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from '../../../kernel/refusal.ts';

/** One entry of an archive; `packed` are its bytes as they stand there. */
export interface Entry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packed: Buffer;
}

const most = { entries: 2_000, unpacked: 60_000_000, ratio: 200 };

const broken = (): Refusal => new Refusal('file-broken', {}, 415);
const bomb = (): Refusal => new Refusal('file-too-packed', {}, 415);

/**
 * The entries of a zip archive as Office writes it. Read strictly: one volume, no encryption, every name once and without a
 * path upwards, no two entries in the same place, and no more unpacked than a reader can hold. Anything else is refused.
 */
export const readZip = (bytes: Buffer): Entry[] => {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const [length, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  if (count > most.entries || bytes.readUInt16LE(end + 8) !== count || start + length > end) throw broken();
  const entries: (Entry & { from: number; until: number })[] = [];
  let at = start;
  let unpacked = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => bytes.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = entryAt(bytes, at, name);
    unpacked += entry.size;
    if (unpacked > most.unpacked || (entry.size > 1_000_000 && entry.size > entry.packed.length * most.ratio))
      throw bomb();
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  refuseTangled(entries);
  return entries;
};

const endOf = (bytes: Buffer): number => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1)
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  throw broken();
};

const entryAt = (bytes: Buffer, at: number, name: string): Entry & { from: number; until: number } => {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [crc, packedSize, size, local] = [16, 20, 24, 42].map((o) => bytes.readUInt32LE(at + o)) as [
    number,
    number,
    number,
    number,
  ];
  if ((flags & 1) !== 0) throw new Refusal('file-locked', {}, 415);
  if (method !== 0 && method !== 8) throw broken();
  if (!/^[^\\:\0-\x1f]+$/u.test(name) || name.startsWith('/') || name.split('/').includes('..')) throw broken();
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) throw broken();
  const [nameLength, extra] = [bytes.readUInt16LE(local + 26), bytes.readUInt16LE(local + 28)];
  if (bytes.toString('utf8', local + 30, local + 30 + nameLength) !== name) throw broken();
  const from = local + 30 + nameLength + extra;
  if (from + packedSize > bytes.length) throw broken();
  return {
    name,
    method,
    crc,
    size,
    packed: bytes.subarray(from, from + packedSize),
    from: local,
    until: from + packedSize,
  };
};

const refuseTangled = (entries: readonly { name: string; from: number; until: number }[]): void => {
  const inOrder = entries.toSorted((a, b) => a.from - b.from);
  if (inOrder.some((it, i) => i > 0 && it.from < (inOrder[i - 1]?.until ?? 0))) throw bomb();
  if (new Set(entries.map((it) => it.name.toLowerCase())).size !== entries.length) throw broken();
};

/** What an entry holds. More than it said is not unpacked. */
export const unpack = (entry: Entry): Buffer => {
  if (entry.size === 0) return Buffer.alloc(0);
  let bytes: Buffer;
  try {
    bytes = entry.method === 0 ? entry.packed : inflateRawSync(entry.packed, { maxOutputLength: entry.size });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken();
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw broken();
  return bytes;
};

/** An entry that is stored as it is. */
export const stored = (name: string, bytes: Buffer): Entry => ({
  name,
  method: 0,
  crc: crc32(bytes),
  size: bytes.length,
  packed: bytes,
});

/** An archive of these entries, without times, comments or anything else beside them. */
export const writeZip = (entries: readonly Entry[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(entry.method, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(entry.crc, 10);
    shared.writeUInt32LE(entry.packed.length, 14);
    shared.writeUInt32LE(entry.size, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, name]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, name]));
    parts.push(local, entry.packed);
    at += local.length + entry.packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
};
