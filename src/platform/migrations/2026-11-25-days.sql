-- Days are the programme's everywhere: no function knows a zone of its own any more.
grant create on schema acting to acting_door;
set role acting_door;
-- The zone of the programme's clocks, for what is counted by month.
create function acting.zone() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.zone from acting.calendar c
$$;
grant execute on function acting.zone() to portal, worker, tallier;
grant execute on function acting.day(timestamptz) to host, sealer;

create or replace function acting.day() returns date
language sql stable set search_path = pg_catalog, pg_temp as $$
  select acting.day(acting.at())
$$;

create or replace function acting.begin(p_token bytea, p_realm uuid, p_now timestamptz)
returns table(seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v text; day date := acting.day(p_now); live uuid; asked uuid;
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
returns table(seat uuid, person uuid, realm uuid, body uuid, capacity text, role text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v text; day date := acting.day(p_now);
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
reset role;
revoke create on schema acting from acting_door;
