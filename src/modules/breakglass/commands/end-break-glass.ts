import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { requestsOf } from '../queries/requests.ts';

/** Ends what is open: who asked and who allowed it may, at any time. */
export const endBreakGlass = async (acting: Acting, id: string): Promise<{ id: string; endedAt: string }> => {
  const [request] = await requestsOf(acting, { id });
  if (request === undefined || !(request.by.mine || request.office.mine)) throw notFound();
  const { rows } = await sql<{ done: boolean }>`select breakglass.finish(${id}) as done`.execute(acting.db);
  if (rows[0]?.done !== true) throw new Refusal('break-glass-over');
  await acting.record({ fact: 'break-glass.ended', subject: id });
  return { id, endedAt: acting.now.toISOString() };
};
