import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { DrillView, Turn } from '../contract.ts';
import { showDrill } from '../queries/drills.ts';
import { drillOf } from '../queries/load.ts';
import { mayFollow } from '../rules.ts';
import { ownName } from './plan-drill.ts';

const factOf = {
  opened: 'drill.opened',
  paused: 'drill.paused',
  real: 'drill.paused',
  resumed: 'drill.resumed',
  closed: 'drill.closed',
  'called-off': 'drill.called-off',
} as const satisfies Record<Turn, string>;

/**
 * Opens, pauses, resumes, closes or calls off a drill; a trigger lets its realm follow in the same transaction. `real` is the
 * word of anybody in it that something real happens, and pauses it for everybody.
 */
export const turnDrill = async (
  acting: Acting,
  id: string,
  what: Turn,
  note: string | undefined,
): Promise<DrillView> => {
  const drill = await drillOf(acting, id, 'lock');
  if (what !== 'real' && drill.part !== 'desk') throw notFound();
  if (!mayFollow(what, drill.state)) throw new Refusal('drill-not-so', { state: drill.state });
  if (what === 'opened' && drill.person === acting.person) throw new Refusal('drill-needs-second-person');
  await acting.db
    .insertInto('drills.turn')
    .values({
      drill: id,
      n: drill.turns.length + 1,
      what,
      note: note === undefined || note === '' ? null : note,
      seat: acting.seat,
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: factOf[what], subject: id, detail: { of: drill.about, real: what === 'real' } });
  return showDrill(acting, id);
};
