import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import { plus } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import { ordinaryMode, relayWithinBelow, theProgramme } from '../../programme/index.ts';
import { remindAt } from '../rules.ts';

/** Passes a provision on to those whom it is to reach through the acting seat, with the times of the mode in which it was sent. */
export const relay = async (
  acting: Acting,
  receipt: string,
): Promise<{ receipt: string; relayedAt: string; recipients: number }> => {
  const mine = await acting.db
    .selectFrom('circulation.receipt as r')
    .leftJoin('circulation.item as i', 'i.id', 'r.item')
    .select(['r.item', 'r.kind', 'i.mode'])
    .where('r.id', '=', receipt)
    .where('r.seat', '=', acting.seat)
    .where('r.sent_at', 'is not', null)
    .executeTakeFirst();
  if (mine === undefined) throw notFound();
  // What asks for answers is passed on by its own room, which gives those below their time.
  if (mine.kind === 'survey') throw new Refusal('relayed-elsewhere');
  const programme = theProgramme();
  const within = relayWithinBelow(programme, acting.capacity, mine.mode ?? ordinaryMode(programme).key, acting.now);
  const passed = await passOn(acting, receipt, within);
  await acting.record({ fact: 'receipt.relayed', subject: mine.item, detail: { recipients: passed.recipients } });
  return passed;
};

/** Passes on what came to the acting seat; `within` is the time that the tier below has to pass it on in turn. Records nothing. */
export const passOn = async (
  acting: Acting,
  receipt: string,
  within: string | null,
): Promise<{ receipt: string; relayedAt: string; recipients: number }> => {
  const mine = await acting.db
    .selectFrom('circulation.receipt')
    .select(['must_relay', 'relayed_at'])
    .where('id', '=', receipt)
    .where('seat', '=', acting.seat)
    .where('sent_at', 'is not', null)
    .executeTakeFirst();
  if (mine === undefined) throw notFound();
  if (mine.relayed_at !== null) throw new Refusal('already-relayed');
  if (!mine.must_relay) throw new Refusal('nothing-to-relay');
  const due = within === null ? null : plus(acting.now, within);
  const { rows } = await sql<{ n: number | null }>`
    select circulation.relay(${receipt}, ${due}, ${due === null ? null : remindAt(acting.now, due)}, ${acting.now}) as n`.execute(
    acting.db,
  );
  const n = rows[0]?.n ?? null;
  if (n === null) throw new Refusal('already-relayed');
  return { receipt, relayedAt: acting.now.toISOString(), recipients: n };
};
