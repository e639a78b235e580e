import { randomUUID } from 'node:crypto';
import type { Handling } from '../../../kernel/marking.ts';
import type { Acting } from '../../../platform/acting.ts';
import { refuseNames } from './situation.ts';

/** Opens a situation at the acting desk. Nobody else sees it until it is shared. */
export const openSituation = async (
  acting: Acting,
  input: { title: string; handling: Handling },
): Promise<{ id: string; at: string }> => {
  await refuseNames(acting, input.title);
  const id = randomUUID();
  await acting.db
    .insertInto('situations.situation')
    .values({
      id,
      realm: acting.realm,
      desk: acting.seat,
      title: input.title,
      handling: JSON.stringify(input.handling),
      person: acting.person,
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'situation.opened', subject: id });
  return { id, at: acting.now.toISOString() };
};
