import { tlp } from '../../kernel/marking.ts';
import { after, chanceOf } from '../chance.ts';
import { midnight } from '../plan/days.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import type { HubScript, SharedScript } from '../scripts.ts';
import { recipient } from './recipient.ts';
import type { Stage } from './stage.ts';
import { offeringStories } from './telling/offerings.ts';

const day = 24 * 60;

/** Somebody a hub has agreed with, as far as the story knows: from when until when what is sent reaches them. */
interface Covered {
  readonly actor: string;
  readonly from: Date;
  readonly until: Date;
}

/** Tells of those who share by agreement: each hub's circle, its agreements, and what it sent by them; less of it in a smaller world. */
export const sharingStories = (stage: Stage, most: number): Story[] =>
  stage.world.sharing.hubs.map((it) => hubStory(stage, { ...it, items: it.items.slice(-Math.ceil(most / 12)) }));

async function* hubStory(stage: Stage, hub: HubScript): Story {
  const at = after(midnight(stage.present, 355), 10 * 60 + 20);
  yield at;
  const { id: circle } = await stage.knock(stage.actor(hub.second), at, doors.gatherCircle, {
    body: { name: hub.circle },
  });
  const covered: Covered[] = [];
  yield hub.agreements.flatMap((script) =>
    membersOf(stage, script).map((actor) => agreementStory(stage, hub, circle, script, actor, covered)),
  );
  yield hub.items.map((script) => itemStory(stage, hub, circle, script, covered));
  const operators = hub.agreements.flatMap((script) =>
    membersOf(stage, { operators: script.operators ?? {}, ago: 0, days: 0 }),
  );
  yield offeringStories(stage, hub, operators);
}

const membersOf = (stage: Stage, script: HubScript['agreements'][number]): string[] => [
  ...(script.with ?? []),
  ...Object.entries(script.operators ?? {}).flatMap(([circle, n]) =>
    (stage.cast.members.get(circle) ?? []).slice(0, n),
  ),
];

async function* agreementStory(
  stage: Stage,
  hub: HubScript,
  circle: string,
  script: HubScript['agreements'][number],
  actor: string,
  covered: Covered[],
): Story {
  const chance = chanceOf(`agreement ${hub.by} ${actor} ${script.ago}`);
  const asked = after(midnight(stage.present, script.ago + 5), 11 * 60 + chance.whole(0, 200));
  yield asked;
  const by = stage.actor(hub.second);
  const member = stage.actor(actor);
  if (!stage.holds(actor, asked)) return;
  if (hub.by !== 'cs.duty')
    await stage.knock(member, asked, doors.introduce, { body: { hub: by.seat, note: '情報を受け取りたい。' } });
  const proposed = after(asked, chance.whole(1, 3) * day);
  yield proposed;
  const from = after(midnight(stage.present, script.ago), 9 * 60);
  const until = after(from, script.days * day);
  const made = await stage.knock(by, proposed, doors.proposeAgreement, {
    body: {
      seat: member.seat,
      kinds: [...hub.kinds],
      circle,
      membersKnown: hub.membersKnown ?? false,
      version: hub.version,
      text: hub.text,
      from: from.toISOString(),
      until: until.toISOString(),
      signedBy: hub.signedBy,
    },
  });
  if (script.answered === false) return;
  const answered = after(proposed, chance.whole(60, 900));
  if (!stage.holds(actor, answered)) return;
  yield answered;
  await stage.knock(member, answered, doors.answerAgreement, {
    params: { id: made.id },
    body: { accept: true, hash: made.hash, signedBy: '情報システム責任者（架空）' },
  });
  const ends = script.ended === undefined ? until : after(midnight(stage.present, script.ended), 14 * 60);
  covered.push({ actor, from, until: ends });
  if (script.ended === undefined) return;
  yield ends;
  await stage.knock(member, ends, doors.endAgreement, {
    params: { id: made.id },
    body: { reason: script.reason ?? '' },
  });
}

async function* itemStory(
  stage: Stage,
  hub: HubScript,
  circle: string,
  script: SharedScript,
  covered: readonly Covered[],
): Story {
  const chance = chanceOf(`shared ${script.key}`);
  const begins = after(midnight(stage.present, script.ago), script.hour * 60 + chance.whole(0, 50));
  yield begins;
  const by = stage.actor(hub.by);
  const { id } = await stage.knock(by, begins, doors.draftProvision, {
    body: {
      title: script.title,
      body: script.body,
      kind: script.kind,
      handling: tlp(script.mark),
      audience: { circles: [circle] },
      tempo: 'direct',
    },
  });
  const asked = after(begins, chance.minutes(12, 0.4));
  yield asked;
  await stage.knock(by, asked, doors.askApproval, { params: { id } });
  const approved = after(asked, chance.minutes(20, 0.5));
  yield approved;
  const second = stage.actor(hub.second);
  const { warnings } = await stage.knock(second, approved, doors.previewAudience, { params: { id } });
  const reason = chance.pick(stage.world.words.acceptances);
  await stage.knock(second, approved, doors.approveProvision, {
    params: { id },
    body: { accept: warnings.map(({ key }) => ({ key, reason })) },
  });
  const sent = after(approved, chance.minutes(4, 0.4));
  yield sent;
  await stage.knock(by, sent, doors.dispatchProvision, { params: { id } });
  // The chief signs for the centre, its duty desk answers.
  const whom = covered
    .filter((it) => it.from <= sent && sent < it.until)
    .map(({ actor }) => (actor === 'cs.chief' ? 'cs.duty' : actor));
  const told = {
    id,
    script: { key: script.key, tempo: 'direct' as const, circles: [], affects: script.affects ?? 3 },
    sent,
    by: hub.by,
    due: after(sent, day),
    belated: script.ago > 20 ? 0.8 : 0.3,
  };
  yield whom.map((actor) => recipient(stage, told, actor, sent));
}
