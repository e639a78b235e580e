import { strictest, tlp } from '../../kernel/marking.ts';
import { after, chanceOf } from '../chance.ts';
import { midnight } from '../plan/days.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import { fill } from '../template.ts';
import type { ProvisionScript } from '../scripts.ts';
import { recipientStories } from './recipient.ts';
import type { Stage, Told } from './stage.ts';
import { sourcesSay } from './telling/sources.ts';

/** Tells of one provision of the year: drafted, asked, approved by another person, sent, and what became of it. */
export async function* provisionStory(stage: Stage, script: ProvisionScript): Story {
  const chance = chanceOf(`provision ${script.key}`);
  const begins = after(midnight(stage.present, script.ago), script.hour * 60 + chance.whole(0, 50));
  const by = chance.pick(['cs.duty', 'cs.duty', 'cs.duty-night']);
  yield begins;
  const { id, origins } = await draft(stage, by, begins, script);
  const changed = after(begins, chance.minutes(16, 0.4));
  yield changed;
  await stage.knock(stage.actor(by), changed, doors.editProvision, { params: { id }, body: { body: bodyOf(script) } });
  const asked = after(changed, chance.minutes(5, 0.4));
  yield asked;
  await stage.knock(stage.actor(by), asked, doors.askApproval, { params: { id } });
  const approved = after(asked, chance.minutes(14, 0.6));
  yield approved;
  await approve(stage, approved, id, chance.pick(stage.world.words.acceptances));
  const free = yield* sourcesSay(stage, { id, key: script.key, approved, origins });
  const sent = after(free, chance.minutes(4, 0.4));
  yield sent;
  await stage.knock(stage.actor(by), sent, doors.dispatchProvision, { params: { id } });
  yield* recipientStories(stage, {
    id,
    script,
    sent,
    by,
    due: dueOf(script, sent),
    belated: script.ago > 32 ? 0.7 : script.ago > 10 ? 1 : 0.5,
  });
  if (script.later !== undefined)
    yield [laterStory(stage, script, script.later, { id, origins }, after(sent, script.later.days * 1440))];
}

/** What was sent turns out to be wrong: a correction, or the notice that calls it back, again with a second person. */
async function* laterStory(
  stage: Stage,
  script: ProvisionScript,
  later: NonNullable<ProvisionScript['later']>,
  { id, origins }: Pick<Drafted, 'id' | 'origins'>,
  at: Date,
): Story {
  yield at;
  const duty = stage.actor('cs.duty');
  const params = { id };
  const { stage: what, text } = later;
  await stage.knock(duty, at, doors.beginVersion, {
    params,
    body: what === 'recall' ? { stage: what, reason: text } : { stage: what },
  });
  if (what === 'correction') await stage.knock(duty, at, doors.editProvision, { params, body: { body: text } });
  await stage.knock(duty, at, doors.askApproval, { params });
  const approved = after(at, 12);
  yield approved;
  await approve(stage, approved, id, '公表された資料と照らして確かめました。');
  const free = yield* sourcesSay(stage, { id, key: `${script.key} ${what}`, approved, origins });
  const sent = after(free, 3);
  yield sent;
  await stage.knock(duty, sent, doors.dispatchProvision, { params });
  const again = { ...script, key: `${script.key} ${what}`, tempo: 'direct' as const, affects: 0 };
  yield* recipientStories(stage, { id, script: again, sent, by: 'cs.duty', due: dueOf({}, sent), belated: 1 });
}

const bodyOf = (script: ProvisionScript): string => fill(script.body, {}, chanceOf(`text ${script.key}`));

/** When answers are due: what the script says, else the four hours of the sample route. */
export const dueOf = (script: Pick<ProvisionScript, 'within'>, sent: Date): Date =>
  after(sent, (script.within ?? 4) * 60);

/** A provision that was begun, and the reports it was made from. */
export interface Drafted {
  readonly id: string;
  readonly item: string;
  readonly origins: readonly Told[];
}

/** Begins a draft; never wider than the reports it was made from. */
export const draft = async (
  stage: Stage,
  by: string,
  at: Date,
  script: Omit<ProvisionScript, 'ago' | 'hour'>,
): Promise<Drafted> => {
  const origins = (script.from ?? []).flatMap((it) => stage.reportsOf([it]).slice(0, 2));
  const chosen = tlp(script.mark);
  const drafted = await stage.knock(stage.actor(by), at, doors.draftProvision, {
    body: {
      title: script.title,
      body: fill(script.body, {}, chanceOf(`text ${script.key}`)),
      kind: script.kind,
      handling: strictest([chosen, ...origins.map((it) => it.handling)]),
      audience: { circles: [...script.circles], bodies: [...(script.bodies ?? [])] },
      derivedFrom: origins.map((it) => it.id),
      ...(script.materials === undefined ? {} : { materials: script.materials.map((it) => ({ ...it })) }),
      tempo: script.tempo,
      ...(script.within === undefined ? {} : { acknowledgeBy: after(at, script.within * 60 + 45).toISOString() }),
    },
  });
  for (const { name, text } of script.files ?? [])
    await stage.knock(stage.actor(by), at, doors.attachFile, {
      params: { id: drafted.id },
      query: { name },
      file: Buffer.from(text, 'utf8'),
    });
  return { id: drafted.id, item: drafted.item, origins };
};

/** The second person approves, each standing warning accepted with a reason. */
export const approve = async (stage: Stage, at: Date, id: string, reason: string): Promise<void> => {
  const chief = stage.actor('cs.chief');
  const { warnings } = await stage.knock(chief, at, doors.previewAudience, { params: { id } });
  await stage.knock(chief, at, doors.approveProvision, {
    params: { id },
    body: { accept: warnings.map(({ key }) => ({ key, reason })) },
  });
};
