import { tlp } from '../../../kernel/marking.ts';
import { after } from '../../chance.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { EntryScript } from '../../scripts.ts';
import type { Stage } from '../stage.ts';

/** Somebody telephones, a seat above types it in; the operator confirms it, and its ministry passes it on. */
export async function* entryStory(stage: Stage, it: EntryScript): Story {
  const at = after(stage.present, -it.ago);
  yield at;
  const operator = stage.actor(it.operator);
  const { id } = await stage.knock(stage.actor(it.by), at, doors.enterReport, {
    body: {
      body: operator.body,
      saidBy: it.saidBy,
      callBack: it.callBack,
      channel: it.channel,
      saidAt: after(at, -7).toISOString(),
      headline: it.headline,
      summary: it.summary,
      eventType: it.event,
      handling: tlp(it.mark),
    },
  });
  const params = { id };
  if (it.relayed !== undefined) {
    const passed = after(at, it.relayed);
    yield passed;
    await stage.knock(stage.actor(it.ministry), passed, doors.relayReport, { params, body: {} });
  }
  if (it.confirmed !== undefined) {
    const confirmed = after(at, it.confirmed);
    yield confirmed;
    await stage.knock(operator, confirmed, doors.confirmEntry, { params });
  }
}
