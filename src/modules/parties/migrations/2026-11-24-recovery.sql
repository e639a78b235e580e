-- Recovery: a person who has lost every way in gets a new one. One person opens it, another confirms who asks for it, and what
-- opens it has two halves that go two ways: a link and a word. No single person ever holds both.
create table parties.recovery (
  id uuid primary key,
  person uuid not null references parties.person,
  opened_by uuid not null,
  opened_seat uuid not null,
  opened_at timestamptz not null,
  reason text not null,
  until timestamptz not null check (until <= opened_at + interval '24 hours'),
  link bytea not null unique check (length(link) = 32),
  confirmed_by uuid,
  confirmed_seat uuid,
  confirmed_at timestamptz,
  checked text,
  word bytea,
  wrong smallint not null default 0,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  check (opened_by <> person),
  check (confirmed_by is null or (confirmed_by <> person and confirmed_by <> opened_by)),
  check (num_nonnulls(confirmed_by, confirmed_seat, confirmed_at, checked, word) in (0, 5)),
  check (used_at is null or confirmed_at is not null)
);
create unique index one_open_recovery on parties.recovery (person) where used_at is null and revoked_at is null;
create index on parties.recovery (opened_at desc, id);

alter table parties.recovery enable row level security; alter table parties.recovery force row level security;
-- The keeper of accounts, the person concerned, and whoever may vouch for a colleague of the same body.
create policy near on parties.recovery for select to portal using (
  (select acting.has('manage-accounts')) or person = (select acting.person())
  or ((select acting.has('confirm-recovery'))
      and exists (select from acting.holder h where h.person = recovery.person and h.body = (select acting.body())
                    and (h.valid_to is null or h.valid_to > current_date))));
create policy door on parties.recovery for select to acting_door using (true);
create policy opened on parties.recovery for insert to acting_door with check (true);
create policy moved on parties.recovery for update to acting_door using (true) with check (true);
grant select (id, person, opened_by, opened_seat, opened_at, reason, until, confirmed_by, confirmed_seat, confirmed_at, checked,
  wrong, used_at, revoked_at) on parties.recovery to portal;
grant select, insert, update (link, confirmed_by, confirmed_seat, confirmed_at, checked, word, wrong, used_at, revoked_at, revoked_by)
  on parties.recovery to acting_door;

-- All earlier ways in end with the recovery.
create policy ended on parties.password for delete to acting_door using (true);
create policy ended on parties.totp for delete to acting_door using (true);
create policy ended on parties.passkey for delete to acting_door using (true);
grant delete on parties.password, parties.totp, parties.passkey to acting_door;
create policy told on parties.letter for insert to acting_door with check (true);
grant insert on parties.letter to acting_door;

grant create on schema parties to acting_door;
set role acting_door;

-- Leaves a letter to the person of a recovery.
create function parties.write_recovery_letter(p_recovery uuid, p_kind text, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into parties.letter (id, kind, subject, address, written_at, until, next_try)
  select gen_random_uuid(), p_kind, r.id, p.email, p_now, greatest(r.until, p_now + interval '1 day'), p_now
    from parties.recovery r join parties.person p on p.id = r.person where r.id = p_recovery
  on conflict (kind, subject) do nothing
$$;

-- Opens a recovery for another person who holds a seat. False when there is no such person.
create function parties.open_recovery(p_id uuid, p_person uuid, p_reason text, p_link bytea, p_letters boolean, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce(acting.has('manage-accounts'), false) then return false; end if;
  if p_person = acting.person() then raise exception 'not-yourself'; end if;
  if not exists (select from acting.holder h where h.person = p_person and h.valid_from <= acting.day(p_now)
                    and (h.valid_to is null or h.valid_to > acting.day(p_now))) then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended(p_person::text, 4022));
  update parties.recovery r set revoked_at = r.until where r.person = p_person and r.used_at is null and r.revoked_at is null and r.until <= p_now;
  if exists (select from parties.recovery r where r.person = p_person and r.used_at is null and r.revoked_at is null) then
    raise exception 'recovery-open-already';
  end if;
  insert into parties.recovery (id, person, opened_by, opened_seat, opened_at, reason, until, link)
  values (p_id, p_person, acting.person(), acting.seat(), p_now, p_reason, p_now + interval '24 hours', p_link);
  if p_letters then perform parties.write_recovery_letter(p_id, 'recovery-opened', p_now); end if;
  return true;
end $$;

-- Confirms that whoever asks is who they say: another keeper of accounts, or a colleague who may vouch. False when it is not theirs.
create function parties.confirm_recovery(p_id uuid, p_checked text, p_word bytea, p_letters boolean, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r parties.recovery;
begin
  select * into r from parties.recovery v where v.id = p_id for update;
  if not found or not coalesce(acting.has('confirm-recovery'), false) then return false; end if;
  if not (acting.has('manage-accounts') or exists (
       select from acting.holder h where h.person = r.person and h.body = acting.body() and h.valid_from <= acting.day(p_now)
          and (h.valid_to is null or h.valid_to > acting.day(p_now)))) then return false; end if;
  if r.person = acting.person() then raise exception 'not-yourself'; end if;
  if r.opened_by = acting.person() then raise exception 'recovery-needs-another'; end if;
  if r.used_at is not null or r.revoked_at is not null or r.until <= p_now then raise exception 'recovery-gone'; end if;
  if r.confirmed_at is not null then raise exception 'recovery-confirmed-already'; end if;
  update parties.recovery v set confirmed_by = acting.person(), confirmed_seat = acting.seat(), confirmed_at = p_now, checked = p_checked, word = p_word
   where v.id = p_id;
  if p_letters then perform parties.write_recovery_letter(p_id, 'recovery', p_now); end if;
  return true;
end $$;

-- Takes a recovery back: the keeper of accounts, or the person concerned who can still get in. False when there is none to take back.
create function parties.revoke_recovery(p_id uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update parties.recovery r set revoked_at = p_now, revoked_by = acting.person()
   where r.id = p_id and r.used_at is null and r.revoked_at is null and r.until > p_now
     and (r.person = acting.person() or acting.has('manage-accounts'));
  return found;
end $$;

-- What the link opens: only a recovery that stands.
create function parties.recovery_by(p_link bytea, p_now timestamptz)
returns table (id uuid, email text, name_ja text, name_en text, until timestamptz, confirmed boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, p.email, p.name_ja, p.name_en, r.until, r.confirmed_at is not null
    from parties.recovery r join parties.person p on p.id = r.person
   where r.link = p_link and r.used_at is null and r.revoked_at is null and r.until > p_now
$$;

-- Uses a recovery with both halves: every earlier way in of the person ends, and every session and key. Null when it does not
-- stand; no person when the word is wrong. Five wrong words end the recovery.
create function parties.use_recovery(p_link bytea, p_word bytea, p_letters boolean, p_now timestamptz) returns table (id uuid, person uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r parties.recovery;
begin
  select * into r from parties.recovery v where v.link = p_link and v.used_at is null and v.revoked_at is null
     and v.until > p_now and v.confirmed_at is not null for update;
  if not found then return; end if;
  if r.word <> p_word then
    update parties.recovery v set wrong = v.wrong + 1, revoked_at = case when v.wrong >= 4 then p_now end where v.id = r.id;
    return query select r.id, null::uuid;
    return;
  end if;
  delete from parties.password w where w.person = r.person;
  delete from parties.totp t where t.person = r.person;
  delete from parties.passkey k where k.person = r.person;
  update acting.epoch e set epoch = e.epoch + 1 where e.person = r.person;
  update acting.sign_in s set until = p_now where s.person = r.person and s.until > p_now;
  update parties.recovery v set used_at = p_now where v.id = r.id;
  if p_letters then perform parties.write_recovery_letter(r.id, 'recovery-used', p_now); end if;
  return query select r.id, r.person;
end $$;

-- Gives a letter about a recovery what it tells, and the one that carries the link the secret that is about to be sent.
create function parties.arm_recovery(p_letter uuid, p_secret bytea, p_now timestamptz)
returns table (name_ja text, name_en text, locale text, opened_at timestamptz, until timestamptz, used_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of uuid; what text;
begin
  select l.subject, l.kind into of, what from parties.letter l where l.id = p_letter and l.kind like 'recovery%' and l.sent_at is null and l.failed is null;
  if what = 'recovery' then
    update parties.recovery r set link = p_secret
     where r.id = of and r.confirmed_at is not null and r.used_at is null and r.revoked_at is null and r.until > p_now;
    if not found then return; end if;
  end if;
  return query select p.name_ja, p.name_en, p.locale, r.opened_at, r.until, r.used_at
    from parties.recovery r join parties.person p on p.id = r.person where r.id = of;
end $$;

-- As before, and with a recovery: such a session is never strong, however the new way in was made.
create or replace function parties.open_session(p_person uuid, p_token bytea, p_how text, p_seat uuid, p_label text, p_step bigint,
  p_passkey uuid, p_counter bigint, p_now timestamptz, p_proof bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare chosen uuid; day date := acting.day(p_now);
begin
  if not parties.proved(concat_ws('|', 'session', p_person, encode(p_token, 'hex'), p_how), p_proof) then return null; end if;
  if p_how = 'password' then
    update parties.totp t set last_step = p_step where t.person = p_person and t.secret is not null and t.last_step < p_step;
  elsif p_how = 'passkey' then
    update parties.passkey k set counter = p_counter, last_used = day where k.id = p_passkey and k.person = p_person;
  elsif p_how = 'demo' then
    perform from parties.demo;
  elsif p_how in ('joined', 'joined-by-passkey') then
    perform from parties.invitation i where i.person = p_person and i.accepted_at = p_now;
  elsif p_how = 'recovered' then
    perform from parties.recovery r where r.person = p_person and r.used_at = p_now;
  else
    return null;
  end if;
  if not found then return null; end if;
  select h.seat into chosen
    from acting.holder h
    left join lateral (select max(s.created_at) as at from acting.sign_in s
                        where s.person = h.person and s.seat = h.seat and s.kind = 'session') used on true
   where h.person = p_person and h.valid_from <= day and (h.valid_to is null or h.valid_to > day)
   order by (h.seat = p_seat) desc nulls last, used.at desc nulls last, h.valid_from, h.seat limit 1;
  if chosen is null then return null; end if;
  delete from acting.sign_in s where s.person = p_person and s.kind = 'session' and s.until < p_now - interval '90 days';
  insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until, label, strong)
  select p_token, 'session', p_person, chosen, e.epoch, p_now, p_now + interval '12 hours', p_label,
         p_how not in ('password', 'joined', 'recovered')
    from acting.epoch e where e.person = p_person;
  return chosen;
end $$;

grant execute on function parties.write_recovery_letter(uuid, text, timestamptz) to acting_door;
grant execute on function parties.open_recovery(uuid, uuid, text, bytea, boolean, timestamptz),
  parties.confirm_recovery(uuid, text, bytea, boolean, timestamptz), parties.revoke_recovery(uuid, timestamptz),
  parties.recovery_by(bytea, timestamptz), parties.use_recovery(bytea, bytea, boolean, timestamptz) to portal;
grant execute on function parties.arm_recovery(uuid, bytea, timestamptz) to worker;
reset role;
revoke create on schema parties from acting_door;

alter table parties.challenge drop constraint challenge_purpose_check;
alter table parties.challenge add constraint challenge_purpose_check check (purpose in ('sign-in', 'add', 'join', 'recover'));
