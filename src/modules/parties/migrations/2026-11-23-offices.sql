-- What the offices are called and which ministry answers for which sector: the programme's own words, known to everybody.
create table parties.role (
  capacity text not null,
  role text not null,
  position smallint not null,
  capacity_ja text not null,
  capacity_en text not null,
  short_ja text not null,
  short_en text not null,
  title_ja text not null,
  title_en text not null,
  primary key (capacity, role)
);

create table parties.competence (
  sector text not null references parties.sector,
  seat uuid not null references parties.seat,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  primary key (sector, seat, valid_from)
);

alter table parties.role enable row level security;       alter table parties.role force row level security;
alter table parties.competence enable row level security; alter table parties.competence force row level security;

create policy seen on parties.role for select to portal, acting_door using (true);
create policy found_see on parties.role for select to worker using (true);
create policy found on parties.role for insert to worker with check (true);
create policy refound on parties.role for update to worker using (true) with check (true);
create policy retire on parties.role for delete to worker using (true);
create policy seen on parties.competence for select to portal, circulator, tracer using (true);
create policy found_see on parties.competence for select to worker using (true);
create policy found on parties.competence for insert to worker with check (true);
create policy refound on parties.competence for update to worker using (true) with check (true);

grant select on parties.role to portal, acting_door;
grant select on parties.competence to portal, circulator, tracer;
grant select, insert, update, delete on parties.role to worker;
grant select, insert, update on parties.competence to worker;

-- A seat knows which realms it may enter.
create policy own on acting.realm_seat for select to portal using (seat = (select acting.seat()));
grant select on acting.realm_seat to portal;
