-- Who brings an idempotency key is let in and has the key looked up in one statement. The key is held until the end of
-- the transaction, so a second request with it waits; its row is written once, with the answer, at the end.
create policy door on platform.idempotency for select to acting_door using (true);
grant usage on schema platform to acting_door;
grant select on platform.idempotency to acting_door;

grant create on schema acting to acting_door;
set role acting_door;
-- As acting.begin, and what was answered to this key of this person, seat and realm before. `kept` is what the key is
-- stored under: nobody else's can be named by it.
create function acting.begin_once(p_token bytea, p_realm uuid, p_now timestamptz, p_key text)
returns table (seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[],
               kept text, door text, body_hash bytea, status smallint, answer jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  for seat, person, realm, body, capacity, role, scopes, sign_in, kind, strong, powers in
    select * from acting.begin(p_token, p_realm, p_now)
  loop
    kept := translate(rtrim(encode(sha256(convert_to(concat_ws(' ', person, realm, p_key), 'UTF8')), 'base64'), '='), '+/', '-_');
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', seat, kept), 0));
    select i.door, i.body_hash, i.status, i.answer into door, body_hash, status, answer
      from platform.idempotency i where i.seat = begin_once.seat and i.key = begin_once.kept;
    return next;
  end loop;
end $$;
grant execute on function acting.begin_once(bytea, uuid, timestamptz, text) to portal;
reset role;
revoke create on schema acting from acting_door;

revoke update on platform.idempotency from portal;
drop policy answer on platform.idempotency;
