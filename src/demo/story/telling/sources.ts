import { after, chanceOf } from '../../chance.ts';
import { doors } from '../../stage/knock.ts';
import type { Stage, Told } from '../stage.ts';

/**
 * Those who reported look at what was made from it before it goes out: most agree within the hour, some say nothing and are
 * waited for. Gives when it may go.
 */
export async function* sourcesSay(
  stage: Stage,
  it: { id: string; key: string; approved: Date; origins: readonly Told[] },
): AsyncGenerator<Date, Date, void> {
  const chance = chanceOf(`sources of ${it.key}`);
  const desk = stage.actor('cs.chief');
  const shown = await stage.knock(desk, it.approved, doors.showProvision, { params: { id: it.id } });
  const asked = shown.desk?.sources ?? null;
  if (asked === null || asked.against === null) return it.approved;
  let last = it.approved;
  for (const origin of it.origins) {
    last = after(last, chance.minutes(18, 0.6));
    if (!chance.some(0.75)) continue;
    yield last;
    if (!stage.holds(origin.by, last)) continue;
    const source = stage.actor(origin.by);
    const { items } = await stage.knock(source, last, doors.listAskings, {
      query: { report: origin.id, open: 'true' },
    });
    for (const asking of items)
      await stage.knock(source, last, doors.answerAsking, { params: { id: asking.id }, body: { answer: 'agreed' } });
  }
  const now = await stage.knock(desk, last, doors.showProvision, { params: { id: it.id } });
  const open = now.desk?.sources?.askings.filter((one) => one.state === 'open') ?? [];
  const until = Math.max(last.getTime(), ...open.map((one) => new Date(one.due).getTime()));
  return after(new Date(until), 2);
}
