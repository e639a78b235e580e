-- Who stands today is asked by the programme's calendar and by the instant at which one acts, not by the database's own clock.
grant create on schema circulation to circulator;
set role circulator;
create or replace function circulation.author_reaches()
returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into circulation.reach (item, reader, realm, kind, sent, author)
  values (new.id, acting.seat(), new.realm, new.kind, acting.at(), true);
  return null;
end $$;

create or replace function circulation.chosen(p_item uuid)
returns table(body uuid, circle uuid, sector text, why text, within uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with author as (select acting.seat() as seat where circulation.is_author(p_item))
  select m.body, c.id, c.sector, 'member', case c.kind when 'ceptoar' then c.id end
    from author, circulation.audience a
    join parties.circle c on c.id = a.circle
    join parties.membership m on m.circle = c.id
   where a.item = p_item and m.valid_from <= (select acting.day()) and (m.valid_to is null or m.valid_to > (select acting.day()))
     and c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day()))
  union all
  select s.body, c.id, c.sector, 'secretariat', null
    from author, circulation.audience a
    join parties.circle c on c.id = a.circle and c.kind <> 'hub'
    join parties.seat s on s.id = c.secretariat
   where a.item = p_item
  union all
  select g.body, c.id, null, 'agreement', null
    from author cross join circulation.audience a
    join parties.circle c on c.id = a.circle and c.kind = 'hub'
    join parties.agreement g on g.circle = c.id and g.hub = author.seat
   where a.item = p_item
  union all
  select a.body, null, null, 'named', null from author, circulation.audience a where a.item = p_item and a.body is not null
$$;

create or replace function circulation.recipients(p_item uuid, p_now timestamptz)
returns table(seat uuid, body uuid, capacity text, sector text, tier smallint, via uuid, overseer uuid, circle uuid, why text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with author as (select acting.seat() as seat where circulation.is_author(p_item)),
  tiers as (select t.position, t.capacity from circulation.tier t where t.item = p_item),
  chosen as (select * from circulation.chosen(p_item)),
  gated as materialized (
    select exists (select from circulation.tier t where t.item = p_item and t.covers is not null) or not acting.has('know-bodies') as yes
  ),
  -- The seats that an agreement with the author covers at this instant, for what this item is.
  covered as materialized (
    select distinct g.seat, g.circle
      from author join parties.agreement g on g.hub = author.seat
     where exists (select from circulation.tier t where t.item = p_item and t.covers = any (g.kinds))
       and parties.in_force(g.id, p_now)
  ),
  leaf as (
    select s.id as seat, s.body, s.capacity, coalesce(t.position, 1)::smallint as tier, ch.circle, ch.within, ch.why,
           coalesce(ch.sector, (select min(bs.sector) from parties.body_sector bs
                                 where bs.body = s.body and bs.valid_from <= (select acting.day(p_now))
                                   and (bs.valid_to is null or bs.valid_to > (select acting.day(p_now))))) as sector
      from chosen ch
      join parties.body b on b.id = ch.body and b.valid_from <= (select acting.day(p_now)) and (b.valid_to is null or b.valid_to > (select acting.day(p_now)))
      join parties.seat s on s.body = b.id and s.valid_from <= (select acting.day(p_now)) and (s.valid_to is null or s.valid_to > (select acting.day(p_now)))
      left join tiers t on t.capacity = s.capacity
     where case when (select yes from gated)
             then t.position is not null
              and exists (select from covered v where v.seat = s.id and (ch.why <> 'agreement' or v.circle = ch.circle))
             else t.position is not null
               or (not exists (select from parties.seat o join tiers u on u.capacity = o.capacity where o.body = b.id)
                   and exists (select from acting.power p where p.capacity = s.capacity and p.power = 'receive-provisions'))
           end
  ),
  -- The seats above each leaf within the sector and circle by which it was chosen, nearest tier last.
  above as (
    select l.seat as of, v.seat, t.position as tier, l.sector
      from leaf l
      join parties.supervision v on v.body = l.body and (l.sector is null or v.sector = l.sector)
       and v.valid_from <= (select acting.day(p_now)) and (v.valid_to is null or v.valid_to > (select acting.day(p_now)))
       and (l.within is null or v.circle is null or v.circle = l.within)
      join parties.seat u on u.id = v.seat
      join tiers t on t.capacity = u.capacity and t.position < l.tier
     where not (select yes from gated)
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
       and v.valid_from <= (select acting.day(p_now)) and (v.valid_to is null or v.valid_to > (select acting.day(p_now)))
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
   order by n.seat, case n.why when 'named' then 0 when 'agreement' then 1 when 'secretariat' then 2 when 'member' then 3 else 4 end, n.via nulls last, n.sector, n.circle
$$;

create or replace function circulation.carry_up(p_item uuid, p_sector text, p_copy text, p_due timestamptz, p_remind timestamptz, p_relay_due timestamptz, p_relay_remind timestamptz, p_now timestamptz)
returns table(seat uuid, tier smallint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item; today date := acting.day(p_now); mine circulation.receipt; me uuid := acting.seat(); at smallint := 0; last boolean;
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
       and s.valid_from <= today and (s.valid_to is null or s.valid_to > today)
       and (t.scope = 'central' or exists (
              select from parties.supervision v where v.seat = s.id and v.sector = p_sector
                and v.body = case when at = 0 then acting.body() else v.body end
                and v.valid_from <= today and (v.valid_to is null or v.valid_to > today)))
    union
    select s.id, s.body, (at + 1)::smallint, false
      from parties.seat s join parties.supervision v on v.seat = s.id and v.body = acting.body() and v.sector = p_sector
     where at = 0 and p_copy is not null and s.capacity = p_copy
       and v.valid_from <= today and (v.valid_to is null or v.valid_to > today)
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

create or replace function circulation.carry_beside(p_item uuid, p_now timestamptz)
returns table(seat uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item; today date := acting.day(p_now); me uuid := acting.seat(); at smallint;
begin
  select * into i from circulation.item t where t.id = p_item and t.realm = acting.realm();
  if not found then return; end if;
  -- Only who carried it in this very transaction may carry it beside: the tier above then holds it through that seat.
  select max(r.tier) into at from circulation.receipt r where r.item = p_item and r.via = me and r.sent_at = p_now;
  if at is null then return; end if;
  return query
  with sent as (
    insert into circulation.receipt (item, realm, kind, seat, body, tier, via, targeted_at, sent_at, due, remind_at, changed_at)
    select i.id, i.realm, i.kind, s.id, s.body, at, me, p_now, p_now, p_now + b.within, p_now + b.within * 0.75, p_now
      from circulation.beside b join parties.seat s on s.capacity = b.capacity
     where b.item = p_item and b.tier = at
       and s.valid_from <= today and (s.valid_to is null or s.valid_to > today)
    on conflict do nothing
    returning receipt.seat
  ),
  seen as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, n.seat, i.realm, i.kind, p_now from sent n on conflict do nothing
  )
  select n.seat from sent n;
end $$;
reset role;
revoke create on schema circulation from circulator;
