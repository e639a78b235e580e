-- The instant at which somebody acts is sealed with who acts, so that a policy may end a right at its minute by the
-- injected clock and not by the database's own. Everything else about beginning is as it was.
grant create on schema acting to acting_door;
set role acting_door;

create or replace function acting.begin(p_token bytea, p_realm uuid, p_now timestamptz)
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
    v := concat_ws('|', seat, person, realm, body, capacity, role, acting.microseconds(p_now));
    update acting.sign_in s set last_used = day where s.token = p_token and s.last_used is distinct from day;
    return next;
  end loop;
  perform set_config('acting.who', coalesce(v, ''), true), set_config('acting.mac', coalesce(acting.mac(v), ''), true);
end $$;

create or replace function acting.begin_as(p_seat uuid, p_person uuid, p_realm uuid, p_now timestamptz)
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
    v := concat_ws('|', seat, person, realm, body, capacity, role, acting.microseconds(p_now));
    return next;
  end loop;
  perform set_config('acting.who', coalesce(v, ''), true), set_config('acting.mac', coalesce(acting.mac(v), ''), true);
end $$;

create function acting.microseconds(p_at timestamptz) returns bigint language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (extract(epoch from p_at) * 1000000)::bigint
$$;
-- When the acting seat acts, and on which day in Japan. Null when nobody does, which closes every comparison.
create function acting.at() returns timestamptz language sql stable set search_path = pg_catalog, pg_temp as $$
  select timestamptz 'epoch' + (acting.who())[7]::bigint * interval '1 microsecond'
$$;
create function acting.day() returns date language sql stable set search_path = pg_catalog, pg_temp as $$
  select (acting.at() at time zone 'Asia/Tokyo')::date
$$;
grant execute on function acting.at(), acting.day() to portal, worker, circulator, finder, tallier, tracer;
grant execute on function acting.who(), acting.seat(), acting.person(), acting.realm(), acting.body(), acting.capacity(),
  acting.me(), acting.has(text), acting.at(), acting.day() to host;
reset role;
revoke create on schema acting from acting_door;
