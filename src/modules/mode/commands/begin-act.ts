import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { ordinaryMode, sectorsAt, theProgramme } from '../../programme/index.ts';
import type { ActInput, ActView } from '../contract.ts';
import { refuseScope, scopeAfter } from '../rules.ts';
import { actsOf, confirmedOf } from '../queries/acts.ts';

/** Begins to declare, widen, narrow or stand down a mode. Nothing changes before another person of the desk confirms it. */
export const beginAct = async (acting: Acting, input: ActInput): Promise<ActView> => {
  await sql`select mode.one_at_a_time(${acting.realm})`.execute(acting.db);
  const programme = theProgramme();
  const others = programme.modes.filter((it) => it.key !== ordinaryMode(programme).key);
  if (others.length === 0) throw new Refusal('no-other-mode');
  refuseScope(input, {
    sectors: sectorsAt(programme, acting.now).map((it) => it.key),
    regions: programme.regions.map((it) => it.key),
  });
  if ((await actsOf(acting)).some((it) => it.state === 'waiting')) throw new Refusal('another-act-waits');
  const last = await lastOf(acting);
  scopeAfter(input, last);
  const mode = last?.mode ?? (input.mode === undefined ? others[0] : others.find((it) => it.key === input.mode))?.key;
  if (mode === undefined) throw new Refusal('scope-unknown', { unknown: [input.mode ?? ''] }, 400);

  const id = randomUUID();
  await acting.db
    .insertInto('mode.act')
    .values({
      id,
      realm: acting.realm,
      verb: input.verb,
      mode,
      sectors: [...new Set(input.sectors)],
      regions: [...new Set(input.regions)],
      basis: input.basis,
      authority: input.authority,
      asked_from: input.from === undefined ? acting.now : new Date(input.from),
      seat: acting.seat,
      person: acting.person,
      ...(await nameOf(acting)),
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'mode.begun', subject: id, detail: { verb: input.verb } });
  return (await actsOf(acting, id))[0] as ActView;
};

/** What the last confirmation left, also where it is still to take effect; null where nothing is declared. */
export const lastOf = async (acting: Acting) => {
  const last = (await confirmedOf(acting)).at(-1);
  return last === undefined || last.sectors.length === 0 ? null : last;
};

/** The acting person's name as it is now: an act keeps it, because people move on. */
export const nameOf = async (acting: Acting): Promise<{ person_ja: string; person_en: string }> => {
  const person = await acting.db
    .selectFrom('parties.person')
    .select(['name_ja', 'name_en'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  return { person_ja: person.name_ja, person_en: person.name_en };
};
