import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { plainRow, type SightSource } from '../../circulation/index.ts';
import { theProgramme } from '../../programme/index.ts';
import type { Part } from '../shapes.ts';

/** A seat at a picture, or one that could take a place at it. */
export interface SeatAt {
  /** Its body. */
  readonly id: string;
  readonly body: string;
  readonly capacity: string;
  readonly part: 'desk' | Part;
  readonly seated: boolean;
  readonly mine: boolean;
}

// The capacities of the programme that may take a place at a shared picture.
const seatedBy = (): string[] =>
  theProgramme()
    .capacities.filter((it) => it.roles.some((role) => role.powers.includes('join-mode')))
    .map((it) => it.key);

/** Who sees a situation, by the conditions of `situations.seen()`: the desk, the ministries competent today, who has a place. */
export const seatsAt = async (acting: Acting, situation: string): Promise<SeatAt[]> => {
  const { rows } = await sql<Omit<SeatAt, 'body'> & { body: string | null }>`
    with x as (select * from situations.sharing where situation = ${situation} and ended_at is null),
    at as (
      select s.desk as seat, 'desk' as part, true as seated from situations.situation s where s.id = ${situation}
      union
      select c.seat, x.part, true from x join parties.competence c on x.part = 'ministries'
       where c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day()))
      union
      select s.id, x.part, exists (select from mode.place p where p.declaration = x.declaration and p.seat = s.id)
        from x join parties.seat s on x.part = 'crisis'
         and s.capacity = any (${seatedBy()}::text[])
       where s.valid_from <= (select acting.day()) and (s.valid_to is null or s.valid_to > (select acting.day()))
         and not exists (select from mode.confirmation c where c.declaration = x.declaration and cardinality(c.sectors) = 0
                            and c.takes_effect <= ${acting.now})
    )
    select b.id, ${named(acting, 'b')} as body, s.capacity, a.part, a.seated, a.seat = ${acting.seat} as mine
      from at a join parties.seat s on s.id = a.seat left join parties.body b on b.id = s.body
     order by array_position(array['desk', 'ministries', 'crisis'], a.part), a.seated desc, b.kana, b.id`.execute(
    acting.db,
  );
  return rows.map((r) => ({ ...r, body: r.body ?? '' }));
};

/** Who sees the picture of a situation, by the conditions under which it is shared; who has no place at it is on its way. */
export const situationSight: SightSource = async (acting, id) => {
  const situation = await acting.db
    .selectFrom('situations.situation')
    .select('desk')
    .where('id', '=', id)
    .executeTakeFirst();
  if (situation === undefined) throw notFound();
  const seats = await seatsAt(acting, id);
  return {
    kind: 'situation',
    id,
    whole: situation.desk === acting.seat,
    versions: 1,
    rows: seats.map((it) =>
      plainRow({
        body: it.body === '' ? null : it.body,
        capacity: it.capacity,
        why: it.part,
        mine: it.mine,
        state: it.seated ? 'sees' : 'way',
      }),
    ),
    groups: [],
  };
};
