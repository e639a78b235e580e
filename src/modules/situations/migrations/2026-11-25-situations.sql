-- Situations: what the centre makes of many reports that belong together, and the picture it shares of them. A picture is made
-- of what the desk and the ministries wrote for it, never of a report; nothing here widens who may see one.
create schema situations;
grant usage on schema situations to portal, worker, tallier, tracer;

create table situations.situation (
  id uuid primary key,
  realm uuid not null,
  desk uuid not null,
  title text not null,
  handling jsonb not null,
  person uuid not null,
  at timestamptz not null
);
create index on situations.situation (realm, at desc);

-- That it ended, and that it began anew: the last row says how it stands.
create table situations.course (
  id uuid primary key,
  situation uuid not null references situations.situation,
  verb text not null check (verb in ('ended', 'reopened')),
  reason text not null check (length(reason) > 0),
  person uuid not null,
  at timestamptz not null
);
create index on situations.course (situation, at desc);

-- With whom the picture is shared: the ministries competent that day, or who has taken a place under one declaration.
create table situations.sharing (
  id uuid primary key,
  situation uuid not null references situations.situation,
  part text not null check (part in ('ministries', 'crisis')),
  declaration uuid references mode.act,
  person uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  check ((part = 'crisis') = (declaration is not null))
);
create unique index on situations.sharing (situation, part) where ended_at is null;

-- That a report belongs to it. For the desk alone: who else sees the report need not know what it was put beside.
create table situations.grouping (
  id uuid primary key,
  situation uuid not null references situations.situation,
  report uuid not null references exchange.report,
  sector text not null,
  reason text not null check (length(reason) > 0),
  person uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_reason text,
  check ((ended_at is null) = (ended_reason is null))
);
create unique index on situations.grouping (situation, report) where ended_at is null;
create index on situations.grouping (report);

-- How a sector stands, as its ministry or the desk said it for the picture. Never changed; the last one holds.
create table situations.sector_state (
  id uuid primary key,
  situation uuid not null references situations.situation,
  sector text not null references parties.sector,
  state text not null check (state in ('stopped', 'degraded', 'checking', 'normal')),
  regions text[] not null,
  says text not null check (length(says) > 0),
  recovery text,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);
create index on situations.sector_state (situation, sector, at desc);

-- What was said beside it for the desk and the sector's own ministry only.
create table situations.sector_detail (
  state uuid primary key references situations.sector_state,
  situation uuid not null references situations.situation,
  sector text not null,
  text text not null check (length(text) > 0)
);

-- Which sector's failure is thought to have caused which. The last word on a pair holds.
create table situations.spill_over (
  id uuid primary key,
  situation uuid not null references situations.situation,
  cause text not null references parties.sector,
  effect text not null references parties.sector,
  how text not null check (how in ('suspected', 'confirmed', 'ruled-out')),
  says text not null check (length(says) > 0),
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  check (cause <> effect)
);
create index on situations.spill_over (situation, at desc);

create table situations.decision (
  id uuid primary key,
  situation uuid not null references situations.situation,
  decided text not null check (length(decided) > 0),
  options text not null,
  basis text not null check (length(basis) > 0),
  authority text not null check (length(authority) > 0),
  decided_at timestamptz not null,
  by_ja text not null,
  by_en text not null,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);
create index on situations.decision (situation, decided_at desc);

-- What somebody at the picture wrote into the timeline by hand.
create table situations.entry (
  id uuid primary key,
  situation uuid not null references situations.situation,
  kind text not null check (kind in ('note', 'damage', 'contact')),
  text text not null check (length(text) > 0),
  happened_at timestamptz not null,
  shared boolean not null,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);
create index on situations.entry (situation, happened_at desc);

-- That the desk asked the ministry of a sector how it stands.
create table situations.inquiry (
  id uuid primary key,
  situation uuid not null references situations.situation,
  sector text not null references parties.sector,
  person uuid not null,
  at timestamptz not null
);
create index on situations.inquiry (situation, sector, at desc);

alter table situations.situation enable row level security;     alter table situations.situation force row level security;
alter table situations.course enable row level security;        alter table situations.course force row level security;
alter table situations.sharing enable row level security;       alter table situations.sharing force row level security;
alter table situations.grouping enable row level security;      alter table situations.grouping force row level security;
alter table situations.sector_state enable row level security;  alter table situations.sector_state force row level security;
alter table situations.sector_detail enable row level security; alter table situations.sector_detail force row level security;
alter table situations.spill_over enable row level security;    alter table situations.spill_over force row level security;
alter table situations.decision enable row level security;      alter table situations.decision force row level security;
alter table situations.entry enable row level security;         alter table situations.entry force row level security;
alter table situations.inquiry enable row level security;       alter table situations.inquiry force row level security;

create policy trace on situations.situation for select to tracer using (true);
create policy trace on situations.sharing for select to tracer using (true);
create policy trace on mode.place for select to tracer using (true);
create policy trace on mode.confirmation for select to tracer using (true);
grant select on situations.situation, situations.sharing, mode.place, mode.confirmation to tracer;
create policy tally on situations.grouping for select to tallier using (true);
create policy tally on parties.competence for select to tallier using (true);
grant select on situations.grouping, parties.competence, parties.sector to tallier;

grant create on schema situations to tracer, tallier;
set role tracer;
-- The situations of the realm that the acting seat may see: its own desk's, and what is shared with it at this instant. What is
-- shared with the crisis response ends with the declaration under which the places were taken.
create function situations.seen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from situations.situation s
   where s.realm = acting.realm()
     and (s.desk = acting.seat()
          or exists (select from situations.sharing x where x.situation = s.id and x.ended_at is null and (
               x.part = 'ministries' and exists (
                 select from parties.competence c where c.seat = acting.seat() and c.valid_from <= acting.day()
                    and (c.valid_to is null or c.valid_to > acting.day()))
               or x.part = 'crisis' and exists (
                 select from mode.place p where p.declaration = x.declaration and p.seat = acting.seat())
               and not exists (
                 select from mode.confirmation c where c.declaration = x.declaration and cardinality(c.sectors) = 0
                    and c.takes_effect <= acting.at()))))
$$;

-- Whether a text names a body that is not public, among those that the acting seat knows anyway: so that it cannot be tried out
-- with names which bodies there are.
create function situations.names_a_body(p_text text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  -- The words and the folding are those of a provision's traces: width, kana, case and blanks hide no name.
  with t as materialized (select exchange.alike(p_text) as text)
  select exists (
    select from t, exchange.known_word w
     where w.kind in ('name', 'domain') and strpos(t.text, w.alike) > 0
       and (acting.has('know-bodies') or exists (
              select from parties.supervision v where v.body = w.body and v.seat = acting.seat())))
$$;
grant execute on function situations.seen() to portal, tallier;
grant execute on function situations.names_a_body(text) to portal;
reset role;

set role tallier;
-- How many reports are grouped, by sector, and how many of them within the last hour. The desk and the sector's own ministry are
-- told the number; anybody else only one that is no small group, because in a small sector a count says who it was.
create function situations.counts(p_situation uuid) returns table (sector text, reports bigint, fresh bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with mine as (
    select s.desk = acting.seat() as desk from situations.situation s
     where s.id = p_situation and s.id = any (situations.seen())
  ),
  n as (
    select g.sector, count(*) as reports, count(*) filter (where g.at > acting.at() - interval '1 hour') as fresh
      from situations.grouping g where g.situation = p_situation and g.ended_at is null group by g.sector
  )
  select n.sector, n.reports, case when k.known then n.fresh end
    from mine m, n join parties.sector p on p.key = n.sector
    cross join lateral (select m.desk or exists (
      select from parties.competence c where c.sector = n.sector and c.seat = acting.seat() and c.valid_from <= acting.day()
         and (c.valid_to is null or c.valid_to > acting.day())) as known) k
   where k.known or n.reports >= p.least_group
$$;
grant execute on function situations.counts(uuid) to portal;
reset role;
revoke create on schema situations from tracer, tallier;
create policy tally on situations.situation for select to tallier using (true);
grant select on situations.situation to tallier;

create policy seen on situations.situation for select to portal using (id = any ((select situations.seen())::uuid[]));
create policy opened on situations.situation for insert to portal
  with check (realm = (select acting.realm()) and desk = (select acting.seat()) and person = (select acting.person())
              and (select acting.has('keep-situations')));
create policy seen on situations.course for select to portal using (situation = any ((select situations.seen())::uuid[]));
create policy desk on situations.course for insert to portal
  with check (person = (select acting.person()) and (select acting.has('keep-situations'))
    and exists (select from situations.situation s where s.id = course.situation and s.desk = (select acting.seat())));
create policy seen on situations.sharing for select to portal using (situation = any ((select situations.seen())::uuid[]));
create policy desk on situations.sharing for insert to portal
  with check (person = (select acting.person()) and (select acting.has('keep-situations'))
    and exists (select from situations.situation s where s.id = sharing.situation and s.desk = (select acting.seat())));
create policy desk_ends on situations.sharing for update to portal
  using (exists (select from situations.situation s where s.id = sharing.situation and s.desk = (select acting.seat())))
  with check (exists (select from situations.situation s where s.id = sharing.situation and s.desk = (select acting.seat())));
create policy desk on situations.grouping for select to portal
  using (exists (select from situations.situation s where s.id = grouping.situation and s.desk = (select acting.seat())));
create policy grouped on situations.grouping for insert to portal
  with check (person = (select acting.person()) and (select acting.has('keep-situations'))
    and exists (select from situations.situation s where s.id = grouping.situation and s.desk = (select acting.seat()))
    and exists (select from exchange.report p where p.id = grouping.report and p.sector = grouping.sector));
create policy parted on situations.grouping for update to portal
  using (exists (select from situations.situation s where s.id = grouping.situation and s.desk = (select acting.seat())))
  with check (exists (select from situations.situation s where s.id = grouping.situation and s.desk = (select acting.seat())));
create policy seen on situations.sector_state for select to portal
  using (situation = any ((select situations.seen())::uuid[]));
create policy said on situations.sector_state for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('share-picture'))
    and situation = any ((select situations.seen())::uuid[])
    and (exists (select from situations.situation s where s.id = sector_state.situation and s.desk = (select acting.seat()))
         or exists (select from parties.competence c where c.sector = sector_state.sector and c.seat = (select acting.seat())
                      and c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day())))));
create policy desk_or_own on situations.sector_detail for select to portal
  using (exists (select from situations.situation s where s.id = sector_detail.situation and s.desk = (select acting.seat()))
         or situation = any ((select situations.seen())::uuid[])
            and exists (select from parties.competence c where c.sector = sector_detail.sector and c.seat = (select acting.seat())
                          and c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day()))));
create policy said on situations.sector_detail for insert to portal
  with check (exists (select from situations.sector_state t where t.id = sector_detail.state and t.situation = sector_detail.situation
                         and t.sector = sector_detail.sector and t.person = (select acting.person())));
create policy seen on situations.spill_over for select to portal using (situation = any ((select situations.seen())::uuid[]));
create policy said on situations.spill_over for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('share-picture'))
    and situation = any ((select situations.seen())::uuid[])
    and (exists (select from situations.situation s where s.id = spill_over.situation and s.desk = (select acting.seat()))
         or exists (select from parties.competence c where c.sector in (spill_over.cause, spill_over.effect)
                      and c.seat = (select acting.seat()) and c.valid_from <= (select acting.day())
                      and (c.valid_to is null or c.valid_to > (select acting.day())))));
create policy seen on situations.decision for select to portal using (situation = any ((select situations.seen())::uuid[]));
create policy desk on situations.decision for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('keep-situations'))
    and exists (select from situations.situation s where s.id = decision.situation and s.desk = (select acting.seat())));
create policy seen on situations.entry for select to portal
  using (situation = any ((select situations.seen())::uuid[]) and (shared or seat = (select acting.seat())));
create policy written on situations.entry for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('share-picture'))
    and situation = any ((select situations.seen())::uuid[]));
create policy seen on situations.inquiry for select to portal using (situation = any ((select situations.seen())::uuid[]));
create policy desk on situations.inquiry for insert to portal
  with check (person = (select acting.person()) and (select acting.has('keep-situations'))
    and exists (select from situations.situation s where s.id = inquiry.situation and s.desk = (select acting.seat())));

grant select, insert on situations.situation, situations.course, situations.sharing, situations.grouping, situations.sector_state,
  situations.sector_detail, situations.spill_over, situations.decision, situations.entry, situations.inquiry to portal;
grant update (ended_at) on situations.sharing to portal;
grant update (ended_at, ended_reason) on situations.grouping to portal;

-- One act at a time on a situation: two persons who end, group or share at once come one after the other.
create function situations.one_at_a_time(p_situation uuid) returns void
language sql volatile set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('situation ' || p_situation::text, 0))
$$;
grant execute on function situations.one_at_a_time(uuid) to portal;
