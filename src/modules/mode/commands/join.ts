import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { standingAt } from '../rules.ts';
import { confirmedOf } from '../queries/acts.ts';

/** Takes the acting seat's place at the picture that is shared while another mode is in force. Twice is once. */
export const join = async (acting: Acting): Promise<{ declaration: string; at: string }> => {
  const now = standingAt(await confirmedOf(acting), acting.now);
  if (now === null) throw new Refusal('nothing-declared');
  const { declaration } = now;
  const placed = (): Promise<{ at: Date } | undefined> =>
    acting.db
      .selectFrom('mode.place')
      .select('at')
      .where('declaration', '=', declaration)
      .where('seat', '=', acting.seat)
      .executeTakeFirst();
  const before = await placed();
  if (before !== undefined) return { declaration, at: before.at.toISOString() };
  await acting.db
    .insertInto('mode.place')
    .values({ declaration, seat: acting.seat, realm: acting.realm, person: acting.person, at: acting.now })
    .execute();
  await acting.record({ fact: 'mode.joined', subject: declaration });
  return { declaration, at: acting.now.toISOString() };
};
