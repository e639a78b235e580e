-- Keys of the house itself, one of a kind for all its processes: what signs its mail. The secret half is sealed with the
-- application's secret, which is not in the database; the other half is for everybody who is signed in.
create table platform.own_key (
  kind text primary key check (kind in ('openpgp', 'vapid')),
  open text not null,
  sealed bytea not null,
  made_at timestamptz not null
);
alter table platform.own_key enable row level security; alter table platform.own_key force row level security;
create policy known on platform.own_key for select to portal using ((select acting.seat()) is not null);
create policy work on platform.own_key for select to worker using (true);
create policy made on platform.own_key for insert to worker with check (true);
grant select (kind, open, made_at) on platform.own_key to portal;
grant select, insert on platform.own_key to worker;
