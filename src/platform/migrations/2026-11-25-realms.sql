-- A realm may be paused and is closed in the end; a seat may leave it. Whoever was in it goes on reading, and nobody acts there.
alter table acting.realm add column paused_at timestamptz;
alter table acting.realm_seat add column left_at timestamptz;

-- That a drill exists is known to those who were invited, and to nobody else.
drop policy door on acting.realm;
create policy door on acting.realm for select to acting_door, worker using (true);
create policy live_or_invited on acting.realm for select to portal
  using (kind = 'live' or exists (select from acting.realm_seat m where m.realm = realm.id and m.seat = (select acting.seat())));

-- Realms are kept by one role without login: the triggers of the room that plans drills belong to it.
create policy keep on acting.realm for select to realm_keeper using (true);
create policy open on acting.realm for insert to realm_keeper with check (kind <> 'live');
create policy halt on acting.realm for update to realm_keeper using (kind <> 'live') with check (kind <> 'live');
create policy keep on acting.realm_seat for select to realm_keeper, circulator using (true);
create policy invite on acting.realm_seat for insert to realm_keeper with check (true);
create policy leave on acting.realm_seat for update to realm_keeper using (true) with check (true);
grant usage on schema acting to realm_keeper;
grant select, insert, update (paused_at, closed_at) on acting.realm to realm_keeper;
grant select, insert, update (left_at) on acting.realm_seat to realm_keeper;
grant select on acting.realm_seat to circulator;

drop function acting.begin_once(bytea, uuid, timestamptz, text);
drop function acting.begin(bytea, uuid, timestamptz);
grant create on schema acting to acting_door;
set role acting_door;

-- Seals who acts for this transaction. Gives the acting row, or none when the token, the seat or the realm does not stand.
-- `halted` says why nothing may be done in the realm any more: it is closed or paused, or the seat has left it.
create function acting.begin(p_token bytea, p_realm uuid, p_now timestamptz)
returns table (seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[], halted text, in_live boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v text; day date := acting.day(p_now); live uuid; asked uuid;
begin
  select r.id into live from acting.realm r where r.kind = 'live';
  asked := coalesce(p_realm, live);
  for seat, person, body, capacity, role, scopes, sign_in, kind, strong, halted in
    select h.seat, h.person, h.body, h.capacity, h.role, s.scopes, s.id, s.kind, s.strong,
           case when asked = live then null when r.closed_at is not null then 'closed' when r.paused_at is not null then 'paused'
                when m.left_at is not null then 'left' end
      from acting.sign_in s
      join acting.holder h on h.seat = s.seat and h.person = s.person
      join acting.epoch e on e.person = s.person and (s.kind = 'key' or e.epoch = s.epoch)
      left join (acting.realm r join acting.realm_seat m on m.realm = r.id) on r.id = asked and m.seat = s.seat
     where s.token = p_token and s.until > p_now
       and h.valid_from <= day and (h.valid_to is null or h.valid_to > day)
       and (asked = live or m.seat is not null)
     order by h.valid_from desc limit 1
  loop
    realm := asked; in_live := asked = live;
    powers := array(select p.power from acting.power p where p.capacity = begin.capacity and p.role = begin.role);
    v := concat_ws('|', seat, person, realm, body, capacity, role, acting.microseconds(p_now), coalesce(halted, ''), in_live);
    update acting.sign_in s set last_used = day where s.token = p_token and s.last_used is distinct from day;
    return next;
  end loop;
  perform set_config('acting.who', coalesce(v, ''), true), set_config('acting.mac', coalesce(acting.mac(v), ''), true);
end $$;

-- As acting.begin, and what was answered to this key of this person, seat and realm before. `kept` is what the key is
-- stored under: nobody else's can be named by it.
create function acting.begin_once(p_token bytea, p_realm uuid, p_now timestamptz, p_key text)
returns table (seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[], halted text, in_live boolean,
               kept text, door text, body_hash bytea, status smallint, answer jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  for seat, person, realm, body, capacity, role, scopes, sign_in, kind, strong, powers, halted, in_live in
    select * from acting.begin(p_token, p_realm, p_now)
  loop
    kept := translate(rtrim(encode(sha256(convert_to(concat_ws(' ', person, realm, p_key), 'UTF8')), 'base64'), '='), '+/', '-_');
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', seat, kept), 0));
    select i.door, i.body_hash, i.status, i.answer into door, body_hash, status, answer
      from platform.idempotency i where i.seat = begin_once.seat and i.key = begin_once.kept;
    return next;
  end loop;
end $$;

-- The worker acts for a seat in the live realm, or in one that goes on and that the seat has not left.
create or replace function acting.begin_as(p_seat uuid, p_person uuid, p_realm uuid, p_now timestamptz)
returns table (seat uuid, person uuid, realm uuid, body uuid, capacity text, role text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v text; day date := acting.day(p_now); live uuid; asked uuid;
begin
  select r.id into live from acting.realm r where r.kind = 'live';
  asked := coalesce(p_realm, live);
  for seat, person, body, capacity, role in
    select h.seat, h.person, h.body, h.capacity, h.role from acting.holder h
     where h.seat = p_seat and h.person = p_person
       and h.valid_from <= day and (h.valid_to is null or h.valid_to > day)
       and (asked = live or exists (select from acting.realm r join acting.realm_seat m on m.realm = r.id
                                     where r.id = asked and m.seat = h.seat and m.left_at is null
                                       and r.closed_at is null and r.paused_at is null)) limit 1
  loop
    realm := asked;
    v := concat_ws('|', seat, person, realm, body, capacity, role, acting.microseconds(p_now), '', asked = live);
    return next;
  end loop;
  perform set_config('acting.who', coalesce(v, ''), true), set_config('acting.mac', coalesce(acting.mac(v), ''), true);
end $$;

-- Why nothing may be done in the sealed realm; null where something may. Whether that realm is the live one, null when nobody acts.
create function acting.halted() returns text language sql stable set search_path = pg_catalog, pg_temp as $$ select nullif((acting.who())[8], '') $$;
create function acting.live() returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$ select (acting.who())[9]::boolean $$;
-- Whether somebody acts in a realm that is not the live one. False, never null, where nobody or the house itself acts.
create function acting.in_drill() returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$ select coalesce(not acting.live(), false) $$;
grant execute on function acting.begin(bytea, uuid, timestamptz), acting.begin_once(bytea, uuid, timestamptz, text) to portal;
grant execute on function acting.halted(), acting.live(), acting.in_drill() to portal, worker, circulator, finder, tallier, tracer, host, realm_keeper;
grant execute on function acting.who(), acting.seat(), acting.person(), acting.realm(), acting.body(), acting.capacity(),
  acting.me(), acting.has(text), acting.at() to realm_keeper;
reset role;
revoke create on schema acting from acting_door;

-- The wall behind the doors: whatever is done is recorded, and in a realm where nothing may be done nothing is. What a person
-- does to one's own sign-in belongs to no realm and may always be recorded.
create policy not_halted on journal.entry as restrictive for insert to portal
  with check ((select acting.halted()) is null or starts_with(fact, 'session.'));
