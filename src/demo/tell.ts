import { circulationReactions, escalate, remind } from '../modules/circulation/index.ts';
import { drillsReactions } from '../modules/drills/index.ts';
import { feedbackReactions, offeringReactions, sourceApprovalReactions } from '../modules/exchange/index.ts';
import { noticesReactions } from '../modules/notices/index.ts';
import { declareDemo } from '../modules/parties/index.ts';
import type { Db } from '../platform/database.ts';
import { catchUp, type Reaction } from '../platform/work/reactions.ts';
import { castOf } from './cast/cast.ts';
import { actorsOf, found, seatedOf } from './cast/found.ts';
import { after } from './chance.ts';
import { beginning } from './plan/days.ts';
import { play } from './stage/director.ts';
import { knocking } from './stage/knock.ts';
import { openStage } from './story/stage.ts';
import { yearStories } from './story/year.ts';
import type { World } from './world.ts';

/** How much of the world is made: all of it, or a small one for tests. */
export interface Size {
  readonly perCircle: number;
  readonly most: number;
}

export const whole: Size = { perCircle: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/** Founds the world and tells its year, up to the present. `portal` and `worker` have the roles of these names. */
export const tellYear = async (it: {
  world: World;
  portal: Db;
  worker: Db;
  present: Date;
  say: (line: string) => void;
  size?: Size;
}): Promise<void> => {
  const { world, portal, worker, present, say } = it;
  const { perCircle, most } = it.size ?? whole;
  const cast = castOf(world, perCircle);
  say(`demo: founding ${cast.operators.length} invented operators`);
  const actors = await worker.transaction().execute(async (tx) => {
    await declareDemo(tx);
    await found(tx, cast, beginning(present));
    return actorsOf(tx, await seatedOf(tx, cast), present);
  });
  const stage = openStage({
    world,
    cast,
    present,
    actors,
    knock: knocking(portal),
    remind: async (at) => {
      await remind(worker, { now: () => at });
      await escalate(worker, { now: () => at });
    },
  });
  let acts = 0;
  const began = performance.now();
  await play(yearStories(stage, most), present, lanes, async () => {
    acts += 1;
    if (acts % 1000 === 0) say(`demo: ${acts.toLocaleString('en-US')} acts of the year told`);
    if (acts % 400 === 0) await settle(worker);
  });
  await settle(worker);
  say(
    `demo: the year is told, ${acts.toLocaleString('en-US')} acts in ${((performance.now() - began) / 1000).toFixed(0)}s`,
  );
};

/** Acts at once: as many as the portal has connections. */
const lanes = 4;

// What follows on an act followed two seconds after it, not today.
const settle = async (worker: Db): Promise<void> => {
  for (const reaction of [
    ...circulationReactions,
    ...sourceApprovalReactions({ mail: false }),
    ...feedbackReactions({ mail: false }),
    ...offeringReactions({ mail: false }),
    ...noticesReactions({ mail: false }),
    ...drillsReactions({ mail: false }),
  ]) {
    const then: Reaction = {
      ...reaction,
      react: ({ db }, entry) => reaction.react({ db, now: after(entry.at, 0.03) }, entry),
    };
    while ((await catchUp(worker, { now: () => new Date() }, then)) > 0);
  }
};
