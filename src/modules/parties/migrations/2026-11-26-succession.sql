-- Succession: whoever leaves a role hands it to a named successor from a day on. The successor takes it over; rows of holding,
-- contact points and rosters then end and begin on that day by themselves. What it changed is kept as it was.
create table parties.succession (
  id uuid primary key,
  body uuid not null references parties.body,
  seat uuid not null references parties.seat,
  role text not null,
  person uuid not null references parties.person,
  email text not null check (email = lower(email)),
  name_ja text not null,
  name_en text not null,
  day date not null,
  note text not null,
  -- The successor did not hold the seat: then somebody who keeps accounts, and is not who leaves, has to invite them.
  needs_account boolean not null,
  proposed_at timestamptz not null,
  invitation uuid references parties.invitation,
  confirmed_by uuid,
  confirmed_at timestamptz,
  accepted_by uuid,
  accepted_at timestamptz,
  revoked_at timestamptz,
  done_at timestamptz,
  check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
  check (confirmed_by is null or confirmed_by <> person),
  check (num_nonnulls(accepted_by, accepted_at) in (0, 2)),
  check (accepted_by is null or accepted_by <> person),
  check (revoked_at is null or accepted_at is null),
  check (done_at is null or accepted_at is not null)
);
create unique index one_open_succession on parties.succession (seat, person) where done_at is null and revoked_at is null;
create index on parties.succession (body, proposed_at desc, id);
create index on parties.succession (email);
create index on parties.succession (day) where accepted_at is not null and done_at is null;

-- The contact points that pass with it.
create table parties.succession_point (
  succession uuid not null references parties.succession,
  contact uuid not null references parties.contact_point,
  primary key (succession, contact)
);

alter table parties.succession enable row level security;       alter table parties.succession force row level security;
alter table parties.succession_point enable row level security; alter table parties.succession_point force row level security;

-- Who leaves, who follows, who keeps the body's directory, and who keeps accounts.
create policy concerned on parties.succession for select to portal using (
  person = (select acting.person())
  or email = (select p.email from parties.person p where p.id = (select acting.person()))
  or (body = (select acting.body()) and (select acting.has('keep-contacts')))
  or (select acting.has('manage-accounts')));
create policy proposed on parties.succession for insert to portal
  with check (person = (select acting.person()) and seat = (select acting.seat()) and body = (select acting.body()));
create policy confirmed on parties.succession for update to portal
  using ((select acting.has('manage-accounts')) and person <> (select acting.person()) and accepted_at is null and revoked_at is null)
  with check ((select acting.has('manage-accounts')) and confirmed_by = (select acting.person()) and accepted_at is null and revoked_at is null);
create policy taken_back on parties.succession for update to portal
  using (person = (select acting.person()) and accepted_at is null)
  with check (person = (select acting.person()) and accepted_at is null);
create policy concerned on parties.succession_point for select to portal
  using (exists (select from parties.succession s where s.id = succession_point.succession));
create policy proposed on parties.succession_point for insert to portal
  with check (exists (select from parties.succession s where s.id = succession_point.succession and s.person = (select acting.person()) and s.accepted_at is null)
    and exists (select from parties.contact_point c where c.id = succession_point.contact and c.body = (select acting.body())
      and ((select acting.has('keep-contacts')) or c.email = (select p.email from parties.person p where p.id = (select acting.person())))));
create policy door on parties.succession for select to acting_door using (true);
create policy accept on parties.succession for update to acting_door using (true) with check (true);
create policy door on parties.succession_point for select to acting_door using (true);
create policy due on parties.succession for select to worker using (true);
create policy done on parties.succession for update to worker using (accepted_at is not null) with check (accepted_at is not null);

grant select, insert (id, body, seat, role, person, email, name_ja, name_en, day, note, needs_account, proposed_at),
  update (invitation, confirmed_by, confirmed_at, revoked_at) on parties.succession to portal;
grant select, insert on parties.succession_point to portal;
grant select, update (accepted_by, accepted_at) on parties.succession to acting_door;
grant select on parties.succession_point to acting_door;
grant select, update (done_at) on parties.succession to worker;

create policy passes on parties.contact_point for select to acting_door using (true);
create policy ends on parties.contact_point for update to acting_door using (true) with check (true);
create policy begins on parties.contact_point for insert to acting_door with check (true);
create policy passes on parties.duty_shift for select to acting_door using (true);
create policy ends on parties.duty_shift for update to acting_door using (true) with check (true);
create policy begins on parties.duty_shift for insert to acting_door with check (true);
create policy passes on parties.duty_exception for select to acting_door using (true);
create policy ends on parties.duty_exception for update to acting_door using (true) with check (true);
create policy begins on parties.duty_exception for insert to acting_door with check (true);
grant select, insert, update (valid_to, label, phone, email, sms, verified_at, changed_at) on parties.contact_point to acting_door;
grant select, insert, update (valid_to, person, called, contact) on parties.duty_shift to acting_door;
grant select, insert, update (person, called, contact, until_at) on parties.duty_exception to acting_door;

grant create on schema parties to acting_door;
set role acting_door;
-- Takes a role over as its successor, in the seat itself. `p_points` are the points that pass, each as the successor is reached
-- there: [{id, label, phone, email, sms}]. Null when there is nothing of this person's to take over, else how many rows pass.
create function parties.accept_succession(p_id uuid, p_points jsonb, p_now timestamptz)
returns table (points integer, places integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s parties.succession; me uuid := acting.person(); mine parties.person; dawn timestamptz; passing jsonb := '{}';
  one record; said jsonb; made uuid; moved boolean;
begin
  select * into mine from parties.person p where p.id = me;
  select * into s from parties.succession v where v.id = p_id for update;
  if s.id is null or mine.id is null or s.email <> mine.email then return; end if;
  if s.accepted_at is not null or s.revoked_at is not null then raise exception 'succession-gone'; end if;
  if s.seat <> acting.seat() then raise exception 'succession-other-seat'; end if;
  if s.day < acting.day(p_now) then raise exception 'succession-past'; end if;
  dawn := s.day::timestamp at time zone acting.zone();
  points := 0;
  places := 0;

  -- Points that still stand on the day; exactly these have to be answered for.
  if (select count(*) from jsonb_array_elements(p_points) e) <> (
       select count(*) from parties.succession_point q join parties.contact_point c on c.id = q.contact
        where q.succession = s.id and (c.valid_to is null or c.valid_to > s.day)) then
    raise exception 'contacts-changed';
  end if;
  for one in select c.* from parties.succession_point q join parties.contact_point c on c.id = q.contact
              where q.succession = s.id and (c.valid_to is null or c.valid_to > s.day) order by c.id for update of c loop
    select e into said from jsonb_array_elements(p_points) e where (e ->> 'id')::uuid = one.id;
    if said is null then raise exception 'contacts-changed'; end if;
    if num_nonnulls(said ->> 'phone', said ->> 'email', said ->> 'sms', one.fax, one.radio) = 0 then raise exception 'contact-unreachable'; end if;
    moved := row(said ->> 'phone', said ->> 'email', said ->> 'sms') is distinct from row(one.phone, one.email, one.sms);
    if one.valid_from >= s.day then
      update parties.contact_point c set label = said ->> 'label', phone = said ->> 'phone', email = said ->> 'email', sms = said ->> 'sms',
             verified_at = case when moved then null else c.verified_at end, changed_at = p_now where c.id = one.id;
    else
      made := gen_random_uuid();
      insert into parties.contact_point (id, body, role, label, hours, position, phone, email, fax, sms, radio, languages, valid_from, valid_to, verified_at, changed_at)
      values (made, one.body, one.role, said ->> 'label', one.hours, one.position, said ->> 'phone', said ->> 'email', one.fax, said ->> 'sms',
              one.radio, one.languages, s.day, one.valid_to, case when moved then null else one.verified_at end, p_now);
      update parties.contact_point c set valid_to = s.day, changed_at = p_now where c.id = one.id;
      passing := passing || jsonb_build_object(one.id::text, made);
    end if;
    points := points + 1;
  end loop;

  -- Places of the roster: those of who leaves, and those that ring at a point that passes.
  for one in select d.* from parties.duty_shift d
              where d.body = s.body and (d.person = s.person or passing ? d.contact::text) and (d.valid_to is null or d.valid_to > s.day)
              order by d.id for update loop
    made := coalesce((passing ->> one.contact::text)::uuid, one.contact);
    if one.valid_from >= s.day then
      update parties.duty_shift d set contact = made, person = case when d.person = s.person then me else d.person end,
             called = case when d.person = s.person then mine.name_ja else d.called end where d.id = one.id;
    else
      insert into parties.duty_shift (id, body, contact, person, called, weekdays, starts, ends, valid_from, valid_to)
      values (gen_random_uuid(), one.body, made, case when one.person = s.person then me else one.person end,
              case when one.person = s.person then mine.name_ja else one.called end, one.weekdays, one.starts, one.ends, s.day, one.valid_to);
      update parties.duty_shift d set valid_to = s.day where d.id = one.id;
      -- The night before runs into the day: from midnight on the successor serves it.
      if one.person = s.person and one.ends <= one.starts and one.ends > '00:00' and extract(isodow from s.day - 1)::smallint = any (one.weekdays)
         and not exists (select from parties.duty_exception x where x.body = s.body and x.ended_at is null
                            and x.from_at < dawn + one.ends::interval and x.until_at > dawn) then
        insert into parties.duty_exception (id, body, contact, person, called, from_at, until_at, note)
        values (gen_random_uuid(), s.body, made, me, mine.name_ja, dawn, dawn + one.ends::interval, '');
      end if;
    end if;
    if one.person = s.person then places := places + 1; end if;
  end loop;
  for one in select x.* from parties.duty_exception x
              where x.body = s.body and x.ended_at is null and x.until_at > dawn and x.person is distinct from me
                and (x.person = s.person or passing ? x.contact::text) order by x.id for update loop
    made := coalesce((passing ->> one.contact::text)::uuid, one.contact);
    if one.from_at >= dawn then
      update parties.duty_exception x set contact = made, person = case when x.person = s.person then me else x.person end,
             called = case when x.person = s.person then mine.name_ja else x.called end where x.id = one.id;
    else
      insert into parties.duty_exception (id, body, contact, person, called, from_at, until_at, note)
      values (gen_random_uuid(), one.body, made, case when one.person = s.person then me else one.person end,
              case when one.person = s.person then mine.name_ja else one.called end, dawn, one.until_at, one.note);
      update parties.duty_exception x set until_at = dawn where x.id = one.id;
    end if;
    if one.person = s.person then places := places + 1; end if;
  end loop;

  -- The seat: who leaves holds it until the day, and no session or key in it outlives that.
  update acting.holder h set valid_to = greatest(h.valid_from, s.day)
   where h.seat = s.seat and h.person = s.person and (h.valid_to is null or h.valid_to > s.day);
  update acting.sign_in i set until = greatest(p_now, dawn)
   where i.seat = s.seat and i.person = s.person and i.until > greatest(p_now, dawn);
  update parties.succession v set accepted_by = me, accepted_at = p_now where v.id = p_id;
  return next;
end $$;
grant execute on function parties.accept_succession(uuid, jsonb, timestamptz) to portal;
reset role;
revoke create on schema parties from acting_door;
