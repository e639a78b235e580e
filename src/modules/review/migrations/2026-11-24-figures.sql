-- The regime looks at itself. What it did is counted over rows that the reader may not see, by functions that give numbers
-- alone, to seats with `read-figures`, in the live realm, and only about what came to or went out from the reader's own body.
create schema review;
grant usage on schema review to portal, tallier;
grant create on schema review to tallier;
set role tallier;

-- The seats of the reader's body at which reports end: what has not come there is no case yet. No row without the power.
create function review.centre() returns table (seat uuid, realm uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct s.id, r.id
    from acting.realm r
    join parties.seat s on s.body = acting.body()
    join acting.power p on p.capacity = s.capacity and p.power = 'triage-reports'
   where r.kind = 'live' and r.id = acting.realm() and acting.has('read-figures')
$$;

-- The cases of a time, each once: in the span (from 1) in which its first version came to the centre, with the type and the
-- causes of the latest version that has come there. `open` is whether a public body reported it.
create function review.cases(p_bounds timestamptz[])
returns table (item uuid, span integer, event_type text, cause_types text[], open boolean, submitted_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with came as (
    select distinct on (v.item) v.item, v.report, v.number, v.event_type, v.cause_types, v.submitted_at, h.sent as at
      from review.centre() c
      join circulation.reach h on h.reader = c.seat and h.realm = c.realm and h.kind = 'report' and not h.author
      join exchange.report_version v on v.item = h.item
     order by v.item, h.sent
  ),
  first as (select distinct on (a.report) a.* from came a order by a.report, a.at, a.number),
  latest as (select distinct on (a.report) a.* from came a order by a.report, a.number desc)
  select f.item, width_bucket(f.at, p_bounds), l.event_type, l.cause_types, b.open, f.submitted_at
    from first f
    join latest l on l.report = f.report
    join exchange.source s on s.report = f.report
    join parties.body b on b.id = s.body
   where f.at >= p_bounds[1] and f.at < p_bounds[cardinality(p_bounds)]
$$;

-- What the centre sent, each provision once: when its first version went out.
create function review.sent(p_bounds timestamptz[]) returns table (item uuid, span integer, at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.item, width_bucket(f.at, p_bounds), f.at
    from (select distinct on (i.subject) i.id as item, i.sent as at
            from review.centre() c
            join circulation.reach h on h.reader = c.seat and h.realm = c.realm and h.kind = 'provision' and h.author
            join circulation.item i on i.id = h.item and i.sent is not null
           order by i.subject, i.sent) f
   where f.at >= p_bounds[1] and f.at < p_bounds[cardinality(p_bounds)]
$$;

-- Counts by span: `reports`, `events` and `causes` of what operators reported, `agencies` of what public bodies did, `provisions`.
create function review.counts(p_bounds timestamptz[]) returns table (what text, code text, span integer, n bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with cases as materialized (select * from review.cases(p_bounds))
  select 'reports', '', c.span, count(*) from cases c where not c.open group by 3
  union all select 'events', c.event_type, c.span, count(*) from cases c where not c.open group by 2, 3
  union all select 'causes', t.code, c.span, count(*) from cases c, unnest(c.cause_types) t (code) where not c.open group by 2, 3
  union all select 'agencies', '', c.span, count(*) from cases c where c.open group by 3
  union all select 'provisions', '', s.span, count(*) from review.sent(p_bounds) s group by 3
$$;

-- How long each hop took, in seconds. Up: from sending to each tier that must pass it on and to the centre, by the first
-- version of a case. Down: from sending to the acknowledgement in each tier.
create function review.hops(p_bounds timestamptz[])
returns table (way text, tier smallint, capacity text, n bigint, median double precision, longest double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with up as (
    select r.tier, s.capacity,
           extract(epoch from r.sent_at - coalesce(lag(r.sent_at) over (partition by r.item order by r.tier), c.submitted_at)) as took
      from review.cases(p_bounds) c
      join circulation.receipt r on r.item = c.item and r.sent_at is not null
      join parties.seat s on s.id = r.seat
     where not c.open and (r.must_relay or r.seat in (select z.seat from review.centre() z))
  ),
  down as (
    select r.tier, s.capacity, extract(epoch from r.acknowledged_at - i.at) as took
      from review.sent(p_bounds) i
      join circulation.receipt r on r.item = i.item and r.acknowledged_at is not null
      join parties.seat s on s.id = r.seat
  ),
  hops as (select 'up' as way, u.* from up u union all select 'down', d.* from down d)
  select h.way, h.tier, h.capacity, count(*), percentile_cont(0.5) within group (order by h.took), max(h.took)::double precision
    from hops h group by 1, 2, 3
$$;

-- How many bodies of a sector have let the time for acknowledging run out, and of how many that were asked. No names.
create function review.silent(p_bounds timestamptz[], p_now timestamptz)
returns table (sector text, bodies bigint, asked bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.sector, count(distinct r.body) filter (where r.acknowledged_at is null and r.due < p_now), count(distinct r.body)
    from review.sent(p_bounds) s
    join circulation.receipt r on r.item = s.item and r.sent_at is not null
   where r.sector is not null
   group by 1
$$;

revoke execute on function review.cases(timestamptz[]), review.sent(timestamptz[]), review.centre() from public;
grant execute on function review.counts(timestamptz[]), review.hops(timestamptz[]), review.silent(timestamptz[], timestamptz) to portal;
reset role;
revoke create on schema review from tallier;
