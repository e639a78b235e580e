-- Which seats stand today is asked by the programme's calendar.
grant create on schema exchange to tracer;
set role tracer;
create or replace function exchange.seats_of(p_capacities text[], p_bodies text[], p_now timestamptz)
returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from parties.seat s join parties.body b on b.id = s.body
   where s.capacity = any (p_capacities) and (p_bodies = '{}' or b.key = any (p_bodies))
     and s.valid_from <= acting.day(p_now) and (s.valid_to is null or s.valid_to > acting.day(p_now))
$$;
reset role;
revoke create on schema exchange from tracer;
