import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { tlp } from '../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import { dayOf, fiscalYearOf, instantAt } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { hearingInput, ProfileView } from '../doors/profiles.ts';
import { heardFor, showProfile } from '../queries/profiles.ts';
import { ownName } from './plan-survey.ts';

/** Writes down a hearing of a body. Whoever the survey says reads it, from then on; it is not changed afterwards. */
export const recordHearing = async (
  acting: Acting,
  body: string,
  input: z.output<typeof hearingInput>,
): Promise<ProfileView> => {
  const kind = await heardFor(acting, body);
  if (kind === undefined) throw notFound();
  if (input.heldOn > dayOf(acting.now)) throw new Refusal('held-in-future', { path: 'heldOn' }, 400);
  const id = randomUUID();
  await acting.db
    .insertInto('surveys.hearing')
    .values({
      id,
      about: kind.key,
      realm: acting.realm,
      body,
      year: fiscalYearOf(instantAt(input.heldOn)),
      held_on: input.heldOn,
      with_whom: input.with,
      notes: input.notes,
      handling: JSON.stringify(tlp(input.mark)),
      seat: acting.seat,
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  await sql`select surveys.share_hearing(${id}, ${[...kind.hearings]}, ${acting.now})`.execute(acting.db);
  await acting.record({ fact: 'hearing.held', subject: id, detail: { of: kind.key } });
  return showProfile(acting, body);
};
