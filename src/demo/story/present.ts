import { randomUUID } from 'node:crypto';
import { tlp } from '../../kernel/marking.ts';
import { after, chanceOf } from '../chance.ts';
import { resolved } from '../plan/answers.ts';
import { ministryOf, type ReportAct } from '../plan/acts.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import type { PresentProvision, PresentReport, PresentStep } from '../scripts.ts';
import { breakGlassStory } from './telling/break-glass.ts';
import { entryStory } from './telling/entry.ts';
import { approve, draft, dueOf } from './provision.ts';
import { recipientStories } from './recipient.ts';
import { reportStory } from './report.ts';
import type { Stage } from './stage.ts';

/** Tells of what is going on at this moment: reports under way, drafts on desks, a provision that half have answered. */
export const presentStories = (stage: Stage): Story[] => [
  ...stage.world.present.reports.map((it) =>
    reportStory(stage, { key: it.key, scenario: it.key, sector: '', acts: actsOf(stage, it) }),
  ),
  ...stage.world.present.entries.map((it) => entryStory(stage, it)),
  ...stage.world.present.provisions.map((it) => provisionNow(stage, it)),
  breakGlassStory(stage),
  ...stage.world.present.drafts.map((it) => draftNow(stage, it)),
];

const actsOf = (stage: Stage, it: PresentReport): ReportAct[] => {
  const chance = chanceOf(`now ${it.key}`);
  const at = after(stage.present, -it.ago);
  const operator = stage.cast.operators.find((o) => o.key === operatorOf(stage, it.by));
  if (operator === undefined) throw new RangeError(`no such operator: ${it.by}`);
  const ministry = ministryOf[operator.sector] as string;
  const before = (minutes: number): string => after(at, -minutes).toISOString();
  const { occurred } = it;
  const first: ReportAct = {
    at,
    do: 'submit',
    by: it.by,
    input: {
      headline: it.headline,
      summary: it.summary.trim(),
      eventType: it.event,
      causeTypes: [...(it.causes ?? [])],
      handling: tlp(it.mark),
      ...(occurred === undefined ? {} : { occurredAt: occurredAt(occurred, before) }),
      ...(it.detectedBefore === undefined ? {} : { detectedAt: before(it.detectedBefore) }),
      disclosure: { nameToCs: it.nameToCs ?? false },
      copyToCeptoar: it.copy ?? false,
      answers: resolved(it.answers ?? {}, {}, at, chance),
    },
  };
  return [first, ...(it.steps ?? []).map((step) => stepOf(stage, it, step, ministry))].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
};

const occurredAt = (it: NonNullable<PresentReport['occurred']>, before: (minutes: number) => string) => {
  if (it.state === 'unknown' || it.state === 'withheld') return { state: it.state } as const;
  if (it.state === 'between')
    return { state: it.state, from: before(it.before ?? 60), to: before(it.until ?? 10) } as const;
  return { state: it.state as 'known' | 'about', value: before(it.before ?? 30) } as const;
};

const operatorOf = (stage: Stage, actor: string): string =>
  stage.world.offices.personas.find((it) => it.key === actor)?.operator ?? actor;

const stepOf = (stage: Stage, it: PresentReport, step: PresentStep, ministry: string): ReportAct => {
  const at = after(stage.present, -step.ago);
  if (step.ask !== undefined) return { at, do: 'ask', by: ministry, text: step.ask };
  if (step.answer !== undefined) return { at, do: 'answer', by: it.by, text: step.answer };
  if (step.relay !== undefined)
    return { at, do: 'relay', by: ministry, note: step.relay === '' ? undefined : step.relay };
  if (step.triage !== undefined) return { at, do: 'triage', by: 'cs.duty', state: step.triage, reason: step.reason };
  if (step.consent !== undefined && step.act !== undefined) {
    const by = step.act === 'asked' ? ministry : ['requested', 'passed'].includes(step.act) ? 'cs.duty' : it.by;
    return { at, do: 'consent', by, class: step.consent, act: step.act, note: step.note };
  }
  if (step.version === undefined) return { at, do: 'open', by: ministry };
  const { stage: word, summary, event, causes, answers } = step.version;
  return {
    at,
    do: 'version',
    by: it.by,
    input: {
      stage: word,
      summary: summary.trim(),
      ...(event === undefined ? {} : { eventType: event }),
      ...(causes === undefined ? {} : { causeTypes: [...causes] }),
      ...(answers === undefined ? {} : { answers: resolved(answers, {}, at, chanceOf(`${it.key} ${step.ago}`)) }),
    },
  };
};

async function* provisionNow(stage: Stage, it: PresentProvision): Story {
  const begins = after(stage.present, -it.ago);
  yield begins;
  const { id } = await draft(stage, 'cs.duty', begins, it);
  if (it.state === 'draft') return;
  const asked = after(begins, 9);
  yield asked;
  await stage.knock(stage.actor('cs.duty'), asked, doors.askApproval, { params: { id } });
  if (it.state === 'asked') return;
  const approved = after(asked, 7);
  yield approved;
  await approve(stage, approved, id, stage.world.words.acceptances[0] ?? '');
  if (it.state === 'approved') return;
  const sent = after(approved, 2);
  yield sent;
  await stage.knock(stage.actor('cs.duty'), sent, doors.dispatchProvision, { params: { id } });
  yield* recipientStories(stage, { id, script: it, sent, by: 'cs.duty', due: dueOf(it, sent), belated: 0 });
}

async function* draftNow(
  stage: Stage,
  it: { by: string; ago: number; content: Readonly<Record<string, unknown>> },
): Story {
  const at = after(stage.present, -it.ago);
  yield at;
  const content = resolved(it.content, {}, at, chanceOf(`draft ${it.by}`));
  await stage.knock(stage.actor(it.by), at, doors.saveDraft, {
    params: { id: randomUUID() },
    body: { kind: 'report', form: { key: 'failure-report', version: 1 }, content },
  });
}
