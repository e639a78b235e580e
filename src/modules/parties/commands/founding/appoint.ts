import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../../kernel/time.ts';
import type { Transaction } from '../../../../platform/database.ts';

/** A person to be put into a seat by the worker: a demo's world, or what an older system hands over. */
export interface Appointment {
  readonly name: { readonly ja: string; readonly en: string };
  readonly kana?: string;
  readonly email: string;
  readonly locale?: 'ja' | 'en';
  readonly seat: string;
  readonly role: string;
  /** First day; today unless given. */
  readonly from?: string;
}

/** Puts a person into a seat and gives the person's id; one with the same address is the same person. Worker only: people take seats by invitation. */
export const appoint = async (db: Transaction, it: Appointment, now: Date): Promise<string> => {
  const there = await db.selectFrom('parties.person').select('id').where('email', '=', it.email).executeTakeFirst();
  const person = there?.id ?? randomUUID();
  if (there === undefined) {
    await db
      .insertInto('parties.person')
      .values({
        id: person,
        name_ja: it.name.ja,
        name_en: it.name.en,
        kana: it.kana ?? '',
        email: it.email,
        locale: it.locale ?? 'ja',
        created_at: now,
      })
      .execute();
    await db.insertInto('acting.epoch').values({ person }).execute();
  }
  const seat = await db
    .selectFrom('parties.seat')
    .select(['body', 'capacity'])
    .where('id', '=', it.seat)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('acting.holder')
    .values({
      seat: it.seat,
      person,
      body: seat.body,
      capacity: seat.capacity,
      role: it.role,
      valid_from: it.from ?? dayOf(now),
    })
    .execute();
  return person;
};
