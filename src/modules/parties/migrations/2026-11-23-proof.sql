-- How people prove who they are. Nothing here can be used as it stands: passwords are peppered and TOTP secrets sealed with
-- a key that is not in the database, and the portal may not read them even for the person who asks.
create table parties.password (
  person uuid primary key references parties.person,
  hash text not null,
  changed_at timestamptz not null
);

-- `pending` waits to be confirmed by a first code; `last_step` is the last time step that was used, so no code works twice.
create table parties.totp (
  person uuid primary key references parties.person,
  secret bytea,
  pending bytea,
  last_step bigint not null default 0,
  confirmed_at timestamptz
);

create table parties.passkey (
  id uuid primary key,
  person uuid not null references parties.person,
  credential text not null unique check (length(credential) between 16 and 1400),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  backed_up boolean not null,
  label text not null,
  created_at timestamptz not null,
  last_used date
);
create index on parties.passkey (person);

-- A challenge is answered once, by whom it was made for, before its time is over.
create table parties.challenge (
  challenge text primary key,
  purpose text not null check (purpose in ('sign-in', 'add', 'join')),
  person uuid,
  until timestamptz not null
);
create index on parties.challenge (until);

-- One row, and only where a demo runs: then personas may be entered without proof.
create table parties.demo (one boolean primary key default true check (one));

-- With this key the web process shows that it has checked a proof; no SQL that the portal runs can read it.
create table parties.door_key (one boolean primary key default true check (one), key bytea not null check (length(key) = 32));

alter table parties.password enable row level security;  alter table parties.password force row level security;
alter table parties.totp enable row level security;      alter table parties.totp force row level security;
alter table parties.passkey enable row level security;   alter table parties.passkey force row level security;
alter table parties.challenge enable row level security; alter table parties.challenge force row level security;
alter table parties.demo enable row level security;      alter table parties.demo force row level security;
alter table parties.door_key enable row level security;  alter table parties.door_key force row level security;

create policy own on parties.password for select to portal using (person = (select acting.person()));
create policy set_own on parties.password for insert to portal with check (person = (select acting.person()));
create policy change_own on parties.password for update to portal using (person = (select acting.person())) with check (person = (select acting.person()));
create policy own on parties.totp for select to portal using (person = (select acting.person()));
create policy set_own on parties.totp for insert to portal with check (person = (select acting.person()));
create policy change_own on parties.totp for update to portal using (person = (select acting.person())) with check (person = (select acting.person()));
create policy own on parties.passkey for select to portal using (person = (select acting.person()));
create policy set_own on parties.passkey for insert to portal with check (person = (select acting.person()));
create policy remove_own on parties.passkey for delete to portal using (person = (select acting.person()));

create policy door on parties.password for select to acting_door using (true);
create policy door on parties.totp for select to acting_door using (true);
create policy step on parties.totp for update to acting_door using (true) with check (true);
create policy door on parties.passkey for select to acting_door using (true);
create policy counted on parties.passkey for update to acting_door using (true) with check (true);
create policy door on parties.challenge for select to acting_door using (true);
create policy made on parties.challenge for insert to acting_door with check (true);
create policy taken on parties.challenge for delete to acting_door using (true);
create policy door on parties.demo for select to acting_door using (true);
create policy declare on parties.demo for insert to worker with check (true);
create policy declared on parties.demo for select to worker using (true);
create policy door on parties.door_key for select to acting_door using (true);
create policy install on parties.door_key for insert to acting_door with check (true);

grant select (person, changed_at), insert (person, hash, changed_at), update (hash, changed_at) on parties.password to portal;
grant select (person, last_step, confirmed_at), insert (person, pending, secret, last_step, confirmed_at),
  update (pending, secret, last_step, confirmed_at) on parties.totp to portal;
grant select (id, person, credential, transports, backed_up, label, created_at, last_used), insert, delete on parties.passkey to portal;
grant select on parties.password, parties.totp, parties.passkey, parties.challenge, parties.demo, parties.door_key to acting_door;
grant update (last_step) on parties.totp to acting_door;
grant update (counter, last_used) on parties.passkey to acting_door;
grant insert, delete on parties.challenge to acting_door;
grant insert on parties.door_key to acting_door;
grant select, insert on parties.demo to worker;

-- One's own sign-ins: to be seen without their tokens, and keys to be made for the seat one sits in, 400 days at most.
create policy mine on acting.sign_in for select to portal using (person = (select acting.person()));
create policy key on acting.sign_in for insert to portal with check (
  kind = 'key' and person = (select acting.person()) and seat = (select acting.seat()) and until <= created_at + interval '400 days');
create policy opened on acting.sign_in for insert to acting_door with check (true);
create policy swept on acting.sign_in for delete to acting_door using (true);
grant select (id, kind, person, seat, created_at, until, label, scopes, strong, last_used),
  insert (token, id, kind, person, seat, epoch, created_at, until, label, scopes) on acting.sign_in to portal;
grant insert, delete, update (token, seat, epoch, until) on acting.sign_in to acting_door;

create policy begun on acting.epoch for insert to acting_door, worker with check (true);
create policy raised on acting.epoch for update to acting_door using (true) with check (true);
grant insert, update on acting.epoch to acting_door;
grant insert on acting.epoch to worker;

-- A demo's keys are made by the worker, and only where a demo was declared.
create policy demo_key on acting.sign_in for insert to worker
  with check (kind = 'key' and until <= created_at + interval '400 days' and exists (select from parties.demo));
grant insert (token, id, kind, person, seat, epoch, created_at, until, label, scopes) on acting.sign_in to worker;
