-- The key to which somebody's mail may be encrypted: brought by that person, for their own address, theirs alone to read.
create table notices.mail_key (
  person uuid primary key,
  armored text not null,
  fingerprint text not null,
  user_id text not null,
  expires_at timestamptz,
  content boolean not null,
  added_at timestamptz not null
);
create index on notices.mail_key (expires_at);
alter table notices.mail_key enable row level security; alter table notices.mail_key force row level security;
create policy own on notices.mail_key for select to portal using (person = (select acting.person()));
create policy brought on notices.mail_key for insert to portal with check (person = (select acting.person()));
create policy replaced on notices.mail_key for update to portal
  using (person = (select acting.person())) with check (person = (select acting.person()));
create policy taken_back on notices.mail_key for delete to portal using (person = (select acting.person()));
create policy work on notices.mail_key for select to worker using (true);
grant select, insert, delete on notices.mail_key to portal;
grant update (armored, fingerprint, user_id, expires_at, content, added_at) on notices.mail_key to portal;
grant select on notices.mail_key to worker;
