import { after, type Chance, chanceOf } from '../chance.ts';
import { actorOf, type Cast } from '../cast/cast.ts';
import { fill } from '../template.ts';
import type { Scenario } from '../scripts.ts';
import type { World } from '../world.ts';
import { ministryOf, type PlannedReport, type ReportAct } from './acts.ts';
import { atNight, momentOf } from './days.ts';
import { versionsOf } from './versions.ts';

/** Plans the year's reports: each scenario as often as it says, over operators of its sectors, from the beginning to yesterday. */
export const planReports = (world: World, cast: Cast, present: Date): PlannedReport[] => {
  const told = world.scenarios.flatMap((scenario) =>
    Array.from({ length: scenario.times ?? 1 }, (_, i) => ({ scenario, i })),
  );
  const order = chanceOf('order of the year');
  const shuffled = told
    .map((it) => ({ it, at: order.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ it }) => it);
  return shuffled.map(({ scenario, i }, n) => {
    const chance = chanceOf(`report ${scenario.key} ${i}`);
    const daysAgo = Math.max(2, Math.round(362 - (n * 360) / shuffled.length));
    return plan(world, cast, scenario, `${scenario.key}.${i}`, momentOf(present, daysAgo, chance), chance);
  });
};

const plan = (world: World, cast: Cast, scenario: Scenario, key: string, at: Date, chance: Chance): PlannedReport => {
  // Whoever leaves during the year reports nothing: the seat is empty afterwards.
  const there = cast.operators.filter((it) => !world.offices.leavers.some((l) => l.operator === it.key));
  const operators = there.filter(
    (it) =>
      scenario.sectors === undefined || scenario.sectors.includes(it.sector) || scenario.sectors.includes(it.circle),
  );
  // Small sectors count as much as large ones, or only banks would ever report.
  const sectors = [...new Set(operators.map((it) => it.sector))];
  const sector = chance.pick(sectors);
  const operator = chance.pick(operators.filter((it) => it.sector === sector));
  const by = actorOf(world, operator.key);
  const words = { ...(world.words.sectors[operator.circle] ?? world.words.sectors[sector]) };
  const said = Object.fromEntries(Object.entries(words).map(([word, text]) => [word, fill(text, {}, chance)]));
  const versions = versionsOf(world, scenario, said, by, at, chance);
  return { key, scenario: scenario.key, sector, acts: withReaders(world, versions, sector, chance) };
};

const withReaders = (world: World, versions: readonly ReportAct[], sector: string, chance: Chance): ReportAct[] => {
  const ministry = ministryOf[sector] as string;
  const acts: ReportAct[] = [...versions];
  let triaged: Date | undefined;
  versions.forEach((version, i) => {
    const next = versions[i + 1]?.at;
    let ready = after(version.at, chance.minutes(6));
    acts.push({ at: ready, do: 'open', by: ministry });
    if (i === 0 && chance.some(0.14)) {
      const { ask, answer } = chance.pick(world.words.questions);
      const asked = after(ready, chance.minutes(4, 0.4));
      ready = after(asked, chance.minutes(18, 0.6));
      acts.push(
        { at: asked, do: 'ask', by: ministry, text: ask },
        { at: ready, do: 'answer', by: version.by, text: answer },
      );
    }
    const relayed = after(ready, chance.minutes(atNight(version.at) ? 16 : 8, 0.6));
    if (next !== undefined && relayed >= next) return;
    acts.push({
      at: relayed,
      do: 'relay',
      by: ministry,
      note: chance.some(0.45) ? chance.pick(world.words.relayNotes) : undefined,
    });
    if (triaged === undefined) {
      triaged = after(relayed, chance.minutes(15));
      acts.push(...triageOf(world, triaged, chance));
    } else acts.push({ at: after(relayed, chance.minutes(20)), do: 'take', by: chance.pick(desk) });
  });
  return acts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
};

const desk = ['cs.duty', 'cs.duty', 'cs.duty-night', 'cs.chief'] as const;

const triageOf = (world: World, at: Date, chance: Chance): ReportAct[] => {
  const by = chance.pick(desk);
  const end = chance.weighted({ 'for-reference': 5, closed: 4, held: 1.2, 'to-provide': 2 });
  const reason = (state: string): string | undefined => {
    const reasons = world.words.triage[state];
    return reasons === undefined ? undefined : chance.pick(reasons);
  };
  const analysing = after(at, chance.minutes(120));
  return [
    { at: after(at, -0.5), do: 'open', by },
    { at, do: 'triage', by, state: 'received', reason: undefined },
    {
      at: analysing,
      do: 'triage',
      by: chance.pick(desk),
      state: 'analysing',
      reason: chance.some(0.5) ? reason('analysing') : undefined,
    },
    {
      at: after(analysing, chance.minutes(60 * 30)),
      do: 'triage',
      by: chance.pick(desk),
      state: end,
      reason: reason(end),
    },
  ];
};
