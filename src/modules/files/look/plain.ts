import { Refusal } from '../../../kernel/refusal.ts';
import type { Cleaned } from './found.ts';

/** The text that the bytes are, in UTF-8 or as older Japanese machines write it; null when they are none. */
export const textIn = (bytes: Buffer): string | null => {
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'shift_jis', 'euc-jp']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Anything can be read as something: text has no controls but those that part lines and cells, and the escape of colours.
      return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/u.test(text) ? null : text;
    } catch {
      continue;
    }
  }
  return null;
};

/** Whether a text is a page or a picture that a browser would run: it is then none of the kinds that are taken. */
export const isPage = (text: string): boolean =>
  /^[\s\uFEFF]*<(?:!doctype|!--|\?xml|html|svg|head|body|script|[a-z]+[\s>/])/iu.test(text.slice(0, 4096));

/** A text as it is: what names people in it stands there to be read. */
export const cleanText = (bytes: Buffer, text: string, kind: 'text' | 'csv' | 'json'): Cleaned => {
  if (kind === 'json') {
    try {
      JSON.parse(text.replace(/^\uFEFF/u, ''));
    } catch {
      throw new Refusal('file-broken', {}, 415);
    }
  }
  return { bytes, found: [], text, unread: false };
};
