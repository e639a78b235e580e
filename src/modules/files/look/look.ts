import { Refusal } from '../../../kernel/refusal.ts';
import { cleanName, endings, type FileKind, kindSaid } from '../rules.ts';
import { type Cleaned, type Found, gathered } from './found.ts';
import { cleanJpeg, isJpeg } from './jpeg.ts';
import { cleanOffice, officeKind } from './office.ts';
import { cleanPdf, isPdf } from './pdf.ts';
import { cleanText, isPage, textIn } from './plain.ts';
import { cleanPng, isPng } from './png.ts';

/** A file that was looked through: what it is, its clean bytes and name, what was taken out, what can be read. */
export interface Looked {
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: Buffer;
  readonly found: readonly Found[];
  readonly text: string;
  readonly unread: boolean;
}

/** How much of a file's text is kept for reading, in characters. */
export const longestReading = 400_000;

/** Looks through a file: decides what it is by its bytes, refuses what may not be kept, and cleans the rest. */
export const lookThrough = async (name: string, bytes: Buffer): Promise<Looked> => {
  if (bytes.length === 0) throw new Refusal('file-empty', {}, 400);
  const text = textIn(bytes);
  const is = kindOf(bytes, text, name);
  if (is === null) throw new Refusal('file-kind-not-taken', { taken: Object.values(endings).flat() }, 415);
  const said = kindSaid(name);
  if (said !== is) throw new Refusal('file-is-not-what-it-says', { is: endings[is][0] }, 415);
  const clean = await cleaned(is, bytes, text);
  return {
    kind: is,
    name: cleanName(name, is),
    bytes: clean.bytes,
    found: gathered(clean.found),
    text: clean.text.slice(0, longestReading).toWellFormed().replaceAll('\0', ' '),
    unread: clean.unread || clean.text.length > longestReading,
  };
};

const kindOf = (bytes: Buffer, text: string | null, name: string): FileKind | null => {
  if (isPng(bytes)) return 'png';
  if (isJpeg(bytes)) return 'jpeg';
  if (isPdf(bytes)) return 'pdf';
  const office = officeKind(bytes);
  if (office !== null || text === null) return office;
  if (isPage(text)) return null;
  // Any text may be called a table or a record; which of them its name says is all there is to know.
  const said = kindSaid(name);
  return said === 'csv' || said === 'json' ? said : 'text';
};

const cleaned = async (kind: FileKind, bytes: Buffer, text: string | null): Promise<Cleaned> => {
  switch (kind) {
    case 'png':
      return cleanPng(bytes);
    case 'jpeg':
      return cleanJpeg(bytes);
    case 'pdf':
      return cleanPdf(bytes);
    case 'text':
    case 'csv':
    case 'json':
      return cleanText(bytes, text ?? '', kind);
    default:
      return cleanOffice(bytes);
  }
};
