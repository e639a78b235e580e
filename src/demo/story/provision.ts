import { strictest, tlp } from '../../kernel/marking.ts';
import { after, chanceOf } from '../chance.ts';
import { midnight } from '../plan/days.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import { fill } from '../template.ts';
import type { ProvisionScript } from '../world.ts';
import { recipientStories } from './recipient.ts';
import type { Stage } from './stage.ts';

/** Tells of one provision of the year: drafted, asked, approved by another person, sent, and what became of it. */
export async function* provisionStory(stage: Stage, script: ProvisionScript): Story {
  const chance = chanceOf(`provision ${script.key}`);
  const begins = after(midnight(stage.present, script.ago), script.hour * 60 + chance.whole(0, 50));
  const by = chance.pick(['cs.duty', 'cs.duty', 'cs.duty-night']);
  yield begins;
  const { id } = await draft(stage, by, begins, script);
  const changed = after(begins, chance.minutes(16, 0.4));
  yield changed;
  await stage.knock(stage.actor(by), changed, doors.editProvision, { params: { id }, body: { body: bodyOf(script) } });
  const asked = after(changed, chance.minutes(5, 0.4));
  yield asked;
  await stage.knock(stage.actor(by), asked, doors.askApproval, { params: { id } });
  const approved = after(asked, chance.minutes(14, 0.6));
  yield approved;
  await approve(stage, approved, id, chance.pick(stage.world.words.acceptances));
  const sent = after(approved, chance.minutes(4, 0.4));
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
}

const bodyOf = (script: ProvisionScript): string => fill(script.body, {}, chanceOf(`text ${script.key}`));

/** When answers are due: what the script says, else the four hours of the sample route. */
export const dueOf = (script: Pick<ProvisionScript, 'within'>, sent: Date): Date =>
  after(sent, (script.within ?? 4) * 60);

/** Begins a draft; never wider than the reports it was made from. */
export const draft = async (
  stage: Stage,
  by: string,
  at: Date,
  script: Omit<ProvisionScript, 'ago' | 'hour'>,
): Promise<{ id: string; item: string }> => {
  const origins = (script.from ?? []).flatMap((it) => stage.reportsOf([it]).slice(0, 2));
  const chosen = tlp(script.mark);
  return stage.knock(stage.actor(by), at, doors.draftProvision, {
    body: {
      title: script.title,
      body: fill(script.body, {}, chanceOf(`text ${script.key}`)),
      kind: script.kind,
      handling: strictest([chosen, ...origins.map((it) => it.handling)]),
      audience: { circles: [...script.circles], bodies: [...(script.bodies ?? [])] },
      derivedFrom: origins.map((it) => it.id),
      tempo: script.tempo,
      ...(script.within === undefined ? {} : { acknowledgeBy: after(at, script.within * 60 + 45).toISOString() }),
    },
  });
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
