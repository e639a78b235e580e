import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../../kernel/time.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Bilingual } from '../../../../kernel/shapes.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { mostHubCircles } from '../../rules.ts';
import { needHub } from './terms.ts';

/** Begins a circle of the acting hub, to which its agreements then say that a member belongs. */
export const gatherCircle = async (
  acting: Acting,
  input: { name: Bilingual },
): Promise<{ id: string; name: Bilingual }> => {
  needHub(acting, acting.capacity);
  const there = await acting.db
    .selectFrom('parties.circle')
    .select('id')
    .where('kind', '=', 'hub')
    .where('secretariat', '=', acting.seat)
    .execute();
  if (there.length >= mostHubCircles) throw new Refusal('too-many-circles', { limit: mostHubCircles });
  const id = randomUUID();
  await acting.db
    .insertInto('parties.circle')
    .values({
      id,
      key: `hub.${id}`,
      kind: 'hub',
      name_ja: input.name.ja,
      name_en: input.name.en,
      secretariat: acting.seat,
      valid_from: dayOf(acting.now),
    })
    .execute();
  await acting.record({ fact: 'circle.gathered', subject: id });
  return { id, name: input.name };
};
