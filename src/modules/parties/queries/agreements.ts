import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import type { Bilingual } from '../../../kernel/shapes.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import type { AgreementListed, AgreementState, AgreementView } from '../contract.ts';
import { agreementState, expiresSoon } from '../rules.ts';

interface Row {
  id: string;
  hub: string;
  hub_body: string;
  hub_name: Bilingual;
  hub_capacity: string;
  seat: string;
  body: string;
  body_name: Bilingual;
  capacity: string;
  circle: string | null;
  circle_name: Bilingual | null;
  kinds: string[];
  members_known: boolean;
  version: string;
  valid_from: Date;
  valid_until: Date;
  proposed_at: Date;
  accepted: boolean | null;
  ended_at: Date | null;
}

interface WholeRow extends Row {
  text: string;
  hash: string;
  signed_by: string;
  answered_at: Date | null;
  answered_by: string | null;
  ended_by: string | null;
  reason: string | null;
}

const listed = sql`
  a.id, a.hub, a.hub_body, jsonb_build_object('ja', h.name_ja, 'en', h.name_en) as hub_name, hs.capacity as hub_capacity,
  a.seat, a.body, jsonb_build_object('ja', b.name_ja, 'en', b.name_en) as body_name, s.capacity, a.circle,
  case when c.id is not null then jsonb_build_object('ja', c.name_ja, 'en', c.name_en) end as circle_name,
  a.kinds, a.members_known, a.version, a.valid_from, a.valid_until, a.proposed_at, w.accepted, e.at as ended_at`;
const from = sql`
  parties.agreement a
  join parties.seat hs on hs.id = a.hub join parties.body h on h.id = a.hub_body
  join parties.seat s on s.id = a.seat join parties.body b on b.id = a.body
  left join parties.circle c on c.id = a.circle
  left join parties.agreement_answer w on w.agreement = a.id
  left join parties.agreement_end e on e.agreement = a.id`;

const listedOf = (acting: Acting, it: Row): AgreementListed => {
  const state = agreementState(
    { accepted: it.accepted, ended: it.ended_at !== null, from: it.valid_from, until: it.valid_until },
    acting.now,
  );
  return {
    id: it.id,
    hub: { seat: it.hub, body: { id: it.hub_body, name: it.hub_name }, capacity: it.hub_capacity },
    other: { seat: it.seat, body: { id: it.body, name: it.body_name }, capacity: it.capacity },
    mine: it.hub === acting.seat ? 'hub' : 'other',
    circle: it.circle === null || it.circle_name === null ? null : { id: it.circle, name: it.circle_name },
    kinds: it.kinds,
    membersKnown: it.members_known,
    version: it.version,
    from: it.valid_from.toISOString(),
    until: it.valid_until.toISOString(),
    state,
    expiring: state === 'in-force' && expiresSoon(it.valid_until, acting.now),
  };
};

// The same question in the database, so that a page is full of what was asked for; the rule above says the same.
const inState = (state: AgreementState, now: Date) =>
  ({
    proposed: sql`w.accepted is null and e.at is null and a.valid_until > ${now}`,
    lapsed: sql`w.accepted is null and e.at is null and a.valid_until <= ${now}`,
    declined: sql`w.accepted = false and e.at is null`,
    ended: sql`e.at is not null`,
    coming: sql`w.accepted and e.at is null and a.valid_from > ${now}`,
    'in-force': sql`parties.in_force(a.id, ${now})`,
    expired: sql`w.accepted and e.at is null and a.valid_until <= ${now}`,
  })[state];

/** Agreements of the acting seat, the latest proposed first. */
export const agreements = async (
  acting: Acting,
  query: {
    limit: number;
    cursor?: string | undefined;
    state?: AgreementState | undefined;
    side?: 'hub' | 'other' | undefined;
  },
): Promise<{ items: AgreementListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select ${listed} from ${from}
     where true
       ${query.side === 'hub' ? sql`and a.hub = ${acting.seat}` : query.side === 'other' ? sql`and a.seat = ${acting.seat}` : sql``}
       ${query.state === undefined ? sql`` : sql`and (${inState(query.state, acting.now)})`}
       ${after === null ? sql`` : sql`and (a.proposed_at, a.id) < (${after.at}, ${after.id}::uuid)`}
     order by a.proposed_at desc, a.id desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((it) => listedOf(acting, it)),
    next: last === undefined ? null : cursorOf(last.proposed_at, last.id),
  };
};

/** One agreement of the acting seat with its text; anybody else's is not there. */
export const agreementById = async (acting: Acting, id: string): Promise<AgreementView> => {
  const { rows } = await sql<WholeRow>`
    select ${listed}, a.text, a.hash, a.signed_by, w.at as answered_at, w.signed_by as answered_by, e.seat as ended_by, e.reason
      from ${from} where a.id = ${id}`.execute(acting.db);
  const it = rows[0];
  if (it === undefined) throw notFound();
  const fellows = await sql<{ name_ja: string; name_en: string }>`
    select name_ja, name_en from parties.fellows(${id}, ${acting.now})`.execute(acting.db);
  return {
    ...listedOf(acting, it),
    text: it.text,
    hash: it.hash,
    proposed: { at: it.proposed_at.toISOString(), signedBy: it.signed_by },
    answer:
      it.answered_at === null
        ? null
        : {
            at: it.answered_at.toISOString(),
            signedBy: it.answered_by ?? '',
            accepted: it.accepted ?? false,
          },
    end:
      it.ended_at === null
        ? null
        : { at: it.ended_at.toISOString(), by: it.ended_by === it.hub ? 'hub' : 'other', reason: it.reason ?? '' },
    fellows: fellows.rows.map((b) => ({ ja: b.name_ja, en: b.name_en })),
  };
};
