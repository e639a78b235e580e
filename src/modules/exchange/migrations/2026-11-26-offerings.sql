-- What a member of a hub gives to it (持ち寄り), and how far it may go: to the hub alone, to the other members, to the centre with or
-- without its name. Who may read it is asked of the agreements at each moment, so that whoever leaves reads no more; the words
-- and the name stand apart from the row that says that there is something.
create table exchange.offering (
  id uuid primary key,
  realm uuid not null,
  hub uuid not null references parties.seat,
  -- In which capacities members and the centre sit, as the giver was told: a later change of the programme does not widen it.
  members text[] not null,
  centre text[] not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index on exchange.offering (given_at desc, id desc);
create table exchange.offering_text (
  offering uuid primary key references exchange.offering,
  title text not null,
  body text not null,
  marking smallint not null,
  handling jsonb not null
);
create table exchange.offering_source (
  offering uuid primary key references exchange.offering,
  seat uuid not null,
  body uuid not null,
  person uuid not null
);
create table exchange.offering_extent (
  offering uuid not null references exchange.offering,
  number smallint not null check (number between 1 and 999),
  to_members boolean not null,
  to_centre text not null check (to_centre in ('no', 'unnamed', 'named')),
  at timestamptz not null,
  primary key (offering, number)
);
create table exchange.offering_pass (
  offering uuid not null references exchange.offering,
  to_whom text not null check (to_whom in ('members', 'centre')),
  person uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (offering, to_whom, at)
);

alter table exchange.offering enable row level security;        alter table exchange.offering force row level security;
alter table exchange.offering_text enable row level security;   alter table exchange.offering_text force row level security;
alter table exchange.offering_source enable row level security; alter table exchange.offering_source force row level security;
alter table exchange.offering_extent enable row level security; alter table exchange.offering_extent force row level security;
alter table exchange.offering_pass enable row level security;   alter table exchange.offering_pass force row level security;

create policy keep on exchange.offering for all to tracer using (true) with check (true);
create policy keep on exchange.offering_text for all to tracer using (true) with check (true);
create policy keep on exchange.offering_source for all to tracer using (true) with check (true);
create policy keep on exchange.offering_extent for all to tracer using (true) with check (true);
create policy keep on exchange.offering_pass for all to tracer using (true) with check (true);
create policy ask on parties.agreement_answer for select to tracer using (true);
create policy ask on parties.agreement_end for select to tracer using (true);
create policy notify on exchange.offering for select to worker using (true);
create policy notify on exchange.offering_source for select to worker using (true);
grant select, insert, update (withdrawn_at) on exchange.offering to tracer;
grant select, insert on exchange.offering_text, exchange.offering_source, exchange.offering_extent to tracer;
grant select, insert, update (ended_at) on exchange.offering_pass to tracer;
grant select on parties.agreement_answer, parties.agreement_end to tracer;
grant execute on function parties.in_force(uuid, timestamptz) to tracer;
grant select on exchange.offering to worker;
grant select (offering, seat) on exchange.offering_source to worker;

grant create on schema exchange to tracer;
set role tracer;

-- Whether a seat stands under an agreement with a hub about what is shared there, at an instant.
create function exchange.stands_with(p_hub uuid, p_seat uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from parties.agreement a
                  where a.hub = p_hub and a.seat = p_seat and 'hub-item' = any (a.kinds) and parties.in_force(a.id, p_at))
$$;

-- Which part the acting seat has in an offering now; null where none, whether or not there is one.
create function exchange.offering_part(p_offering uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
           when s.seat = acting.seat() then 'source'
           when o.hub = acting.seat() then 'hub'
           when x.to_members and acting.capacity() = any (o.members)
                and exists (select from exchange.offering_pass p where p.offering = o.id and p.to_whom = 'members' and p.ended_at is null)
                and exchange.stands_with(o.hub, acting.seat(), acting.at()) then 'member'
           when x.to_centre <> 'no' and acting.capacity() = any (o.centre)
                and exists (select from exchange.offering_pass p where p.offering = o.id and p.to_whom = 'centre' and p.ended_at is null) then 'centre'
         end
    from exchange.offering o
    join exchange.offering_source s on s.offering = o.id
    join lateral (select e.to_members, e.to_centre from exchange.offering_extent e where e.offering = o.id order by e.number desc limit 1) x on true
   where o.id = p_offering and o.realm = acting.realm()
$$;

-- Whether the acting seat may know the words of an offering, and whose it is. What was taken back keeps its giver alone.
create function exchange.offering_open(p_offering uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from exchange.offering o where o.id = p_offering
                   and case exchange.offering_part(o.id) when 'source' then true else exchange.offering_part(o.id) is not null and o.withdrawn_at is null end)
$$;
create function exchange.offering_named(p_offering uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exchange.offering_open(p_offering) and case exchange.offering_part(p_offering)
           when 'source' then true when 'hub' then true
           when 'centre' then (select e.to_centre = 'named' from exchange.offering_extent e where e.offering = p_offering order by e.number desc limit 1)
           else false end
$$;

-- Gives something to a hub with which the acting seat stands under an agreement now. False where it does not.
create function exchange.give_offering(p_id uuid, p_hub uuid, p_title text, p_body text, p_marking smallint, p_handling jsonb,
  p_members text[], p_centre text[], p_to_members boolean, p_to_centre text, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exchange.stands_with(p_hub, acting.seat(), p_now) then return false; end if;
  insert into exchange.offering (id, realm, hub, members, centre, given_at) values (p_id, acting.realm(), p_hub, p_members, p_centre, p_now);
  insert into exchange.offering_text values (p_id, p_title, p_body, p_marking, p_handling);
  insert into exchange.offering_source values (p_id, acting.seat(), acting.body(), acting.person());
  insert into exchange.offering_extent values (p_id, 1, p_to_members, p_to_centre, p_now);
  return true;
end $$;

-- Says anew how far it may go. What goes no further than before ends what was passed on beyond it, at once.
create function exchange.set_extent(p_offering uuid, p_to_members boolean, p_to_centre text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('offering ' || p_offering::text, 0));
  if coalesce(exchange.offering_part(p_offering) <> 'source', true)
     or exists (select from exchange.offering o where o.id = p_offering and o.withdrawn_at is not null) then return false; end if;
  insert into exchange.offering_extent
  select p_offering, max(e.number) + 1, p_to_members, p_to_centre, p_now from exchange.offering_extent e where e.offering = p_offering;
  update exchange.offering_pass p set ended_at = p_now
   where p.offering = p_offering and p.ended_at is null
     and (p.to_whom = 'members' and not p_to_members or p.to_whom = 'centre' and p_to_centre = 'no');
  return true;
end $$;

-- Takes an offering back: its words are gone for everyone but its giver, and nobody passes it on any more.
create function exchange.withdraw_offering(p_offering uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('offering ' || p_offering::text, 0));
  if coalesce(exchange.offering_part(p_offering) <> 'source', true) then return false; end if;
  update exchange.offering o set withdrawn_at = p_now where o.id = p_offering and o.withdrawn_at is null;
  return found;
end $$;

-- The hub passes it on, exactly as far as its giver lets it now: while the giver stands under the agreement, and nothing marked
-- RED. Null where there is nothing to pass for the acting seat; false where it was passed on already.
create function exchange.pass_offering(p_offering uuid, p_to text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare o record;
begin
  perform pg_advisory_xact_lock(hashtextextended('offering ' || p_offering::text, 0));
  if coalesce(exchange.offering_part(p_offering) <> 'hub', true) then return null; end if;
  select f.hub, f.withdrawn_at, s.seat, t.marking, e.to_members, e.to_centre into o
    from exchange.offering f join exchange.offering_source s on s.offering = f.id join exchange.offering_text t on t.offering = f.id
    join exchange.offering_extent e on e.offering = f.id where f.id = p_offering order by e.number desc limit 1;
  if o.withdrawn_at is not null then raise exception 'offering-withdrawn' using errcode = 'P0001'; end if;
  if not (p_to = 'members' and o.to_members or p_to = 'centre' and o.to_centre <> 'no') then raise exception 'not-so-far' using errcode = 'P0001'; end if;
  if o.marking >= 4 then raise exception 'mark-forbids' using errcode = 'P0001'; end if;
  if not exchange.stands_with(o.hub, o.seat, p_now) then raise exception 'agreement-over' using errcode = 'P0001'; end if;
  if exists (select from exchange.offering_pass p where p.offering = p_offering and p.to_whom = p_to and p.ended_at is null) then return false; end if;
  insert into exchange.offering_pass (offering, to_whom, person, at) values (p_offering, p_to, acting.person(), p_now);
  return true;
end $$;

grant execute on function exchange.stands_with(uuid, uuid, timestamptz) to worker;
grant execute on function exchange.offering_part(uuid), exchange.offering_open(uuid), exchange.offering_named(uuid),
  exchange.give_offering(uuid, uuid, text, text, smallint, jsonb, text[], text[], boolean, text, timestamptz),
  exchange.set_extent(uuid, boolean, text, timestamptz), exchange.withdraw_offering(uuid, timestamptz),
  exchange.pass_offering(uuid, text, timestamptz) to portal;
reset role;
revoke create on schema exchange from tracer;

create policy part on exchange.offering for select to portal
  using (realm = (select acting.realm()) and exchange.offering_part(id) is not null);
create policy open on exchange.offering_text for select to portal using (exchange.offering_open(offering));
create policy named on exchange.offering_source for select to portal using (exchange.offering_named(offering));
create policy sides on exchange.offering_extent for select to portal using (exchange.offering_part(offering) in ('source', 'hub'));
create policy sides on exchange.offering_pass for select to portal using (exchange.offering_part(offering) in ('source', 'hub'));
grant select on exchange.offering, exchange.offering_text, exchange.offering_extent, exchange.offering_pass to portal;
grant select (offering, seat, body) on exchange.offering_source to portal;
create policy notify on exchange.offering_pass for select to worker using (true);
grant select on exchange.offering_pass to worker;
