import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { judge, levelsAt, type Span, theProgramme } from '../../programme/index.ts';
import type { MeasureInput } from '../shapes.ts';
import { hold, refuseEnded, refuseForeign } from './situation.ts';

/** Writes down what was measured of a service and judges its level by all that is known. What was measured before stays. */
export const measureLevel = async (
  acting: Acting,
  id: string,
  input: MeasureInput,
): Promise<{ id: string; at: string; verdict: 'below' | 'kept' | 'open' }> => {
  const it = await hold(acting, id);
  const level = levelsAt(theProgramme(), acting.now).find((one) => one.key === input.level);
  if (level === undefined) throw new Refusal('level-unknown', { level: input.level }, 400);
  const { sector } = level;
  await refuseForeign(acting, it, [sector]);
  refuseEnded(it);
  const measured = input.measured.map(({ quantity, low, high = low }) => ({ quantity, low, high }));
  const stray = measured.find((one) => !level.quantities.some((known) => known.key === one.quantity));
  if (stray !== undefined) throw new Refusal('level-unknown', { level: stray.quantity }, 400);
  if (measured.some((one) => one.high < one.low)) throw new Refusal('span-ends-first', {}, 400);
  const by = { seat: acting.seat, person: acting.person, at: acting.now };
  await acting.db
    .insertInto('situations.measure')
    .values(measured.map((one) => ({ id: randomUUID(), situation: id, sector, level: level.key, ...one, ...by })))
    .execute();
  const verdict = judge(level.below, await known(acting, id, level.key));
  const judged = randomUUID();
  await acting.db
    .insertInto('situations.verdict')
    .values({ id: judged, situation: id, sector, level: level.key, verdict, ...by })
    .execute();
  await acting.record({ fact: 'situation.measured', subject: id, detail: { level: level.key, verdict } });
  return { id: judged, at: acting.now.toISOString(), verdict };
};

const known = async (acting: Acting, id: string, level: string): Promise<ReadonlyMap<string, Span>> => {
  const { rows } = await sql<Span & { quantity: string }>`
    select distinct on (m.quantity) m.quantity, m.low, m.high from situations.measure m
     where m.situation = ${id} and m.level = ${level} order by m.quantity, m.at desc, m.id`.execute(acting.db);
  return new Map(rows.map((it) => [it.quantity, it]));
};
