import { tlp } from '../../../kernel/marking.ts';
import { after, chanceOf } from '../../chance.ts';
import { midnight } from '../../plan/days.ts';
import { resolved } from '../../plan/answers.ts';
import type { ReportAct } from '../../plan/acts.ts';
import type { Story } from '../../stage/director.ts';
import type { ContributionScript } from '../../scripts.ts';
import { reportStory } from '../report.ts';
import type { Stage } from '../stage.ts';

const minutesOfDay = 24 * 60;

/** What an office or agency tells the centre, and what the centre makes of it. */
export const contributionStory = (stage: Stage, it: ContributionScript): Story => {
  const at = momentOf(stage.present, it);
  const acts: ReportAct[] = [
    {
      at,
      do: 'submit',
      by: it.by,
      input: {
        kind: it.kind,
        headline: it.headline,
        summary: it.summary,
        handling: tlp(it.mark),
        answers: resolved(it.answers, {}, at, chanceOf(`contribution ${it.headline}`)),
      },
    },
  ];
  if (it.triage !== undefined)
    acts.push(
      { at: after(at, 21), do: 'open', by: 'cs.duty' },
      { at: after(at, 22), do: 'triage', by: 'cs.duty', state: 'received', reason: undefined },
      { at: after(at, 190), do: 'triage', by: 'cs.duty', state: it.triage, reason: undefined },
    );
  return reportStory(stage, { key: `${it.by} ${it.ago}`, scenario: it.kind, sector: '', acts });
};

const momentOf = (present: Date, { ago, hour }: ContributionScript): Date => {
  if (ago < 1) return after(present, -Math.round(ago * minutesOfDay));
  return after(midnight(present, ago), hour * 60 + 12);
};
