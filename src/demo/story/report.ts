import type { Handling } from '../../kernel/marking.ts';
import { after } from '../chance.ts';
import type { PlannedReport, ReportAct } from '../plan/acts.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import type { Stage } from './stage.ts';

/** Tells of one report, from the first version to the last that the present knows. */
export async function* reportStory(stage: Stage, planned: PlannedReport): Story {
  let id = '';
  let by = '';
  let mark: Handling | undefined;
  let copied: string | undefined;
  for (const act of planned.acts) {
    yield act.at;
    if (act.do === 'submit') {
      const sent = await stage.knock(stage.actor(act.by), act.at, doors.submitReport, { body: act.input });
      id = sent.id;
      by = act.by;
      mark = act.input.handling;
      if (act.input.copyToCeptoar === true) copied = stage.secretariatOf(act.by);
      // A ministry that is slow is reminded when three quarters of its half hour are over.
      yield [reminding(stage, after(act.at, 23))];
    } else await go(stage, id, act);
    // What the centre has not got yet it makes nothing of.
    if (act.do === 'relay' && mark !== undefined) stage.told(planned, { id, by, handling: mark });
    if (copied !== undefined && (act.do === 'submit' || act.do === 'version'))
      yield [reading(stage, id, copied, after(act.at, 35))];
  }
}

async function* reading(stage: Stage, id: string, reader: string, at: Date): Story {
  yield at;
  await take(stage, id, reader, at);
}

async function* reminding(stage: Stage, at: Date): Story {
  yield at;
  await stage.remind(at);
}

/** Reads a report and says so for every version that has come. */
export const take = async (stage: Stage, id: string, reader: string, at: Date): Promise<void> => {
  const who = stage.actor(reader);
  await stage.knock(who, at, doors.showReport, { params: { id } });
  const { items } = await stage.knock(who, at, doors.inbox, { query: { open: 'true', kind: 'report' } });
  for (const it of items.filter((item) => item.subject.id === id && item.acknowledgedAt === null)) {
    await stage.knock(who, at, doors.acknowledge, { params: { id: it.receipt }, body: { state: 'received' } });
  }
};

const go = async (stage: Stage, id: string, act: Exclude<ReportAct, { do: 'submit' }>): Promise<void> => {
  const who = stage.actor(act.by);
  const params = { id };
  switch (act.do) {
    case 'version':
      return void (await stage.knock(who, act.at, doors.addVersion, { params, body: act.input }));
    case 'open':
      return void (await stage.knock(who, act.at, doors.showReport, { params }));
    case 'take':
      return take(stage, id, act.by, act.at);
    case 'ask':
      return void (await stage.knock(who, act.at, doors.returnReport, { params, body: { question: act.text } }));
    case 'answer':
      return void (await stage.knock(who, act.at, doors.answerReport, { params, body: { text: act.text } }));
    case 'relay':
      return void (await stage.knock(who, act.at, doors.relayReport, {
        params,
        body: act.note === undefined ? {} : { note: act.note },
      }));
    case 'consent':
      if (act.act === 'passed')
        return void (await stage.knock(who, act.at, doors.passOnward, { params, body: { class: act.class } }));
      return void (await stage.knock(who, act.at, doors.enterConsent, {
        params,
        body: { class: act.class, act: act.act, ...(act.note === undefined ? {} : { note: act.note }) },
      }));
    case 'triage':
      return void (await stage.knock(who, act.at, doors.triageReport, {
        params,
        body: { state: act.state as 'received', ...(act.reason === undefined ? {} : { reason: act.reason }) },
      }));
  }
};
