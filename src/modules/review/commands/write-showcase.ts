import { randomUUID } from 'node:crypto';
import { rank, tlp } from '../../../kernel/marking.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';

/** Writes what a CEPTOAR does well, with its consent. It goes to nobody yet. */
export const writeShowcase = async (
  acting: Acting,
  input: { title: string; circle: string; consented: string; practice: string; adopting: string },
): Promise<{ id: string }> => {
  if (input.practice === '' || input.adopting === '') throw new Refusal('nothing-said');
  const circle = await acting.db
    .selectFrom('parties.circle')
    .select('id')
    .where('kind', '=', 'ceptoar')
    .where('key', '=', input.circle)
    .executeTakeFirst();
  if (circle === undefined) throw new Refusal('no-such-ceptoar', {}, 400);
  const [id, item] = [randomUUID(), randomUUID()];
  const mark = tlp('GREEN');
  await acting.db
    .insertInto('circulation.item')
    .values({
      id: item,
      subject: id,
      realm: acting.realm,
      kind: 'showcase',
      title: input.title,
      marking: rank(mark),
      handling: JSON.stringify(mark),
    })
    .execute();
  const { consented, practice, adopting } = input;
  await acting.db
    .insertInto('review.showcase')
    .values({ id, item, circle: circle.id, consented, practice, adopting, person: acting.person, at: acting.now })
    .execute();
  await acting.record({ fact: 'showcase.written', subject: item });
  return { id };
};
