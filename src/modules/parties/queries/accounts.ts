import { sql } from 'kysely';
import { dayOf } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { Offer } from '../commands/accounts/join.ts';
import type { InvitationView, PersonView } from '../contract.ts';
import { invitationState, letterState } from '../rules.ts';
import { anywhere, namePage, readNameCursor } from './name-page.ts';

/** Invitations, latest first. */
export const invitations = async (
  acting: Acting,
  input: { limit: number; cursor?: string | undefined },
): Promise<{ items: InvitationView[]; next: string | null }> => {
  const after = readCursor(input.cursor);
  const rows = await acting.db
    .selectFrom('parties.invitation as i')
    .innerJoin('parties.seat as s', 's.id', 'i.seat')
    .innerJoin('parties.body as b', 'b.id', 's.body')
    .leftJoin('parties.letter as l', (on) => on.onRef('l.subject', '=', 'i.id').on('l.kind', '=', 'invitation'))
    .select(['l.id as letter', 'l.sent_at', 'l.failed'])
    .select([
      'i.id',
      'i.email',
      'i.name_ja',
      'i.name_en',
      'i.seat',
      'i.role',
      'i.invited_at',
      'i.until',
      'i.accepted_at',
      'i.revoked_at',
    ])
    .select(['b.id as body', 'b.name_ja as body_ja', 'b.name_en as body_en', 's.capacity'])
    .$if(after !== null, (it) => it.where(sql<boolean>`(i.invited_at, i.id) < (${after?.at}, ${after?.id})`))
    .orderBy('i.invited_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((it) => ({
      id: it.id,
      email: it.email,
      name: { ja: it.name_ja, en: it.name_en },
      body: { id: it.body, name: { ja: it.body_ja, en: it.body_en } },
      seat: it.seat,
      capacity: it.capacity,
      role: it.role,
      invitedAt: it.invited_at.toISOString(),
      until: it.until.toISOString(),
      state: invitationState(it, acting.now),
      letter: it.letter === null ? null : letterState(it),
    })),
    next: rows.length > input.limit && last !== undefined ? cursorOf(last.invited_at, last.id) : null,
  };
};

/** What an invitation offers, to whoever holds its secret. */
export const offerView = (it: Offer) => ({
  email: it.email,
  name: { ja: it.name_ja, en: it.name_en },
  body: { ja: it.body_ja, en: it.body_en },
  capacity: it.capacity,
  role: it.role,
  title: { ja: it.title_ja ?? it.role, en: it.title_en ?? it.role },
  until: it.until.toISOString(),
  known: it.known,
});

interface PeopleInput {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
  readonly body?: string | undefined;
}

/** People with the seats they hold today, as far as the reader may know them. */
export const people = async (
  acting: Acting,
  input: PeopleInput,
): Promise<{ items: PersonView[]; next: string | null }> => {
  const after = readNameCursor(input.cursor);
  const today = dayOf(acting.now);
  const { q, body } = input;
  const rows = await acting.db
    .selectFrom('parties.person as p')
    .select(['p.id', 'p.name_ja', 'p.name_en', 'p.email'])
    .$if(after !== null, (it) => it.where(sql<boolean>`(p.name_ja, p.id) > (${after?.name}, ${after?.id}::uuid)`))
    .$if(q !== undefined && q !== '', (it) =>
      it.where(
        sql<boolean>`(p.name_ja ilike ${anywhere(q ?? '')} or p.name_en ilike ${anywhere(q ?? '')} or p.kana ilike ${anywhere(q ?? '')} or p.email ilike ${anywhere(q ?? '')})`,
      ),
    )
    .$if(body !== undefined, (it) =>
      it.where(
        sql<boolean>`exists (select from acting.holder h where h.person = p.id and h.body = ${body} and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today}))`,
      ),
    )
    .orderBy('p.name_ja')
    .orderBy('p.id')
    .limit(input.limit + 1)
    .execute();
  const { items, next } = namePage(rows, input.limit, (it) => ({ name: it.name_ja, id: it.id }));
  const seats = await seatsOfPeople(
    acting,
    items.map((it) => it.id),
    today,
  );
  return {
    items: items.map((it) => ({
      id: it.id,
      name: { ja: it.name_ja, en: it.name_en },
      email: it.email,
      seats: seats.get(it.id) ?? [],
    })),
    next,
  };
};

const seatsOfPeople = async (
  { db }: Acting,
  ids: string[],
  today: string,
): Promise<Map<string, PersonView['seats']>> => {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('acting.holder as h')
          .innerJoin('parties.body as b', 'b.id', 'h.body')
          .select([
            'h.person',
            'h.seat',
            'h.capacity',
            'h.role',
            'h.valid_from',
            'b.id as body',
            'b.name_ja',
            'b.name_en',
          ])
          .where('h.person', 'in', ids)
          .where('h.valid_from', '<=', today)
          .where((it) => it.or([it('h.valid_to', 'is', null), it('h.valid_to', '>', today)]))
          .orderBy('b.name_ja')
          .orderBy('h.seat')
          .execute();
  return Map.groupBy(
    rows.map((it) => ({
      person: it.person,
      seat: it.seat,
      body: { id: it.body, name: { ja: it.name_ja, en: it.name_en } },
      capacity: it.capacity,
      role: it.role,
      from: it.valid_from,
    })),
    (it) => it.person,
  );
};
