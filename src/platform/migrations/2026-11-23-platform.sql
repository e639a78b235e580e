-- Idempotency: one answer for one key of one seat. The row is written in the transaction of the act.
create table platform.idempotency (
  seat uuid not null,
  key text not null check (length(key) between 1 and 200),
  door text not null,
  body_hash bytea not null,
  status smallint,
  answer jsonb,
  at timestamptz not null,
  primary key (seat, key)
);

-- Mail that waits to go out. No content above CLEAR ever stands here: it says that something waits, and links to it.
create table platform.mail (
  id uuid primary key default gen_random_uuid(),
  cause uuid not null,
  person uuid not null,
  address text not null,
  locale text not null check (locale in ('ja', 'en')),
  subject text not null,
  text text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  tries integer not null default 0,
  next_try timestamptz not null,
  failed text,
  unique (cause, person)
);
create index on platform.mail (next_try) where sent_at is null and failed is null;

-- Attempts at a sign-in or a code, counted per name and address so that no door can be tried without end.
create table platform.attempt (
  what text not null,
  who bytea not null,
  slot timestamptz not null,
  count integer not null,
  primary key (what, who, slot)
);

alter table platform.idempotency enable row level security; alter table platform.idempotency force row level security;
alter table platform.mail enable row level security;        alter table platform.mail force row level security;
alter table platform.attempt enable row level security;     alter table platform.attempt force row level security;

create policy mine on platform.idempotency for select to portal using (seat = (select acting.seat()));
create policy first on platform.idempotency for insert to portal with check (seat = (select acting.seat()));
create policy answer on platform.idempotency for update to portal using (seat = (select acting.seat())) with check (seat = (select acting.seat()));
create policy sweep on platform.idempotency for delete to worker using (true);
create policy sweep_see on platform.idempotency for select to worker using (true);
create policy post on platform.mail for all to worker using (true) with check (true);
create policy count on platform.attempt for all to acting_door using (true) with check (true);
create policy sweep on platform.attempt for delete to worker using (true);
create policy sweep_see on platform.attempt for select to worker using (true);

grant select, insert, update (status, answer) on platform.idempotency to portal;
grant select, delete on platform.idempotency, platform.attempt to worker;
grant select, insert, update, delete on platform.mail to worker;
grant select, insert, update on platform.attempt to acting_door;

grant create on schema platform to acting_door;
set role acting_door;
-- Counts one more attempt in the current quarter of an hour and says how many there were. `who` is a hash.
create function platform.attempt(p_what text, p_who bytea, p_now timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.attempt as a (what, who, slot, count)
  values (p_what, p_who, date_bin('15 minutes', p_now, '2020-01-01Z'), 1)
  on conflict (what, who, slot) do update set count = a.count + 1
  returning a.count
$$;
grant execute on function platform.attempt(text, bytea, timestamptz) to portal;
reset role;
revoke create on schema platform from acting_door;
