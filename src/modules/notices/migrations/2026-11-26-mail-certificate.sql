-- The certificate to which somebody's mail may be encrypted: brought by that person, for their own address, theirs alone to read.
create table notices.mail_certificate (
  person uuid primary key,
  pem text not null,
  fingerprint text not null,
  subject text not null,
  issuer text not null,
  expires_at timestamptz not null,
  content boolean not null,
  added_at timestamptz not null
);
create index on notices.mail_certificate (expires_at);
alter table notices.mail_certificate enable row level security; alter table notices.mail_certificate force row level security;
create policy own on notices.mail_certificate for select to portal using (person = (select acting.person()));
create policy brought on notices.mail_certificate for insert to portal with check (person = (select acting.person()));
create policy replaced on notices.mail_certificate for update to portal
  using (person = (select acting.person())) with check (person = (select acting.person()));
create policy taken_back on notices.mail_certificate for delete to portal using (person = (select acting.person()));
create policy work on notices.mail_certificate for select to worker using (true);
grant select, insert, delete on notices.mail_certificate to portal;
grant update (pem, fingerprint, subject, issuer, expires_at, content, added_at) on notices.mail_certificate to portal;
grant select on notices.mail_certificate to worker;
