import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import { later } from '../../../kernel/time.ts';
import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts';
import type { Acting } from '../../../platform/acting.ts';
import { meantBy } from '../../circulation/index.ts';
import { theProgramme } from '../../programme/index.ts';
import type { breakglassDoors } from '../contract.ts';

type Ask = typeof breakglassDoors.askBreakGlass;

/**
 * Asks another office to open what a reference stands for. Nothing is looked up: known and unknown references are taken
 * alike, and only who decides sees which it is.
 */
export const askBreakGlass = async (acting: Acting, input: InputOf<Ask>['body']): Promise<OutputOf<Ask>> => {
  const programme = theProgramme();
  const meant = meantBy(input.reference);
  if (meant === null || (meant.kind !== 'report' && meant.kind !== 'provision'))
    throw new Refusal('reference-malformed', {}, 400);
  if (input.what === 'source' && meant.kind !== 'report') throw new Refusal('reference-malformed', {}, 400);
  if (!programme.breakGlass.bases.some((it) => it.key === input.basis)) throw new Refusal('basis-unknown', {}, 400);
  const { rows } = await sql<{ decides: boolean }>`select breakglass.decides(${input.office}) as decides`.execute(
    acting.db,
  );
  if (rows[0]?.decides !== true || input.office === acting.seat) throw new Refusal('office-unknown', {}, 400);
  const id = randomUUID();
  const lapses = later(acting.now, programme.breakGlass.lapses);
  await acting.db
    .insertInto('breakglass.request')
    .values({
      id,
      realm: acting.realm,
      reference: input.reference,
      kind: meant.kind,
      from_id: meant.from,
      to_id: meant.to,
      what: input.what,
      basis: input.basis,
      reason: input.reason,
      seat: acting.seat,
      person: acting.person,
      office: input.office,
      at: acting.now,
      lapses,
    })
    .execute();
  await acting.record({ fact: 'break-glass.asked', subject: id, detail: { what: input.what, basis: input.basis } });
  return { id, at: acting.now.toISOString(), lapses: lapses.toISOString() };
};
