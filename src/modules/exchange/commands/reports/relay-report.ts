import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { fold } from '../../../../kernel/text.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { acknowledge, carryBeside, carryOneHop } from '../../../circulation/index.ts';
import { hopsOf, ordinaryMode, theProgramme } from '../../../programme/index.ts';
import { nameStands } from '../consent/part.ts';
import type { Telling } from './regime.ts';

/** Passes all versions not yet passed on to the next tier as they are; the note stands beside the last of them. */
export const relayReport = async (
  acting: Acting,
  report: string,
  input: { note?: string | undefined } | undefined,
): Promise<{ id: string; relayedAt: string; versions: number }> => {
  const head = await acting.db
    .selectFrom('exchange.report')
    .select(['sector', 'route'])
    .where('id', '=', report)
    .executeTakeFirst();
  if (head === undefined) throw notFound();
  const pending = await acting.db
    .selectFrom('circulation.receipt as r')
    .innerJoin('exchange.report_version as v', 'v.item', 'r.item')
    .innerJoin('circulation.item as i', 'i.id', 'r.item')
    .select(['r.id', 'r.item', 'r.acknowledged_at', 'r.tier', 'v.number', 'i.mode'])
    .where('v.report', '=', report)
    .where('r.seat', '=', acting.seat)
    .where('r.must_relay', '=', true)
    .where('r.relayed_at', 'is', null)
    .orderBy('v.number')
    .execute();
  if (pending.length === 0) throw new Refusal('nothing-to-relay');
  const route = head.route as Telling['route'];
  const note = input?.note === undefined || input.note === '' ? null : input.note;
  if (note !== null) await refuseNaming(acting, report, note);
  for (const receipt of pending) {
    // It goes on in the mode in which it began: no act of mode reaches back.
    const mode = receipt.mode ?? ordinaryMode(theProgramme()).key;
    const next = hopsOf(theProgramme(), route, mode, acting.now)[receipt.tier];
    const seats = await carryOneHop(acting, {
      item: receipt.item,
      sector: head.sector,
      copy: null,
      acknowledge: next?.acknowledge?.within ?? null,
      relay: next?.relay?.within ?? null,
    });
    if (seats.length === 0) throw new Refusal('nothing-to-relay');
    await carryBeside(acting, receipt.item);
    if (receipt.acknowledged_at === null) await acknowledge(acting, receipt.id, { state: 'received' });
    const beside = receipt === pending.at(-1) ? note : null;
    await acting.db
      .insertInto('exchange.relay_note')
      .values(
        seats.map((to) => ({
          report,
          item: receipt.item,
          from_seat: acting.seat,
          to_seat: to,
          note: beside,
          at: acting.now,
        })),
      )
      .execute();
    await acting.record({ fact: 'report.relayed', subject: receipt.item, openTo: 'reached' });
  }
  return { id: report, relayedAt: acting.now.toISOString(), versions: pending.length };
};

/** Refuses a note that gives away whose report it is, unless the reporter said that its name may be told. */
export const refuseNaming = async (acting: Acting, report: string, note: string): Promise<void> => {
  const source = await acting.db
    .selectFrom('exchange.source as s')
    .innerJoin('parties.body as b', 'b.id', 's.body')
    .select(['b.name_ja', 'b.name_en', 'b.alias', 'b.domains', 's.contact_name', 's.contact_phone', 's.contact_email'])
    .where('s.report', '=', report)
    .executeTakeFirst();
  if (source === undefined || (await nameStands(acting, report))) return;
  const bare = source.name_ja.replaceAll(/株式会社|（架空）/gu, '');
  const words = [
    source.name_ja,
    bare,
    source.name_en,
    ...source.alias,
    ...source.domains,
    source.contact_name,
    source.contact_phone,
    source.contact_email,
  ];
  const said = fold(note);
  const found = [...new Set(words.filter((w) => w !== null && w.length >= 2 && said.includes(fold(w))))];
  if (found.length > 0) throw new Refusal('note-names-source', { found });
};
