-- Invitations: the keeper of accounts offers a seat, and only whoever is invited takes it. Nobody is put into a seat unasked.
create table parties.invitation (
  id uuid primary key,
  secret bytea not null unique check (length(secret) = 32),
  email text not null check (email = lower(email)),
  name_ja text not null,
  name_en text not null,
  seat uuid not null references parties.seat,
  role text not null,
  invited_by uuid,
  invited_at timestamptz not null,
  until timestamptz not null check (until <= invited_at + interval '14 days'),
  accepted_at timestamptz,
  revoked_at timestamptz,
  person uuid
);
create index on parties.invitation (invited_at desc);

alter table parties.invitation enable row level security; alter table parties.invitation force row level security;
create policy keeper on parties.invitation for select to portal using ((select acting.has('manage-accounts')));
-- Nobody invites himself into another seat.
create policy invite on parties.invitation for insert to portal with check (
  (select acting.has('manage-accounts')) and invited_by = (select acting.person())
  and email <> (select p.email from parties.person p where p.id = (select acting.person())));
create policy revoke on parties.invitation for update to portal
  using ((select acting.has('manage-accounts'))) with check ((select acting.has('manage-accounts')));
create policy found on parties.invitation for insert to worker with check (true);
create policy door on parties.invitation for select to acting_door using (true);
create policy accept on parties.invitation for update to acting_door using (true) with check (true);
grant select (id, email, name_ja, name_en, seat, role, invited_by, invited_at, until, accepted_at, revoked_at, person),
  insert (id, secret, email, name_ja, name_en, seat, role, invited_by, invited_at, until), update (revoked_at) on parties.invitation to portal;
-- Only what nobody in a seat has invited may be seen and withdrawn by the worker: the first administrator's.
create policy own on parties.invitation for select to worker using (invited_by is null);
create policy withdraw on parties.invitation for update to worker using (invited_by is null) with check (invited_by is null);
grant insert, select, update (revoked_at) on parties.invitation to worker;
grant select, update (accepted_at, person) on parties.invitation to acting_door;

create policy accept on acting.holder for insert to acting_door with check (true);
create policy again on acting.holder for update to acting_door using (true) with check (true);
create policy accept on parties.person for insert to acting_door with check (true);
grant insert, update (valid_to, role) on acting.holder to acting_door;
grant insert on parties.person to acting_door;

grant create on schema parties to acting_door;
set role acting_door;

-- What whoever holds the secret is invited to; nothing when it does not stand any more.
create function parties.invitation_by(p_secret bytea, p_now timestamptz)
returns table (id uuid, email text, name_ja text, name_en text, body_ja text, body_en text, capacity text, role text,
  title_ja text, title_en text, until timestamptz, known boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.email, i.name_ja, i.name_en, b.name_ja, b.name_en, s.capacity, i.role,
         r.short_ja || ' ' || r.title_ja, r.short_en || ' ' || r.title_en, i.until,
         exists (select from parties.person p where p.email = i.email)
    from parties.invitation i join parties.seat s on s.id = i.seat join parties.body b on b.id = s.body
    left join parties.role r on r.capacity = s.capacity and r.role = i.role
   where i.secret = p_secret and i.accepted_at is null and i.revoked_at is null and i.until > p_now
$$;

-- Takes the seat: as a new person, or as the acting person when the invitation is for that address. A known address is never
-- taken over by the secret alone.
create function parties.accept_invitation(p_secret bytea, p_locale text, p_now timestamptz) returns table (id uuid, person uuid, seat uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i parties.invitation; me uuid := acting.person(); day date := (p_now at time zone 'Asia/Tokyo')::date;
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
grant execute on function parties.invitation_by(bytea, timestamptz), parties.accept_invitation(bytea, text, timestamptz) to portal;
reset role;
revoke create on schema parties from acting_door;
