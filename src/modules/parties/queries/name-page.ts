import { malformed } from '../../../kernel/refusal.ts';

/** Where a list by name ended: the name and the id of its last row. */
export const readNameCursor = (cursor: string | undefined): { name: string; id: string } | null => {
  if (cursor === undefined) return null;
  const [id, ...name] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (id === undefined || !/^[0-9a-f-]{36}$/u.test(id) || name.length === 0)
    throw malformed([{ path: 'query.cursor', code: 'cursor-unknown' }]);
  return { name: name.join(' '), id };
};

/** Cuts a list that was read one row too long into a page and the cursor of the next. */
export const namePage = <T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => { name: string; id: string },
): { items: T[]; next: string | null } => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items, next: null };
  const { name, id } = placeOf(last);
  return { items, next: Buffer.from(`${id} ${name}`, 'utf8').toString('base64url') };
};

/** A `like` pattern that finds the text anywhere, taken literally. */
export const anywhere = (text: string): string => `%${text.normalize('NFKC').replace(/[\\%_]/gu, '\\$&')}%`;
