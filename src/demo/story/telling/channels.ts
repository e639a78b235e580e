import { tlp } from '../../../kernel/marking.ts';
import { after } from '../../chance.ts';
import { midnight } from '../../plan/days.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { ChannelScript, InquiryScript, SupportScript, ViewScript } from '../../talk.ts';
import type { Stage } from '../stage.ts';

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

/** Tells of an exchange of views as far as it has come: asked, passed on, accepted, dated, held, recorded, agreed, closed. */
export async function* viewStory(stage: Stage, it: ViewScript): Story {
  const on = (day: number, hour: number): Date => after(midnight(stage.present, day), hour * 60 + 20);
  let at = on(it.ask, 10);
  yield at;
  const { id } = await stage.knock(stage.actor(it.by), at, doors.askViews, {
    body: { asked: stage.actor(it.asked).seat, subject: it.subject, reason: it.reason },
  });
  const call = { params: { id } };
  if (it.pass !== undefined && it.through !== undefined) {
    yield (at = on(it.pass, 11));
    await stage.knock(stage.actor(it.through), at, doors.passViewsOn, { ...call, body: {} });
  }
  if (it.accept === undefined || it.date === undefined || it.meet === undefined) return;
  const host = stage.actor(it.asked);
  yield (at = on(it.accept, 15));
  await stage.knock(host, at, doors.answerViews, { ...call, body: { answer: 'accepted' } });
  yield (at = on(it.date, 9));
  const meetsAt = on(it.meet, 13).toISOString();
  await stage.knock(host, at, doors.dateViews, { ...call, body: { meetsAt, note: it.where ?? '' } });
  yield (at = on(it.meet, 16));
  await stage.knock(host, at, doors.holdViews, { ...call, body: {} });
  if (it.minutes === undefined) return;
  yield (at = on(it.meet, 17));
  await stage.knock(host, at, doors.recordViews, { ...call, body: { text: it.minutes } });
  if (it.agree === undefined) return;
  yield (at = on(it.agree, 10));
  await stage.knock(stage.actor(it.by), at, doors.agreeMinutes, { ...call, body: { revision: 1 } });
  if (it.close === undefined) return;
  yield (at = on(it.close, 17));
  await stage.knock(host, at, doors.closeViews, { ...call, body: {} });
}

type Said = InquiryScript['says'][number];

/** Tells of an inquiry: asked, answered by some, reminded; one that wished for it is put on by the centre, and the gist comes back. */
export async function* inquiryStory(stage: Stage, it: InquiryScript): Story {
  const id = yield* asked(stage, it, null);
  const on = it['put-on'];
  if (on === undefined) return;
  yield* asked(stage, { ...on, mark: it.mark }, id);
  const at = after(stage.present, -on.back.ago);
  yield at;
  await stage.knock(stage.actor(on.by), at, doors.sayInInquiry, {
    params: { id },
    body: { kind: 'answer', text: on.back.text },
  });
}

async function* asked(
  stage: Stage,
  it: Omit<InquiryScript, 'put-on'>,
  origin: string | null,
): AsyncGenerator<Date | Story[], string> {
  const at = after(stage.present, -it.ago);
  yield at;
  const { id } = await stage.knock(stage.actor(it.by), at, doors.askInquiry, {
    body: {
      seats: it.to.map((who) => stage.actor(who).seat),
      subject: it.subject,
      text: it.text.trim(),
      handling: tlp(it.mark),
      due: after(stage.present, -it.due).toISOString(),
      onward: it.onward ?? false,
      ...(origin === null ? {} : { origin }),
    },
  });
  const acts: { ago: number; said: Said | null }[] = [
    ...it.says.map((said) => ({ ago: said.ago, said })),
    ...(it.remind === undefined ? [] : [{ ago: it.remind, said: null }]),
  ];
  for (const { ago, said } of acts.toSorted((a, b) => b.ago - a.ago)) {
    const then = after(stage.present, -ago);
    yield then;
    if (said === null) await stage.knock(stage.actor(it.by), then, doors.remindInquiry, { params: { id }, body: {} });
    else
      await stage.knock(stage.actor(said.by), then, doors.sayInInquiry, {
        params: { id },
        body:
          said.kind === 'reply'
            ? { kind: 'reply', text: said.text, to: stage.actor(said.to ?? '').seat }
            : { kind: said.kind, text: said.text },
      });
  }
  return id;
}

/** Tells of a support as far as it has come: asked for or offered, taken up, worked on, its outcome stated and agreed to. */
export async function* supportStory(stage: Stage, it: SupportScript): Story {
  const on = (day: number, hour: number): Date => after(midnight(stage.present, day), hour * 60 + 35);
  const [by, other] = [stage.actor(it.by), stage.actor(it.with)];
  const [helper, helped] = it.offer === true ? [by, other] : [other, by];
  let at = on(it.begin, 10);
  yield at;
  const { id } = await stage.knock(by, at, doors.beginSupport, {
    body: { kind: it.kind, with: other.seat, offer: it.offer ?? false, subject: it.subject, text: it.text },
  });
  const call = { params: { id } };
  if (it.answer === undefined) return;
  yield (at = on(it.answer.ago, 11));
  const { note } = it.answer;
  await stage.knock(other, at, doors.answerSupport, {
    ...call,
    body: { answer: 'accepted', ...(note === undefined ? {} : { note }) },
  });
  for (const done of it.work ?? []) {
    yield (at = on(done.ago, 16));
    await stage.knock(helper, at, doors.workOnSupport, { ...call, body: { note: done.note } });
  }
  if (it.outcome === undefined || it.agree === undefined) return;
  const [says, agrees] = it.outcome.by === 'helper' ? [helper, helped] : [helped, helper];
  yield (at = on(it.outcome.ago, 14));
  await stage.knock(says, at, doors.proposeOutcome, { ...call, body: { note: it.outcome.note } });
  yield (at = on(it.agree, 9));
  const { steps } = await stage.knock(agrees, at, doors.showSupport, call);
  const outcome = steps.findLast((step) => step.step === 'outcome')?.id ?? '';
  await stage.knock(agrees, at, doors.agreeOutcome, { ...call, body: { outcome } });
}
