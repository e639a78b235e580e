-- The seal is read in every policy, a dozen times in a short act. What reads one field of it is parsed here, once, with its names
-- already found: it needs no search path of its own and melts into the statement that asks. What is left of each is one call.
grant create on schema acting to acting_door;
set role acting_door;

-- What stands for `v` in this transaction of this backend, to whoever knows the key.
create function acting.seal(v text, key bytea) returns text language sql stable
return encode(sha256(key || convert_to(concat_ws('|', v, pg_backend_pid(), extract(epoch from transaction_timestamp())), 'UTF8') || key), 'hex');
revoke execute on function acting.seal(text, bytea) from public;

create or replace function acting.mac(v text) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select acting.seal(v, k.key) from acting.seal_key k
$$;

create or replace function acting.who() returns text[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v text := nullif(current_setting('acting.who', true), ''); k bytea;
begin
  if v is null then return null; end if;
  select s.key into k from acting.seal_key s;
  if acting.seal(v, k) is distinct from current_setting('acting.mac', true) then
    raise exception 'acting-seal-broken' using errcode = '28000';
  end if;
  return string_to_array(v, '|');
end $$;

create or replace function acting.seat() returns uuid language sql stable return (acting.who())[1]::uuid;
create or replace function acting.person() returns uuid language sql stable return (acting.who())[2]::uuid;
create or replace function acting.realm() returns uuid language sql stable return (acting.who())[3]::uuid;
create or replace function acting.body() returns uuid language sql stable return (acting.who())[4]::uuid;
create or replace function acting.capacity() returns text language sql stable return (acting.who())[5];
create or replace function acting.me() returns uuid[] language sql stable return (acting.who())[1:2]::uuid[];
create or replace function acting.halted() returns text language sql stable return nullif((acting.who())[8], '');
create or replace function acting.live() returns boolean language sql stable return (acting.who())[9]::boolean;

-- The day of last use is written on the first use of a day, and not asked for again.
create or replace function acting.begin(p_token bytea, p_realm uuid, p_now timestamptz)
returns table (seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[], halted text, in_live boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v text; day date := acting.day(p_now); live uuid; asked uuid; used date;
begin
  select r.id into live from acting.realm r where r.kind = 'live';
  asked := coalesce(p_realm, live);
  for seat, person, body, capacity, role, scopes, sign_in, kind, strong, halted, used, powers in
    select h.seat, h.person, h.body, h.capacity, h.role, s.scopes, s.id, s.kind, s.strong,
           case when asked = live then null when r.closed_at is not null then 'closed' when r.paused_at is not null then 'paused'
                when m.left_at is not null then 'left' end, s.last_used,
           array(select p.power from acting.power p where p.capacity = h.capacity and p.role = h.role)
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
    v := concat_ws('|', seat, person, realm, body, capacity, role, acting.microseconds(p_now), coalesce(halted, ''), in_live);
    if used is distinct from day then
      update acting.sign_in s set last_used = day where s.token = p_token;
    end if;
    return next;
  end loop;
  perform set_config('acting.who', coalesce(v, ''), true), set_config('acting.mac', coalesce(acting.mac(v), ''), true);
end $$;

-- The plan of the look-up stays as it was first made, and that was while the table was empty: it shall use the key even so.
alter function acting.begin_once(bytea, uuid, timestamptz, text) set enable_seqscan = off;

reset role;
revoke create on schema acting from acting_door;
