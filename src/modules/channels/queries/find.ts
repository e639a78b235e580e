import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import type { Handling } from '../../../kernel/marking.ts';
import { fold, searchQuery } from '../../../kernel/text.ts';
import type { Acting } from '../../../platform/acting.ts';
import { rank, tlp } from '../../../kernel/marking.ts';
import type { channelsDoors } from '../contract.ts';

type Found = OutputOf<typeof channelsDoors.findMessages>;

interface Row {
  id: string;
  thread: string;
  title: string;
  who: string;
  at: Date;
  handling: Handling;
  text: string;
}

/** Messages that hold the words and that the reader may hear, newest first; no counts of others. */
export const findMessages = async (
  acting: Acting,
  query: { q: string; limit: number; before?: string | undefined },
): Promise<Found> => {
  const words = searchQuery(query.q);
  if (words === null) return { items: [], next: null };
  const { rows } = await sql<Row>`
    select m.id, m.thread, t.title, ${sql.ref(`m.body_${acting.visit.locale}`)} as who, m.at, m.handling, w.text
      from channels.find(${words}::tsquery, ${query.limit + 1}, ${query.before ?? 'infinity'}) f
      join channels.message m on m.id = f.message
      join channels.thread t on t.id = m.thread
      join channels.words w on w.message = m.id
     order by f.at desc, m.id`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  return {
    items: shown.map((it) => ({
      id: it.id,
      thread: it.thread,
      title: it.title,
      from: it.who,
      at: it.at.toISOString(),
      handling: it.handling,
      excerpt: hidden(acting, it.handling) ? '' : excerptOf(it.text, query.q),
    })),
    next: rows.length > query.limit ? (shown.at(-1)?.at.toISOString() ?? null) : null,
  };
};

// What a weak sign-in may not open it does not read in a list either.
const hidden = (acting: Acting, mark: Handling): boolean => !acting.signIn.strong && rank(mark) >= rank(tlp('RED'));

const excerptOf = (text: string, q: string): string => {
  const first = fold(q).split(' ')[0] ?? '';
  const from = Math.max(0, fold(text).indexOf(first) - 30);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 110).replace(/\s+/gu, ' ')}${from + 110 < text.length ? '…' : ''}`;
};
