-- The mode under which an item went, kept with it for ever; null before it is sent, and for what went before modes were kept.
alter table circulation.item add column mode text;
grant update (mode) on circulation.item to portal;

-- Who receives an item beside its tiers, and after which of them. Its author lays this while it is unsent: what the
-- author's consent does not cover is not there, whatever mode is declared afterwards.
create table circulation.beside (
  item uuid not null references circulation.item on delete cascade,
  capacity text not null,
  tier smallint not null check (tier > 0),
  within interval,
  primary key (item, capacity)
);
alter table circulation.beside enable row level security;
alter table circulation.beside force row level security;
create policy drafted on circulation.beside for select to portal
  using (exists (select from circulation.reach r where r.item = beside.item and r.author));
create policy laid on circulation.beside for insert to portal
  with check (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                       where i.id = beside.item and i.sent is null));
create policy carry on circulation.beside for select to circulator using (true);
grant select, insert on circulation.beside to portal;
grant select on circulation.beside to circulator;

grant create on schema circulation to circulator;
set role circulator;
-- Carries an item to those laid beside the tier to which the acting seat has just passed it on; gives their seats.
create function circulation.carry_beside(p_item uuid, p_now timestamptz) returns table (seat uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item; me uuid := acting.seat(); at smallint;
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
       and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)
    on conflict do nothing
    returning receipt.seat
  ),
  seen as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, n.seat, i.realm, i.kind, p_now from sent n on conflict do nothing
  )
  select n.seat from sent n;
end $$;
grant execute on function circulation.carry_beside(uuid, timestamptz) to portal;
reset role;
revoke create on schema circulation from circulator;
