import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { searchQuery } from '../../../kernel/text.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { referenceOf } from '../../circulation/index.ts';
import type { ProvisionListed, ProvisionStage } from '../shapes/provision.ts';

interface Row {
  item: string;
  provision: string;
  title: string;
  handling: Handling;
  kind: string;
  stage: ProvisionStage;
  sent: Date | null;
  mode: string | null;
  at: Date;
  mine: boolean;
  approved: boolean;
  hand: boolean;
  waits: boolean;
  feedback: number | null;
  asked_at: Date | null;
  due: Date | null;
  acknowledged_at: Date | null;
  tiers: { tier: string; targeted: number; acknowledged: number }[] | null;
}

interface Query {
  limit: number;
  cursor?: string | undefined;
  state?: 'draft' | 'sent' | undefined;
  q?: string | undefined;
}

/** Provisions that have reached the reader, and the drafts of its own desk; the latest first. */
export const listProvisions = async (
  acting: Acting,
  query: Query,
): Promise<{ items: ProvisionListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const words = query.q === undefined ? null : searchQuery(query.q);
  const { rows } = await sql<Row>`
    with seen as (
      select distinct on (v.provision) i.id as item, v.provision, v.stage, i.title, i.handling, v.kind, i.sent, i.mode,
             x.author as mine,
             coalesce(i.sent, w.updated_at) as at, w.asked_at, r.due, r.acknowledged_at,
             exists (select from exchange.approval a where a.item = i.id and a.revision = w.revision) as approved,
             exists (select from exchange.provision_editor e where e.item = i.id and e.person = ${acting.person}) as hand
        from circulation.reach x
        join circulation.item i on i.id = x.item
        join exchange.provision_version v on v.item = i.id
        left join exchange.provision_work w on w.item = i.id
        left join circulation.receipt r on r.item = i.id and r.seat = x.reader
       where x.reader = ${acting.seat} and x.realm = ${acting.realm} and x.kind = 'provision'
         ${query.state === 'draft' ? sql`and i.sent is null` : query.state === 'sent' ? sql`and i.sent is not null` : sql``}
         ${
           words === null
             ? sql``
             : sql`and v.provision in (select h.provision from circulation.found(${words}::tsquery, 'provision') f join exchange.provision_version h on h.item = f.item)`
         }
     order by v.provision, v.number desc
    ), shown as (
      select * from seen where true
        ${after === null ? sql`` : sql`and (at, item) < (${after.at}, ${after.id}::uuid)`}
       order by at desc, item desc limit ${query.limit + 1}
    )
    select s.*, s.sent is null and s.approved and exchange.stands_against(s.item, ${acting.now}) is not null as waits,
           case when s.mine and s.sent is not null then
             (select count(*) from exchange.feedback f where f.provision = s.provision and exchange.feedback_stands(f.id)) end as feedback, case when s.mine and s.sent is not null then
             (select jsonb_agg(jsonb_build_object('tier', f.capacity, 'targeted', f.targeted, 'acknowledged', f.acknowledged) order by f.tier, f.capacity)
                from circulation.figures(s.item) f where f.whole) end as tiers
      from shown s order by s.at desc, s.item desc`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((r) => listedOf(r, acting.may('approve-provisions'))),
    next: last === undefined ? null : cursorOf(last.at, last.item),
  };
};

const listedOf = (r: Row, approver: boolean): ProvisionListed => ({
  id: r.provision,
  reference: referenceOf('provision', r.provision),
  title: r.title,
  kind: r.kind,
  handling: r.handling,
  state: r.sent !== null ? 'sent' : r.approved ? 'approved' : r.asked_at === null ? 'draft' : 'asked',
  sentAt: r.sent?.toISOString() ?? null,
  mode: r.mode,
  stage: r.stage,
  updatedAt: r.at.toISOString(),
  due: r.due?.toISOString() ?? null,
  acknowledgedAt: r.acknowledged_at?.toISOString() ?? null,
  mine: r.mine,
  mayApprove: approver && r.mine && r.sent === null && !r.approved && r.asked_at !== null && !r.hand,
  waitsForSources: r.waits,
  feedback: r.feedback,
  tiers: r.tiers ?? [],
});
