import { sql } from 'kysely';
import type { Handling } from '../../../../kernel/marking.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Bilingual } from '../../../../kernel/shapes.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../../platform/http/cursor.ts';
import { referenceOf, refuseWeakSignIn } from '../../../circulation/index.ts';
import type { OfferingView, Pass } from '../../shapes/offering.ts';

interface Row {
  id: string;
  part: OfferingView['part'];
  hub: Bilingual | null;
  given_at: Date;
  withdrawn_at: Date | null;
  title: string | null;
  body: string | null;
  handling: Handling | null;
  source: Bilingual | null;
  to_members: boolean | null;
  to_centre: 'no' | 'unnamed' | 'named' | null;
  passed: { to: Pass; at: string; endedAt: string | null }[] | null;
}

const rowsOf = (which: ReturnType<typeof sql>) => sql<Row>`
  select o.id, exchange.offering_part(o.id) as part, jsonb_build_object('ja', hb.name_ja, 'en', hb.name_en) as hub,
         date_trunc('milliseconds', o.given_at) as given_at, o.withdrawn_at, t.title, t.body, t.handling,
         case when b.id is not null then jsonb_build_object('ja', b.name_ja, 'en', b.name_en) end as source,
         x.to_members, x.to_centre,
         (select jsonb_agg(jsonb_build_object('to', p.to_whom,
                   'at', to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                   'endedAt', to_char(p.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by p.at)
            from exchange.offering_pass p where p.offering = o.id) as passed
    from exchange.offering o
    left join parties.seat h on h.id = o.hub left join parties.body hb on hb.id = h.body
    left join exchange.offering_text t on t.offering = o.id
    left join exchange.offering_source s on s.offering = o.id
    left join parties.body b on b.id = s.body
    left join lateral (select e.to_members, e.to_centre from exchange.offering_extent e where e.offering = o.id order by e.number desc limit 1) x on true
   where ${which}`;

/** What one gave, was given as a hub, or had passed on by one; latest first. */
export const listOfferings = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: OfferingView[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select * from (${rowsOf(sql`true`)}) q
     where ${after === null ? sql`true` : sql`(q.given_at, q.id) < (${after.at}, ${after.id}::uuid)`}
     order by q.given_at desc, q.id desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items: shown.map(viewOf), next: last === undefined ? null : cursorOf(last.given_at, last.id) };
};

/** One offering as far as the reader may know it. */
export const showOffering = async (acting: Acting, id: string): Promise<OfferingView> => {
  const { rows } = await rowsOf(sql`o.id = ${id}`).execute(acting.db);
  const it = rows[0];
  if (it === undefined) throw notFound();
  if (it.handling !== null) refuseWeakSignIn(acting.signIn.strong, it.handling);
  return viewOf(it);
};

/** The hubs to which the acting seat may give something now. */
export const offeringHubs = async (
  acting: Acting,
): Promise<{ items: { seat: string; name: Bilingual }[]; next: null }> => {
  const { rows } = await sql<{ seat: string; name: Bilingual }>`
    select distinct on (b.kana, s.id) s.id as seat, jsonb_build_object('ja', b.name_ja, 'en', b.name_en) as name
      from parties.agreement a join parties.seat s on s.id = a.hub join parties.body b on b.id = s.body
     where a.seat = ${acting.seat} and 'hub-item' = any (a.kinds) and parties.in_force(a.id, ${acting.now})
     order by b.kana, s.id`.execute(acting.db);
  return { items: rows, next: null };
};

const viewOf = (r: Row): OfferingView => {
  const passed = r.passed ?? [];
  const open = (to: Pass): boolean => passed.some((it) => it.to === to && it.endedAt === null);
  const stands = r.withdrawn_at === null;
  const extent =
    r.to_members === null || r.to_centre === null ? null : { toMembers: r.to_members, toCentre: r.to_centre };
  return {
    id: r.id,
    reference: referenceOf('report', r.id).replace(/^./u, '持'),
    part: r.part,
    hub: r.hub ?? { ja: '', en: '' },
    givenAt: r.given_at.toISOString(),
    withdrawnAt: r.withdrawn_at?.toISOString() ?? null,
    text:
      r.title === null || r.body === null || r.handling === null
        ? null
        : { title: r.title, body: r.body, handling: r.handling },
    source: r.source,
    extent,
    passed,
    may: [
      ...(r.part === 'source' && stands ? (['extend', 'withdraw'] as const) : []),
      ...(r.part === 'hub' && stands && extent?.toMembers === true && !open('members')
        ? (['pass-members'] as const)
        : []),
      ...(r.part === 'hub' && stands && extent !== null && extent.toCentre !== 'no' && !open('centre')
        ? (['pass-centre'] as const)
        : []),
    ],
  };
};
