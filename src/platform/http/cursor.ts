import { malformed } from '../../kernel/refusal.ts';

/** Where a page of a list ended: the time and the id of its last row, both of which the reader was shown. */
export const cursorOf = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

/** Reads a cursor back; refuses one that was not given out. */
export const readCursor = (cursor: string | undefined): { at: Date; id: string } | null => {
  if (cursor === undefined) return null;
  const m = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/u.exec(Buffer.from(cursor, 'base64url').toString());
  if (m === null || Number.isNaN(Date.parse(m[1] as string)))
    throw malformed([{ path: 'query.cursor', code: 'cursor-unknown' }]);
  return { at: new Date(m[1] as string), id: m[2] as string };
};
