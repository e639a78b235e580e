import { type RawBuilder, sql } from 'kysely';
import { malformed } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';

/** What a space needs beside it to be called by its name; its alias is `s`. */
export const withNames = sql`
  join channels.kind k on k.key = s.kind
  left join parties.circle c on c.id = s.circle
  left join parties.body lb on lb.id = s.body
  left join parties.seat us on us.id = s.seat
  left join parties.body ub on ub.id = us.body`;

/** What a space is called by its reader: a circle's name, one's own words for a group, the other side of a pair. */
export const titleOf = (acting: Acting): RawBuilder<string> => sql<string>`
  coalesce(${sql.ref(`s.title_${acting.visit.locale}`)},
           case when s.circle is not null then case when k.circle_key is null then ${named(acting, 'c')} else ${sql.ref(`k.title_${acting.visit.locale}`)} end
                when s.body = ${acting.body} then ${named(acting, 'ub')} else ${named(acting, 'lb')} end,
           ${sql.ref(`k.title_${acting.visit.locale}`)})`;

/** Where a list ended that is ordered by a text: the text and the id of its last row. */
export const readPlace = (cursor: string | undefined): { sort: string; id: string } | null => {
  if (cursor === undefined) return null;
  const [id, ...sort] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (id === undefined || !/^[0-9a-f-]{36}$/u.test(id) || sort.length === 0)
    throw malformed([{ path: 'query.cursor', code: 'cursor-unknown' }]);
  return { sort: sort.join(' '), id };
};

/** The cursor that `readPlace` reads back. */
export const placeOf = (sort: string, id: string): string => Buffer.from(`${id} ${sort}`, 'utf8').toString('base64url');
