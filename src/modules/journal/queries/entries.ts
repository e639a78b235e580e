import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { EntryListed } from '../contract.ts';

interface Listed {
  readonly id: string;
  readonly at: Date;
  readonly realm: string;
  readonly fact: string;
  readonly subject: string;
  readonly detail: Record<string, unknown> | null;
  readonly mine: boolean;
  readonly sealed: boolean;
  readonly about: string | null;
  readonly kind: string;
  readonly title: string;
  readonly handling: Handling;
}

/** The entries that the journal's own policies show the acting seat, latest first. */
export const entries = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: EntryListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const before = (e: string) =>
    after === null ? sql`` : sql`and (${sql.ref(`${e}.at`)}, ${sql.ref(`${e}.id`)}) < (${after.at}, ${after.id}::uuid)`;
  const { rows } = await sql<Listed>`
    with seen as (
      (select e.id, e.at, e.realm, e.fact, e.subject, e.detail, true as mine
         from journal.actor a join journal.entry e on e.id = a.entry
        where a.seat = ${acting.seat} and e.realm = ${acting.realm} ${before('e')}
        order by e.at desc, e.id desc limit ${query.limit + 1})
      union all
      (select e.id, e.at, e.realm, e.fact, e.subject, e.detail, false
         from journal.entry e
        where e.realm = ${acting.realm} and e.open_to = 'reached' ${before('e')}
          and not exists (select from journal.actor a where a.entry = e.id)
        order by e.at desc, e.id desc limit ${query.limit + 1})
    )
    select s.*, exists (select from journal.leaf l where l.entry = s.id) as sealed,
           i.subject as about, i.kind, i.title, i.handling
      from seen s left join circulation.item i on i.id = s.subject
     order by s.at desc, s.id desc limit ${query.limit + 1}`.execute(acting.db);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ about, kind, title, handling, ...it }) => ({
      ...it,
      at: it.at.toISOString(),
      about: about === null ? null : { id: about, kind, title, handling },
    })),
    next: rows.length > query.limit && last !== undefined ? cursorOf(last.at, last.id) : null,
  };
};
