-- Who acts is asked once in a statement, not once for each of the two thousand bodies that the statement looks at.
grant create on schema circulation to circulator;
set role circulator;

create or replace function circulation.carry_up(p_item uuid, p_sector text, p_copy text, p_due timestamptz, p_remind timestamptz, p_relay_due timestamptz, p_relay_remind timestamptz, p_now timestamptz)
returns TABLE(seat uuid, tier smallint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item; today date := acting.day(p_now); mine circulation.receipt; me uuid := acting.seat(); own uuid := acting.body(); at smallint := 0; last boolean;
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
                and (at > 0 or v.body = own)
                and v.valid_from <= today and (v.valid_to is null or v.valid_to > today)))
    union
    select s.id, s.body, (at + 1)::smallint, false, 'copy'
      from parties.seat s join parties.supervision v on v.seat = s.id and v.body = own and v.sector = p_sector
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

create or replace function circulation.left_out(p_item uuid, p_now timestamptz)
returns TABLE(body uuid, why text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with gated as materialized (
    select exists (select from circulation.tier t where t.item = p_item and t.covers is not null) or not (select acting.has('know-bodies')) as yes
  ),
  chosen as (
    select c.body, bool_or(c.why = 'named') as named, bool_or(c.why = 'agreement') as agreed
      from circulation.chosen(p_item) c group by c.body
  ),
  missing as (
    select c.* from chosen c
     where c.body <> (select acting.body()) and not exists (select from circulation.recipients(p_item, p_now) r where r.body = c.body)
  ),
  state as (
    select g.body,
           case when parties.in_force(g.id, p_now) then 1
                when e.agreement is not null then 6
                when w.agreement is null then case when g.valid_until <= p_now then 5 else 2 end
                when not w.accepted then 4
                when g.valid_from > p_now then 3
                else 5 end as place
      from parties.agreement g
      left join parties.agreement_answer w on w.agreement = g.id
      left join parties.agreement_end e on e.agreement = g.id
     where g.hub = (select acting.seat())
  )
  select m.body,
         case when not gated.yes then 'no-seat'
              else coalesce((array['other-kind', 'not-accepted', 'not-begun', 'declined', 'expired', 'ended'])[min(s.place)], 'no-agreement') end
    from gated, missing m
    join parties.body b on b.id = m.body
    left join state s on s.body = m.body
   where m.named or m.agreed or b.open or s.body is not null
   group by m.body, gated.yes
$$;

create or replace function circulation.sight(p_kind text, p_subject uuid)
returns TABLE(body uuid, capacity text, sector text, why text, circle uuid, via uuid, author boolean, mine boolean, state text, n bigint, versions bigint, of bigint, since timestamptz, opened_at timestamptz, acknowledged_at timestamptz, opened bigint, acknowledged bigint, whole boolean, seat uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with i as (
    select i.id, i.sent, exists (select from circulation.reach a where a.item = i.id and a.author and a.reader = (select acting.seat())) as whole
      from circulation.item i
     where i.subject = p_subject and i.kind = p_kind and i.realm = (select acting.realm())
       and exists (select from circulation.reach e where e.item = i.id and e.reader = any ((select acting.me())::uuid[]))
  ),
  line as (
    select i.id as item, i.sent, r.seat, r.sector, coalesce(r.why, case when p_kind = 'report' then 'way' else 'sent' end) as why, r.circle,
           r.via, false as author, exists (select from circulation.reach e where e.item = i.id and e.reader = r.seat) as sees,
           r.sent_at, r.opened_at, r.acknowledged_at
      from i join circulation.receipt r on r.item = i.id
     where i.whole or r.seat = (select acting.seat()) or r.via = (select acting.seat()) or r.overseer = (select acting.seat())
    union all
    -- Who wrote it, who typed it in for another, and who was handed what went before.
    select i.id, i.sent, e.reader, null, case when e.author then 'author' when e.sent = i.sent then 'entered' else 'handover' end, null,
           null, e.author, true, e.sent, null, null
      from i join circulation.reach e on e.item = i.id
     where (e.author or i.whole or e.reader = any ((select acting.me())::uuid[]))
       and not exists (select from circulation.receipt r where r.item = i.id and r.seat = e.reader)
  ),
  each as (
    select distinct on (l.seat) l.seat, l.sector, l.why, l.circle, l.via, l.author, l.opened_at, l.acknowledged_at,
           case when bool_or(l.sees) over s then 'sees' when bool_or(l.sent_at is not null) over s then 'ended' else 'way' end as state,
           count(*) filter (where l.sees) over s as versions, min(l.sent_at) over s as since
      from line l window s as (partition by l.seat) order by l.seat, l.sees desc, l.sent desc nulls first
  ),
  known as (
    select e.*, t.body, t.capacity, e.seat = (select acting.seat()) as mine, b.open or e.seat = (select acting.seat()) or e.author as named,
           case when b.open or t.body = (select acting.body()) then t.body end as told,
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

reset role;
revoke create on schema circulation from circulator;
