-- Failure reports. The content never holds who reported: that is another row with another audience.
create schema exchange;
grant usage on schema exchange to portal, worker, tracer, tallier;

create table exchange.report (
  id uuid primary key,
  realm uuid not null,
  sector text not null,
  created_at timestamptz not null
);

-- One version of a report; its envelope and mark are the circulation item of the same id. Never changed once written.
create table exchange.report_version (
  item uuid primary key references circulation.item,
  report uuid not null references exchange.report,
  number smallint not null check (number between 1 and 999),
  stage text not null check (stage in ('first', 'follow-up', 'final', 'correction', 'withdrawal')),
  event_type text not null,
  cause_types text[] not null,
  codes_version text not null,
  occurred_at jsonb,
  detected_at jsonb,
  summary text,
  answers jsonb not null,
  form text not null,
  form_version integer not null,
  submitted_at timestamptz not null,
  unique (report, number)
);

-- Who reported, and who may know it. Disclosure is an act: one more row in source_reader.
create table exchange.source (
  report uuid primary key references exchange.report,
  seat uuid not null,
  body uuid not null,
  contact uuid not null,
  contact_name text not null,
  contact_phone text,
  contact_email text,
  name_to_cs boolean not null,
  copied boolean not null,
  answers jsonb not null default '{}'
);
create table exchange.source_reader (
  report uuid not null references exchange.report,
  reader uuid not null,
  thread boolean not null,
  told_at timestamptz not null,
  primary key (report, reader)
);

-- Questions and answers between the reporter and its ministry only.
create table exchange.message (
  id uuid primary key default gen_random_uuid(),
  report uuid not null references exchange.report,
  seat uuid not null,
  person uuid not null,
  kind text not null check (kind in ('question', 'answer', 'remark')),
  text text not null,
  at timestamptz not null
);
create index on exchange.message (report, at);

-- What a ministry wrote beside a report when it passed it on; for the seat it passed it to, not for the reporter.
create table exchange.relay_note (
  id uuid primary key default gen_random_uuid(),
  report uuid not null references exchange.report,
  item uuid not null references circulation.item,
  from_seat uuid not null,
  to_seat uuid not null,
  note text,
  at timestamptz not null,
  unique (item, from_seat, to_seat)
);
create index on exchange.relay_note (report);

-- What the centre made of a report: its own, nobody else's.
create table exchange.triage (
  report uuid not null references exchange.report,
  seat uuid not null,
  state text not null check (state in ('received', 'analysing', 'to-provide', 'held', 'for-reference', 'closed')),
  reason text,
  person uuid not null,
  at timestamptz not null,
  primary key (report, seat, at)
);

alter table exchange.report enable row level security;         alter table exchange.report force row level security;
alter table exchange.report_version enable row level security; alter table exchange.report_version force row level security;
alter table exchange.source enable row level security;         alter table exchange.source force row level security;
alter table exchange.source_reader enable row level security;  alter table exchange.source_reader force row level security;
alter table exchange.message enable row level security;        alter table exchange.message force row level security;
alter table exchange.relay_note enable row level security;     alter table exchange.relay_note force row level security;
alter table exchange.triage enable row level security;         alter table exchange.triage force row level security;

-- Whether the acting seat reported it: the one who may tell others so.
create policy trace on exchange.source for select to tracer using (true);
grant select on exchange.source to tracer;
grant create on schema exchange to tracer;
set role tracer;
create function exchange.is_source(p_report uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from exchange.source s where s.report = p_report and s.seat = acting.seat())
$$;
grant execute on function exchange.is_source(uuid) to portal;
reset role;
revoke create on schema exchange from tracer;

create policy reached on exchange.report for select to portal
  using (realm = (select acting.realm()) and exists (select from circulation.item i where i.subject = report.id));
create policy written on exchange.report for insert to portal with check (realm = (select acting.realm()));
create policy reached on exchange.report_version for select to portal
  using (exists (select from circulation.item i where i.id = report_version.item));
create policy written on exchange.report_version for insert to portal
  with check (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                       where i.id = report_version.item and i.subject = report_version.report and i.sent is null));
create policy own on exchange.source_reader for select to portal using (reader = any ((select acting.me())::uuid[]));
create policy known on exchange.source for select to portal
  using (exists (select from exchange.source_reader x where x.report = source.report)
         and exists (select from circulation.item i where i.subject = source.report));
create policy mine on exchange.source for insert to portal
  with check (seat = (select acting.seat()) and body = (select acting.body()) and contact = (select acting.person()));
create policy told on exchange.source_reader for insert to portal with check (exchange.is_source(report));
create policy between on exchange.message for select to portal
  using (exists (select from exchange.source_reader x where x.report = message.report and x.thread));
create policy said on exchange.message for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person())
              and exists (select from exchange.source_reader x where x.report = message.report and x.thread));
create policy beside on exchange.relay_note for select to portal
  using (from_seat = (select acting.seat()) or to_seat = (select acting.seat()));
create policy noted on exchange.relay_note for insert to portal
  with check (from_seat = (select acting.seat()) and exists (select from circulation.item i where i.id = relay_note.item and i.subject = relay_note.report));
create policy own on exchange.triage for select to portal
  using (seat = (select acting.seat()) and exists (select from exchange.report p where p.id = triage.report));
create policy decided on exchange.triage for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person())
              and exists (select from exchange.report p where p.id = triage.report));

grant select, insert on exchange.report, exchange.report_version, exchange.source, exchange.source_reader,
  exchange.message, exchange.relay_note, exchange.triage to portal;
