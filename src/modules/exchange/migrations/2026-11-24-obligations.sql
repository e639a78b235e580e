-- Duties to report that the rules of a sector or a country set, as they follow from what a report says. Such a row names whoever
-- reported as surely as the source does: it is for the two who talk about the report, operator and ministry, and nobody further.
create table exchange.obligation (
  id uuid primary key,
  report uuid not null references exchange.report,
  realm uuid not null,
  key text not null,
  start_at timestamptz,
  certainty text check (certainty in ('known', 'about', 'earliest', 'assumed')),
  due timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  state text not null check (state in ('planned', 'met', 'missed', 'cancelled')),
  reason text check (reason in ('trigger', 'withdrawn')),
  met_item uuid,
  met_at timestamptz,
  missed_at timestamptz,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  unique (report, key),
  check ((state = 'cancelled') = (reason is not null)),
  check (state <> 'missed' or missed_at is not null)
);
create index on exchange.obligation (due) where state = 'planned';
create index on exchange.obligation (remind_at) where state = 'planned' and reminded_at is null;

-- From when a clock was thought to run, each time another thing was told.
create table exchange.obligation_start (
  obligation uuid not null references exchange.obligation,
  item uuid not null,
  start_at timestamptz,
  certainty text,
  due timestamptz,
  at timestamptz not null,
  primary key (obligation, item)
);

alter table exchange.obligation enable row level security;       alter table exchange.obligation force row level security;
alter table exchange.obligation_start enable row level security; alter table exchange.obligation_start force row level security;
create policy between on exchange.obligation for select to portal
  using (realm = (select acting.realm())
         and exists (select from exchange.source_reader x where x.report = obligation.report and x.thread and x.until is null));
create policy planned on exchange.obligation for insert to portal
  with check (realm = (select acting.realm()) and exchange.is_source(report));
create policy moved on exchange.obligation for update to portal
  using (realm = (select acting.realm()) and exchange.is_source(report))
  with check (realm = (select acting.realm()) and exchange.is_source(report));
create policy between on exchange.obligation_start for select to portal
  using (exists (select from exchange.obligation o where o.id = obligation_start.obligation));
create policy told on exchange.obligation_start for insert to portal
  with check (exists (select from exchange.obligation o where o.id = obligation_start.obligation and exchange.is_source(o.report)));
create policy due on exchange.obligation for select to worker using (true);
create policy passed on exchange.obligation for update to worker using (true) with check (true);
grant select, insert on exchange.obligation, exchange.obligation_start to portal;
grant update (start_at, certainty, due, remind_at, reminded_at, state, reason, met_item, met_at, changed_at) on exchange.obligation to portal;
grant select, update (state, missed_at, reminded_at, changed_at) on exchange.obligation to worker;

-- Whoever reported stands for what the clock does to their duties: the worker signs a missed one with them.
create policy sign_for on exchange.source for select to worker using (true);
grant select (report, seat, contact) on exchange.source to worker;
