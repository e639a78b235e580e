-- Addresses to which a letter may come back: a reply, or the post's word that it could not be delivered. Only their hashes
-- are kept; each is for one letter and one person, for some days and once.
create table notices.return_path (
  token bytea primary key check (length(token) = 32),
  kind text not null check (kind in ('reply', 'bounce')),
  person uuid not null,
  address text not null,
  seat uuid not null,
  realm uuid not null,
  receipt uuid,
  until timestamptz not null,
  used_at timestamptz
);
create index on notices.return_path (until);

-- That mail to a person's address comes back. Gone when the person asks to be written to again.
create table notices.address_state (
  person uuid primary key,
  address text not null,
  failures integer not null,
  code text not null,
  since timestamptz not null,
  last_at timestamptz not null,
  stopped_at timestamptz
);
alter table notices.return_path enable row level security;   alter table notices.return_path force row level security;
alter table notices.address_state enable row level security; alter table notices.address_state force row level security;
create policy work on notices.return_path for all to worker using (true) with check (true);
create policy own on notices.address_state for select to portal using (person = (select acting.person()));
create policy again on notices.address_state for delete to portal using (person = (select acting.person()));
create policy work on notices.address_state for all to worker using (true) with check (true);
grant select, insert, update, delete on notices.return_path, notices.address_state to worker;
grant select, delete on notices.address_state to portal;
