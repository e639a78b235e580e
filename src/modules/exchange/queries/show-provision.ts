import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { open, referenceOf, refuseWeakSignIn } from '../../circulation/index.ts';
import { isCovered, ordinaryMode, routeFor, theProgramme } from '../../programme/index.ts';
import type { ProvisionStage, ProvisionView } from '../shapes/provision.ts';
import { wayNow } from '../commands/provisions/ways.ts';
import { type Desk, deskSide, stateOf } from './desk-side.ts';
import { sourcesAsked } from './sources/sources-asked.ts';

interface Row {
  item: string;
  title: string;
  handling: Handling;
  sent: Date | null;
  mode: string | null;
  realm: string;
  body: string;
  kind: string;
  number: number;
  stage: ProvisionStage;
  tempo: 'relay' | 'direct';
  acknowledge_by: Date | null;
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/**
 * A provision for its reader, in its latest version or the one asked for. Nothing in it leads to a source; the desk's side
 * is null for everyone but the desk.
 */
export const showProvision = async (acting: Acting, provision: string, version?: string): Promise<ProvisionView> => {
  const { rows } = await sql<Row>`
    select v.item, i.title, i.handling, i.sent, i.mode, i.realm, v.body, v.kind, v.number, v.stage, v.tempo, v.acknowledge_by
      from exchange.provision_version v join circulation.item i on i.id = v.item
     where v.provision = ${provision} order by v.number`.execute(acting.db);
  const it = version === undefined ? rows.at(-1) : rows.find((r) => r.item === version);
  if (it === undefined) throw notFound();
  const recall = rows.find((r) => r.stage === 'recall' && r.sent !== null);
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
    number: it.number,
    stage: it.stage,
    recalled: recall === undefined ? null : { at: iso(recall.sent) ?? '', by: await senderOf(acting, recall) },
    versions: rows.map((r) => ({
      item: r.item,
      number: r.number,
      stage: r.stage,
      title: r.title,
      sentAt: iso(r.sent),
    })),
    receipt: await receiptOf(acting, it.item),
    desk: desk === null ? null : { ...desk, sources: await sourcesOf(acting, it, desk) },
  };
};

// Whom a draft asks follows the mode in force now; what was sent keeps what it asked.
const sourcesOf = async (acting: Acting, it: Row, desk: Desk) => {
  const asksNobody = it.sent !== null || it.stage === 'recall' || desk.derivedFrom.length === 0;
  const approval = asksNobody ? null : (await wayNow(acting, it)).way.asksSources;
  return sourcesAsked(acting, it.item, approval, it.sent === null && desk.mayApprove && desk.approval !== null);
};

/** The version whose circulation is meant: the one asked for, else the latest that was sent, else the draft. */
export const sentVersion = async (acting: Acting, provision: string, version?: string): Promise<string> => {
  const { rows } = await sql<{ item: string }>`
    select v.item from exchange.provision_version v join circulation.item i on i.id = v.item
     where v.provision = ${provision} ${version === undefined ? sql`` : sql`and v.item = ${version}`}
     order by i.sent is null, v.number desc limit 1`.execute(acting.db);
  if (rows[0] === undefined) throw notFound();
  return rows[0].item;
};

// No row says who wrote a provision: where the ordinary ones begin is the programme's to say, and one that goes by agreement
// came straight from its desk.
const senderOf = async (acting: Acting, it: Row): Promise<string> => {
  if (isCovered(it.kind)) {
    const { rows } = await sql<{ name: string }>`
      select ${named(acting, 'b')} as name from parties.seat s join parties.body b on b.id = s.body
       where s.id = coalesce((select r.via from circulation.receipt r where r.item = ${it.item} and r.seat = ${acting.seat}), ${acting.seat})`.execute(
      acting.db,
    );
    return rows[0]?.name ?? '';
  }
  const programme = theProgramme();
  const origin = routeFor(programme, 'provision', ordinaryMode(programme).key, acting.now)?.origin ?? '';
  const { rows } = await sql<{ name: string }>`
    select ${named(acting, 'b')} as name from parties.seat s join parties.body b on b.id = s.body
     where s.capacity = ${origin} order by s.valid_from limit 1`.execute(acting.db);
  return rows[0]?.name ?? '';
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
