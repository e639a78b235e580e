import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../../../platform/database.ts';
import type { Programme } from '../../../programme/contract.ts';
import type { Founded } from './establish-bodies.ts';

interface Circle {
  readonly key: string;
  readonly kind: 'sector' | 'ceptoar' | 'standing';
  readonly sector: string | null;
  readonly name_ja: string;
  readonly name_en: string;
  readonly secretariat: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** Puts a circle for each sector, each CEPTOAR with its secretariat, and each capacity that several public bodies share into place. */
export const establishCircles = async (db: Transaction, programme: Programme, founded: Founded): Promise<void> => {
  const standing = standingCircles(programme);
  const circles = [
    ...sectorCircles(programme),
    ...ceptoarCircles(programme, founded),
    ...standing.map((it) => it.circle),
  ];
  const keys = circles.map((it) => it.key);
  const there = await db.selectFrom('parties.circle').select(['id', 'key']).where('key', 'in', keys).execute();
  const rows = circles.map((it) => ({ ...it, id: there.find((t) => t.key === it.key)?.id ?? randomUUID() }));
  await db
    .insertInto('parties.circle')
    .values(rows)
    .onConflict((it) =>
      it.column('key').doUpdateSet((row) => ({
        name_ja: row.ref('excluded.name_ja'),
        name_en: row.ref('excluded.name_en'),
        secretariat: row.ref('excluded.secretariat'),
        valid_to: row.ref('excluded.valid_to'),
      })),
    )
    .execute();
  const members = standing.flatMap(({ circle, bodies }) =>
    bodies.map((body) => ({
      circle: rows.find((it) => it.key === circle.key)?.id as string,
      body: founded.bodies.get(body) as string,
      valid_from: circle.valid_from,
    })),
  );
  if (members.length > 0)
    await db
      .insertInto('parties.membership')
      .values(members)
      .onConflict((it) => it.doNothing())
      .execute();
};

const sectorCircles = (programme: Programme): Circle[] =>
  programme.sectors.map((it) => ({
    key: `sector.${it.key}`,
    kind: 'sector',
    sector: it.key,
    name_ja: it.title.ja,
    name_en: it.title.en,
    secretariat: null,
    valid_from: it.from ?? programme.asOf,
    valid_to: it.until ?? null,
  }));

const ceptoarCircles = (programme: Programme, { seats }: Founded): Circle[] =>
  programme.bodies.flatMap((body) => {
    if (body.ceptoar === undefined) return [];
    const [name] = body.names.toReversed();
    const [seat] = body.seats;
    return [
      {
        key: `ceptoar.${body.ceptoar.circle}`,
        kind: 'ceptoar',
        sector: body.ceptoar.sectors[0] ?? null,
        name_ja: name?.name.ja ?? body.key,
        name_en: name?.name.en ?? body.key,
        secretariat: seat === undefined ? null : (seats.get(`${body.key} ${seat.capacity}`) ?? null),
        valid_from: body.from ?? programme.asOf,
        valid_to: body.until ?? null,
      },
    ];
  });

const standingCircles = (programme: Programme): { circle: Circle; bodies: string[] }[] =>
  programme.capacities.flatMap((capacity) => {
    const bodies = programme.bodies
      .filter((it) => it.seats.some((seat) => seat.capacity === capacity.key))
      .map((it) => it.key);
    if (bodies.length < 2) return [];
    const circle: Circle = {
      key: `standing.${capacity.key}`,
      kind: 'standing',
      sector: null,
      name_ja: capacity.title.ja,
      name_en: capacity.title.en,
      secretariat: null,
      valid_from: capacity.from ?? programme.asOf,
      valid_to: null,
    };
    return [{ circle, bodies }];
  });
