-- The sealed door: who is acting, in which seat, in which realm. See SECURITY.md, "The door".
create schema platform;
create schema acting;
grant usage on schema acting, platform to portal, worker, acting_door, circulator, finder, tallier, tracer;

create table acting.seal_key (key bytea not null);
insert into acting.seal_key values (sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

create table acting.realm (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('live', 'drill', 'exercise')),
  name_ja text not null,
  name_en text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index one_live_realm on acting.realm (kind) where kind = 'live';
insert into acting.realm (kind, name_ja, name_en, opened_at) values ('live', '実運用', 'Live', '2014-07-10T00:00:00+09:00');

-- Which seats may enter a realm that is not the live one.
create table acting.realm_seat (
  realm uuid not null references acting.realm,
  seat uuid not null,
  primary key (realm, seat)
);

-- Who may sit where: the one copy of it, kept by the parties room.
create table acting.holder (
  seat uuid not null,
  person uuid not null,
  body uuid not null,
  capacity text not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from),
  primary key (seat, person, valid_from)
);
create index on acting.holder (person);

-- A sign-in: a session of the portal or an API key. The token is the SHA-256 of the secret, which is stored nowhere.
create table acting.sign_in (
  token bytea primary key check (length(token) = 32),
  id uuid not null unique default gen_random_uuid(),
  kind text not null check (kind in ('session', 'key')),
  person uuid not null,
  seat uuid not null,
  epoch integer not null,
  created_at timestamptz not null,
  until timestamptz not null,
  label text,
  scopes text[],
  strong boolean not null default true,
  last_used date
);
create index on acting.sign_in (person);

-- The credential epoch: raised when a person's credentials change, so that every older session dies.
create table acting.epoch (person uuid primary key, epoch integer not null default 1);

-- What a capacity and role may do, copied from the programme for the few functions that ask.
create table acting.power (
  capacity text not null,
  role text not null,
  power text not null,
  primary key (capacity, role, power)
);

alter table acting.seal_key enable row level security;   alter table acting.seal_key force row level security;
alter table acting.realm enable row level security;      alter table acting.realm force row level security;
alter table acting.realm_seat enable row level security; alter table acting.realm_seat force row level security;
alter table acting.holder enable row level security;     alter table acting.holder force row level security;
alter table acting.sign_in enable row level security;    alter table acting.sign_in force row level security;
alter table acting.epoch enable row level security;      alter table acting.epoch force row level security;
alter table acting.power enable row level security;      alter table acting.power force row level security;

create policy door on acting.seal_key for select to acting_door using (true);
create policy door on acting.realm for select to acting_door, worker, portal using (true);
create policy door on acting.realm_seat for select to acting_door using (true);
create policy door on acting.holder for select to acting_door, circulator, worker using (true);
create policy door on acting.sign_in for select to acting_door using (true);
create policy used on acting.sign_in for update to acting_door using (true) with check (true);
create policy door on acting.epoch for select to acting_door using (true);
create policy door on acting.power for select to acting_door, tallier, circulator, worker using (true);
create policy keep on acting.power for insert to worker with check (true);
create policy clear on acting.power for delete to worker using (true);

grant select on acting.seal_key, acting.realm_seat, acting.sign_in, acting.epoch, acting.power to acting_door;
grant update (last_used) on acting.sign_in to acting_door;
grant select on acting.realm to acting_door, portal, worker;
grant select on acting.holder to acting_door, circulator, worker;
grant select on acting.power to tallier, circulator;
grant select, insert, delete on acting.power to worker;

grant create on schema acting to acting_door;
set role acting_door;

create function acting.mac(v text) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(k.key || convert_to(concat_ws('|', v, pg_backend_pid(), extract(epoch from transaction_timestamp())), 'UTF8')
         || k.key), 'hex') from acting.seal_key k
$$;

-- Seals who acts for this transaction. Gives the acting row, or none when the token, the seat or the realm does not stand.
create function acting.begin(p_token bytea, p_realm uuid, p_now timestamptz)
returns table (seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v text; day date := (p_now at time zone 'Asia/Tokyo')::date; live uuid; asked uuid;
begin
  select r.id into live from acting.realm r where r.kind = 'live';
  asked := coalesce(p_realm, live);
  for seat, person, body, capacity, role, scopes, sign_in, kind, strong in
    select h.seat, h.person, h.body, h.capacity, h.role, s.scopes, s.id, s.kind, s.strong
      from acting.sign_in s
      join acting.holder h on h.seat = s.seat and h.person = s.person
      join acting.epoch e on e.person = s.person and (s.kind = 'key' or e.epoch = s.epoch)
     where s.token = p_token and s.until > p_now
       and h.valid_from <= day and (h.valid_to is null or h.valid_to > day)
       and (asked = live or exists (select from acting.realm r join acting.realm_seat m on m.realm = r.id
                                     where r.id = asked and m.seat = s.seat and r.closed_at is null))
     order by h.valid_from desc limit 1
  loop
    realm := asked;
    powers := array(select p.power from acting.power p where p.capacity = begin.capacity and p.role = begin.role);
    v := concat_ws('|', seat, person, realm, body, capacity, role);
    update acting.sign_in s set last_used = day where s.token = p_token and s.last_used is distinct from day;
    return next;
  end loop;
  perform set_config('acting.who', coalesce(v, ''), true), set_config('acting.mac', coalesce(acting.mac(v), ''), true);
end $$;

-- The worker's own door: it acts for a seat that a fact names, never on a request.
create function acting.begin_as(p_seat uuid, p_person uuid, p_realm uuid, p_now timestamptz)
returns table (seat uuid, person uuid, realm uuid, body uuid, capacity text, role text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v text; day date := (p_now at time zone 'Asia/Tokyo')::date;
begin
  for seat, person, body, capacity, role in
    select h.seat, h.person, h.body, h.capacity, h.role from acting.holder h
     where h.seat = p_seat and h.person = p_person
       and h.valid_from <= day and (h.valid_to is null or h.valid_to > day) limit 1
  loop
    realm := coalesce(p_realm, (select r.id from acting.realm r where r.kind = 'live'));
    v := concat_ws('|', seat, person, realm, body, capacity, role);
    return next;
  end loop;
  perform set_config('acting.who', coalesce(v, ''), true), set_config('acting.mac', coalesce(acting.mac(v), ''), true);
end $$;

create function acting.who() returns text[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v text := nullif(current_setting('acting.who', true), '');
begin
  if v is null then return null; end if;
  if acting.mac(v) is distinct from current_setting('acting.mac', true) then
    raise exception 'acting-seal-broken' using errcode = '28000';
  end if;
  return string_to_array(v, '|');
end $$;

create function acting.seat() returns uuid language sql stable set search_path = pg_catalog, pg_temp as $$ select (acting.who())[1]::uuid $$;
create function acting.person() returns uuid language sql stable set search_path = pg_catalog, pg_temp as $$ select (acting.who())[2]::uuid $$;
create function acting.realm() returns uuid language sql stable set search_path = pg_catalog, pg_temp as $$ select (acting.who())[3]::uuid $$;
create function acting.body() returns uuid language sql stable set search_path = pg_catalog, pg_temp as $$ select (acting.who())[4]::uuid $$;
create function acting.capacity() returns text language sql stable set search_path = pg_catalog, pg_temp as $$ select (acting.who())[5] $$;
-- The two readers one is: the seat and the person.
create function acting.me() returns uuid[] language sql stable set search_path = pg_catalog, pg_temp as $$ select (acting.who())[1:2]::uuid[] $$;

-- Whether the acting seat holds a power.
create function acting.has(p_power text) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from acting.power p, acting.who() w where p.capacity = w[5] and p.role = w[6] and p.power = p_power)
$$;

grant execute on function acting.begin(bytea, uuid, timestamptz) to portal;
grant execute on function acting.begin_as(uuid, uuid, uuid, timestamptz) to worker;
grant execute on function acting.who(), acting.seat(), acting.person(), acting.realm(), acting.body(), acting.capacity(), acting.me(), acting.has(text)
  to portal, worker, circulator, finder, tallier, tracer;
reset role;
revoke create on schema acting from acting_door;
