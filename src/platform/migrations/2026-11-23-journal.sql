-- The journal: audit trail, timeline and outbox in one insert-only table. Who did it stands apart, in journal.actor.
create schema journal;
grant usage on schema journal to portal, worker, tallier;

create table journal.entry (
  id uuid not null unique default gen_random_uuid(),
  seq bigint generated always as identity,
  xact xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  realm uuid not null,
  fact text not null check (fact ~ '^[a-z-]+\.[a-z-]+$'),
  subject uuid not null,
  open_to text not null check (open_to in ('actor', 'reached')),
  detail jsonb,
  primary key (xact, seq)
);
create index on journal.entry (realm, fact, at);
create index on journal.entry (subject, at);

create table journal.actor (
  entry uuid primary key references journal.entry (id),
  seat uuid not null,
  person uuid not null
);
create index on journal.actor (seat);

-- How far each reaction has read.
create table journal.cursor (
  reaction text primary key,
  xact xid8 not null,
  seq bigint not null,
  failures integer not null default 0,
  last_error text,
  at timestamptz not null
);

alter table journal.entry enable row level security;  alter table journal.entry force row level security;
alter table journal.actor enable row level security;  alter table journal.actor force row level security;
alter table journal.cursor enable row level security; alter table journal.cursor force row level security;

create policy mine on journal.actor for select to portal using (seat = (select acting.seat()));
create policy sign on journal.actor for insert to portal with check (seat = (select acting.seat()) and person = (select acting.person()));
create policy all_of_it on journal.actor for select to worker using (true);
create policy sign_as on journal.actor for insert to worker with check (true);
-- The circulation room adds a second policy for what has reached the reader.
create policy mine on journal.entry for select to portal
  using (realm = (select acting.realm()) and exists (select from journal.actor a where a.entry = entry.id));
create policy write on journal.entry for insert to portal with check (realm = (select acting.realm()));
create policy all_of_it on journal.entry for select to worker, tallier using (true);
create policy write_as on journal.entry for insert to worker with check (true);
create policy keep on journal.cursor for all to worker using (true) with check (true);

-- The order (seq, xact) counts other people's acts: the portal may not read it.
grant select (id, at, realm, fact, subject, open_to, detail), insert (id, at, realm, fact, subject, open_to, detail) on journal.entry to portal;
grant select, insert on journal.actor to portal;
grant select, insert (id, at, realm, fact, subject, open_to, detail) on journal.entry to worker;
grant select, insert on journal.actor to worker;
grant select, insert, update on journal.cursor to worker;
grant select on journal.entry to tallier;
