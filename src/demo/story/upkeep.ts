import { after, chanceOf } from '../chance.ts';
import { midnight, momentOf } from '../plan/days.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import type { Stage } from './stage.ts';

/** Tells of contact points: entered in the first days, tried again through the year by whoever keeps them. */
export async function* contactStory(stage: Stage, keeper: string): Story {
  const chance = chanceOf(`contacts ${keeper}`);
  const points = stage.cast.contacts.get(keeper) ?? [];
  let at = momentOf(stage.present, chance.whole(368, 371), chance);
  yield at;
  const ids: string[] = [];
  for (const body of points) ids.push((await stage.knock(stage.actor(keeper), at, doors.addContact, { body })).id);
  yield* rosterOf(stage, keeper, ids, at);
  // After April, when officials change, everybody tries; at other times some do.
  const days = [360, 232, 205, 110, 38, 9]
    .filter((_, i) => chance.some(i === 1 ? 0.92 : i === 0 ? 0.7 : 0.34))
    .map((day) => Math.max(1, day - chance.whole(0, 14)));
  for (const day of days) {
    at = momentOf(stage.present, day, chance);
    if (at > stage.present || !stage.holds(keeper, at)) return;
    yield at;
    const whole = chance.some(0.8);
    for (const id of whole ? ids : ids.slice(0, 1))
      await stage.knock(stage.actor(keeper), at, doors.verifyContact, { params: { id } });
    if (whole) await stage.knock(stage.actor(keeper), at, doors.attest, { body: { points: ids } });
  }
}

/** A roster is kept by those who have a night telephone, most of them; some leave the weekend open and do not see it. */
async function* rosterOf(stage: Stage, keeper: string, points: readonly string[], entered: Date): Story {
  const chance = chanceOf(`roster ${keeper}`);
  const night = points[1];
  if (night === undefined || !chance.some(0.6)) return;
  const at = after(entered, 20);
  yield at;
  const days = chance.some(0.8) ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
  const shifts = [
    { called: '日中の当番', contact: points[0] ?? night, starts: '08:00', ends: '18:00', weekdays: days },
    { called: '夜の当番', contact: night, starts: '18:00', ends: '08:00', weekdays: days },
  ];
  for (const body of shifts) await stage.knock(stage.actor(keeper), at, doors.addShift, { body });
}

/** Tells of somebody who leaves: the keeper of accounts ends the seat, and for a while nobody sits there. */
export async function* leavingStory(stage: Stage, actor: string, daysAgo: number): Story {
  const at = after(midnight(stage.present, daysAgo), 9 * 60 + 40);
  stage.leaves(actor, at);
  yield at;
  const { seat, person } = stage.actor(actor);
  await stage.knock(stage.actor('admin.system'), at, doors.endHolder, { params: { seat, person } });
}

/** Tells of a successor who has been invited into an empty seat and has not come yet. */
export async function* invitingStory(
  stage: Stage,
  actor: string,
  who: { ja: string; en: string; mail: string; invited: number },
): Story {
  const at = after(midnight(stage.present, who.invited), 11 * 60 + 5);
  yield at;
  const { seat } = stage.actor(actor);
  await stage.knock(stage.actor('admin.system'), at, doors.invite, {
    body: { email: who.mail, name: { ja: who.ja, en: who.en }, seat, role: 'officer' },
  });
}
