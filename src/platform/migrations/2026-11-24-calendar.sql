-- The programme's own calendar: in which zone its days begin, and on which day its fiscal years. One row, written when the
-- programme is put into force; nothing else in the database knows a zone.
create table acting.calendar (
  one boolean primary key default true check (one),
  zone text not null,
  fiscal_year_begins text not null check (fiscal_year_begins ~ '^\d\d-\d\d$')
);
insert into acting.calendar (zone, fiscal_year_begins) values ('Asia/Tokyo', '04-01');

alter table acting.calendar enable row level security; alter table acting.calendar force row level security;
create policy read on acting.calendar for select to acting_door, worker using (true);
create policy establish on acting.calendar for update to worker using (true) with check (true);
grant select on acting.calendar to acting_door, worker;
grant update (zone, fiscal_year_begins) on acting.calendar to worker;

grant create on schema acting to acting_door;
set role acting_door;
-- The day on which an instant falls, by the programme's calendar.
create function acting.day(p_at timestamptz) returns date
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (p_at at time zone c.zone)::date from acting.calendar c
$$;
grant execute on function acting.day(timestamptz) to portal, worker, circulator, finder, tallier, tracer;
reset role;
revoke create on schema acting from acting_door;
