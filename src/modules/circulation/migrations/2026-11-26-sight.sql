-- Why somebody sees an item stands in the row that let it be seen, written by the statement that wrote it. What was sent before says nothing.
alter table circulation.receipt add column why text, add column circle uuid;

grant create on schema circulation to circulator;
set role circulator;

-- Sends an item down. Null when it is not the acting seat's own unsent item; refuses an audience of nobody.
create or replace function circulation.dispatch(p_item uuid, p_tempo text, p_due timestamptz, p_remind timestamptz,
  p_relay_due timestamptz, p_relay_remind timestamptz, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint; i circulation.item; me uuid := acting.seat();
begin
  if p_tempo not in ('relay', 'direct') then raise exception 'tempo-unknown' using errcode = '22023'; end if;
  if not circulation.is_author(p_item) then return null; end if;
  update circulation.item set sent = p_now where id = p_item and sent is null returning * into i;
  if not found then return null; end if;
  update circulation.reach set sent = p_now where item = p_item and author;
  with r as materialized (select * from circulation.recipients(p_item, p_now)),
  sent as (
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, overseer, must_relay,
                                     targeted_at, sent_at, due, remind_at, changed_at, why, circle)
    select i.id, i.realm, i.kind, r.seat, r.body, r.sector, r.tier, r.via, r.overseer,
           p_tempo = 'relay' and r.seat in (select d.via from r d),
           p_now, case when p_tempo = 'direct' or r.via = me then p_now end, p_due, p_remind, p_now, r.why, r.circle
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
    select s.id as seat, s.body, t.position as tier, t.position = at + 1 and not last as pass, 'way' as why
      from circulation.tier t join parties.seat s on s.capacity = t.capacity
     where t.item = p_item and t.position = at + 1
       and s.valid_from <= today and (s.valid_to is null or s.valid_to > today)
       and (t.scope = 'central' or exists (
              select from parties.supervision v where v.seat = s.id and v.sector = p_sector
                and v.body = case when at = 0 then acting.body() else v.body end
                and v.valid_from <= today and (v.valid_to is null or v.valid_to > today)))
    union
    select s.id, s.body, (at + 1)::smallint, false, 'copy'
      from parties.seat s join parties.supervision v on v.seat = s.id and v.body = acting.body() and v.sector = p_sector
     where at = 0 and p_copy is not null and s.capacity = p_copy
       and v.valid_from <= today and (v.valid_to is null or v.valid_to > today)
  ),
  sent as (
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, must_relay, targeted_at, sent_at, due, remind_at, changed_at, why)
    select i.id, i.realm, i.kind, g.seat, g.body, p_sector, g.tier, me, g.pass, p_now, p_now, p_due, p_remind, p_now, g.why from target g
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
    insert into circulation.receipt (item, realm, kind, seat, body, tier, via, targeted_at, sent_at, due, remind_at, changed_at, why)
    select i.id, i.realm, i.kind, s.id, s.body, at, me, p_now, p_now, p_now + b.within, p_now + b.within * 0.75, p_now, 'mode'
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

-- Shows a sent item to seats beside the way that was laid for it, with a receipt each. Gives the seats it was new to.
create or replace function circulation.show_beside(p_item uuid, p_seats uuid[], p_due timestamptz, p_now timestamptz) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with i as (select t.* from circulation.item t where t.id = p_item and t.sent is not null),
  fresh as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, s.id, i.realm, i.kind, p_now from i, parties.seat s where s.id = any (p_seats)
    on conflict do nothing returning reader
  ),
  told as (
    insert into circulation.receipt (item, realm, kind, seat, body, tier, via, targeted_at, sent_at, due, remind_at, changed_at, why)
    select i.id, i.realm, i.kind, s.id, s.body, 100, acting.seat(), p_now, p_now, p_due, p_due, p_now, 'consent'
      from i, fresh f join parties.seat s on s.id = f.reader
    on conflict (item, seat) do update set sent_at = excluded.sent_at, changed_at = excluded.changed_at
  )
  select reader from fresh
$$;

-- Null when it is not the acting seat's own unsent item; the trigger on the item asks for the second person.
create or replace function circulation.recall(p_item uuid, p_due timestamptz, p_remind timestamptz, p_now timestamptz) returns bigint
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
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, overseer, targeted_at, sent_at, due, remind_at, changed_at, why)
    select i.id, i.realm, i.kind, h.seat, h.body, h.sector, h.tier, h.via, h.overseer, p_now, p_now, p_due, p_remind, p_now, h.why
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

create or replace function circulation.hand_over(p_handover uuid, p_now timestamptz) returns table (item uuid, realm uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare h parties.handover; r circulation.receipt; d circulation.deadline; fresh uuid; heir uuid; down boolean; still boolean; longer interval;
begin
  select * into h from parties.handover v where v.id = p_handover and v.confirmed_at is not null and v.revoked_at is null and v.day <= acting.day(p_now);
  if not found then return; end if;
  select s.body into heir from parties.seat s where s.id = h.to_seat;
  for r in select * from circulation.receipt c
            where c.seat = h.from_seat and c.must_relay and c.relayed_at is null and c.sent_at is not null for update
  loop
    -- What goes down waits here for those below; what goes up has nobody below, and its own sector.
    down := exists (select from circulation.receipt b where b.item = r.item and b.via = h.from_seat and b.sent_at is null);
    continue when down and not exists (select from circulation.receipt b where b.item = r.item and b.via = h.from_seat and b.sent_at is null and b.sector = h.sector);
    continue when not down and (r.sector is null or r.sector <> h.sector);
    longer := p_now - r.sent_at;
    insert into circulation.receipt as n (item, realm, kind, seat, body, sector, tier, via, overseer, must_relay, targeted_at, sent_at, due, remind_at, changed_at, why)
    values (r.item, r.realm, r.kind, h.to_seat, heir, h.sector, r.tier, r.via, r.overseer, true, p_now, p_now, r.due + longer, r.remind_at + longer, p_now, 'handover')
    on conflict (item, seat) do update set must_relay = true, relayed_at = null, handed_at = null, changed_at = p_now
    returning n.id into fresh;
    update circulation.receipt b set via = h.to_seat, overseer = case when b.overseer = h.from_seat then h.to_seat else b.overseer end, changed_at = p_now
     where b.item = r.item and b.via = h.from_seat and b.sent_at is null and b.sector = h.sector;
    still := exists (select from circulation.receipt b where b.item = r.item and b.via = h.from_seat and b.sent_at is null);
    select * into d from circulation.deadline l where l.item = r.item and l.seat = h.from_seat and l.kind = 'relay' and l.met_at is null;
    if d.id is not null then
      insert into circulation.deadline as l (item, receipt, realm, seat, kind, due, remind_at)
      values (r.item, fresh, r.realm, h.to_seat, 'relay', d.due + longer, d.remind_at + longer)
      on conflict on constraint deadline_item_seat_kind_key do update
        set receipt = fresh, due = excluded.due, remind_at = excluded.remind_at, reminded_at = null, met_at = null;
    end if;
    -- The whole of what is handed over: earlier versions of the same report, too, which the old seat had.
    insert into circulation.reach (item, reader, realm, kind, sent)
    select distinct i.id, h.to_seat, i.realm, i.kind, p_now from circulation.item i
     where i.id = r.item or (r.kind = 'report' and i.subject = (select s.subject from circulation.item s where s.id = r.item)
                             and exists (select from circulation.reach e where e.item = i.id and e.reader = h.from_seat))
    on conflict do nothing;
    if not still then
      update circulation.receipt c set must_relay = false, handed_at = p_now, remind_at = null, changed_at = p_now where c.id = r.id;
      delete from circulation.deadline l where l.item = r.item and l.seat = h.from_seat and l.kind = 'relay' and l.met_at is null;
      if not h.keeps or r.opened_at is null then
        delete from circulation.reach e where e.item = r.item and e.reader = h.from_seat and not e.author;
      end if;
    end if;
    insert into circulation.handed (handover, item, at) values (h.id, r.item, p_now) on conflict do nothing;
    item := r.item; realm := r.realm;
    return next;
  end loop;
end $$;


-- Who sees what belongs to a subject, why, and who opened it: the rows of reach and receipt themselves, as far as the acting seat may
-- know them. Its author is told of all; a tier, of itself and of what goes through it or stands below it; each, that there is an
-- author. A body that is not public has no row of its own here but its own; it is one of a number.
create function circulation.sight(p_kind text, p_subject uuid)
returns table (body uuid, capacity text, sector text, why text, circle uuid, via uuid, author boolean, mine boolean, state text,
               n bigint, versions bigint, of bigint, since timestamptz, opened_at timestamptz, acknowledged_at timestamptz,
               opened bigint, acknowledged bigint, whole boolean, seat uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with i as (
    select i.id, i.sent, exists (select from circulation.reach a where a.item = i.id and a.author and a.reader = acting.seat()) as whole
      from circulation.item i
     where i.subject = p_subject and i.kind = p_kind and i.realm = acting.realm()
       and exists (select from circulation.reach e where e.item = i.id and e.reader = any (acting.me()))
  ),
  line as (
    select i.id as item, i.sent, r.seat, r.sector, coalesce(r.why, case when p_kind = 'report' then 'way' else 'sent' end) as why, r.circle,
           r.via, false as author, exists (select from circulation.reach e where e.item = i.id and e.reader = r.seat) as sees,
           r.sent_at, r.opened_at, r.acknowledged_at
      from i join circulation.receipt r on r.item = i.id
     where i.whole or r.seat = acting.seat() or r.via = acting.seat() or r.overseer = acting.seat()
    union all
    -- Who wrote it, who typed it in for another, and who was handed what went before.
    select i.id, i.sent, e.reader, null, case when e.author then 'author' when e.sent = i.sent then 'entered' else 'handover' end, null,
           null, e.author, true, e.sent, null, null
      from i join circulation.reach e on e.item = i.id
     where (e.author or i.whole or e.reader = any (acting.me()))
       and not exists (select from circulation.receipt r where r.item = i.id and r.seat = e.reader)
  ),
  each as (
    select distinct on (l.seat) l.seat, l.sector, l.why, l.circle, l.via, l.author, l.opened_at, l.acknowledged_at,
           case when bool_or(l.sees) over s then 'sees' when bool_or(l.sent_at is not null) over s then 'ended' else 'way' end as state,
           count(*) filter (where l.sees) over s as versions, min(l.sent_at) over s as since
      from line l window s as (partition by l.seat) order by l.seat, l.sees desc, l.sent desc nulls first
  ),
  known as (
    select e.*, t.body, t.capacity, e.seat = acting.seat() as mine, b.open or e.seat = acting.seat() or e.author as named,
           case when b.open or t.body = acting.body() then t.body end as told,
           case when v.open then v.id end as through
      from each e left join parties.seat t on t.id = e.seat left join parties.body b on b.id = t.body
      left join parties.seat vs on vs.id = e.via left join parties.body v on v.id = vs.body
  )
  select k.told, k.capacity, k.sector, k.why, k.circle, k.through, k.author, k.mine, k.state, 1::bigint, k.versions, (select count(*) from i),
         k.since, k.opened_at, k.acknowledged_at, count(k.opened_at) over (partition by k.seat), count(k.acknowledged_at) over (partition by k.seat),
         (select bool_or(i.whole) from i), case when k.named then k.seat end
    from known k where k.named
  union all
  select null, k.capacity, k.sector, null, null, null, false, false, k.state, count(*), null, (select count(*) from i), null, null, null,
         count(k.opened_at), count(k.acknowledged_at), (select bool_or(i.whole) from i), null
    from known k where k.named is not true group by k.capacity, k.sector, k.state
$$;
grant execute on function circulation.sight(text, uuid) to portal;
reset role;
revoke create on schema circulation from circulator;
