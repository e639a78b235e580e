-- The directory: more ways to reach a point, who is on duty when, and since when a body has said that all of it is right.
alter table parties.contact_point
  add column fax text,
  add column sms text,
  add column radio text,
  add column languages text[] not null default '{ja}' check (cardinality(languages) between 1 and 8);
do $$ declare c text; begin
  select conname into strict c from pg_constraint
   where conrelid = 'parties.contact_point'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%phone IS NOT NULL%';
  execute format('alter table parties.contact_point drop constraint %I', c);
end $$;
alter table parties.contact_point add constraint somehow_reached check (num_nonnulls(phone, email, fax, sms, radio) > 0);
grant update (fax, sms, radio, languages, valid_from) on parties.contact_point to portal;

-- A place in the weekly pattern: on these days of the week (1 Monday to 7 Sunday), from one time of day in Japan to another;
-- where the end is not after the beginning it lies on the next day. Ended, never deleted.
create table parties.duty_shift (
  id uuid primary key,
  body uuid not null references parties.body,
  contact uuid not null references parties.contact_point,
  person uuid,
  called text not null,
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1,2,3,4,5,6,7]::smallint[]),
  starts time not null,
  ends time not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index on parties.duty_shift (body);

-- What differs for once: somebody else, or nobody, from one instant to another.
create table parties.duty_exception (
  id uuid primary key,
  body uuid not null references parties.body,
  contact uuid references parties.contact_point,
  person uuid,
  called text,
  from_at timestamptz not null,
  until_at timestamptz not null,
  note text not null,
  ended_at timestamptz,
  check (until_at > from_at),
  check ((contact is null) = (called is null))
);
create index on parties.duty_exception (body, until_at);

-- A body says that its contact points are right: an act, added and never changed.
create table parties.attestation (
  id uuid primary key,
  body uuid not null references parties.body,
  seat uuid not null,
  person uuid not null,
  points smallint not null check (points > 0),
  at timestamptz not null
);
create index on parties.attestation (body, at);

-- By when a body has to say so again: a row that it and, once it is late, the seats above it can see.
create table parties.attestation_due (
  body uuid primary key references parties.body,
  due timestamptz not null,
  late_at timestamptz
);
create index on parties.attestation_due (due) where late_at is null;

alter table parties.duty_shift enable row level security;      alter table parties.duty_shift force row level security;
alter table parties.duty_exception enable row level security;  alter table parties.duty_exception force row level security;
alter table parties.attestation enable row level security;     alter table parties.attestation force row level security;
alter table parties.attestation_due enable row level security; alter table parties.attestation_due force row level security;

create policy near on parties.duty_shift for select to portal using (
  body = (select acting.body())
  or exists (select from parties.supervision s where s.body = duty_shift.body and s.seat = (select acting.seat())
               and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)));
create policy kept on parties.duty_shift for insert to portal
  with check (body = (select acting.body()) and (select acting.has('keep-contacts'))
    and exists (select from parties.contact_point c where c.id = duty_shift.contact and c.body = (select acting.body())));
create policy ended on parties.duty_shift for update to portal
  using (body = (select acting.body()) and (select acting.has('keep-contacts')))
  with check (body = (select acting.body()) and (select acting.has('keep-contacts')));
create policy near on parties.duty_exception for select to portal using (
  body = (select acting.body())
  or exists (select from parties.supervision s where s.body = duty_exception.body and s.seat = (select acting.seat())
               and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)));
create policy kept on parties.duty_exception for insert to portal
  with check (body = (select acting.body()) and (select acting.has('keep-contacts'))
    and (contact is null or exists (select from parties.contact_point c where c.id = duty_exception.contact and c.body = (select acting.body()))));
create policy ended on parties.duty_exception for update to portal
  using (body = (select acting.body()) and (select acting.has('keep-contacts')))
  with check (body = (select acting.body()) and (select acting.has('keep-contacts')));
create policy near on parties.attestation for select to portal using (
  body = (select acting.body())
  or exists (select from parties.supervision s where s.body = attestation.body and s.seat = (select acting.seat())
               and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)));
create policy said on parties.attestation for insert to portal
  with check (body = (select acting.body()) and seat = (select acting.seat()) and person = (select acting.person())
    and (select acting.has('keep-contacts')));
create policy near on parties.attestation_due for select to portal using (
  body = (select acting.body())
  or exists (select from parties.supervision s where s.body = attestation_due.body and s.seat = (select acting.seat())
               and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)));
create policy again on parties.attestation_due for insert to portal
  with check (body = (select acting.body()) and (select acting.has('keep-contacts')));
create policy moved on parties.attestation_due for update to portal
  using (body = (select acting.body()) and (select acting.has('keep-contacts')))
  with check (body = (select acting.body()) and (select acting.has('keep-contacts')));
create policy chase on parties.attestation_due for select to worker, tallier using (true);
create policy chase_begin on parties.attestation_due for insert to worker with check (true);
create policy chase_on on parties.attestation_due for update to worker using (true) with check (true);

grant select, insert on parties.duty_shift, parties.duty_exception, parties.attestation, parties.attestation_due to portal;
grant update (valid_to) on parties.duty_shift to portal;
grant update (ended_at) on parties.duty_exception to portal;
grant update (due, late_at) on parties.attestation_due to portal;
grant select, insert on parties.attestation_due to worker;
grant update (late_at) on parties.attestation_due to worker;
create policy tally on parties.attestation for select to tallier using (true);
grant select on parties.attestation_due, parties.attestation to tallier;

create policy roster on parties.duty_shift for select to tracer using (true);
create policy roster on parties.duty_exception for select to tracer using (true);
grant select on parties.duty_shift, parties.duty_exception to tracer;

grant create on schema parties to tracer, tallier;
set role tracer;
-- Which of the persons that rosters name no longer sit for their body that day; of rosters that the acting seat may see.
create function parties.gone_from_roster(p_day date) returns table (body uuid, person uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct r.body, r.person
    from (select d.body, d.person from parties.duty_shift d where d.person is not null
          union select x.body, x.person from parties.duty_exception x where x.person is not null) r
   where (r.body = acting.body()
          or exists (select from parties.supervision s where s.body = r.body and s.seat = acting.seat()
                       and s.valid_from <= p_day and (s.valid_to is null or s.valid_to > p_day)))
     and not exists (select from acting.holder h where h.body = r.body and h.person = r.person
                       and h.valid_from <= p_day and (h.valid_to is null or h.valid_to > p_day))
$$;
grant execute on function parties.gone_from_roster(date) to portal;
set role tallier;
-- How many bodies of each capacity have said in time that their contact points are right: for who reads the programme's figures.
create function parties.freshness(p_now timestamptz) returns table (capacity text, bodies bigint, fresh bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.capacity, count(distinct s.body), count(distinct s.body) filter (where d.due > p_now and exists (select from parties.attestation a where a.body = s.body))
    from parties.seat s
    join parties.body b on b.id = s.body and (b.valid_to is null or b.valid_to > (p_now at time zone 'Asia/Tokyo')::date)
    left join parties.attestation_due d on d.body = s.body
   where acting.has('read-figures') and (s.valid_to is null or s.valid_to > (p_now at time zone 'Asia/Tokyo')::date)
     and exists (select from acting.power p where p.capacity = s.capacity and p.power = 'keep-contacts')
   group by s.capacity
$$;
grant execute on function parties.freshness(timestamptz) to portal;
reset role;
revoke create on schema parties from tracer, tallier;
