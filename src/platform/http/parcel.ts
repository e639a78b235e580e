import type { Context } from 'hono';

// What a browser may do with a file that it opens all the same: nothing.
const nothing = "default-src 'none'; sandbox";

/**
 * Sends a file to be kept. It is never shown by a browser in our name: its type tells nothing, it is an attachment, and a
 * page made of it could neither run nor load anything. Its head tells no more to whoever asks for the head alone, there are
 * no parts to ask for, and there is no mark by which two files could be compared without reading them.
 */
export const sendFile = (c: Context, file: { name: string; bytes: Uint8Array }): Response => {
  c.header('Content-Type', 'application/octet-stream');
  c.header('Content-Disposition', dispositionOf(file.name));
  c.header('Content-Security-Policy', nothing);
  c.header('Content-Length', String(file.bytes.byteLength));
  c.header('Accept-Ranges', 'none');
  return c.body(new Uint8Array(file.bytes), 200);
};

// RFC 6266: a name in ASCII for what is old, and the name itself.
const dispositionOf = (name: string): string => {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
