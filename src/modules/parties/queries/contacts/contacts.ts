import { sql } from 'kysely';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { ContactView } from '../../contract.ts';
import { isFresh } from '../../rules.ts';
import { anywhere, namePage, readNameCursor } from '../name-page.ts';

/** Contact points that still stand, with their bodies, as far as the reader may see them. */
export const contactsQuery = (acting: Acting) => {
  const today = dayOf(acting.now);
  return acting.db
    .selectFrom('parties.contact_point as c')
    .innerJoin('parties.body as b', 'b.id', 'c.body')
    .select([
      'c.id',
      'c.role',
      'c.label',
      'c.hours',
      'c.position',
      'c.phone',
      'c.email',
      'c.fax',
      'c.sms',
      'c.radio',
      'c.languages',
      'c.valid_from',
      'c.valid_to',
      'c.verified_at',
      'c.changed_at',
    ])
    .select(['b.id as body', 'b.name_ja', 'b.name_en'])
    .where((it) => it.or([it('c.valid_from', '<=', today), it('c.body', '=', acting.body)]))
    .where((it) => it.or([it('c.valid_to', 'is', null), it('c.valid_to', '>', today)]));
};

type ContactRow = Awaited<ReturnType<ReturnType<typeof contactsQuery>['executeTakeFirstOrThrow']>>;

/** A contact point as its reader sees it. */
export const contactViewOf =
  (acting: Acting) =>
  (it: ContactRow): ContactView => ({
    id: it.id,
    body: { id: it.body, name: { ja: it.name_ja, en: it.name_en } },
    role: it.role as ContactView['role'],
    label: it.label,
    hours: it.hours as ContactView['hours'],
    position: it.position,
    phone: it.phone,
    email: it.email,
    fax: it.fax,
    sms: it.sms,
    radio: it.radio,
    languages: it.languages,
    from: it.valid_from,
    until: it.valid_to,
    verifiedAt: it.verified_at?.toISOString() ?? null,
    fresh: isFresh(it.verified_at, acting.now),
    changedAt: it.changed_at.toISOString(),
    mine: it.body === acting.body,
  });

interface ContactsInput {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly of?: 'mine' | 'below' | 'desks' | undefined;
  readonly body?: string | undefined;
  readonly q?: string | undefined;
}

// Bodies by name, within each the order in which one calls.
const place = sql<string>`b.name_ja || ' ' || b.id::text || ' ' || lpad(c.position::text, 2, '0')`;

/** Contact points by body, each in calling order. */
export const contacts = async (
  acting: Acting,
  input: ContactsInput,
): Promise<{ items: ContactView[]; next: string | null }> => {
  const after = readNameCursor(input.cursor);
  const { body, q } = input;
  const rows = await contactsQuery(acting)
    .select(place.as('place'))
    .$if(after !== null, (it) => it.where(sql<boolean>`(${place}, c.id) > (${after?.name}, ${after?.id}::uuid)`))
    .$if(input.of === 'mine', (it) => it.where('c.body', '=', acting.body))
    .$if(input.of === 'below', (it) =>
      it.where('c.body', 'in', (sub) =>
        sub.selectFrom('parties.supervision').select('body').where('seat', '=', acting.seat),
      ),
    )
    .$if(input.of === 'desks', (it) => it.where('b.open', '=', true))
    .$if(body !== undefined, (it) => it.where('c.body', '=', body as string))
    .$if(q !== undefined && q !== '', (it) =>
      it.where(
        sql<boolean>`(b.name_ja ilike ${anywhere(q ?? '')} or b.name_en ilike ${anywhere(q ?? '')} or b.kana ilike ${anywhere(q ?? '')} or c.label ilike ${anywhere(q ?? '')})`,
      ),
    )
    .orderBy(place)
    .orderBy('c.id')
    .limit(input.limit + 1)
    .execute();
  const { items, next } = namePage(rows, input.limit, (it) => ({ name: it.place, id: it.id }));
  return { items: items.map(contactViewOf(acting)), next };
};
