-- Drafts: what somebody has begun to write. One person in one seat in one realm, nobody else, not even the seat's others.
create schema forms;
grant usage on schema forms to portal, worker;

create table forms.draft (
  id uuid not null,
  seat uuid not null,
  person uuid not null,
  realm uuid not null,
  kind text not null,
  form_key text,
  form_version integer,
  content jsonb not null,
  revision integer not null check (revision >= 1),
  saved_at timestamptz not null,
  primary key (person, seat, realm, id)
);
create index on forms.draft (person, seat, realm, saved_at desc, id);

alter table forms.draft enable row level security; alter table forms.draft force row level security;
create policy mine on forms.draft for select to portal
  using (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));
create policy begun on forms.draft for insert to portal
  with check (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));
create policy gone_on on forms.draft for update to portal
  using (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()))
  with check (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));
create policy thrown_away on forms.draft for delete to portal
  using (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));

grant select, insert, delete, update (kind, form_key, form_version, content, revision, saved_at) on forms.draft to portal;
