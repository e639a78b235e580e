-- Devices on which a person turned pushes on: an address at a push service that the browser chose, with its keys. Ended, never
-- deleted, with why; and one row for each notice that rings on one, so that nothing rings twice and what failed is tried again.
create table notices.push_device (
  id uuid primary key,
  person uuid not null,
  endpoint text not null check (endpoint like 'https://%'),
  p256dh text not null,
  auth text not null,
  label text not null,
  added_at timestamptz not null,
  told_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('removed', 'gone')),
  check ((ended_at is null) = (ended_why is null))
);
create unique index one_standing on notices.push_device (person, endpoint) where ended_at is null;
create index on notices.push_device (person, added_at desc);

create table notices.push (
  device uuid not null references notices.push_device,
  notice uuid not null references notices.notice on delete cascade,
  text text not null,
  -- Live, a drill's, an exercise's, or that something real broke one off: what came together under one of them rings once.
  mark text not null check (mark in ('live', 'drill', 'exercise', 'real')),
  urgent boolean not null,
  created_at timestamptz not null,
  -- Null where it is not to ring at all.
  next_try timestamptz,
  claimed_at timestamptz,
  tries smallint not null default 0,
  sent_at timestamptz,
  failed text,
  primary key (device, notice)
);
create index on notices.push (next_try) where sent_at is null and failed is null and next_try is not null;
create index on notices.push (notice);

alter table notices.push_device enable row level security; alter table notices.push_device force row level security;
alter table notices.push enable row level security;        alter table notices.push force row level security;
create policy own on notices.push_device for select to portal using (person = (select acting.person()));
create policy added on notices.push_device for insert to portal with check (person = (select acting.person()) and ended_at is null);
create policy removed on notices.push_device for update to portal
  using (person = (select acting.person()) and ended_at is null)
  with check (person = (select acting.person()) and ended_why = 'removed');
create policy work on notices.push_device for select to worker using (true);
create policy gone on notices.push_device for update to worker using (true) with check (true);
create policy work on notices.push for all to worker using (true) with check (true);
grant select (id, person, endpoint, label, added_at, told_at, ended_at, ended_why),
  insert (id, person, endpoint, p256dh, auth, label, added_at), update (ended_at, ended_why) on notices.push_device to portal;
grant select, update (told_at, ended_at, ended_why) on notices.push_device to worker;
grant select, insert, update, delete on notices.push to worker;
