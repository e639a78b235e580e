import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';
import { drillSteps } from '../../programme/contract.ts';
import type { DrillTimes } from '../doors/lessons.ts';
import { figuresOf, minuteOf, secondsBetween, type Timed } from '../rules.ts';
import { type Drill, drillOf, drillsOf, namesOf } from './load.ts';

type Hop = Timed & { readonly seat: string };

const hopsOf = async (acting: Acting, id: string): Promise<Hop[]> => {
  const { rows } = await sql<Hop>`
    select what, seat, since, at from drills.hops(${id}) order by at nulls last, since, seat`.execute(acting.db);
  return rows;
};

/** The times of a drill: by step against the plan, by hop, in figures, and the figures of the one before it. */
export const drillTimes = async (acting: Acting, id: string): Promise<DrillTimes> => {
  const drill = await drillOf(acting, id);
  const hops = await hopsOf(acting, id);
  const planned = await acting.db
    .selectFrom('drills.step')
    .select(['what', 'minutes'])
    .where('drill', '=', id)
    .execute();
  const nameOf = await namesOf(
    acting,
    hops.map((it) => it.seat),
  );
  const minute = (at: Date | null): number | null => (at === null ? null : minuteOf(drill.turns, at));
  return {
    openedAt: drill.turns.find((it) => it.what === 'opened')?.at.toISOString() ?? null,
    steps: drillSteps.flatMap((what) => {
      const of = hops.filter((it) => it.what === what);
      const plan = planned.find((it) => it.what === what)?.minutes ?? null;
      // A player sees its own hops alone: what others did is not "not yet" for it.
      if (of.length === 0 && (plan === null || drill.part === 'player')) return [];
      const done = of.flatMap((it) => minute(it.at) ?? []);
      return [
        {
          what,
          planned: plan,
          first: done.length === 0 ? null : Math.min(...done),
          last: done.length === 0 ? null : Math.max(...done),
          missing: of.length - done.length,
        },
      ];
    }),
    hops: hops.map((it) => ({
      what: it.what,
      ...nameOf(it.seat),
      since: it.since?.toISOString() ?? null,
      at: it.at?.toISOString() ?? null,
      minute: minute(it.at),
      seconds: it.since === null || it.at === null ? null : secondsBetween(it.since, it.at),
    })),
    figures: figuresOf(hops, drillSteps),
    earlier: await earlierOf(acting, drill),
  };
};

// What the reader took part in and what was closed before this one began; others are not there for it.
const earlierOf = async (acting: Acting, drill: Drill): Promise<DrillTimes['earlier']> => {
  const before = (
    await drillsOf(acting, sql`d.about = ${drill.about} and d.id <> ${drill.id} and d.starts < ${drill.starts}`)
  ).find((it) => it.state === 'closed');
  if (before === undefined) return null;
  return {
    id: before.id,
    title: { ja: before.title_ja, en: before.title_en },
    closedAt: (before.turns.at(-1)?.at ?? before.ends).toISOString(),
    figures: figuresOf(await hopsOf(acting, before.id), drillSteps),
  };
};
