-- Situation reports: every so many hours what the picture said is frozen, a desk writes prose beside it, and a second person
-- releases it to the seats at the picture. When the next is due is a row.
create table situations.rhythm (
  situation uuid primary key references situations.situation,
  hours smallint not null check (hours between 1 and 72),
  next_due timestamptz not null,
  person uuid not null,
  at timestamptz not null
);

-- One report; its envelope and mark are the circulation item. `picture` is what was frozen, `changes` what is new in it.
create table situations.written_report (
  id uuid primary key,
  item uuid not null unique references circulation.item,
  situation uuid not null,
  number smallint not null check (number between 1 and 999),
  picture jsonb not null,
  changes jsonb not null,
  summary text not null,
  outlook text not null,
  due timestamptz,
  revision integer not null default 1,
  collected_at timestamptz not null,
  unique (situation, number)
);
create table situations.report_editor (
  item uuid not null references situations.written_report (item),
  person uuid not null,
  at timestamptz not null,
  primary key (item, person)
);
-- The second person, for one revision.
create table situations.report_release (
  item uuid primary key references situations.written_report (item),
  revision integer not null,
  seat uuid not null,
  person uuid not null,
  by_ja text not null,
  by_en text not null,
  at timestamptz not null
);

alter table situations.rhythm enable row level security;         alter table situations.rhythm force row level security;
alter table situations.written_report enable row level security; alter table situations.written_report force row level security;
alter table situations.report_editor enable row level security;  alter table situations.report_editor force row level security;
alter table situations.report_release enable row level security; alter table situations.report_release force row level security;

create policy seen on situations.rhythm for select to portal using (situation = any ((select situations.seen())::uuid[]));
create policy desk on situations.rhythm for insert to portal
  with check (person = (select acting.person()) and (select acting.has('keep-situations'))
    and exists (select from situations.situation s where s.id = rhythm.situation and s.desk = (select acting.seat())));
create policy desk_moves on situations.rhythm for update to portal
  using (exists (select from situations.situation s where s.id = rhythm.situation and s.desk = (select acting.seat())))
  with check (person = (select acting.person())
    and exists (select from situations.situation s where s.id = rhythm.situation and s.desk = (select acting.seat())));
create policy reached on situations.written_report for select to portal
  using (exists (select from circulation.item i where i.id = written_report.item));
create policy written on situations.written_report for insert to portal
  with check ((select acting.has('keep-situations'))
    and exists (select from situations.situation s where s.id = written_report.situation and s.desk = (select acting.seat()))
    and exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                 where i.id = written_report.item and i.subject = written_report.id and i.kind = 'situation-report' and i.sent is null));
create policy edited on situations.written_report for update to portal
  using (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                  where i.id = written_report.item and i.sent is null))
  with check (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                       where i.id = written_report.item and i.sent is null));
create policy desk on situations.report_editor for select to portal
  using (exists (select from circulation.reach r where r.item = report_editor.item and r.author));
create policy hand on situations.report_editor for insert to portal
  with check (person = (select acting.person()) and exists (select from circulation.reach r where r.item = report_editor.item and r.author));
create policy reached on situations.report_release for select to portal
  using (exists (select from circulation.item i where i.id = report_release.item));
create policy second_person on situations.report_release for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('approve-provisions'))
    and exists (select from situations.written_report w join circulation.reach r on r.item = w.item and r.author
                 where w.item = report_release.item and w.revision = report_release.revision)
    and not exists (select from situations.report_editor e where e.item = report_release.item and e.person = (select acting.person())));

grant select, insert on situations.rhythm, situations.written_report, situations.report_editor, situations.report_release to portal;
grant update (hours, next_due, person, at) on situations.rhythm to portal;
grant update (picture, changes, summary, outlook, revision, collected_at) on situations.written_report to portal;

create policy trace on situations.written_report for select to tracer using (true);
create policy trace on situations.report_editor for select to tracer using (true);
create policy trace on situations.report_release for select to tracer using (true);
grant select on situations.written_report, situations.report_editor, situations.report_release to tracer;
grant create on schema situations to tracer;
set role tracer;
-- The last wall before sending: no situation report leaves without a second person on its last revision.
create function situations.must_stand() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from situations.written_report w join situations.report_release r on r.item = w.item and r.revision = w.revision
                  where w.item = new.id
                    and not exists (select from situations.report_editor e where e.item = w.item and e.person = r.person)) then
    raise exception 'needs-second-person' using errcode = 'P0001';
  end if;
  return new;
end $$;
grant execute on function situations.must_stand() to portal, migrator;
reset role;
revoke create on schema situations from tracer;

create trigger situation_report_must_stand before update of sent on circulation.item
  for each row when (new.kind = 'situation-report' and old.sent is null and new.sent is not null)
  execute function situations.must_stand();
