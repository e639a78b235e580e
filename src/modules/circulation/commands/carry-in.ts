import { sql } from 'kysely';
import { plus } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import { remindAt } from '../rules.ts';

/**
 * Sends an unsent item of one's own that was typed in for another seat: that seat is its author from then on, and the
 * first tier above it gets it. Gives the seats it went to; none when the acting seat may not act for the other.
 */
export const carryIn = async (
  acting: Acting,
  it: { item: string; seat: string; sector: string; acknowledge: string | null; relay: string | null },
): Promise<string[]> => {
  const by = (within: string | null): { due: Date | null; remind: Date | null } => {
    const due = within === null ? null : plus(acting.now, within);
    return { due, remind: due === null ? null : remindAt(acting.now, due) };
  };
  const [ack, pass] = [by(it.acknowledge), by(it.relay)];
  const { rows } = await sql<{ seat: string }>`
    select seat from circulation.carry_in(${it.item}, ${it.seat}, ${it.sector}, ${ack.due}, ${ack.remind},
      ${pass.due}, ${pass.remind}, ${acting.now})`.execute(acting.db);
  return rows.map((r) => r.seat);
};
