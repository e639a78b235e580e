import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { type Onward, theProgramme } from '../../../programme/index.ts';
import { refusePast } from '../../rules.ts';
import { mayEnter, standingOf } from './standing.ts';
import type { ConsentAct, ConsentInput } from '../../shapes/consent.ts';
import { partOf } from './part.ts';

/** The class of onward recipients with this key; refuses one that the programme does not know. */
export const classOf = (key: string): Onward => {
  const found = theProgramme().onward.find((it) => it.key === key);
  if (found === undefined) throw new Refusal('consent-class-unknown', {}, 400);
  return found;
};

const factOf = {
  requested: 'consent.requested',
  asked: 'consent.asked',
  given: 'consent.given',
  refused: 'consent.refused',
  withdrawn: 'consent.withdrawn',
} as const;

/** Adds one line to a report's ledger. What it sets free or ends happens in the same transaction, by a trigger of the table. */
export const enterConsent = async (
  acting: Acting,
  report: string,
  input: ConsentInput,
): Promise<{ id: string; at: string }> => {
  const part = await partOf(acting, report);
  if (part === null) throw notFound();
  const it = classOf(input.class);
  refusePast('until', input.until, acting.now);
  // Whoever writes into a report's ledger at the same time waits here, and then sees what was written.
  await sql`select pg_advisory_xact_lock(hashtextextended(${report}, 29))`.execute(acting.db);
  const { rows } = await sql<{ act: ConsentAct; number: number }>`
    select act, number from exchange.consent where report = ${report} and class = ${it.key} order by number`.execute(
    acting.db,
  );
  const standing = standingOf(rows.map((r) => r.act));
  if (!mayEnter(part, standing).some((act) => act === input.act))
    throw new Refusal('consent-as-it-stands', { state: standing.state });
  const id = await write(acting, report, it, (rows.at(-1)?.number ?? 0) + 1, input);
  await acting.record({ fact: factOf[input.act], subject: report, detail: { class: it.key } });
  return { id, at: acting.now.toISOString() };
};

/** Writes what a source said about its name in its first report, as the ledger's first line. */
export const enterFirst = async (acting: Acting, report: string, nameToCs: boolean): Promise<void> => {
  const name = theProgramme().onward.find((it) => it.what === 'name');
  if (name !== undefined)
    await write(acting, report, name, 1, { class: name.key, act: nameToCs ? 'given' : 'refused' });
};

const write = async (
  acting: Acting,
  report: string,
  it: Onward,
  number: number,
  input: ConsentInput,
): Promise<string> => {
  const id = randomUUID();
  const given = input.act === 'given';
  await acting.db
    .insertInto('exchange.consent')
    .values({
      id,
      report,
      class: it.key,
      number,
      act: input.act,
      what: it.what,
      capacities: given ? [...it.to] : [],
      bodies: given ? [...it.bodies] : [],
      until: input.until === undefined ? null : new Date(input.until),
      at: acting.now,
    })
    .execute();
  await acting.db
    .insertInto('exchange.consent_said')
    .values({
      consent: id,
      seat: acting.seat,
      person: acting.person,
      note: input.note === '' ? null : (input.note ?? null),
    })
    .execute();
  return id;
};
