import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { BodyView, CircleView } from '../contract.ts';
import { anywhere, namePage, readNameCursor } from './name-page.ts';

interface BodiesInput {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly sector?: string | undefined;
}

const bodyRows = (acting: Acting) => {
  const today = dayOf(acting.now);
  const holds = (table: string) =>
    sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${today} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${today})`;
  return acting.db
    .selectFrom('parties.body as b')
    .select([
      'b.id',
      'b.key',
      'b.kind',
      'b.name_ja',
      'b.name_en',
      'b.kana',
      'b.alias',
      'b.domains',
      'b.place',
      'b.open',
      'b.fictitious',
    ])
    .select([
      sql<
        string[]
      >`array(select s.sector from parties.body_sector s where s.body = b.id and ${holds('s')} order by s.sector)`.as(
        'sectors',
      ),
      sql<string[]>`array(select c.key from parties.membership m join parties.circle c on c.id = m.circle
                           where m.body = b.id and c.kind = 'ceptoar' and ${holds('m')} order by c.key)`.as('ceptoars'),
      sql<
        { id: string; capacity: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'capacity', s.capacity) order by s.capacity)
                           from parties.seat s where s.body = b.id and ${holds('s')}), '[]')`.as('seats'),
    ])
    .where(sql<boolean>`${holds('b')}`);
};

type BodyRow = Awaited<ReturnType<ReturnType<typeof bodyRows>['executeTakeFirstOrThrow']>>;

const bodyViewOf = ({ name_ja, name_en, ...it }: BodyRow): BodyView => ({ ...it, name: { ja: name_ja, en: name_en } });

/** The bodies that the reader may know, by name. */
export const bodies = async (
  acting: Acting,
  input: BodiesInput,
): Promise<{ items: BodyView[]; next: string | null }> => {
  const after = readNameCursor(input.cursor);
  const { q, kind, sector } = input;
  const rows = await bodyRows(acting)
    .$if(after !== null, (it) => it.where(sql<boolean>`(b.name_ja, b.id) > (${after?.name}, ${after?.id}::uuid)`))
    .$if(kind !== undefined && kind !== '', (it) => it.where('b.kind', '=', kind as string))
    .$if(sector !== undefined && sector !== '', (it) =>
      it.where(sql<boolean>`exists (select from parties.body_sector s where s.body = b.id and s.sector = ${sector})`),
    )
    .$if(q !== undefined && q !== '', (it) =>
      it.where(sql<boolean>`(b.name_ja ilike ${anywhere(q ?? '')} or b.name_en ilike ${anywhere(q ?? '')} or b.kana ilike ${anywhere(q ?? '')}
                             or exists (select from unnest(b.alias) a where a ilike ${anywhere(q ?? '')}))`),
    )
    .orderBy('b.name_ja')
    .orderBy('b.id')
    .limit(input.limit + 1)
    .execute();
  const { items, next } = namePage(rows, input.limit, (it) => ({ name: it.name_ja, id: it.id }));
  return { items: items.map(bodyViewOf), next };
};

/** One body; what the reader may not know is not there. */
export const bodyById = async (acting: Acting, id: string): Promise<BodyView> => {
  const row = await bodyRows(acting).where('b.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  return bodyViewOf(row);
};

/** Circles that the reader may know. Members are counted only for those who know each of them: the desk, the keeper, the seat above. */
export const circles = async (acting: Acting): Promise<{ items: CircleView[]; next: null }> => {
  const today = dayOf(acting.now);
  const rows = await acting.db
    .selectFrom('parties.circle as c')
    .select(['c.id', 'c.key', 'c.kind', 'c.name_ja', 'c.name_en', 'c.sector', 'c.secretariat'])
    .select([
      sql<number>`case when c.kind = 'hub' then (select count(distinct a.body) from parties.agreement a where a.circle = c.id and parties.in_force(a.id, ${acting.now}))
           else (select count(*) from parties.membership m where m.circle = c.id and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to > ${today})) end`.as(
        'members',
      ),
      sql<boolean>`exists (select from parties.competence k where k.sector = c.sector and k.seat = ${acting.seat}
                            and k.valid_from <= ${today} and (k.valid_to is null or k.valid_to > ${today}))`.as(
        'competent',
      ),
    ])
    .where('c.valid_from', '<=', today)
    .where((it) => it.or([it('c.valid_to', 'is', null), it('c.valid_to', '>', today)]))
    .orderBy('c.kind')
    .orderBy('c.key')
    .execute();
  const knowsAll = acting.may('know-bodies') || acting.may('manage-accounts');
  return {
    items: rows.map((it) => ({
      id: it.id,
      key: it.key,
      kind: it.kind as CircleView['kind'],
      name: { ja: it.name_ja, en: it.name_en },
      sector: it.sector,
      mine: it.secretariat === acting.seat,
      members:
        (knowsAll && it.kind !== 'hub') || it.competent || it.secretariat === acting.seat || it.kind === 'standing'
          ? it.members
          : null,
    })),
    next: null,
  };
};
