-- The doors of signing in. A person is let in only with a proof that the web process alone can make, so that no SQL the
-- portal could be made to run opens a session for anybody.
grant create on schema parties to acting_door;
set role acting_door;

-- Keeps the first key it is given; says whether this one is it.
create function parties.install_door_key(p_key bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into parties.door_key (key) values (p_key) on conflict (one) do nothing;
  return exists (select from parties.door_key d where d.key = p_key);
end $$;

create function parties.proved(p_said text, p_proof bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from parties.door_key k where sha256(k.key || convert_to(p_said, 'UTF8') || k.key) = p_proof)
$$;

create function parties.known_by_email(p_email text, p_proof bytea)
returns table (person uuid, hash text, secret bytea, pending bytea, last_step bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, w.hash, t.secret, t.pending, coalesce(t.last_step, 0)
    from parties.person p left join parties.password w on w.person = p.id left join parties.totp t on t.person = p.id
   where p.email = p_email and parties.proved('email|' || p_email, p_proof)
$$;

create function parties.known_by_passkey(p_credential text, p_proof bytea)
returns table (id uuid, person uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, k.person, k.public_key, k.counter, k.transports from parties.passkey k
   where k.credential = p_credential and parties.proved('passkey|' || p_credential, p_proof)
$$;

-- Opens a session in the asked seat, else the one last used, else the first. Null when the proof, the code's time step or
-- every seat of the person does not stand. `p_proof` speaks of person, token and manner.
create function parties.open_session(p_person uuid, p_token bytea, p_how text, p_seat uuid, p_label text, p_step bigint,
  p_passkey uuid, p_counter bigint, p_now timestamptz, p_proof bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare chosen uuid; day date := (p_now at time zone 'Asia/Tokyo')::date;
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
  select p_token, 'session', p_person, chosen, e.epoch, p_now, p_now + interval '12 hours', p_label, p_how not in ('password', 'joined')
    from acting.epoch e where e.person = p_person;
  return chosen;
end $$;

create function parties.new_challenge(p_challenge text, p_purpose text, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from parties.challenge c where c.until < p_now;
  insert into parties.challenge (challenge, purpose, person, until) values (p_challenge, p_purpose, acting.person(), p_now + interval '5 minutes');
end $$;

-- Takes a challenge out, whether or not the answer to it turns out to be right.
create function parties.take_challenge(p_challenge text, p_purpose text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from parties.challenge c where c.challenge = p_challenge and c.purpose = p_purpose and c.until >= p_now
     and (c.person = acting.person() or (c.person is null and acting.person() is null));
  return found;
end $$;

-- Puts a session of one's own into another seat that one holds, under a new secret.
create function parties.move_session(p_id uuid, p_token bytea, p_seat uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare day date := (p_now at time zone 'Asia/Tokyo')::date;
begin
  update acting.sign_in s set token = p_token, seat = p_seat
   where s.id = p_id and s.person = acting.person() and s.kind = 'session' and s.until > p_now
     and exists (select from acting.holder h where h.person = s.person and h.seat = p_seat
                    and h.valid_from <= day and (h.valid_to is null or h.valid_to > day));
  return found;
end $$;

-- Ends one of one's own sign-ins and says of what kind it was.
create function parties.end_sign_in(p_id uuid, p_now timestamptz) returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update acting.sign_in s set until = p_now where s.id = p_id and s.person = acting.person() and s.until > p_now returning s.kind
$$;

-- One's credentials have changed: every session dies but the one that changed them, which gets a new secret.
create function parties.renew_credentials(p_id uuid, p_token bytea, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare fresh integer;
begin
  update acting.epoch e set epoch = e.epoch + 1 where e.person = acting.person() returning e.epoch into fresh;
  update acting.sign_in s set until = p_now where s.person = acting.person() and s.kind = 'session' and s.id <> p_id and s.until > p_now;
  update acting.sign_in s set epoch = fresh, token = p_token where s.id = p_id and s.person = acting.person() and s.kind = 'session';
  return found;
end $$;

-- Every seat that the acting person holds, also those of other bodies, with what they are called.
create function parties.my_seats(p_now timestamptz)
returns table (seat uuid, body uuid, key text, name_ja text, name_en text, capacity text, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.seat, b.id, b.key, b.name_ja, b.name_en, h.capacity, h.role
    from acting.holder h join parties.body b on b.id = h.body
   where h.person = acting.person()
     and h.valid_from <= (p_now at time zone 'Asia/Tokyo')::date and (h.valid_to is null or h.valid_to > (p_now at time zone 'Asia/Tokyo')::date)
   order by b.name_ja, h.capacity, h.seat
$$;

-- The telephones of public desks on duty, for whoever cannot get in.
create function parties.duty_desks() returns table (name_ja text, name_en text, label text, hours text, phone text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.name_ja, b.name_en, c.label, c.hours, c.phone
    from parties.contact_point c join parties.body b on b.id = c.body
   where b.open and c.role = 'duty' and c.phone is not null
     and c.valid_from <= current_date and (c.valid_to is null or c.valid_to > current_date)
   order by b.name_ja, b.id, c.position
$$;

grant execute on function parties.install_door_key(bytea) to worker;
grant execute on function parties.known_by_email(text, bytea), parties.known_by_passkey(text, bytea),
  parties.open_session(uuid, bytea, text, uuid, text, bigint, uuid, bigint, timestamptz, bytea),
  parties.new_challenge(text, text, timestamptz), parties.take_challenge(text, text, timestamptz),
  parties.move_session(uuid, bytea, uuid, timestamptz), parties.end_sign_in(uuid, timestamptz),
  parties.renew_credentials(uuid, bytea, timestamptz), parties.my_seats(timestamptz), parties.duty_desks() to portal;
reset role;
revoke create on schema parties from acting_door;

create policy desks on parties.contact_point for select to acting_door using (role = 'duty');
grant select on parties.contact_point to acting_door;
