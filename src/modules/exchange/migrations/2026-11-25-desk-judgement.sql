-- What the centre's desk makes of reports together, and of how grave one was. Its own, like triage: never the reporter's,
-- never the ministry's.
create table exchange.report_link (
  id uuid primary key,
  one uuid not null references exchange.report,
  other uuid not null references exchange.report,
  kind text not null check (kind in ('duplicate', 'related')),
  reason text not null,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  check (one < other),
  check ((ended_at is null) = (ended_by is null))
);
create unique index on exchange.report_link (seat, one, other) where ended_at is null;
create index on exchange.report_link (other);

-- How grave a failure was, said afterwards on three axes. A later judgement is a new row.
create table exchange.severity (
  report uuid not null references exchange.report,
  seat uuid not null,
  number smallint not null check (number between 1 and 999),
  service smallint not null check (service between 0 and 4),
  safety smallint not null check (safety between 0 and 4),
  other smallint not null check (other between 0 and 4),
  overall smallint not null generated always as (greatest(service, safety, other)) stored,
  early boolean not null,
  reason text not null,
  person uuid not null,
  at timestamptz not null,
  primary key (report, seat, number)
);
alter table exchange.report_link enable row level security; alter table exchange.report_link force row level security;
alter table exchange.severity enable row level security;    alter table exchange.severity force row level security;

create policy desk on exchange.report_link for select to portal
  using (seat = (select acting.seat())
         and exists (select from exchange.report p where p.id = report_link.one)
         and exists (select from exchange.report p where p.id = report_link.other));
create policy linked on exchange.report_link for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('triage-reports'))
              and exists (select from exchange.report p where p.id = report_link.one)
              and exists (select from exchange.report p where p.id = report_link.other));
create policy unlinked on exchange.report_link for update to portal
  using (seat = (select acting.seat()) and (select acting.has('triage-reports')) and ended_at is null)
  with check (seat = (select acting.seat()) and ended_by = (select acting.person()));
create policy desk on exchange.severity for select to portal
  using (seat = (select acting.seat()) and exists (select from exchange.report p where p.id = severity.report));
create policy judged on exchange.severity for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('triage-reports'))
              and exists (select from exchange.report p where p.id = severity.report));
grant select, insert on exchange.report_link, exchange.severity to portal;
grant update (ended_at, ended_by) on exchange.report_link to portal;
