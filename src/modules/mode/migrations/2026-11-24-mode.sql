-- The operating mode as acts. What is in force is what the last confirmation that took effect says; nothing is ever updated.
create schema mode;
grant usage on schema mode to portal, worker, tallier, tracer;

create table mode.act (
  id uuid primary key,
  realm uuid not null,
  verb text not null check (verb in ('declare', 'widen', 'narrow', 'stand-down')),
  mode text not null,
  sectors text[] not null,
  regions text[] not null,
  basis text not null check (length(basis) > 0),
  authority text not null check (length(authority) > 0),
  asked_from timestamptz not null,
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  check (verb = 'stand-down' or cardinality(sectors) + cardinality(regions) > 0),
  check (verb <> 'declare' or cardinality(sectors) > 0)
);
create index on mode.act (realm, at);

-- The second person. `sectors` and `regions` are the whole scope from `takes_effect` on; after a stand-down there is none.
create table mode.confirmation (
  act uuid primary key references mode.act,
  realm uuid not null,
  position integer not null check (position > 0),
  declaration uuid not null references mode.act,
  mode text not null,
  sectors text[] not null,
  regions text[] not null,
  takes_effect timestamptz not null,
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  unique (realm, position)
);
create index on mode.confirmation (realm, takes_effect);

create table mode.withdrawal (
  act uuid primary key references mode.act,
  realm uuid not null,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);

-- A seat of the crisis response has taken its place at the picture that is shared under a declaration.
create table mode.place (
  declaration uuid not null references mode.act,
  seat uuid not null,
  realm uuid not null,
  person uuid not null,
  at timestamptz not null,
  primary key (declaration, seat)
);

alter table mode.act enable row level security;          alter table mode.act force row level security;
alter table mode.confirmation enable row level security; alter table mode.confirmation force row level security;
alter table mode.withdrawal enable row level security;   alter table mode.withdrawal force row level security;
alter table mode.place enable row level security;        alter table mode.place force row level security;

-- Whether the acting person may be the second one of an act: of the same desk, another person, and the act still waits.
create policy trace on mode.act for select to tracer using (true);
create policy trace on mode.withdrawal for select to tracer using (true);
grant select on mode.act, mode.withdrawal to tracer;
grant create on schema mode to tracer;
set role tracer;
create function mode.is_second(p_act uuid, p_takes_effect timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from mode.act a where a.id = p_act and a.realm = acting.realm() and a.seat = acting.seat()
                    and a.person <> acting.person() and a.asked_from <= p_takes_effect
                    and not exists (select from mode.withdrawal w where w.act = a.id))
$$;
grant execute on function mode.is_second(uuid, timestamptz) to portal;
reset role;
revoke create on schema mode from tracer;

create policy in_realm on mode.confirmation for select to portal using (realm = (select acting.realm()));
create policy confirmed on mode.act for select to portal
  using (realm = (select acting.realm())
         and (seat = (select acting.seat()) or exists (select from mode.confirmation c where c.act = act.id)));
create policy begun on mode.act for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
              and (select acting.has('declare-mode')));
create policy own_desk on mode.withdrawal for select to portal
  using (realm = (select acting.realm()) and seat = (select acting.seat()));
create policy taken_back on mode.withdrawal for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
              and (select acting.has('declare-mode'))
              and exists (select from mode.act a where a.id = withdrawal.act and a.seat = (select acting.seat()))
              and not exists (select from mode.confirmation c where c.act = withdrawal.act));
create policy second_person on mode.confirmation for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
              and (select acting.has('confirm-mode'))
              and mode.is_second(act, takes_effect));
create policy in_realm on mode.place for select to portal using (realm = (select acting.realm()));
create policy own_seat on mode.place for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
              and (select acting.has('join-mode'))
              and exists (select from mode.confirmation c where c.act = place.declaration));

grant select, insert on mode.act, mode.confirmation, mode.withdrawal, mode.place to portal;

-- Begins with an act at a time: two persons who decide at once come one after the other.
create function mode.one_at_a_time(p_realm uuid) returns void
language sql volatile set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('mode ' || p_realm::text, 0))
$$;

-- The mode in force for a sector (and region, where it is known) at a time; null is the ordinary one.
create function mode.in_force(p_sector text, p_region text, p_at timestamptz) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when p_sector = any (c.sectors)
               and (p_region is null or cardinality(c.regions) = 0 or p_region = any (c.regions)) then c.mode end
    from mode.confirmation c
   where c.realm = (select acting.realm()) and c.takes_effect <= p_at
   order by c.position desc limit 1
$$;
grant execute on function mode.one_at_a_time(uuid), mode.in_force(text, text, timestamptz) to portal;
