-- Of what operators tell, the regime's figures count failures and near misses: they alone have a type of event, and the types
-- add up to the total. What operators tell of methods, flaws and lessons is not counted among them. All else is as it was.
grant create on schema review to tallier;
set role tallier;
create or replace function review.counts(p_bounds timestamptz[]) returns table (what text, code text, span integer, n bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with cases as materialized (select * from review.cases(p_bounds)),
  failures as (select * from cases c where not c.open and c.event_type is not null)
  select 'reports', '', f.span, count(*) from failures f group by 3
  union all select 'events', f.event_type, f.span, count(*) from failures f group by 2, 3
  union all select 'causes', t.code, f.span, count(*) from failures f, unnest(f.cause_types) t (code) group by 2, 3
  union all select 'agencies', '', c.span, count(*) from cases c where c.open group by 3
  union all select 'provisions', '', s.span, count(*) from review.sent(p_bounds) s group by 3
$$;
reset role;
revoke create on schema review from tallier;
