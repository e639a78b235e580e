import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { SpaceListed, SpaceView } from '../contract.ts';
import { audienceOf, guestsOf } from './audience.ts';
import { placeOf, readPlace, titleOf, withNames } from './naming.ts';
import { visits } from './visits.ts';

interface Row {
  id: string;
  kind: string;
  basis: 'circle' | 'pair' | 'group';
  title: string;
  title_ja: string;
  title_en: string;
  says_ja: string;
  says_en: string;
  guests: string[];
  sort: string;
  threads: number;
  unread: number;
}

const counts = (acting: Acting) => sql`
  left join lateral (
    select count(*) as threads, count(*) filter (where exists (
             select from channels.message m
               left join channels.position p on p.thread = t.id and p.person = ${acting.person} and p.seat = ${acting.seat}
              where m.thread = t.id and m.seat <> ${acting.seat} and (p.at is null or m.at > p.at))) as unread
      from channels.thread t where t.space = s.id
  ) n on true`;

const listed = (it: Row, guestUntil: string | null): SpaceListed => ({
  id: it.id,
  kind: it.kind,
  basis: it.basis,
  title: it.title,
  kindTitle: { ja: it.title_ja, en: it.title_en },
  threads: it.threads,
  unread: it.unread,
  guestUntil,
});

/** The spaces of the acting seat by kind and name; those in which it is a guest stand first. */
export const listSpaces = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined; kind?: string | undefined; q?: string | undefined },
): Promise<{ items: SpaceListed[]; next: string | null }> => {
  const after = readPlace(query.cursor);
  const { rows } = await sql<Row>`
    with mine as (
      select s.id, s.kind, k.basis, k.title_ja, k.title_en, ${titleOf(acting)} as title,
             lpad(k.position::text, 4, '0') || ' ' || ${titleOf(acting)} as sort
        from channels.space s ${withNames}
       where ${query.kind === undefined ? sql`true` : sql`s.kind = ${query.kind}`}
    ), s as (
      select * from mine
       where ${query.q === undefined || query.q === '' ? sql`true` : sql`strpos(lower(title), lower(${query.q})) > 0`}
         and ${after === null ? sql`true` : sql`(sort, id) > (${after.sort}, ${after.id}::uuid)`}
       order by sort, id limit ${query.limit + 1}
    )
    select s.*, n.* from s ${counts(acting)} order by s.sort, s.id`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const guest = after === null && query.kind === undefined ? await guestRooms(acting, query.q ?? '') : [];
  return {
    items: [...guest, ...shown.map((it) => listed(it, null))],
    next: last === undefined ? null : placeOf(last.sort, last.id),
  };
};

const guestRooms = async (acting: Acting, q: string): Promise<SpaceListed[]> => {
  const rooms = (await visits(acting)).filter(
    (it) => it.thread === null && it.title.toLowerCase().includes(q.toLowerCase()),
  );
  if (rooms.length === 0) return [];
  const { rows } = await sql<Row>`
    select s.id, n.* from (select unnest(${rooms.map((it) => it.space)}::uuid[]) as id) s ${counts(acting)}`.execute(
    acting.db,
  );
  const kinds = await acting.db.selectFrom('channels.kind').select(['key', 'basis', 'title_ja', 'title_en']).execute();
  return rooms.flatMap((it) => {
    const [kind, n] = [kinds.find((k) => k.key === it.kind), rows.find((r) => r.id === it.space)];
    if (kind === undefined || n === undefined) return [];
    return [listed({ ...n, ...kind, basis: kind.basis as Row['basis'], kind: it.kind, title: it.title }, it.until)];
  });
};

/** One space with who is in it. A guest sees it as one, and only for a whole space. */
export const showSpace = async (acting: Acting, id: string): Promise<SpaceView> => {
  const { rows } = await sql<Row>`
    select s.id, s.kind, k.basis, k.title_ja, k.title_en, k.says_ja, k.says_en, k.guests, ${titleOf(acting)} as title, n.*
      from channels.space s ${withNames} ${counts(acting)} where s.id = ${id}`.execute(acting.db);
  const mine = rows[0];
  const visit = mine === undefined ? (await guestRooms(acting, '')).find((it) => it.id === id) : undefined;
  if (mine === undefined && visit === undefined) throw notFound();
  const kind = await kindOf(acting, (mine ?? (visit as SpaceListed)).kind);
  const audience = await audienceOf(acting, id, null);
  return {
    ...(mine === undefined ? (visit as SpaceListed) : listed(mine, null)),
    says: { ja: kind.says_ja, en: kind.says_en },
    byInvitation: kind.guests,
    audience,
    guests: mine === undefined ? [] : await guestsOf(acting, id),
    may: {
      open: mine !== undefined,
      invite: mine !== undefined && kind.guests.length > 0 && acting.may('invite-guests'),
    },
  };
};

/** What the programme says about a kind of space. */
export const kindOf = (acting: Acting, key: string) =>
  acting.db.selectFrom('channels.kind').selectAll().where('key', '=', key).executeTakeFirstOrThrow();

/** Kinds of space that the acting seat may open itself. */
export const listKinds = async (
  acting: Acting,
): Promise<{
  items: { key: string; title: SpaceListed['kindTitle']; says: SpaceListed['kindTitle']; capacities: string[] }[];
}> => {
  const { rows } = await sql<{
    key: string;
    title_ja: string;
    title_en: string;
    says_ja: string;
    says_en: string;
    capacities: string[];
  }>`
    select key, title_ja, title_en, says_ja, says_en, capacities from channels.kind
     where basis = 'group' and ${acting.capacity} = any (openers) order by position`.execute(acting.db);
  return {
    items: rows.map((it) => ({
      key: it.key,
      title: { ja: it.title_ja, en: it.title_en },
      says: { ja: it.says_ja, en: it.says_en },
      capacities: it.capacities,
    })),
  };
};

/** How a body is called in a message it writes, in both languages, with the person who writes. */
export const signatureOf = async (
  acting: Acting,
): Promise<{ body_ja: string; body_en: string; person_ja: string; person_en: string }> => {
  const { rows } = await sql<{ body_ja: string; body_en: string; person_ja: string; person_en: string }>`
    select b.name_ja as body_ja, b.name_en as body_en, p.name_ja as person_ja, p.name_en as person_en
      from parties.body b, parties.person p where b.id = ${acting.body} and p.id = ${acting.person}`.execute(acting.db);
  const row = rows[0];
  if (row === undefined) throw notFound();
  return row;
};
