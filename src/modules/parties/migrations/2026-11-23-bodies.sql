-- Bodies, their seats, sectors and circles, and who stands above whom. Names of operators are not for everybody:
-- a body knows itself; the seats that supervise it know it; the desk that addresses provisions and the keeper of accounts know all.
create schema parties;
grant usage on schema parties to portal, worker, circulator, finder, tallier, tracer, acting_door;

create table parties.sector (
  key text primary key,
  name_ja text not null,
  name_en text not null,
  position smallint not null,
  least_group smallint not null
);

create table parties.body (
  id uuid primary key default gen_random_uuid(),
  key text unique,
  kind text not null,
  name_ja text not null,
  name_en text not null,
  kana text not null default '',
  alias text[] not null default '{}',
  domains text[] not null default '{}',
  place text,
  open boolean not null default false,
  fictitious boolean not null default false,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);

create table parties.seat (
  id uuid primary key default gen_random_uuid(),
  body uuid not null references parties.body,
  capacity text not null,
  valid_from date not null,
  valid_to date,
  unique (body, capacity)
);

create table parties.body_sector (
  body uuid not null references parties.body,
  sector text not null references parties.sector,
  valid_from date not null,
  valid_to date,
  primary key (body, sector, valid_from)
);

create table parties.circle (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  kind text not null check (kind in ('sector', 'ceptoar', 'standing')),
  sector text references parties.sector,
  name_ja text not null,
  name_en text not null,
  secretariat uuid references parties.seat,
  valid_from date not null,
  valid_to date
);

create table parties.membership (
  circle uuid not null references parties.circle,
  body uuid not null references parties.body,
  valid_from date not null,
  valid_to date,
  primary key (circle, body, valid_from)
);
create index on parties.membership (body);

-- The seats above a body: its ministry for a sector, the secretariat of its CEPTOAR. A row, with dates, kept by acts.
create table parties.supervision (
  body uuid not null references parties.body,
  seat uuid not null references parties.seat,
  sector text not null references parties.sector,
  circle uuid references parties.circle,
  valid_from date not null,
  valid_to date,
  primary key (body, seat, sector, valid_from)
);
create index on parties.supervision (seat, body);

alter table parties.sector enable row level security;      alter table parties.sector force row level security;
alter table parties.body enable row level security;        alter table parties.body force row level security;
alter table parties.seat enable row level security;        alter table parties.seat force row level security;
alter table parties.body_sector enable row level security; alter table parties.body_sector force row level security;
alter table parties.circle enable row level security;      alter table parties.circle force row level security;
alter table parties.membership enable row level security;  alter table parties.membership force row level security;
alter table parties.supervision enable row level security; alter table parties.supervision force row level security;

create policy seen on parties.sector for select to portal, circulator, tracer, tallier, finder using (true);
create policy above_or_own on parties.supervision for select to portal
  using (seat = (select acting.seat()) or body = (select acting.body()));
create policy known on parties.body for select to portal using (
  open or id = (select acting.body())
  or (select acting.has('draft-provisions')) or (select acting.has('manage-accounts'))
  or exists (select from parties.supervision s where s.body = body.id and s.seat = (select acting.seat())
               and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)));
create policy known on parties.seat for select to portal using (exists (select from parties.body b where b.id = seat.body));
create policy known on parties.body_sector for select to portal using (exists (select from parties.body b where b.id = body_sector.body));
create policy known on parties.membership for select to portal using (exists (select from parties.body b where b.id = membership.body));
create policy known on parties.circle for select to portal using (
  kind in ('sector', 'ceptoar') or (select acting.has('draft-provisions'))
  or exists (select from parties.membership m where m.circle = circle.id and m.body = (select acting.body())));

create policy door on parties.seat for select to acting_door, circulator, tracer, tallier, finder using (true);
create policy door on parties.body for select to acting_door, circulator, tracer, tallier, finder using (true);
create policy door on parties.body_sector for select to circulator, tracer, tallier using (true);
create policy door on parties.circle for select to circulator, tracer, tallier using (true);
create policy door on parties.membership for select to circulator, tracer, tallier using (true);
create policy door on parties.supervision for select to circulator, tracer, tallier using (true);

-- Accounts are kept by the system administrator; the programme's own bodies are put in place by the worker.
create policy enrol on parties.body for insert to portal with check ((select acting.has('manage-accounts')));
create policy amend on parties.body for update to portal using ((select acting.has('manage-accounts'))) with check ((select acting.has('manage-accounts')));
create policy enrol on parties.seat for insert to portal with check ((select acting.has('manage-accounts')));
create policy enrol on parties.body_sector for insert to portal with check ((select acting.has('manage-accounts')));
create policy enrol on parties.membership for insert to portal with check ((select acting.has('manage-accounts')));
create policy enrol on parties.supervision for insert to portal with check ((select acting.has('manage-accounts')));
create policy found on parties.sector for all to worker using (true) with check (true);
create policy found on parties.body for all to worker using (true) with check (true);
create policy found on parties.seat for all to worker using (true) with check (true);
create policy found on parties.body_sector for all to worker using (true) with check (true);
create policy found on parties.circle for all to worker using (true) with check (true);
create policy found on parties.membership for all to worker using (true) with check (true);
create policy found on parties.supervision for all to worker using (true) with check (true);

-- The keeper of accounts sees who stands above whom; the desk that addresses provisions does too.
create policy keeper on parties.supervision for select to portal
  using ((select acting.has('manage-accounts')) or (select acting.has('draft-provisions')));

grant select on all tables in schema parties to portal, circulator, tracer, tallier;
grant select on parties.seat, parties.body to acting_door, finder;
grant insert on parties.body, parties.seat, parties.body_sector, parties.membership, parties.supervision to portal;
grant update (name_ja, name_en, kana, alias, domains, place, valid_to) on parties.body to portal;
grant select, insert, update on all tables in schema parties to worker;

-- Seats and holders as the portal may see them: one's own body's, and all for the keeper of accounts.
create policy colleagues on acting.holder for select to portal
  using (body = (select acting.body()) or person = (select acting.person()) or (select acting.has('manage-accounts')));
-- Seats are taken by accepting an invitation, never given; the keeper of accounts ends them, except the keeper's own.
create policy relieve on acting.holder for update to portal
  using ((select acting.has('manage-accounts')) and person <> (select acting.person()))
  with check ((select acting.has('manage-accounts')) and person <> (select acting.person()) and valid_to is not null);
create policy found on acting.holder for insert to worker with check (true);
grant select on acting.holder to portal;
grant update (valid_to) on acting.holder to portal;
grant insert on acting.holder to worker;
