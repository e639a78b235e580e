import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import type { Handling } from '../../../kernel/marking.ts';
import { fold, searchQuery } from '../../../kernel/text.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { referenceOf } from '../../circulation/index.ts';
import type { exchangeDoors } from '../contract.ts';

type Found = OutputOf<typeof exchangeDoors.search>;

interface Row {
  subject: string;
  item: string;
  kind: 'report' | 'provision';
  title: string;
  text: string | null;
  handling: Handling;
  sent: Date;
}

/** What holds the words and has reached the reader, newest first. No counts, and nothing of what has not reached it. */
export const search = async (
  acting: Acting,
  query: { q: string; limit: number; cursor?: string | undefined },
): Promise<Found> => {
  const words = searchQuery(query.q);
  if (words === null) return { items: [], next: null };
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select i.subject, i.id as item, i.kind, i.title, coalesce(r.summary, p.body) as text, i.handling, f.sent
      from circulation.find(${words}::tsquery, ${query.limit + 1}, ${after?.at ?? null}, ${after?.id ?? null}) f
      join circulation.item i on i.id = f.item
      left join exchange.report_version r on r.item = i.id
      left join exchange.provision_version p on p.item = i.id
     order by f.sent desc, f.item desc`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((r) => ({
      id: r.subject,
      item: r.item,
      kind: r.kind,
      title: r.title,
      excerpt: excerpt(r.text ?? '', query.q),
      handling: r.handling,
      reference: referenceOf(r.kind, r.subject),
      sentAt: r.sent.toISOString(),
    })),
    next: last === undefined ? null : cursorOf(last.sent, last.item),
  };
};

/** Some eighty characters around the first word found. */
const excerpt = (text: string, q: string): string => {
  const first = fold(q).split(' ')[0] ?? '';
  const at = Math.max(0, fold(text).indexOf(first));
  const from = Math.max(0, at - 30);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 110).replace(/\s+/gu, ' ')}${from + 110 < text.length ? '…' : ''}`;
};
