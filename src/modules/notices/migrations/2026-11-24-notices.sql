-- Notices: that something concerns a person in a seat and realm, and why. Never what: title and mark are read where they are.
create schema notices;
grant usage on schema notices to portal, worker;

create table notices.notice (
  id uuid primary key default gen_random_uuid(),
  cause uuid not null,
  person uuid not null,
  seat uuid not null,
  realm uuid not null,
  why text not null check (why in ('waits', 'reminder', 'overdue', 'key-expires', 'address-fails')),
  kind text,
  item uuid,
  receipt uuid,
  about uuid,
  urgent boolean not null,
  sector text,
  marking smallint,
  at timestamptz not null,
  read_at timestamptz,
  mail_due timestamptz,
  mailed_at timestamptz,
  unique (cause, person, seat)
);
create index on notices.notice (person, seat, realm, at desc, id desc);
create index on notices.notice (person, seat, realm) where read_at is null;
create index on notices.notice (item, seat) where read_at is null;
create index on notices.notice (mail_due) where mailed_at is null;
create index on notices.notice (at);

-- By which ways, when and about what a person wants to hear in one seat. A null list means all.
create table notices.setting (
  person uuid not null,
  seat uuid not null,
  mail text not null check (mail in ('each', 'hourly', 'daily', 'none')),
  digest_at text not null check (digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  only_urgent boolean not null,
  kinds text[],
  sectors text[],
  marks text[],
  quiet_from text check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_to text check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  changed_at timestamptz not null,
  primary key (person, seat),
  check (num_nonnulls(quiet_from, quiet_to) <> 1)
);

alter table notices.notice enable row level security;  alter table notices.notice force row level security;
alter table notices.setting enable row level security; alter table notices.setting force row level security;

create policy own on notices.notice for select to portal
  using (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));
create policy settle on notices.notice for update to portal
  using (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()))
  with check (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));
create policy work on notices.notice for all to worker using (true) with check (true);
create policy own on notices.setting for select to portal
  using (person = (select acting.person()) and seat = (select acting.seat()));
create policy first on notices.setting for insert to portal
  with check (person = (select acting.person()) and seat = (select acting.seat()));
create policy change on notices.setting for update to portal
  using (person = (select acting.person()) and seat = (select acting.seat()))
  with check (person = (select acting.person()) and seat = (select acting.seat()));
create policy work on notices.setting for select to worker using (true);

grant select, update (read_at) on notices.notice to portal;
grant select, insert, update, delete on notices.notice to worker;
grant select, insert on notices.setting to portal;
grant update (mail, digest_at, only_urgent, kinds, sectors, marks, quiet_from, quiet_to, changed_at) on notices.setting to portal;
grant select on notices.setting to worker;

-- Where circulation's own notices ended, these begin: a house that is brought up to date tells nothing a second time.
alter table journal.cursor no force row level security;
insert into journal.cursor (reaction, xact, seq, at)
select 'notices.tell', xact, seq, at from journal.cursor where reaction in ('circulation.notify', 'circulation.deliver')
 order by reaction desc limit 1;
alter table journal.cursor force row level security;
