-- People and contact points. Personnel is never deleted: it ends.
create table parties.person (
  id uuid primary key default gen_random_uuid(),
  name_ja text not null,
  name_en text not null,
  kana text not null default '',
  email text not null unique check (email = lower(email)),
  locale text not null default 'ja' check (locale in ('ja', 'en')),
  created_at timestamptz not null
);

create table parties.contact_point (
  id uuid primary key default gen_random_uuid(),
  body uuid not null references parties.body,
  role text not null,
  label text not null,
  hours text not null check (hours in ('day', 'night', 'always')),
  position smallint not null check (position between 1 and 99),
  phone text,
  email text,
  valid_from date not null,
  valid_to date,
  verified_at timestamptz,
  changed_at timestamptz not null,
  check (phone is not null or email is not null),
  check (valid_to is null or valid_to >= valid_from)
);
create index on parties.contact_point (body);

alter table parties.person enable row level security;        alter table parties.person force row level security;
alter table parties.contact_point enable row level security; alter table parties.contact_point force row level security;

create policy colleagues on parties.person for select to portal
  using (id = (select acting.person()) or (select acting.has('manage-accounts'))
         or exists (select from acting.holder h where h.person = person.id and h.body = (select acting.body())));
create policy self on parties.person for update to portal using (id = (select acting.person())) with check (id = (select acting.person()));
create policy found on parties.person for insert to worker with check (true);
create policy found_see on parties.person for select to worker, tracer, acting_door using (true);

-- One's own, those of the bodies one supervises, and the open desks of public bodies.
create policy near on parties.contact_point for select to portal using (
  body = (select acting.body())
  or exists (select from parties.supervision s where s.body = contact_point.body and s.seat = (select acting.seat())
               and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date))
  or exists (select from parties.body b where b.id = contact_point.body and b.open));
create policy kept on parties.contact_point for insert to portal
  with check (body = (select acting.body()) and (select acting.has('keep-contacts')));
create policy amended on parties.contact_point for update to portal
  using (body = (select acting.body()) and (select acting.has('keep-contacts')))
  with check (body = (select acting.body()) and (select acting.has('keep-contacts')));
create policy found on parties.contact_point for insert to worker with check (true);
create policy found_see on parties.contact_point for select to worker, tracer using (true);

grant select on parties.person to portal;
grant select, insert on parties.person to worker;
grant update (name_ja, name_en, kana, locale) on parties.person to portal;
grant select on parties.person to tracer, acting_door;
grant select, insert on parties.contact_point to portal, worker;
grant update (role, label, hours, position, phone, email, valid_to, verified_at, changed_at) on parties.contact_point to portal;
grant select on parties.contact_point to tracer;
