import { type Strictness, tlp } from '../../kernel/marking.ts';
import { after, type Chance } from '../chance.ts';
import { fill } from '../template.ts';
import type { Scenario } from '../scripts.ts';
import type { World } from '../world.ts';
import type { FirstReport, LaterReport, ReportAct } from './acts.ts';
import { firstAnswers, laterAnswers } from './answers.ts';

const marks = { AMBER: 50, GREEN: 22, 'AMBER+STRICT': 15, RED: 7, CLEAR: 4 } as const;

/** The versions of a report, from the first to the last, with the times at which they are sent. */
export const versionsOf = (
  world: World,
  it: Scenario,
  words: Readonly<Record<string, string>>,
  by: string,
  at: Date,
  chance: Chance,
): (ReportAct & { do: 'submit' | 'version' })[] => {
  const mark: Strictness = it.mark ?? chance.weighted(marks);
  const summary = fill(it.summary, words, chance);
  const detected = after(at, -chance.minutes(25));
  const occurred = after(detected, -chance.minutes(20, 1.2));
  const acts: (ReportAct & { do: 'submit' | 'version' })[] = [
    {
      at,
      do: 'submit',
      by,
      input: {
        headline: fill(it.headline, words, chance),
        summary,
        eventType: it.event,
        causeTypes: [...(it.causes ?? [])],
        occurredAt: sureness(occurred, detected, chance),
        detectedAt: detected.toISOString(),
        handling: tlp(mark),
        disclosure: { nameToCs: chance.some(0.24) },
        copyToCeptoar: chance.some(0.36),
        answers: firstAnswers(world, it, words, at, chance),
      },
    },
  ];
  let last = at;
  const add = (stage: LaterReport['stage'], minutes: number, text: string, more: Partial<LaterReport> = {}): void => {
    last = after(last, minutes);
    acts.push({
      at: last,
      do: 'version',
      by,
      input: {
        stage,
        summary:
          stage === 'withdrawal'
            ? fill(text, words, chance)
            : `${summary}\n\n【${stageWord[stage]}】${fill(text, words, chance)}`,
        ...more,
      },
    });
  };
  if (it.correction !== undefined) add('correction', chance.minutes(150), it.correction);
  if (it.follow !== undefined)
    add('follow-up', chance.minutes(330), it.follow, {
      answers: laterAnswers(world, 'follow-up', it, words, last, chance),
    });
  if (it.final !== undefined)
    add('final', chance.minutes(60 * 24 * 5, 0.6), it.final, {
      answers: laterAnswers(world, 'final', it, words, after(last, 60 * 24 * 4), chance),
    });
  if (it.withdrawal !== undefined) add('withdrawal', chance.minutes(600), it.withdrawal);
  return acts;
};

const stageWord: Readonly<Record<LaterReport['stage'], string>> = {
  'follow-up': '続報',
  final: '最終報',
  correction: '訂正',
  withdrawal: '取下げ',
};

const sureness = (occurred: Date, detected: Date, chance: Chance): NonNullable<FirstReport['occurredAt']> => {
  switch (chance.weighted({ known: 5, about: 3, between: 1.2, unknown: 1.3, withheld: 0.3 })) {
    case 'known':
      return { state: 'known', value: occurred.toISOString() };
    case 'about':
      return { state: 'about', value: occurred.toISOString() };
    case 'between':
      return { state: 'between', from: after(occurred, -90).toISOString(), to: detected.toISOString() };
    case 'unknown':
      return { state: 'unknown' };
    default:
      return { state: 'withheld' };
  }
};
