-- What was sent is followed by a later version, or called back. Neither touches what happened: receipts and times stay.
alter table circulation.receipt add column closed_at timestamptz;

grant create on schema circulation to circulator;
set role circulator;

-- Who has had an earlier version of the same thing: for its author, to compare with, and to reach when it is called back.
create function circulation.holders(p_item uuid)
returns table (seat uuid, body uuid, capacity text, sector text, tier smallint, via uuid, overseer uuid, circle uuid, why text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (r.seat) r.seat, r.body, s.capacity, r.sector, r.tier, r.via, r.overseer, null::uuid, 'held'
    from circulation.item i
    join circulation.item e on e.subject = i.subject and e.realm = i.realm and e.id <> i.id and e.sent is not null
    join circulation.receipt r on r.item = e.id and r.sent_at is not null
    join parties.seat s on s.id = r.seat
   where i.id = p_item and circulation.is_author(p_item) and circulation.is_author(e.id)
   order by r.seat, e.sent desc
$$;

-- Nothing more is asked about the earlier versions of an item: no reminder, no duty to pass them on. Not a door of its own.
create function circulation.close_earlier(p_item uuid, p_seats uuid[], p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item;
begin
  select * into i from circulation.item t where t.id = p_item;
  -- Whoever changes many receipts takes them in the order of their ids, so that two such do not wait for each other.
  perform from circulation.receipt r join circulation.item e on e.id = r.item
    where e.subject = i.subject and e.realm = i.realm and e.id <> i.id and e.sent is not null order by r.id for update of r;
  update circulation.receipt r set closed_at = p_now, remind_at = null, must_relay = r.must_relay and r.relayed_at is not null, changed_at = p_now
    from circulation.item e
   where e.subject = i.subject and e.realm = i.realm and e.id <> i.id and e.sent is not null
     and r.item = e.id and r.closed_at is null and (p_seats is null or r.seat = any (p_seats));
  update circulation.deadline d set met_at = p_now from circulation.item e
   where e.subject = i.subject and e.realm = i.realm and e.id <> i.id and e.sent is not null
     and d.item = e.id and d.met_at is null and (p_seats is null or d.seat = any (p_seats) or d.receipt is null);
end $$;

-- A later version of one's own has been sent: its recipients answer to it and no longer to the earlier ones.
create function circulation.supersede(p_item uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not circulation.is_author(p_item) then return; end if;
  if not exists (select from circulation.item i where i.id = p_item and i.sent is not null) then return; end if;
  perform circulation.close_earlier(p_item, array(select r.seat from circulation.receipt r where r.item = p_item), p_now);
end $$;

-- Sends the notice that calls everything earlier back, to all who had any of it, and ends their reach in the same breath.
-- Null when it is not the acting seat's own unsent item; the trigger on the item asks for the second person.
create function circulation.recall(p_item uuid, p_due timestamptz, p_remind timestamptz, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint; i circulation.item;
begin
  if not circulation.is_author(p_item) then return null; end if;
  update circulation.item set sent = p_now where id = p_item and sent is null returning * into i;
  if not found then return null; end if;
  update circulation.reach set sent = p_now where item = p_item and author;
  -- A tier that is just passing it on is waited for, so that whoever got it in that moment is told too.
  perform from circulation.receipt r join circulation.item e on e.id = r.item
    where e.subject = i.subject and e.realm = i.realm and e.id <> i.id order by r.id for update of r;
  with told as (
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, overseer, targeted_at, sent_at, due, remind_at, changed_at)
    select i.id, i.realm, i.kind, h.seat, h.body, h.sector, h.tier, h.via, h.overseer, p_now, p_now, p_due, p_remind, p_now
      from circulation.holders(p_item) h
    returning seat
  )
  insert into circulation.reach (item, reader, realm, kind, sent) select i.id, t.seat, i.realm, i.kind, p_now from told t;
  get diagnostics n = row_count;
  if n = 0 then raise exception 'audience-empty' using errcode = '23514'; end if;
  perform circulation.close_earlier(p_item, null, p_now);
  delete from circulation.reach r using circulation.item e
   where e.subject = i.subject and e.realm = i.realm and e.id <> i.id and r.item = e.id and not r.author;
  return n;
end $$;
revoke all on function circulation.close_earlier(uuid, uuid[], timestamptz) from public;
grant execute on function circulation.holders(uuid), circulation.supersede(uuid, timestamptz),
  circulation.recall(uuid, timestamptz, timestamptz, timestamptz) to portal;
reset role;
revoke create on schema circulation from circulator;
