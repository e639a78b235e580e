import { randomUUID } from 'node:crypto';
import type { Acting } from '../../../platform/acting.ts';
import { refuseUnknown } from '../rules.ts';
import type { StateInput } from '../shapes.ts';
import { hold, known, refuseEnded, refuseForeign, refuseNames } from './situation.ts';

/** Says how a sector stands. What is said before stays as it was; the last word holds. */
export const stateSector = async (
  acting: Acting,
  id: string,
  input: StateInput,
): Promise<{ id: string; at: string }> => {
  const it = await hold(acting, id);
  refuseUnknown({ sectors: [input.sector], regions: input.regions }, known(acting));
  await refuseForeign(acting, it, [input.sector]);
  refuseEnded(it);
  await refuseNames(acting, input.says, input.recovery);
  const state = randomUUID();
  const { sector } = input;
  await acting.db
    .insertInto('situations.sector_state')
    .values({
      id: state,
      situation: id,
      sector,
      state: input.state,
      regions: [...new Set(input.regions)],
      says: input.says,
      recovery: input.recovery ?? null,
      seat: acting.seat,
      person: acting.person,
      at: acting.now,
    })
    .execute();
  if (input.detail !== undefined && input.detail !== '')
    await acting.db
      .insertInto('situations.sector_detail')
      .values({ state, situation: id, sector, text: input.detail })
      .execute();
  await acting.record({ fact: 'situation.stated', subject: id, detail: { sector, state: input.state } });
  return { id: state, at: acting.now.toISOString() };
};
