import { tlp } from '../../../kernel/marking.ts';
import { after, chanceOf } from '../../chance.ts';
import { midnight } from '../../plan/days.ts';
import type { HubScript, OfferingScript } from '../../scripts.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { Stage } from '../stage.ts';

/** What operators among a hub's members gave to it, how far they let it go, and what the hub passed on. */
export const offeringStories = (stage: Stage, hub: HubScript, operators: readonly string[]): Story[] =>
  (hub.offerings ?? []).flatMap((it) => {
    const member = operators[it.member];
    return member === undefined ? [] : [offeringStory(stage, hub, it, member)];
  });

async function* offeringStory(stage: Stage, hub: HubScript, it: OfferingScript, member: string): Story {
  const chance = chanceOf(`offering ${it.key}`);
  const given = after(midnight(stage.present, it.ago), it.hour * 60 + chance.whole(0, 50));
  if (!stage.holds(member, given)) return;
  yield given;
  const { id } = await stage.knock(stage.actor(member), given, doors.giveOffering, {
    body: {
      hub: stage.actor(hub.by).seat,
      title: it.title,
      body: it.body,
      handling: tlp(it.mark),
      toMembers: it.toMembers,
      toCentre: it.toCentre,
    },
  });
  const params = { id };
  let at = given;
  for (const to of it.passed ?? []) {
    at = after(at, chance.minutes(180, 0.5));
    yield at;
    await stage.knock(stage.actor(hub.by), at, doors.passOffering, { params, body: { to } });
  }
  if (it.withdrawn === undefined) return;
  const back = after(at, it.withdrawn * 1440);
  if (!stage.holds(member, back)) return;
  yield back;
  await stage.knock(stage.actor(member), back, doors.withdrawOffering, { params, body: {} });
}
