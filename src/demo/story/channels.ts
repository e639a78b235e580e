import { tlp } from '../../kernel/marking.ts';
import { after } from '../chance.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import type { ChannelScript } from '../world.ts';
import type { Stage } from './stage.ts';

/** Tells of one thread: who began it in which space, what was said after, who was let in. */
export async function* channelStory(stage: Stage, it: ChannelScript): Story {
  const [first, ...rest] = it.says;
  if (first === undefined) return;
  const handling = tlp(it.mark);
  const at = after(stage.present, -first.ago);
  yield at;
  const by = stage.actor(first.by);
  const spaces = await stage.knock(by, at, doors.listSpaces, { query: { kind: it.kind } });
  const space = spaces.items[0];
  if (space === undefined) throw new RangeError(`${first.by} has no space of the kind ${it.kind}`);
  const { id } = await stage.knock(by, at, doors.openThread, {
    params: { id: space.id },
    body: {
      title: it.title,
      text: first.text,
      handling,
      ...(it.aside === undefined ? {} : { aside: it.aside.map((who) => stage.actor(who).seat) }),
    },
  });
  for (const said of rest) {
    const then = after(stage.present, -said.ago);
    yield then;
    const who = stage.actor(said.by);
    await stage.knock(who, then, doors.showThread, { params: { id } });
    const message = await stage.knock(who, then, doors.sendMessage, {
      params: { id },
      body: { text: said.text, handling },
    });
    if (said.correct === undefined) continue;
    const later = after(then, 9);
    yield later;
    await stage.knock(who, later, doors.correctMessage, { params: { id: message.id }, body: { text: said.correct } });
  }
  for (const guest of it.guests ?? []) {
    const then = after(stage.present, -guest.ago);
    yield then;
    await stage.knock(stage.actor(guest.by), then, doors.inviteToThread, {
      params: { id },
      body: { seat: stage.actor(guest.who).seat, ends: after(then, guest.hours * 60).toISOString(), past: guest.past },
    });
  }
}
