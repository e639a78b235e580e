import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { powersOf } from '../../src/modules/programme/index.ts';
import { cast, type Person } from './cast.ts';

const open = new Set(['cs', 'meti', 'mhlw', 'ceptoar.power', 'ceptoar.water', 'ipa', 'jpcert', 'npa', 'office']);
const kinds: Readonly<Record<string, string>> = { operator: 'operator', ceptoar: 'ceptoar', agency: 'agency' };

/** Puts the cast into an empty house: bodies, seats, persons with a key each, and who stands above whom. */
export const populate = async (
  admin: pg.Pool,
  programme: Parameters<typeof powersOf>[0],
): Promise<Map<string, Person>> => {
  const sectors = [...new Set(cast.flatMap((c) => c.sector ?? []))];
  for (const [i, s] of sectors.entries())
    await admin.query(`insert into parties.sector values ($1, $1, $1, $2, 5)`, [s, i]);
  const [bodies, seats, persons] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  const people = new Map<string, Person>();
  for (const c of cast) {
    if (!bodies.has(c.body)) {
      const id = randomUUID();
      bodies.set(c.body, id);
      const name = c.capacity === 'operator' ? `架空${c.body}株式会社` : c.body;
      await admin.query(
        `insert into parties.body (id, key, kind, name_ja, name_en, kana, domains, open, fictitious, valid_from) values ($1, $2, $3, $4, $5, $4, $6, $7, true, '2014-01-01')`,
        [
          id,
          c.body,
          kinds[c.capacity] ?? 'ministry',
          name,
          `Fictitious ${c.body}`,
          c.capacity === 'operator' ? [`${c.body}.example`] : [],
          open.has(c.body),
        ],
      );
    }
    const body = bodies.get(c.body) as string;
    const seatKey = `${c.body} ${c.capacity}`;
    if (!seats.has(seatKey)) {
      const id = randomUUID();
      seats.set(seatKey, id);
      await admin.query(`insert into parties.seat (id, body, capacity, valid_from) values ($1, $2, $3, '2014-01-01')`, [
        id,
        body,
        c.capacity,
      ]);
      for (const power of powersOf(programme, c.capacity, c.role))
        await admin.query(`insert into acting.power values ($1, $2, $3) on conflict do nothing`, [
          c.capacity,
          c.role,
          power,
        ]);
    }
    for (const power of powersOf(programme, c.capacity, c.role))
      await admin.query(`insert into acting.power values ($1, $2, $3) on conflict do nothing`, [
        c.capacity,
        c.role,
        power,
      ]);
    const seat = seats.get(seatKey) as string;
    const personKey = c.person ?? c.name;
    if (!persons.has(personKey)) {
      const id = randomUUID();
      persons.set(personKey, id);
      await admin.query(
        `insert into parties.person (id, name_ja, name_en, email, created_at) values ($1, $2, $2, $3, now())`,
        [id, `人物${personKey}`, `${personKey}@example.test`],
      );
      await admin.query(`insert into acting.epoch (person) values ($1)`, [id]);
    }
    const person = persons.get(personKey) as string;
    await admin.query(`insert into acting.holder values ($1, $2, $3, $4, $5, '2014-01-01')`, [
      seat,
      person,
      body,
      c.capacity,
      c.role,
    ]);
    const token = `test-${randomUUID()}`;
    await admin.query(
      `insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until) values ($1, 'key', $2, $3, 1, now(), '2100-01-01')`,
      [createHash('sha256').update(token).digest(), person, seat],
    );
    people.set(c.name, { name: c.name, body, seat, person, token, capacity: c.capacity, sector: c.sector ?? null });
  }
  await relate(admin, people);
  return people;
};

const relate = async (admin: pg.Pool, people: ReadonlyMap<string, Person>): Promise<void> => {
  const all = [...people.values()];
  for (const capacity of ['ceptoar', 'sector-ministry']) {
    const circle = randomUUID();
    await admin.query(
      `insert into parties.circle (id, key, kind, name_ja, name_en, valid_from) values ($1, $2, 'standing', $2, $2, '2014-01-01')`,
      [circle, `standing.${capacity}`],
    );
    for (const { body } of all.filter((p) => p.capacity === capacity))
      await admin.query(`insert into parties.membership values ($1, $2, '2014-01-01')`, [circle, body]);
  }
  for (const sector of new Set(all.flatMap((p) => p.sector ?? []))) {
    const of = (capacity: string): Person[] => all.filter((p) => p.sector === sector && p.capacity === capacity);
    const [ministry, ceptoar] = [of('sector-ministry')[0] as Person, of('ceptoar')[0] as Person];
    const circle = randomUUID();
    const key = ceptoar.name.split('.')[1] as string;
    await admin.query(
      `insert into parties.circle (id, key, kind, sector, name_ja, name_en, secretariat, valid_from) values ($1, $2, 'ceptoar', $3, $2, $2, $4, '2014-01-01')`,
      [circle, `ceptoar.${key}`, sector, ceptoar.seat],
    );
    const enter = (body: string) =>
      admin.query(`insert into parties.body_sector values ($1, $2, '2014-01-01')`, [body, sector]);
    const above = (body: string, seat: string, by: string | null) =>
      admin.query(`insert into parties.supervision values ($1, $2, $3, $4, '2014-01-01')`, [body, seat, sector, by]);
    await admin.query(`insert into parties.competence values ($1, $2, '2014-01-01')`, [sector, ministry.seat]);
    await enter(ceptoar.body);
    await above(ceptoar.body, ministry.seat, null);
    const whole = randomUUID();
    await admin.query(
      `insert into parties.circle (id, key, kind, sector, name_ja, name_en, valid_from) values ($1, $2, 'sector', $3, $2, $2, '2014-01-01')`,
      [whole, `sector.${sector}`, sector],
    );
    for (const operator of of('operator')) {
      await enter(operator.body);
      await above(operator.body, ministry.seat, null);
      await above(operator.body, ceptoar.seat, circle);
      for (const each of [circle, whole]) {
        await admin.query(`insert into parties.membership values ($1, $2, '2014-01-01')`, [each, operator.body]);
      }
    }
  }
};
