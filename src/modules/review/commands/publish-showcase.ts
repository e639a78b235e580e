import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { dispatch, layTiers, setAudience } from '../../circulation/index.ts';
import { showcases } from '../queries/showcases.ts';

/** Publishes a showcase that another person wrote: every other CEPTOAR's secretariat receives it. */
export const publishShowcase = async (acting: Acting, id: string): Promise<{ id: string; recipients: number }> => {
  const it = await showcases(acting).where('s.id', '=', id).executeTakeFirst();
  if (it === undefined) throw notFound();
  if (it.sent !== null) throw new Refusal('already-sent');
  if (it.person === acting.person) throw new Refusal('release-needs-second-person');
  const others = await acting.db
    .selectFrom('parties.circle as c')
    .innerJoin('parties.seat as s', 's.id', 'c.secretariat')
    .select(['c.id', 's.body', 's.capacity'])
    .where('c.kind', '=', 'ceptoar')
    .execute();
  // A secretariat that also serves the CEPTOAR it tells of knows already.
  const own = others.find((one) => one.id === it.circle)?.body;
  const bodies = [...new Set(others.map((one) => one.body))].filter((body) => body !== own);
  const capacities = [...new Set(others.map((one) => one.capacity))];
  await layTiers(
    acting,
    it.item,
    capacities.map((capacity) => ({ capacity, scope: 'above' })),
  );
  await setAudience(acting, it.item, { circles: [], bodies });
  await acting.db
    .insertInto('review.showcase_publication')
    .values({ showcase: id, item: it.item, person: acting.person, written_by: it.person, at: acting.now })
    .execute();
  const recipients = await dispatch(acting, { item: it.item, tempo: 'direct', due: null, relayWithin: null });
  await acting.record({ fact: 'showcase.published', subject: it.item, openTo: 'reached', detail: { recipients } });
  return { id, recipients };
};
