import { tlp } from '../../../kernel/marking.ts';
import { after } from '../../chance.ts';
import { now } from '../../plan/situation-now.ts';
import { type Act, declared, type Told } from '../../plan/situations.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { Stage } from '../stage.ts';

/** The situations of the year: the day on which the mode was switched, and one that goes on at this moment. */
export const situationStories = (stage: Stage): Story[] => [told(stage, declared), told(stage, now)];

async function* told(stage: Stage, it: Told): Story {
  const start = it.start(stage.present);
  const opened = after(start, (it.steps[0]?.[0] ?? 2) - 2);
  yield opened;
  const body = { title: it.title, handling: tlp('AMBER') };
  const { id } = await stage.knock(stage.actor('cs.duty'), opened, doors.openSituation, { body });
  for (const [minutes, who, act] of it.steps) {
    const at = after(start, minutes);
    yield at;
    await doIt(stage, id, who, at, act);
  }
}

const doIt = async (stage: Stage, id: string, who: string, at: Date, act: Act): Promise<unknown> => {
  const [actor, params] = [stage.actor(who), { id }];
  switch (act.do) {
    case 'share':
      return stage.knock(actor, at, doors.shareSituation, { params, body: { part: act.part } });
    case 'ask':
      return stage.knock(actor, at, doors.askSectors, { params, body: { sectors: [...act.sectors] } });
    case 'group':
      return group(stage, id, who, at, act);
    case 'entry':
      return stage.knock(actor, at, doors.writeEntry, {
        params,
        body: { kind: act.kind, text: act.text, shared: act.shared ?? true },
      });
    case 'rhythm':
      return stage.knock(actor, at, doors.setRhythm, { params, body: { hours: act.hours } });
    case 'report':
      return report(stage, id, who, at, act);
    case 'end':
      return stage.knock(actor, at, doors.endSituation, { params, body: { reason: act.reason } });
    case 'decide': {
      const { do: _, ...body } = act;
      return stage.knock(actor, at, doors.recordDecision, { params, body });
    }
    case 'spill': {
      const [cause, effect] = act.pair;
      return stage.knock(actor, at, doors.linkSectors, {
        params,
        body: { cause, effect, how: act.how, says: act.says },
      });
    }
    default: {
      const { do: _, of, regions = [], ...said } = act;
      return stage.knock(actor, at, doors.stateSector, {
        params,
        body: { sector: of, regions: [...regions], ...said },
      });
    }
  }
};

/** Puts what has come under these headlines into it; in a small world some of it has not. */
const group = async (
  stage: Stage,
  id: string,
  who: string,
  at: Date,
  { headlines, reason }: { headlines: readonly string[]; reason: string },
): Promise<void> => {
  const { items } = await stage.knock(stage.actor(who), at, doors.listGrouped, {
    params: { id },
    query: { free: 'true', limit: 300 },
  });
  const reports = items.filter((it) => headlines.includes(it.headline)).map((it) => it.id);
  if (reports.length > 0)
    await stage.knock(stage.actor(who), at, doors.groupReports, { params: { id }, body: { reports, reason } });
};

/** Writes a report, and where somebody else releases it, does that a few minutes later. */
const report = async (
  stage: Stage,
  id: string,
  who: string,
  at: Date,
  { summary, outlook, second }: { summary: string; outlook: string; second?: string },
): Promise<void> => {
  const begun = await stage.knock(stage.actor(who), at, doors.draftReport, { params: { id }, body: {} });
  const params = { id: begun.id };
  await stage.knock(stage.actor(who), after(at, 1), doors.editReport, { params, body: { summary, outlook } });
  if (second === undefined) return;
  await stage.knock(stage.actor(second), after(at, 2), doors.releaseReport, { params, body: {} });
};
