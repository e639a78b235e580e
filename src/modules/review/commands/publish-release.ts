import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { publishedSoFar } from '../queries/figures.ts';

/** Publishes a release that another person prepared, as long as none was published since. */
export const publishRelease = async (acting: Acting, id: string): Promise<{ id: string; publishedAt: string }> => {
  const release = await acting.db
    .selectFrom('review.release')
    .select(['person', 'place', 'year', 'quarter'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (release === undefined) throw notFound();
  const done = await acting.db
    .selectFrom('review.publication')
    .select('at')
    .where('release', '=', id)
    .executeTakeFirst();
  if (done !== undefined) return { id, publishedAt: done.at.toISOString() };
  if (release.person === acting.person) throw new Refusal('release-needs-second-person');
  if (release.place !== (await publishedSoFar(acting)) + 1) throw new Refusal('release-overtaken', {}, 409);
  const { numInsertedOrUpdatedRows: published } = await acting.db
    .insertInto('review.publication')
    .values({
      release: id,
      realm: acting.realm,
      place: release.place,
      seat: acting.seat,
      person: acting.person,
      prepared_by: release.person,
      at: acting.now,
    })
    .onConflict((it) => it.doNothing())
    .executeTakeFirstOrThrow();
  if (published !== 1n) throw new Refusal('release-overtaken', {}, 409);
  const detail = { year: release.year, quarter: release.quarter };
  await acting.record({ fact: 'figures.published', subject: id, detail });
  return { id, publishedAt: acting.now.toISOString() };
};
