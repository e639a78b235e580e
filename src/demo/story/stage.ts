import type { Handling } from '../../kernel/marking.ts';
import type { Cast } from '../cast/cast.ts';
import type { PlannedReport } from '../plan/acts.ts';
import type { Actor, Knock } from '../stage/knock.ts';
import type { World } from '../world.ts';

/** A report that has been told of, as far as a provision made from it has to know. */
export interface Told {
  readonly id: string;
  readonly by: string;
  readonly scenario: string;
  readonly handling: Handling;
}

/** What every story plays on. */
export interface Stage {
  readonly world: World;
  readonly cast: Cast;
  readonly present: Date;
  readonly knock: Knock;
  actor(key: string): Actor;
  /** Whether somebody sits in the actor's seat then; a seat falls empty when somebody leaves. */
  holds(key: string, at: Date): boolean;
  leaves(key: string, at: Date): void;
  /** The secretariat of an operator's CEPTOAR. */
  secretariatOf(operator: string): string;
  /** Marks who has been silent for too long, as the job does each minute. */
  remind(at: Date): Promise<void>;
  told(planned: Pick<PlannedReport, 'scenario'>, report: Omit<Told, 'scenario'>): void;
  /** Reports of these scenarios that have been told of, latest first. */
  reportsOf(scenarios: readonly string[]): readonly Told[];
}

/** A stage with the parts of it that change as the story goes on. */
export const openStage = (
  it: Pick<Stage, 'world' | 'cast' | 'present' | 'knock' | 'remind'> & { actors: ReadonlyMap<string, Actor> },
): Stage => {
  const reports: Told[] = [];
  const left = new Map<string, number>();
  return {
    ...it,
    actor: (key) => {
      const found = it.actors.get(key);
      if (found === undefined) throw new RangeError(`no such actor: ${key}`);
      return found;
    },
    holds: (key, at) => at.getTime() < (left.get(key) ?? Number.POSITIVE_INFINITY),
    secretariatOf: (operator) =>
      secretariatOf([...it.cast.members].find(([, members]) => members.includes(operator))?.[0] ?? ''),
    leaves: (key, at) => void left.set(key, at.getTime()),
    told: ({ scenario }, report) => {
      if (!reports.some((r) => r.id === report.id)) reports.unshift({ ...report, scenario });
    },
    reportsOf: (scenarios) => reports.filter((r) => scenarios.includes(r.scenario)),
  };
};

/** Who sits for the secretariat of a circle; that of the banks has a name of its own. */
export const secretariatOf = (circle: string): string => (circle === 'ceptoar.banks' ? 'ceptoar.bank' : circle);
