import { atLeastAsStrict, type Handling } from '../../../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../../../kernel/refusal.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { floorOf } from '../../../rules.ts';

/** The reports a provision is made from. The link stays with its desk; nothing that is sent carries it. */
export const originsOf = async (acting: Acting, item: string): Promise<string[]> =>
  (await acting.db.selectFrom('exchange.provision_origin').select('report').where('item', '=', item).execute()).map(
    (r) => r.report,
  );

/** Replaces what a provision is made from; only reports that have reached the desk. */
export const setOrigins = async (acting: Acting, item: string, reports: readonly string[]): Promise<void> => {
  await acting.db.deleteFrom('exchange.provision_origin').where('item', '=', item).execute();
  if (reports.length === 0) return;
  await acting.db
    .insertInto('exchange.provision_origin')
    .values([...new Set(reports)].map((report) => ({ item, report })))
    .execute();
};

/** The strictest mark among all versions of these reports that have reached the desk; refuses reports that have not. */
export const floorFor = async (acting: Acting, reports: readonly string[]): Promise<Handling> => {
  if (reports.length === 0) return floorOf([]);
  const rows = await acting.db
    .selectFrom('circulation.item')
    .select(['subject', 'handling'])
    .where('subject', 'in', [...reports])
    .execute();
  if (reports.some((r) => !rows.some((row) => row.subject === r))) throw notFound();
  return floorOf(rows.map((r) => r.handling as Handling));
};

/** Refuses a mark that is wider than what the provision is made from: only an originator may widen. */
export const refuseWider = async (acting: Acting, reports: readonly string[], mark: Handling): Promise<void> => {
  const floor = await floorFor(acting, reports);
  if (!atLeastAsStrict(mark, floor)) throw new Refusal('mark-wider-than-source', { floor: floor.value });
};
