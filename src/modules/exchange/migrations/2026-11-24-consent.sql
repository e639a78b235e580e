-- The ledger of consent and disclosure: for each report and each class of onward recipient, what was asked, answered and
-- passed on. Rows are only ever added; the last answer counts. Who wrote a row, and its words, stand apart: they would
-- name the reporter as surely as the source does.
create table exchange.consent (
  id uuid primary key default gen_random_uuid(),
  report uuid not null references exchange.report,
  class text not null,
  number smallint not null check (number between 1 and 9999),
  act text not null check (act in ('requested', 'asked', 'given', 'refused', 'withdrawn', 'passed')),
  what text not null check (what in ('name', 'content')),
  -- To whom exactly, as the source was told when it consented: a later change of the programme does not widen it.
  capacities text[] not null default '{}',
  bodies text[] not null default '{}',
  until timestamptz,
  at timestamptz not null,
  unique (report, class, number)
);
create table exchange.consent_said (
  consent uuid primary key references exchange.consent,
  seat uuid not null,
  person uuid not null,
  note text
);
-- Which version a class was shown under which consent; what was ended says when, and is the tombstone that its reader sees.
create table exchange.onward (
  item uuid not null references exchange.report_version,
  reader uuid not null,
  class text not null,
  report uuid not null references exchange.report,
  realm uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (item, reader, class)
);
create index on exchange.onward (reader, ended_at);
create index on exchange.onward (report);
-- Who knew a source once. It cannot be made to forget; the ledger says so.
create table exchange.told_before (
  report uuid not null references exchange.report,
  reader uuid not null,
  told_at timestamptz not null,
  ended_at timestamptz not null,
  primary key (report, reader, ended_at)
);

-- What was answered before there was a ledger becomes its first entry.
alter table exchange.source no force row level security;
with first as (
  insert into exchange.consent (report, class, number, act, what, capacities, at)
  select s.report, 'name-at-centre', 1, case when s.name_to_cs then 'given' else 'refused' end, 'name', '{cabinet-secretariat}',
         coalesce((select min(x.told_at) from exchange.source_reader x where x.report = s.report), now())
    from exchange.source s
  returning id, report
)
insert into exchange.consent_said (consent, seat, person) select f.id, s.seat, s.contact from first f join exchange.source s on s.report = f.report;
alter table exchange.source force row level security;

alter table exchange.consent enable row level security;      alter table exchange.consent force row level security;
alter table exchange.consent_said enable row level security; alter table exchange.consent_said force row level security;
alter table exchange.onward enable row level security;       alter table exchange.onward force row level security;
alter table exchange.told_before enable row level security;  alter table exchange.told_before force row level security;

-- The source and its ministry see the ledger, and the centre what it may do. Those to whom it was passed on do not.
create policy parties on exchange.consent for select to portal
  using (exists (select from exchange.report p where p.id = consent.report)
         and (exists (select from exchange.source_reader x where x.report = consent.report and x.thread)
              or (select acting.has('triage-reports'))));
-- The source alone answers; its ministry asks it; the centre asks through the ministry.
create policy entered on exchange.consent for insert to portal
  with check (exists (select from exchange.report p where p.id = consent.report)
    and case when act in ('given', 'refused', 'withdrawn') then exchange.is_source(report)
             when act = 'asked' then not exchange.is_source(report)
                  and exists (select from exchange.source_reader x where x.report = consent.report and x.thread)
             when act = 'requested' then (select acting.has('triage-reports'))
             else false end);
create policy said on exchange.consent_said for select to portal
  using (seat = (select acting.seat())
         or exists (select from exchange.consent c join exchange.source_reader x on x.report = c.report and x.thread
                     where c.id = consent_said.consent
                       and case when c.act in ('requested', 'passed') then not exchange.is_source(c.report) else true end));
create policy signed on exchange.consent_said for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person())
              and exists (select from exchange.consent c where c.id = consent_said.consent));
create policy ended on exchange.onward for select to portal
  using (realm = (select acting.realm()) and reader = (select acting.seat()));
create policy parties on exchange.told_before for select to portal
  using (exists (select from exchange.source_reader x where x.report = told_before.report and x.thread)
         and exists (select from exchange.report p where p.id = told_before.report));
grant select, insert on exchange.consent, exchange.consent_said to portal;
grant select on exchange.onward, exchange.told_before to portal;

create policy trace on exchange.consent for select to tracer using (true);
create policy pass on exchange.consent for insert to tracer with check (act = 'passed');
create policy pass on exchange.consent_said for insert to tracer with check (true);
create policy keep on exchange.onward for all to tracer using (true) with check (true);
create policy keep on exchange.told_before for insert to tracer with check (true);
create policy tell on exchange.source_reader for all to tracer using (true) with check (true);
create policy trace on exchange.report for select to tracer using (true);
grant select, insert on exchange.consent to tracer;
grant insert on exchange.consent_said to tracer;
grant select, insert, update on exchange.onward to tracer;
grant insert on exchange.told_before to tracer;
grant select, insert, delete on exchange.source_reader to tracer;
grant select on exchange.report to tracer;

grant create on schema exchange to tracer;
set role tracer;

-- The seats that a consent names.
create function exchange.seats_of(p_capacities text[], p_bodies text[], p_now timestamptz) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from parties.seat s join parties.body b on b.id = s.body
   where s.capacity = any (p_capacities) and (p_bodies = '{}' or b.key = any (p_bodies))
     and s.valid_from <= p_now::date and (s.valid_to is null or s.valid_to > p_now::date)
$$;

-- One at a time for a report: who passes on and who withdraws take turns, and the one who comes second sees what the first did.
create function exchange.take_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.report::text, 29));
  return new;
end $$;

-- A consent takes effect, and a withdrawal ends it, in the transaction of the answer: what a class was shown is gone for it at once.
create function exchange.consent_counts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare o record; seats uuid[];
begin
  if new.what = 'name' and new.act = 'given' then
    insert into exchange.source_reader (report, reader, thread, told_at)
    select new.report, s, false, new.at from unnest(exchange.seats_of(new.capacities, new.bodies, new.at)) s
    on conflict do nothing;
  elsif new.what = 'name' and new.act in ('refused', 'withdrawn') then
    select exchange.seats_of(c.capacities, c.bodies, new.at) into seats from exchange.consent c
     where c.report = new.report and c.class = new.class and c.act = 'given' order by c.number desc limit 1;
    with gone as (
      delete from exchange.source_reader x where x.report = new.report and not x.thread and x.reader = any (seats)
      returning x.reader, x.told_at
    )
    insert into exchange.told_before (report, reader, told_at, ended_at) select new.report, g.reader, g.told_at, new.at from gone g;
  elsif new.what = 'content' and new.act in ('refused', 'withdrawn') then
    update exchange.onward w set ended_at = new.at where w.report = new.report and w.class = new.class and w.ended_at is null;
    for o in select w.item, array_agg(w.reader) as readers from exchange.onward w
              where w.report = new.report and w.class = new.class and w.ended_at = new.at
                and not exists (select from exchange.onward k where k.item = w.item and k.reader = w.reader and k.ended_at is null)
              group by w.item
    loop
      perform circulation.end_reach(o.item, o.readers, new.at);
    end loop;
  end if;
  return null;
end $$;

-- Passes what has reached the centre on to a class: only while the source's last answer is yes, only to whom it said yes to,
-- and nothing marked RED. Gives the number of versions that somebody sees now who did not; the reason when it may not be.
create function exchange.pass_onward(p_report uuid, p_class text, p_due timestamptz, p_now timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare g exchange.consent; v record; seats uuid[]; shown uuid[]; n integer := 0; barred boolean := false; entry uuid := gen_random_uuid();
begin
  if not acting.has('triage-reports') then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(p_report::text, 29));
  select * into g from exchange.consent c where c.report = p_report and c.class = p_class and c.what = 'content'
     and c.act in ('given', 'refused', 'withdrawn') order by c.number desc limit 1;
  if g.act is null or g.act <> 'given' then raise exception 'no-consent' using errcode = 'P0001'; end if;
  seats := array(select s from unnest(exchange.seats_of(g.capacities, g.bodies, p_now)) s where s <> acting.seat());
  for v in select i.id, i.marking, i.realm from circulation.item i join circulation.reach r on r.item = i.id
            where i.subject = p_report and i.realm = acting.realm() and r.reader = acting.seat() and not r.author
            order by i.sent
  loop
    if v.marking >= 4 then barred := true; continue; end if;
    -- Who sees it already by another way (the ministry that relayed it) keeps that; only what is new hangs on this consent.
    shown := array(select circulation.show_beside(v.id, seats, p_due, p_now));
    shown := shown || array(select w.reader from exchange.onward w where w.item = v.id and w.ended_at is null and w.class <> p_class
                               and w.reader = any (seats)
                               and not exists (select from exchange.onward k where k.item = v.id and k.reader = w.reader and k.class = p_class and k.ended_at is null));
    insert into exchange.onward (item, reader, class, report, realm, at)
    select v.id, s, p_class, p_report, v.realm, p_now from unnest(shown) s
    on conflict (item, reader, class) do update set at = excluded.at, ended_at = null;
    if cardinality(shown) > 0 then n := n + 1; end if;
  end loop;
  if n = 0 and barred then raise exception 'mark-forbids' using errcode = 'P0001'; end if;
  if n = 0 then raise exception 'nothing-to-pass' using errcode = 'P0001'; end if;
  insert into exchange.consent (id, report, class, number, act, what, at)
  select entry, p_report, p_class, max(c.number) + 1, 'passed', 'content', p_now from exchange.consent c where c.report = p_report and c.class = p_class;
  insert into exchange.consent_said (consent, seat, person) values (entry, acting.seat(), acting.person());
  return n;
end $$;
grant execute on function exchange.pass_onward(uuid, text, timestamptz, timestamptz) to portal;
grant execute on function exchange.take_turn(), exchange.consent_counts() to portal, migrator, tracer;
reset role;
revoke create on schema exchange from tracer;

create trigger take_turn before insert on exchange.consent for each row execute function exchange.take_turn();
create trigger consent_counts after insert on exchange.consent for each row execute function exchange.consent_counts();
