-- Some ways are open only to those whom an agreement of the author covers on that day: `covers` names the kind of information.
-- An author who does not know every body (a hub) reaches nobody in any other way, whatever tiers were laid.
alter table circulation.tier drop constraint tier_scope_check;
alter table circulation.tier add constraint tier_scope_check check (scope in ('above', 'central', 'agreement'));
alter table circulation.tier add column covers text;
alter table circulation.tier add constraint covers_by_agreement check ((covers is not null) = (scope = 'agreement'));

drop function circulation.recipients(uuid);
grant create on schema circulation to circulator;
set role circulator;

-- Those whom the author chose, before anybody asks whether they can be reached: by circle, by a hub's circle, by name.
create function circulation.chosen(p_item uuid) returns table (body uuid, circle uuid, sector text, why text, within uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with author as (select acting.seat() as seat where circulation.is_author(p_item))
  select m.body, c.id, c.sector, 'member', case c.kind when 'ceptoar' then c.id end
    from author, circulation.audience a
    join parties.circle c on c.id = a.circle
    join parties.membership m on m.circle = c.id
   where a.item = p_item and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
     and c.valid_from <= current_date and (c.valid_to is null or c.valid_to > current_date)
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

-- Exactly who receives an item that goes down, at an instant: the preview and the sending both read this. Only its author
-- gets rows. What an agreement covers goes straight to each that is covered: nobody stands between, nobody passes it on, and
-- no seat above learns from a receipt who has agreed with whom.
create function circulation.recipients(p_item uuid, p_now timestamptz)
returns table (seat uuid, body uuid, capacity text, sector text, tier smallint, via uuid, overseer uuid, circle uuid, why text)
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
                                 where bs.body = s.body and bs.valid_from <= current_date
                                   and (bs.valid_to is null or bs.valid_to > current_date))) as sector
      from chosen ch
      join parties.body b on b.id = ch.body and b.valid_from <= current_date and (b.valid_to is null or b.valid_to > current_date)
      join parties.seat s on s.body = b.id and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)
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
       and v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)
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
   order by n.seat, case n.why when 'named' then 0 when 'agreement' then 1 when 'secretariat' then 2 when 'member' then 3 else 4 end, n.via nulls last, n.sector, n.circle
$$;

-- Those of the chosen who are left out, and why, for the author: bodies it chose by name, public ones, and those it has or
-- had an agreement with. Whoever else is in a circle is not spoken of: their number would tell who is in it.
create function circulation.left_out(p_item uuid, p_now timestamptz) returns table (body uuid, why text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with gated as materialized (
    select exists (select from circulation.tier t where t.item = p_item and t.covers is not null) or not acting.has('know-bodies') as yes
  ),
  chosen as (
    select c.body, bool_or(c.why = 'named') as named, bool_or(c.why = 'agreement') as agreed
      from circulation.chosen(p_item) c group by c.body
  ),
  missing as (
    select c.* from chosen c
     where c.body <> acting.body() and not exists (select from circulation.recipients(p_item, p_now) r where r.body = c.body)
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
     where g.hub = acting.seat()
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

grant execute on function circulation.recipients(uuid, timestamptz), circulation.left_out(uuid, timestamptz) to portal;
revoke all on function circulation.chosen(uuid) from public;
grant execute on function circulation.chosen(uuid) to circulator;
reset role;
revoke create on schema circulation from circulator;

-- A request lays no other way than by agreement unless its seat knows every body, or reports upwards.
create policy by_agreement on circulation.tier as restrictive for insert to portal
  with check (scope = 'agreement' or (select acting.has('know-bodies')) or (select acting.has('file-reports')));
