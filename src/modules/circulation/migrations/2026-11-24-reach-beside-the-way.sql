-- Two letter boxes for rooms above: to let further seats see one sent item, and to take that away again. Neither is open to
-- requests; each is called by a function that has judged the case (a consent, a recall).
grant create on schema circulation to circulator;
set role circulator;

-- Shows a sent item to seats beside the way that was laid for it, with a receipt each. Gives the seats it was new to.
create function circulation.show_beside(p_item uuid, p_seats uuid[], p_due timestamptz, p_now timestamptz) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with i as (select t.* from circulation.item t where t.id = p_item and t.sent is not null),
  fresh as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, s.id, i.realm, i.kind, p_now from i, parties.seat s where s.id = any (p_seats)
    on conflict do nothing returning reader
  ),
  told as (
    insert into circulation.receipt (item, realm, kind, seat, body, tier, via, targeted_at, sent_at, due, remind_at, changed_at)
    select i.id, i.realm, i.kind, s.id, s.body, 100, acting.seat(), p_now, p_now, p_due, p_due, p_now
      from i, fresh f join parties.seat s on s.id = f.reader
    on conflict (item, seat) do update set sent_at = excluded.sent_at, changed_at = excluded.changed_at
  )
  select reader from fresh
$$;

-- Ends what seats may see of an item. Receipts and their times stay; nothing more is asked of them.
create function circulation.end_reach(p_item uuid, p_seats uuid[], p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint;
begin
  delete from circulation.reach r where r.item = p_item and r.reader = any (p_seats) and not r.author;
  get diagnostics n = row_count;
  update circulation.receipt r set remind_at = null, must_relay = must_relay and relayed_at is not null, changed_at = p_now
   where r.item = p_item and r.seat = any (p_seats);
  update circulation.deadline d set met_at = p_now where d.item = p_item and d.seat = any (p_seats) and d.met_at is null;
  return n;
end $$;
grant execute on function circulation.show_beside(uuid, uuid[], timestamptz, timestamptz), circulation.end_reach(uuid, uuid[], timestamptz) to tracer;
reset role;
revoke create on schema circulation from circulator;
