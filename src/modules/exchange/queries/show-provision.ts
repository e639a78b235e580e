import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { open, referenceOf, refuseWeakSignIn } from '../../circulation/index.ts';
import type { ProvisionView } from '../shapes/provision.ts';
import { deskSide, stateOf } from './desk-side.ts';

interface Row {
  item: string;
  title: string;
  handling: Handling;
  sent: Date | null;
  mode: string | null;
  realm: string;
  body: string;
  kind: string;
  tempo: 'relay' | 'direct';
  acknowledge_by: Date | null;
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** A provision for its reader. Nothing in it leads to a source; the desk's side is null for everyone but the desk. */
export const showProvision = async (acting: Acting, provision: string): Promise<ProvisionView> => {
  const { rows } = await sql<Row>`
    select v.item, i.title, i.handling, i.sent, i.mode, i.realm, v.body, v.kind, v.tempo, v.acknowledge_by
      from exchange.provision_version v join circulation.item i on i.id = v.item
     where v.provision = ${provision} order by v.number desc limit 1`.execute(acting.db);
  const it = rows[0];
  if (it === undefined) throw notFound();
  refuseWeakSignIn(acting.signIn.strong, it.handling);
  if (it.sent !== null) await open(acting, [it.item]);
  const desk = await deskSide(acting, it.item);
  return {
    id: provision,
    item: it.item,
    reference: referenceOf('provision', provision),
    title: it.title,
    body: it.body,
    kind: it.kind,
    handling: it.handling,
    realm: it.realm,
    tempo: it.tempo,
    acknowledgeBy: iso(it.acknowledge_by),
    sentAt: iso(it.sent),
    mode: it.mode,
    state: stateOf(it.sent, desk),
    receipt: await receiptOf(acting, it.item),
    desk,
  };
};

const receiptOf = async (acting: Acting, item: string): Promise<ProvisionView['receipt']> => {
  const r = await acting.db
    .selectFrom('circulation.receipt')
    .selectAll()
    .where('item', '=', item)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  if (r === undefined) return null;
  const below = r.must_relay
    ? await acting.db
        .selectFrom('circulation.receipt')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('item', '=', item)
        .where('via', '=', acting.seat)
        .executeTakeFirst()
    : undefined;
  return {
    id: r.id,
    state: r.state,
    note: r.note,
    openedAt: iso(r.opened_at),
    acknowledgedAt: iso(r.acknowledged_at),
    due: iso(r.due),
    mustRelay: r.must_relay,
    relayedAt: iso(r.relayed_at),
    relayCount: below?.n ?? 0,
  };
};
