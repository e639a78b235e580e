-- Hearings: what was said when the seat that asks heard one of those asked. It stands beside what was signed, as part of the profile
-- of that body; who may read it is a row.
create table surveys.hearing (
  id uuid primary key,
  about text not null,
  realm uuid not null,
  body uuid not null references parties.body,
  year smallint not null,
  held_on date not null,
  with_whom text not null check (length(with_whom) > 0),
  notes text not null check (length(notes) > 0),
  handling jsonb not null,
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null
);
create index on surveys.hearing (body, year);
create table surveys.hearing_reader (
  hearing uuid not null references surveys.hearing,
  seat uuid not null,
  primary key (hearing, seat)
);
create index on surveys.hearing_reader (seat);

alter table surveys.hearing enable row level security;        alter table surveys.hearing force row level security;
alter table surveys.hearing_reader enable row level security; alter table surveys.hearing_reader force row level security;

create policy mine on surveys.hearing_reader for select to portal using (seat = (select acting.seat()));
create policy in_realm on surveys.hearing as restrictive for select to portal using (realm = (select acting.realm()));
create policy read on surveys.hearing for select to portal
  using (exists (select from surveys.hearing_reader r where r.hearing = hearing.id and r.seat = (select acting.seat())));
create policy held on surveys.hearing for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and realm = (select acting.realm())
    and (select acting.has('plan-surveys')) and exists (select from parties.body b where b.id = hearing.body));
grant select, insert on surveys.hearing to portal;
grant select on surveys.hearing_reader to portal;

create policy carry on surveys.hearing for select to circulator using (true);
create policy carry on surveys.hearing_reader for all to circulator using (true) with check (true);
grant select on surveys.hearing to circulator;
grant select, insert on surveys.hearing_reader to circulator;

grant create on schema surveys to circulator;
set role circulator;
-- Makes the readers of a hearing that the acting seat has just written down: itself, and of these capacities the seats of the body
-- that was heard and those that stand above it today. Once.
create function surveys.share_hearing(p_hearing uuid, p_capacities text[], p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint; h surveys.hearing; today date := acting.day(p_now);
begin
  select * into h from surveys.hearing x where x.id = p_hearing and x.seat = acting.seat() and x.realm = acting.realm();
  if not found or exists (select from surveys.hearing_reader r where r.hearing = p_hearing) then return 0; end if;
  insert into surveys.hearing_reader (hearing, seat)
  select h.id, h.seat
  union
  select h.id, s.id from parties.seat s
   where s.capacity = any (p_capacities) and s.valid_from <= today and (s.valid_to is null or s.valid_to > today)
     and (s.body = h.body
          or exists (select from parties.supervision v where v.body = h.body and v.seat = s.id
                        and v.valid_from <= today and (v.valid_to is null or v.valid_to > today)));
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function surveys.share_hearing(uuid, text[], timestamptz) to portal;
reset role;
revoke create on schema surveys from circulator;
