import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Transaction } from '../../../../platform/database.ts';
import type { OperatorInput } from '../../contract.ts';

/** An operator as it is enrolled. `key` names it for programs, `from` is its first day; both are for a demo's world. */
export interface Enrolment extends Omit<OperatorInput, 'place'> {
  readonly place?: string | undefined;
  readonly key?: string;
  readonly from?: string;
  readonly fictitious: boolean;
  /** The capacity in which it sits; `operator` unless said otherwise. */
  readonly capacity?: string;
}

interface Span {
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/**
 * Enrols a body with its seat, its sectors and circles, and the seats above it: the competent ministry of each sector, the
 * secretariat of each CEPTOAR. Runs in the caller's transaction, as the keeper of accounts or as the worker.
 */
export const enrol = async (db: Transaction, input: Enrolment, now: Date): Promise<{ body: string; seat: string }> => {
  const from = input.from ?? dayOf(now);
  const circles = await circlesOf(db, input);
  const ministries =
    input.sectors.length === 0
      ? []
      : await db
          .selectFrom('parties.competence')
          .selectAll()
          .where('sector', 'in', [...input.sectors])
          .execute();
  const there = await db
    .selectFrom('parties.body')
    .select('id')
    .where('name_ja', '=', input.name.ja)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  if (there !== undefined) throw new Refusal('body-there-already');
  const body = randomUUID();
  const seat = randomUUID();
  const held = { valid_from: from };
  await db
    .insertInto('parties.body')
    .values({
      id: body,
      key: input.key ?? null,
      kind: input.capacity === undefined ? 'operator' : 'business',
      name_ja: input.name.ja,
      name_en: input.name.en,
      kana: input.kana,
      alias: [...input.alias],
      domains: [...input.domains],
      place: input.place ?? null,
      fictitious: input.fictitious,
      ...held,
    })
    .execute();
  await db
    .insertInto('parties.seat')
    .values({ id: seat, body, capacity: input.capacity ?? 'operator', ...held })
    .execute();
  const sectors = input.sectors.map((sector) => ({ body, sector, ...held }));
  if (sectors.length > 0) await db.insertInto('parties.body_sector').values(sectors).execute();
  const members = circles.map((it) => ({ circle: it.id, body, ...held }));
  if (members.length > 0) await db.insertInto('parties.membership').values(members).execute();
  const above = [
    ...ministries.map((it) => ({ body, seat: it.seat, sector: it.sector, circle: null, ...later(it, from) })),
    ...circles.flatMap((it) =>
      it.secretariat === null || it.sector === null
        ? []
        : [{ body, seat: it.secretariat, sector: it.sector, circle: it.id, ...held, valid_to: null }],
    ),
  ].filter((it) => it.valid_to === null || it.valid_to > it.valid_from);
  if (above.length > 0) await db.insertInto('parties.supervision').values(above).execute();
  return { body, seat };
};

const later = (span: Span, from: string): Span => ({
  valid_from: span.valid_from > from ? span.valid_from : from,
  valid_to: span.valid_to,
});

const circlesOf = async (db: Transaction, input: Enrolment) => {
  const keys = [...new Set([...input.sectors.map((it) => `sector.${it}`), ...input.ceptoars])];
  if (keys.length === 0) return [];
  const found = await db
    .selectFrom('parties.circle')
    .select(['id', 'key', 'kind', 'sector', 'secretariat'])
    .where('key', 'in', keys)
    .execute();
  for (const sector of input.sectors)
    if (!found.some((it) => it.key === `sector.${sector}`)) throw new Refusal('sector-unknown', { sector });
  for (const key of input.ceptoars) {
    const circle = found.find((it) => it.key === key && it.kind === 'ceptoar');
    if (circle === undefined) throw new Refusal('ceptoar-unknown', { ceptoar: key });
    if (circle.sector === null || !input.sectors.includes(circle.sector))
      throw new Refusal('ceptoar-outside-sector', { ceptoar: key });
  }
  return found;
};
