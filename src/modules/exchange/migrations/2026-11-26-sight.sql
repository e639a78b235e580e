grant create on schema exchange to tracer;
set role tracer;
-- Which seats know who reported: for whoever reported, and for nobody else.
create function exchange.told_of(p_report uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.reader from exchange.source_reader x where x.report = p_report and exchange.is_source(p_report)
$$;
grant execute on function exchange.told_of(uuid) to portal;
reset role;
revoke create on schema exchange from tracer;
