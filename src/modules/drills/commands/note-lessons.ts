import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { findingInput, observationInput, remedyInput } from '../doors/lessons.ts';
import { type Drill, drillOf } from '../queries/load.ts';
import { ownName } from './plan-drill.ts';

/** Notes what an evaluator or the desk saw, from the opening on. */
export const noteObservation = async (
  acting: Acting,
  id: string,
  input: z.output<typeof observationInput>,
): Promise<{ id: string }> => {
  const drill = await drillOf(acting, id);
  if (drill.part === 'player') throw notFound();
  if (drill.state === 'planned' || drill.state === 'called-off') throw new Refusal('drill-not-begun');
  const observation = randomUUID();
  const { step = null, tone, said } = input;
  const by = { seat: acting.seat, person: acting.person, ...(await ownName(acting)), at: acting.now };
  await acting.db
    .insertInto('drills.observation')
    .values({ id: observation, drill: id, step, tone, said, ...by })
    .execute();
  await acting.record({ fact: 'observation.noted', subject: id, detail: { tone } });
  return { id: observation };
};

/** The desk's own drill once it is over; refuses before. */
export const overOf = async (acting: Acting, id: string): Promise<Drill> => {
  const drill = await drillOf(acting, id, 'lock');
  if (drill.part !== 'desk') throw notFound();
  if (drill.state !== 'closed') throw new Refusal('drill-not-over');
  return drill;
};

// What a review was confirmed about stays as it was; what is learnt later belongs to the next drill.
const unreviewed = async (acting: Acting, id: string): Promise<void> => {
  if ((await overOf(acting, id)).reviewed) throw new Refusal('review-stands');
};

/** Says what was expected, what happened and why, until the review stands. */
export const noteFinding = async (
  acting: Acting,
  id: string,
  input: z.output<typeof findingInput>,
): Promise<{ id: string }> => {
  await unreviewed(acting, id);
  const finding = randomUUID();
  const { step = null, cause = null, expected, happened } = input;
  const by = { seat: acting.seat, person: acting.person, at: acting.now };
  await acting.db
    .insertInto('drills.finding')
    .values({ id: finding, drill: id, step, cause, expected, happened, ...by })
    .execute();
  await acting.record({ fact: 'finding.noted', subject: id });
  return { id: finding };
};

/** Decides what is to be bettered, by which seat of the drill and until which day. */
export const decideRemedy = async (
  acting: Acting,
  where: { id: string; finding: string },
  input: z.output<typeof remedyInput>,
): Promise<{ id: string }> => {
  await unreviewed(acting, where.id);
  const finding = await acting.db
    .selectFrom('drills.finding')
    .select('id')
    .where('id', '=', where.finding)
    .where('drill', '=', where.id)
    .executeTakeFirst();
  if (finding === undefined) throw notFound();
  const owner = await acting.db
    .selectFrom('drills.invited')
    .select('seat')
    .where('drill', '=', where.id)
    .where('seat', '=', input.owner)
    .executeTakeFirst();
  if (owner === undefined) throw new Refusal('owner-not-in-drill', {}, 400);
  if (input.due < dayOf(acting.now)) throw new Refusal('due-in-the-past', { path: 'due' }, 400);
  const id = randomUUID();
  const by = { seat: acting.seat, person: acting.person, at: acting.now };
  await acting.db
    .insertInto('drills.remedy')
    .values({ id, drill: where.id, finding: where.finding, ...input, ...by })
    .execute();
  await acting.record({ fact: 'remedy.decided', subject: where.id });
  return { id };
};

/** Says by what a remedy was carried out. Twice is once. */
export const closeRemedy = async (
  acting: Acting,
  where: { id: string; remedy: string },
  evidence: string,
): Promise<{ id: string; closedAt: string }> => {
  const drill = await drillOf(acting, where.id, 'lock');
  const remedy = await acting.db
    .selectFrom('drills.remedy')
    .select('owner')
    .where('id', '=', where.remedy)
    .where('drill', '=', where.id)
    .executeTakeFirst();
  if (remedy === undefined || (remedy.owner !== acting.seat && drill.part !== 'desk')) throw notFound();
  const before = await acting.db
    .selectFrom('drills.remedy_closure')
    .select('at')
    .where('remedy', '=', where.remedy)
    .executeTakeFirst();
  if (before !== undefined) return { id: where.remedy, closedAt: before.at.toISOString() };
  const by = { seat: acting.seat, person: acting.person, at: acting.now };
  await acting.db
    .insertInto('drills.remedy_closure')
    .values({ remedy: where.remedy, drill: where.id, evidence, ...by })
    .execute();
  await acting.record({ fact: 'remedy.closed', subject: where.id });
  return { id: where.remedy, closedAt: acting.now.toISOString() };
};
