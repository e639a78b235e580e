import { sql } from 'kysely';
import { type Acting, named } from '../../../platform/acting.ts';
import type { Moment } from '../shapes.ts';

interface Row {
  id: string;
  at: Date;
  kind: Moment['kind'];
  what: string;
  text: string | null;
  sector: string | null;
  by: string | null;
  shared: boolean;
  report: string | null;
}

/** How much of a timeline is given at once: the latest of it. */
export const most = 200;

/**
 * What happened, the latest first: what was said and decided, the acts of mode since it began, and for the desk the reports in
 * it, each at the time of its first version that the desk has.
 */
export const timelineOf = async (acting: Acting, id: string): Promise<Moment[]> => {
  const { rows } = await sql<Row>`
    with s as (select * from situations.situation where id = ${id}),
    held as (
      select c.id, c.at, 'course' as kind, c.verb as what, c.reason as text, null::text as sector, s.desk as seat, true as shared, null::uuid as report
        from situations.course c, s where c.situation = s.id
      union all select s.id, s.at, 'course', 'opened', null, null, s.desk, true, null from s
      union all
      (select t.id, t.at, 'state', t.state, t.says, t.sector, t.seat, true, null from situations.sector_state t where t.situation = ${id}
        order by t.at desc limit ${most})
      union all
      select p.id, p.at, 'spill', p.how, p.says, p.cause || ' ' || p.effect, p.seat, true, null from situations.spill_over p where p.situation = ${id}
      union all
      select d.id, d.decided_at, 'decision', 'decided', d.decided, null, d.seat, true, null from situations.decision d where d.situation = ${id}
      union all
      (select e.id, e.happened_at, 'entry', e.kind, e.text, null, e.seat, e.shared, null from situations.entry e where e.situation = ${id}
        order by e.happened_at desc limit ${most})
      union all
      (select min(q.id::text)::uuid, q.at, 'asked', 'asked', null, string_agg(q.sector, ' ' order by q.sector), s.desk, true, null
         from situations.inquiry q, s where q.situation = s.id group by q.at, s.desk order by q.at desc limit ${most})
      union all
      select x.id, x.at, 'shared', x.part, null, null, s.desk, true, null from situations.sharing x, s where x.situation = s.id
      union all
      select c.act, c.takes_effect, 'mode', a.verb, a.basis, null, c.seat, true, null
        from mode.confirmation c join mode.act a on a.id = c.act, s
       where c.takes_effect > s.at - interval '6 hours' and c.takes_effect <= ${acting.now}
      union all
      (select g.id, f.submitted_at, 'report', f.stage, f.title, g.sector, null, false, g.report
         from (select * from situations.grouping where situation = ${id} and ended_at is null order by at desc limit ${most}) g
         join lateral (select v.stage, v.submitted_at, i.title from exchange.report_version v join circulation.item i on i.id = v.item
                        where v.report = g.report order by v.number desc limit 1) f on true)
    )
    select h.id::text, h.at, h.kind, h.what, h.text, h.sector, ${named(acting, 'b')} as by, h.shared, h.report
      from held h left join parties.seat p on p.id = h.seat left join parties.body b on b.id = p.body
     order by h.at desc, h.kind, h.id limit ${most}`.execute(acting.db);
  return rows.map((r) => ({ ...r, at: r.at.toISOString() }));
};
