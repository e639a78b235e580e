import { after } from '../../chance.ts';
import { referenceOf } from '../../../modules/circulation/index.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { Stage } from '../stage.ts';

/** The centre asks the ministry who is behind a report that names nobody, is allowed to know, and reads it once. */
export async function* breakGlassStory(stage: Stage): Story {
  const { scenario, asked, allowed, read, reason, note, basis } = stage.world.present.breakGlass;
  const [chief, ministry] = [stage.actor('cs.chief'), stage.actor('ministry.meti')];
  const at = after(stage.present, -asked);
  yield at;
  const [report] = stage.reportsOf([scenario]);
  if (report === undefined) throw new RangeError(`nothing was told of ${scenario}`);
  const { id } = await stage.knock(chief, at, doors.askBreakGlass, {
    body: { reference: referenceOf('report', report.id), what: 'source', basis, reason, office: ministry.seat },
  });
  const params = { id };
  const decided = after(stage.present, -allowed);
  yield decided;
  await stage.knock(ministry, decided, doors.decideBreakGlass, { params, body: { allow: true, note } });
  const looked = after(stage.present, -read);
  yield looked;
  await stage.knock(chief, looked, doors.readBreakGlass, { params });
}
