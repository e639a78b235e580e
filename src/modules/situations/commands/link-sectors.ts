import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { refuseUnknown } from '../rules.ts';
import type { SpillInput } from '../shapes.ts';
import { hold, known, refuseEnded, refuseForeign, refuseNames } from './situation.ts';

/** Says what is thought of a spill-over from one sector to another. The last word on a pair holds. */
export const linkSectors = async (
  acting: Acting,
  id: string,
  input: SpillInput,
): Promise<{ id: string; at: string }> => {
  const it = await hold(acting, id);
  const { cause, effect, how, says } = input;
  refuseUnknown({ sectors: [cause, effect] }, known(acting));
  if (cause === effect) throw new Refusal('sector-unknown', { sector: effect }, 400);
  await refuseForeign(acting, it, [cause, effect]);
  refuseEnded(it);
  await refuseNames(acting, says);
  const spill = randomUUID();
  await acting.db
    .insertInto('situations.spill_over')
    .values({
      id: spill,
      situation: id,
      cause,
      effect,
      how,
      says,
      seat: acting.seat,
      person: acting.person,
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'situation.linked', subject: id, detail: { cause, effect, how } });
  return { id: spill, at: acting.now.toISOString() };
};
