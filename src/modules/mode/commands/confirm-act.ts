import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { ActView, Verb } from '../contract.ts';
import { effectOf, scopeAfter } from '../rules.ts';
import { actsOf, confirmedOf } from '../queries/acts.ts';
import { lastOf, nameOf } from './begin-act.ts';

const factOf = {
  declare: 'mode.declared',
  widen: 'mode.widened',
  narrow: 'mode.narrowed',
  'stand-down': 'mode.stood-down',
} as const satisfies Record<Verb, string>;

/** Confirms an act that another person of the same desk began: from then on, or from when it asks, it is in force. */
export const confirmAct = async (acting: Acting, id: string): Promise<ActView> => {
  await sql`select mode.one_at_a_time(${acting.realm})`.execute(acting.db);
  const [act] = await actsOf(acting, id);
  if (act === undefined) throw notFound();
  if (act.state === 'confirmed') throw new Refusal('already-confirmed');
  if (act.state === 'withdrawn') throw new Refusal('act-withdrawn');
  if (act.person === acting.person) throw new Refusal('needs-second-person');
  const before = await lastOf(acting);
  const confirmed = await confirmedOf(acting);
  const last = confirmed.at(-1);
  const after = scopeAfter(act, before);

  await acting.db
    .insertInto('mode.confirmation')
    .values({
      act: id,
      realm: acting.realm,
      position: (last?.position ?? 0) + 1,
      declaration: before?.declaration ?? id,
      mode: act.mode,
      sectors: [...after.sectors],
      regions: [...after.regions],
      takes_effect: effectOf(new Date(act.askedFrom), acting.now, last?.takesEffect ?? null),
      seat: acting.seat,
      person: acting.person,
      ...(await nameOf(acting)),
      at: acting.now,
    })
    .execute();
  await acting.record({
    fact: factOf[act.verb],
    subject: id,
    detail: { mode: act.mode, sectors: after.sectors.length, regions: after.regions.length },
  });
  return (await actsOf(acting, id))[0] as ActView;
};
