-- The doors of circulation: the only ways to write reach and receipts. All belong to circulator, which owns nothing else.
grant create on schema circulation to circulator, finder, tallier;
set role circulator;

-- The author of an item reaches it.
create function circulation.author_reaches() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into circulation.reach (item, reader, realm, kind, sent, author)
  values (new.id, acting.seat(), new.realm, new.kind, now(), true);
  return null;
end $$;

-- Whether the acting seat wrote the item.
create function circulation.is_author(p_item uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from circulation.reach r join circulation.item i on i.id = r.item
                  where r.item = p_item and r.author and r.reader = acting.seat() and i.realm = acting.realm())
$$;

-- Exactly who receives an item that goes down: the preview and the sending both read this. Only its author gets rows.
create function circulation.recipients(p_item uuid)
returns table (seat uuid, body uuid, capacity text, sector text, tier smallint, via uuid, overseer uuid, circle uuid, why text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with author as (select acting.seat() as seat where circulation.is_author(p_item)),
  tiers as (select t.position, t.capacity from circulation.tier t where t.item = p_item),
  chosen as (
    select m.body, c.id as circle, c.sector, 'member' as why, case c.kind when 'ceptoar' then c.id end as within
      from author, circulation.audience a
      join parties.circle c on c.id = a.circle
      join parties.membership m on m.circle = c.id
     where a.item = p_item and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
       and c.valid_from <= current_date and (c.valid_to is null or c.valid_to > current_date)
    union all
    select s.body, c.id, c.sector, 'secretariat', null
      from author, circulation.audience a
      join parties.circle c on c.id = a.circle
      join parties.seat s on s.id = c.secretariat
     where a.item = p_item
    union all
    select a.body, null, null, 'named', null from author, circulation.audience a where a.item = p_item and a.body is not null
  ),
  leaf as (
    select s.id as seat, s.body, s.capacity, coalesce(t.position, 1)::smallint as tier, ch.circle, ch.within, ch.why,
           coalesce(ch.sector, (select min(bs.sector) from parties.body_sector bs
                                 where bs.body = s.body and bs.valid_from <= current_date
                                   and (bs.valid_to is null or bs.valid_to > current_date))) as sector
      from chosen ch
      join parties.body b on b.id = ch.body and b.valid_from <= current_date and (b.valid_to is null or b.valid_to > current_date)
      join parties.seat s on s.body = b.id and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)
      left join tiers t on t.capacity = s.capacity
     where t.position is not null
        or (not exists (select from parties.seat o join tiers u on u.capacity = o.capacity where o.body = b.id)
            and exists (select from acting.power p where p.capacity = s.capacity and p.power = 'receive-provisions'))
  ),
  -- The seats above each leaf within the sector and circle by which it was chosen, nearest tier last.
  above as (
    select l.seat as of, v.seat, t.position as tier, l.sector
      from leaf l
      join parties.supervision v on v.body = l.body and (l.sector is null or v.sector = l.sector)
       and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)
       and (l.within is null or v.circle is null or v.circle = l.within)
      join parties.seat u on u.id = v.seat
      join tiers t on t.capacity = u.capacity and t.position < l.tier
  ),
  ends as (
    select a.of, (array_agg(a.seat order by a.tier desc, a.seat))[1] as via, (array_agg(a.seat order by a.tier, a.seat))[1] as overseer
      from above a group by a.of
  ),
  -- Those seats themselves, each once, with what stands above them in turn.
  upper as (select distinct on (a.seat) a.seat, a.tier, a.sector from above a order by a.seat, a.sector),
  over_upper as (
    select distinct on (u.seat) u.seat, u.tier, u.sector, s.body, s.capacity, w.id as via
      from upper u
      join parties.seat s on s.id = u.seat
      left join (parties.supervision v join parties.seat w on w.id = v.seat join tiers t on t.capacity = w.capacity)
        on v.body = s.body and t.position < u.tier and (u.sector is null or v.sector = u.sector)
       and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)
     order by u.seat, t.position desc nulls last, w.id
  ),
  nodes as (
    select l.seat, l.body, l.capacity, l.sector, l.tier, l.circle, l.why, e.via, e.overseer
      from leaf l left join ends e on e.of = l.seat
    union all
    select o.seat, o.body, o.capacity, o.sector, o.tier, null, 'above', o.via, o.via from over_upper o
  )
  select distinct on (n.seat) n.seat, n.body, n.capacity, n.sector, n.tier,
         coalesce(n.via, author.seat), n.overseer, n.circle, n.why
    from nodes n, author
   where n.seat <> author.seat
   order by n.seat, case n.why when 'named' then 0 when 'secretariat' then 1 when 'member' then 2 else 3 end, n.via nulls last, n.sector, n.circle
$$;

-- Sends an item down. Null when it is not the acting seat's own unsent item; refuses an audience of nobody.
create function circulation.dispatch(p_item uuid, p_tempo text, p_due timestamptz, p_remind timestamptz,
  p_relay_due timestamptz, p_relay_remind timestamptz, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint; i circulation.item; me uuid := acting.seat();
begin
  if p_tempo not in ('relay', 'direct') then raise exception 'tempo-unknown' using errcode = '22023'; end if;
  if not circulation.is_author(p_item) then return null; end if;
  update circulation.item set sent = p_now where id = p_item and sent is null returning * into i;
  if not found then return null; end if;
  update circulation.reach set sent = p_now where item = p_item and author;
  with r as materialized (select * from circulation.recipients(p_item)),
  sent as (
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, overseer, must_relay,
                                     targeted_at, sent_at, due, remind_at, changed_at)
    select i.id, i.realm, i.kind, r.seat, r.body, r.sector, r.tier, r.via, r.overseer,
           p_tempo = 'relay' and r.seat in (select d.via from r d),
           p_now, case when p_tempo = 'direct' or r.via = me then p_now end, p_due, p_remind, p_now
      from r
    returning id, seat, sent_at, must_relay
  ),
  seen as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, s.seat, i.realm, i.kind, p_now from sent s where s.sent_at is not null
    on conflict do nothing
  ),
  duty as (
    insert into circulation.deadline (item, receipt, realm, seat, kind, due, remind_at)
    select i.id, s.id, i.realm, s.seat, 'relay', p_relay_due, p_relay_remind from sent s
     where s.must_relay and s.sent_at is not null and p_relay_due is not null
  )
  select count(*) into n from sent;
  if n = 0 then raise exception 'audience-empty' using errcode = '23514'; end if;
  if p_due is not null then
    insert into circulation.deadline (item, realm, seat, kind, due, remind_at) values (i.id, i.realm, me, 'acknowledge', p_due, p_due);
  end if;
  return n;
end $$;

-- Passes an item that came down on to those whom it is to reach through the acting seat. Null when there is nothing to pass on.
create function circulation.relay(p_receipt uuid, p_relay_due timestamptz, p_relay_remind timestamptz, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint; mine circulation.receipt;
begin
  update circulation.receipt set relayed_at = p_now, changed_at = p_now
   where id = p_receipt and seat = acting.seat() and realm = acting.realm()
     and must_relay and relayed_at is null and sent_at is not null
  returning * into mine;
  if not found then return null; end if;
  with passed as (
    update circulation.receipt d set sent_at = p_now, changed_at = p_now
     where d.item = mine.item and d.via = mine.seat and d.sent_at is null
    returning d.id, d.seat, d.must_relay
  ),
  seen as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select mine.item, p.seat, mine.realm, mine.kind, p_now from passed p on conflict do nothing
  ),
  duty as (
    insert into circulation.deadline (item, receipt, realm, seat, kind, due, remind_at)
    select mine.item, p.id, mine.realm, p.seat, 'relay', p_relay_due, p_relay_remind from passed p
     where p.must_relay and p_relay_due is not null
    on conflict do nothing
  )
  select count(*) into n from passed;
  update circulation.deadline set met_at = p_now where item = mine.item and seat = mine.seat and kind = 'relay' and met_at is null;
  return n;
end $$;

-- Carries an item one hop up the way that was laid for it: first from its author, then from each tier that must pass it on.
-- Gives the seats it went to; none when the acting seat has nothing to carry. `p_copy` adds seats above the author's body
-- of that capacity, for information.
create function circulation.carry_up(p_item uuid, p_sector text, p_copy text, p_due timestamptz, p_remind timestamptz,
  p_relay_due timestamptz, p_relay_remind timestamptz, p_now timestamptz)
returns table (seat uuid, tier smallint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item; mine circulation.receipt; me uuid := acting.seat(); at smallint := 0; last boolean;
begin
  select * into i from circulation.item t where t.id = p_item and t.realm = acting.realm() for update;
  if not found then return; end if;
  if i.sent is null then
    if not circulation.is_author(p_item) then return; end if;
    update circulation.item set sent = p_now where id = p_item;
    update circulation.reach set sent = p_now where item = p_item and author;
  else
    update circulation.receipt r set relayed_at = p_now, changed_at = p_now
     where r.item = p_item and r.seat = me and r.must_relay and r.relayed_at is null returning * into mine;
    if not found then return; end if;
    at := mine.tier;
    update circulation.deadline d set met_at = p_now where d.item = p_item and d.seat = me and d.kind = 'relay' and d.met_at is null;
  end if;
  last := not exists (select from circulation.tier t where t.item = p_item and t.position > at + 1);
  return query
  with target as (
    select s.id as seat, s.body, t.position as tier, t.position = at + 1 and not last as pass
      from circulation.tier t join parties.seat s on s.capacity = t.capacity
     where t.item = p_item and t.position = at + 1
       and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)
       and (t.scope = 'central' or exists (
              select from parties.supervision v where v.seat = s.id and v.sector = p_sector
                and v.body = case when at = 0 then acting.body() else v.body end
                and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)))
    union
    select s.id, s.body, (at + 1)::smallint, false
      from parties.seat s join parties.supervision v on v.seat = s.id and v.body = acting.body() and v.sector = p_sector
     where at = 0 and p_copy is not null and s.capacity = p_copy
       and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)
  ),
  sent as (
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, must_relay, targeted_at, sent_at, due, remind_at, changed_at)
    select i.id, i.realm, i.kind, g.seat, g.body, p_sector, g.tier, me, g.pass, p_now, p_now, p_due, p_remind, p_now from target g
    on conflict do nothing
    returning receipt.id, receipt.seat, receipt.tier, receipt.must_relay
  ),
  seen as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, s.seat, i.realm, i.kind, p_now from sent s on conflict do nothing
  ),
  duty as (
    insert into circulation.deadline (item, receipt, realm, seat, kind, due, remind_at)
    select i.id, s.id, i.realm, s.seat, 'relay', p_relay_due, p_relay_remind from sent s where s.must_relay and p_relay_due is not null
  )
  select s.seat, s.tier from sent s;
end $$;

-- How far a sending has come, for who wrote it: counts and times by tier (whole) and by tier and sector, never who.
create function circulation.figures(p_item uuid)
returns table (tier smallint, capacity text, sector text, whole boolean, targeted bigint, sent bigint, delivered bigint, opened bigint,
               acknowledged bigint, unreachable bigint, reasons jsonb, states jsonb, median_seconds double precision, max_seconds double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with r as (
    select c.*, s.capacity, extract(epoch from c.acknowledged_at - c.sent_at)::double precision as took
      from circulation.receipt c join parties.seat s on s.id = c.seat
     where c.item = p_item and circulation.is_author(p_item)
  ),
  g as (
    select r.tier, r.capacity, r.sector, grouping(r.sector) = 1 as whole, count(*) as targeted, count(r.sent_at) as sent,
           count(r.delivered_at) as delivered, count(r.opened_at) as opened, count(r.acknowledged_at) as acknowledged,
           count(r.unreachable) as unreachable, percentile_cont(0.5) within group (order by r.took) as median, max(r.took) as longest
      from r group by grouping sets ((r.tier, r.capacity), (r.tier, r.capacity, r.sector))
  )
  select g.tier, g.capacity, g.sector, g.whole, g.targeted, g.sent, g.delivered, g.opened, g.acknowledged, g.unreachable,
         (select jsonb_object_agg(x.unreachable, x.n) from (select q.unreachable, count(*) as n from r q
            where q.unreachable is not null and q.tier = g.tier and q.capacity = g.capacity
              and (g.whole or q.sector is not distinct from g.sector) group by 1) x),
         (select jsonb_object_agg(x.state, x.n) from (select q.state, count(*) as n from r q
            where q.state is not null and q.tier = g.tier and q.capacity = g.capacity
              and (g.whole or q.sector is not distinct from g.sector) group by 1) x),
         g.median, g.longest
    from g
$$;

-- The curve of a sending for who wrote it: how many of each tier had acknowledged by each minute.
create function circulation.curve(p_item uuid) returns table (tier smallint, capacity text, at timestamptz, n bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.tier, s.capacity, greatest(date_trunc('minute', c.acknowledged_at), min(c.sent_at)),
         sum(count(*)) over (partition by c.tier, s.capacity order by date_trunc('minute', c.acknowledged_at))::bigint
    from circulation.receipt c join parties.seat s on s.id = c.seat
   where c.item = p_item and c.acknowledged_at is not null and circulation.is_author(p_item)
   group by c.tier, s.capacity, date_trunc('minute', c.acknowledged_at)
$$;

grant execute on function circulation.recipients(uuid), circulation.is_author(uuid),
  circulation.dispatch(uuid, text, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz),
  circulation.relay(uuid, timestamptz, timestamptz, timestamptz),
  circulation.carry_up(uuid, text, text, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz),
  circulation.figures(uuid), circulation.curve(uuid) to portal;
grant execute on function circulation.author_reaches() to portal, migrator;
reset role;

set role finder;
-- Items that hold the words and have reached the reader, newest first. The item's own policy judges once more.
create function circulation.find(p_words tsquery, p_limit integer, p_before timestamptz) returns table (item uuid, sent timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select w.item, w.sent from circulation.item_words w
   where w.words @@ p_words and w.realm = acting.realm() and w.sent < p_before
     and exists (select from circulation.reach r where r.item = w.item and r.reader = any (acting.me()))
   order by w.sent desc, w.item limit least(p_limit, 100)
$$;
grant execute on function circulation.find(tsquery, integer, timestamptz) to portal;
reset role;
revoke create on schema circulation from circulator, finder, tallier;

create trigger author_reaches after insert on circulation.item for each row execute function circulation.author_reaches();
