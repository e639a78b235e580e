-- Whoever holds a seat today, holds it by the programme's calendar.
grant create on schema parties to acting_door, tallier;
set role acting_door;
create or replace function parties.move_session(p_id uuid, p_token bytea, p_seat uuid, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare day date := acting.day(p_now);
begin
  update acting.sign_in s set token = p_token, seat = p_seat
   where s.id = p_id and s.person = acting.person() and s.kind = 'session' and s.until > p_now
     and exists (select from acting.holder h where h.person = s.person and h.seat = p_seat
                    and h.valid_from <= day and (h.valid_to is null or h.valid_to > day));
  return found;
end $$;

create or replace function parties.my_seats(p_now timestamptz)
returns table(seat uuid, body uuid, key text, name_ja text, name_en text, capacity text, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.seat, b.id, b.key, b.name_ja, b.name_en, h.capacity, h.role
    from acting.holder h join parties.body b on b.id = h.body
   where h.person = acting.person()
     and h.valid_from <= acting.day(p_now) and (h.valid_to is null or h.valid_to > acting.day(p_now))
   order by b.name_ja, h.capacity, h.seat
$$;

create or replace function parties.accept_invitation(p_secret bytea, p_locale text, p_now timestamptz)
returns table(id uuid, person uuid, seat uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i parties.invitation; me uuid := acting.person(); day date := acting.day(p_now);
begin
  select * into i from parties.invitation v
   where v.secret = p_secret and v.accepted_at is null and v.revoked_at is null and v.until > p_now for update;
  if not found then return; end if;
  if me is null then
    if exists (select from parties.person p where p.email = i.email) then raise exception 'sign-in-to-accept'; end if;
    me := i.id;
    insert into parties.person (id, name_ja, name_en, email, locale, created_at) values (me, i.name_ja, i.name_en, i.email, p_locale, p_now);
    insert into acting.epoch (person) values (me);
  elsif not exists (select from parties.person p where p.id = me and p.email = i.email) then
    raise exception 'invitation-for-another';
  end if;
  if exists (select from acting.holder h where h.seat = i.seat and h.person = me
                and h.valid_from <= day and (h.valid_to is null or h.valid_to > day)) then
    raise exception 'seat-held-already';
  end if;
  insert into acting.holder (seat, person, body, capacity, role, valid_from)
  select s.id, me, s.body, s.capacity, i.role, day from parties.seat s where s.id = i.seat
  on conflict on constraint holder_pkey do update set valid_to = null, role = excluded.role;
  update parties.invitation v set accepted_at = p_now, person = me where v.id = i.id;
  return query select i.id, me, i.seat;
end $$;

drop function parties.duty_desks();
create function parties.duty_desks(p_now timestamptz)
returns table(name_ja text, name_en text, label text, hours text, phone text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.name_ja, b.name_en, c.label, c.hours, c.phone
    from parties.contact_point c join parties.body b on b.id = c.body
   where b.open and c.role = 'duty' and c.phone is not null
     and c.valid_from <= (select acting.day(p_now)) and (c.valid_to is null or c.valid_to > (select acting.day(p_now)))
   order by b.name_ja, b.id, c.position
$$;
grant execute on function parties.duty_desks(timestamptz) to portal;
reset role;

set role tallier;
create or replace function parties.freshness(p_now timestamptz)
returns table(capacity text, bodies bigint, fresh bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.capacity, count(distinct s.body), count(distinct s.body) filter (where d.due > p_now and exists (select from parties.attestation a where a.body = s.body))
    from parties.seat s
    join parties.body b on b.id = s.body and (b.valid_to is null or b.valid_to > acting.day(p_now))
    left join parties.attestation_due d on d.body = s.body
   where acting.has('read-figures') and (s.valid_to is null or s.valid_to > acting.day(p_now))
     and exists (select from acting.power p where p.capacity = s.capacity and p.power = 'keep-contacts')
   group by s.capacity
$$;
reset role;
revoke create on schema parties from acting_door, tallier;

-- The policies asked the database's own day; they ask the sealed one.
alter policy near on parties.attestation using (
  body = (select acting.body())
  or exists (select from parties.supervision s
              where s.body = attestation.body and s.seat = (select acting.seat()) and s.valid_from <= (select acting.day())
                and (s.valid_to is null or s.valid_to > (select acting.day())))
);
alter policy near on parties.attestation_due using (
  body = (select acting.body())
  or exists (select from parties.supervision s
              where s.body = attestation_due.body and s.seat = (select acting.seat()) and s.valid_from <= (select acting.day())
                and (s.valid_to is null or s.valid_to > (select acting.day())))
);
alter policy near on parties.duty_exception using (
  body = (select acting.body())
  or exists (select from parties.supervision s
              where s.body = duty_exception.body and s.seat = (select acting.seat()) and s.valid_from <= (select acting.day())
                and (s.valid_to is null or s.valid_to > (select acting.day())))
);
alter policy near on parties.duty_shift using (
  body = (select acting.body())
  or exists (select from parties.supervision s
              where s.body = duty_shift.body and s.seat = (select acting.seat()) and s.valid_from <= (select acting.day())
                and (s.valid_to is null or s.valid_to > (select acting.day())))
);
alter policy near on parties.contact_point using (
  body = (select acting.body())
  or exists (select from parties.supervision s
              where s.body = contact_point.body and s.seat = (select acting.seat()) and s.valid_from <= (select acting.day())
                and (s.valid_to is null or s.valid_to > (select acting.day())))
  or exists (select from parties.body b where b.id = contact_point.body and b.open)
);
alter policy known on parties.body using (
  open or id = (select acting.body()) or (select acting.has('know-bodies')) or (select acting.has('manage-accounts'))
  or exists (select from parties.supervision s
              where s.body = body.id and s.seat = (select acting.seat()) and s.valid_from <= (select acting.day())
                and (s.valid_to is null or s.valid_to > (select acting.day())))
  or exists (select from parties.agreement a where a.body = body.id and a.hub = (select acting.seat()))
  or exists (select from parties.agreement a where a.hub_body = body.id and a.seat = (select acting.seat()))
  or exists (select from parties.introduction i where i.body = body.id and i.hub = (select acting.seat()))
);
alter policy near on parties.recovery using (
  (select acting.has('manage-accounts')) or person = (select acting.person())
  or ((select acting.has('confirm-recovery'))
      and exists (select from acting.holder h
                   where h.person = recovery.person and h.body = (select acting.body())
                     and (h.valid_to is null or h.valid_to > (select acting.day()))))
);
