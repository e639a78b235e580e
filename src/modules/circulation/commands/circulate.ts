import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import { searchVector } from '../../../kernel/text.ts';
import { plus } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import { remindAt } from '../rules.ts';

/** Lays the way of an unsent item of one's own: capacities by tier, from the first. `covers` is what an agreement must speak of. */
export const layTiers = async (
  acting: Acting,
  item: string,
  tiers: readonly { capacity: string; scope: 'above' | 'central' | 'agreement'; covers?: string }[],
): Promise<void> => {
  await acting.db.deleteFrom('circulation.tier').where('item', '=', item).execute();
  if (tiers.length === 0) return;
  await acting.db
    .insertInto('circulation.tier')
    .values(
      tiers.map((t, i) => ({ item, position: i + 1, capacity: t.capacity, scope: t.scope, covers: t.covers ?? null })),
    )
    .execute();
};

/** Lays who receives an unsent item of one's own beside a tier; `within` is the time they have to confirm it. */
export const layBeside = async (
  acting: Acting,
  item: string,
  beside: readonly { capacity: string; tier: number; within: string | null }[],
): Promise<void> => {
  if (beside.length === 0) return;
  await acting.db
    .insertInto('circulation.beside')
    .values(beside.map((it) => ({ item, ...it })))
    .execute();
};

/** Carries an item that the acting seat has just passed on to those laid beside the tier it went to; gives their seats. */
export const carryBeside = async (acting: Acting, item: string): Promise<string[]> => {
  const { rows } = await sql<{ seat: string }>`
    select seat from circulation.carry_beside(${item}, ${acting.now})`.execute(acting.db);
  return rows.map((r) => r.seat);
};

/** Notes the mode under which an unsent item of one's own goes. */
export const noteMode = async (acting: Acting, item: string, mode: string): Promise<void> => {
  await acting.db.updateTable('circulation.item').set({ mode }).where('id', '=', item).execute();
};

/** Writes the words by which an item of one's own can be found. Once, before it is sent. */
export const index = async (acting: Acting, item: string, text: string): Promise<void> => {
  await sql`insert into circulation.item_words (item, realm, sent, words)
            values (${item}, ${acting.realm}, ${acting.now}, ${searchVector(text)}::tsvector)`.execute(acting.db);
};

/** Addresses an unsent item of one's own: to whom it is to go replaces what was chosen before. */
export const setAudience = async (
  acting: Acting,
  item: string,
  to: { circles: readonly string[]; bodies: readonly string[] },
): Promise<void> => {
  await acting.db.deleteFrom('circulation.audience').where('item', '=', item).execute();
  const rows = [
    ...to.circles.map((circle) => ({ item, circle, body: null })),
    ...to.bodies.map((body) => ({ item, circle: null, body })),
  ];
  if (rows.length === 0) throw new Refusal('audience-empty');
  await acting.db.insertInto('circulation.audience').values(rows).execute();
};

/**
 * Carries an item one hop up its way; gives the seats it went to. `acknowledge` and `relay` are the times the next tier
 * has to confirm it and to pass it on, as durations.
 */
export const carryOneHop = async (
  acting: Acting,
  it: { item: string; sector: string; copy: string | null; acknowledge: string | null; relay: string | null },
): Promise<string[]> => {
  const by = (within: string | null): { due: Date | null; remind: Date | null } => {
    const due = within === null ? null : plus(acting.now, within);
    return { due, remind: due === null ? null : remindAt(acting.now, due) };
  };
  const [ack, pass] = [by(it.acknowledge), by(it.relay)];
  const { rows } = await sql<{ seat: string }>`
    select seat from circulation.carry_up(${it.item}, ${it.sector}, ${it.copy}, ${ack.due}, ${ack.remind},
      ${pass.due}, ${pass.remind}, ${acting.now})`.execute(acting.db);
  return rows.map((r) => r.seat);
};

/** Sends an item of one's own down to its audience; gives how many receive it. Refuses what was sent before. */
export const dispatch = async (
  acting: Acting,
  it: { item: string; tempo: 'relay' | 'direct'; due: Date | null; relayWithin: string | null },
): Promise<number> => {
  const relayDue = it.relayWithin === null ? null : plus(acting.now, it.relayWithin);
  const { rows } = await sql<{ n: number | null }>`
    select circulation.dispatch(${it.item}, ${it.tempo}, ${it.due}, ${it.due === null ? null : remindAt(acting.now, it.due)},
      ${relayDue}, ${relayDue === null ? null : remindAt(acting.now, relayDue)}, ${acting.now}) as n`.execute(
    acting.db,
  );
  const n = rows[0]?.n ?? null;
  if (n === null) throw new Refusal('already-sent');
  return n;
};

/** Asks those of the last tier for an answer to a sent item of one's own until a time, or until another time than before. */
export const askUntil = async (acting: Acting, item: string, due: Date): Promise<void> => {
  await sql`select circulation.ask_until(${item}, ${due}, ${acting.now})`.execute(acting.db);
};

/** Asks those to whom the acting seat has just passed it on. */
export const askBelow = async (acting: Acting, item: string): Promise<void> => {
  await sql`select circulation.ask_below(${item}, ${acting.now})`.execute(acting.db);
};

/** Notes that the acting seat has answered, or that it took its answer back. */
export const noteAnswer = async (acting: Acting, item: string, given: boolean): Promise<void> => {
  await sql`select circulation.note_answer(${item}, ${given}, ${acting.now})`.execute(acting.db);
};

/** Asks nobody for anything more about an item of one's own: it is closed. */
export const askNoMore = async (acting: Acting, item: string): Promise<void> => {
  await sql`select circulation.ask_no_more(${item}, ${acting.now})`.execute(acting.db);
};
