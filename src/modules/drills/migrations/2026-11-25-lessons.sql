-- What a drill taught: observations, findings, remedies with an owner and a day, and the review that a second person confirms.
-- Written once; what is mended is a row of its own.
create table drills.observation (
  id uuid primary key,
  drill uuid not null references drills.drill,
  step text,
  tone text not null check (tone in ('good', 'issue')),
  said text not null check (length(said) > 0),
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null
);
create index on drills.observation (drill, at);

create table drills.finding (
  id uuid primary key,
  drill uuid not null references drills.drill,
  step text,
  expected text not null check (length(expected) > 0),
  happened text not null check (length(happened) > 0),
  cause text,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  unique (id, drill)
);
create index on drills.finding (drill, at);

-- What is to be bettered, by which seat of the drill and until which day.
create table drills.remedy (
  id uuid primary key,
  drill uuid not null,
  finding uuid not null,
  says text not null check (length(says) > 0),
  owner uuid not null,
  due date not null,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  unique (id, drill),
  foreign key (finding, drill) references drills.finding (id, drill),
  foreign key (drill, owner) references drills.invited (drill, seat)
);
create index on drills.remedy (drill, at);
create index on drills.remedy (owner);

create table drills.remedy_closure (
  remedy uuid primary key,
  drill uuid not null,
  evidence text not null check (length(evidence) > 0),
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  foreign key (remedy, drill) references drills.remedy (id, drill)
);

create table drills.review (
  drill uuid primary key references drills.drill,
  said text not null check (length(said) > 0),
  decided text not null check (length(decided) > 0),
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  unique (drill, person)
);

-- Who wrote the review is repeated, so that a check sees that it was somebody else.
create table drills.review_confirmation (
  drill uuid primary key,
  written_by uuid not null,
  seat uuid not null,
  person uuid not null check (person <> written_by),
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  foreign key (drill, written_by) references drills.review (drill, person)
);

alter table drills.observation enable row level security;         alter table drills.observation force row level security;
alter table drills.finding enable row level security;             alter table drills.finding force row level security;
alter table drills.remedy enable row level security;              alter table drills.remedy force row level security;
alter table drills.remedy_closure enable row level security;      alter table drills.remedy_closure force row level security;
alter table drills.review enable row level security;              alter table drills.review force row level security;
alter table drills.review_confirmation enable row level security; alter table drills.review_confirmation force row level security;

create policy keep on drills.review_confirmation for select to realm_keeper using (true);
grant select on drills.review_confirmation to realm_keeper;
grant create on schema drills to realm_keeper;
set role realm_keeper;
-- Whether a drill has been held and is over.
create function drills.is_over(p_drill uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from drills.turn t where t.drill = p_drill and t.what = 'closed')
$$;
-- Whether the acting seat may read what a drill taught: its desk and evaluators, and everybody who was in it once the review stands.
create function drills.is_told(p_drill uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(p.part in ('desk', 'evaluator')
           or p.part is not null and exists (select from drills.review_confirmation c where c.drill = p_drill), false)
    from (select drills.part(p_drill) as part) p
$$;
grant execute on function drills.is_over(uuid), drills.is_told(uuid) to portal;
reset role;
revoke create on schema drills from realm_keeper;

-- An observation is its desk's and its evaluator's own: players are not told who watched what.
create policy own_or_desk on drills.observation for select to portal
  using (drills.part(drill) = 'desk' or (drills.part(drill) is not null and seat = (select acting.seat())));
create policy noted on drills.observation for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and drills.part(drill) in ('desk', 'evaluator'));
-- Whom a remedy was given to sees it at once, and what it is for; the rest with everybody.
create policy told on drills.remedy for select to portal
  using (drills.is_told(drill) or (owner = (select acting.seat()) and drills.part(drill) is not null));
create policy told on drills.finding for select to portal
  using (drills.is_told(drill) or exists (select from drills.remedy r where r.finding = finding.id and r.owner = (select acting.seat())));
create policy told on drills.remedy_closure for select to portal
  using (exists (select from drills.remedy r where r.id = remedy_closure.remedy));
create policy told on drills.review for select to portal using (drills.is_told(drill));
create policy told on drills.review_confirmation for select to portal using (drills.is_told(drill));
create policy found on drills.finding for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.live()) and (select acting.has('plan-drills'))
              and drills.part(drill) = 'desk' and drills.is_over(drill));
create policy decided on drills.remedy for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.live()) and (select acting.has('plan-drills'))
              and drills.part(drill) = 'desk' and drills.is_over(drill));
create policy owned on drills.remedy_closure for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.live())
              and exists (select from drills.remedy r where r.id = remedy_closure.remedy
                             and (r.owner = (select acting.seat()) or drills.part(r.drill) = 'desk')));
create policy written on drills.review for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.live()) and (select acting.has('plan-drills'))
              and drills.part(drill) = 'desk' and drills.is_over(drill));
create policy second_person on drills.review_confirmation for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.live()) and (select acting.has('open-drills'))
              and drills.part(drill) = 'desk');
grant select, insert on drills.observation, drills.finding, drills.remedy, drills.remedy_closure, drills.review, drills.review_confirmation to portal;

create policy timed on mode.act for select to tallier using (true);
create policy timed on mode.confirmation for select to tallier using (true);
create policy timed on mode.place for select to tallier using (true);
grant select on mode.act, mode.confirmation, mode.place to tallier;
create policy timed on drills.invited for select to tallier using (true);
grant select on drills.invited to tallier;
grant create on schema drills to tallier;
set role tallier;
-- Every hop of a drill, from the rows that it left: who did what, from when it could be done, and when it was; null where it is
-- still to be done. Its desk and evaluators see all of them; whoever else was in it, those of the own seat. Who takes part is
-- told beforehand that the times of each seat are seen.
create function drills.hops(p_drill uuid) returns table (what text, seat uuid, since timestamptz, at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with reader as materialized (select drills.part(p_drill) as part),
  hop as (
    select case a.verb when 'declare' then 'declared' when 'widen' then 'widened' when 'narrow' then 'narrowed' else 'stood-down' end as what,
           c.seat, a.at as since, c.at
      from mode.confirmation c join mode.act a on a.id = c.act where c.realm = p_drill
    union all
    select 'placed', i.seat, c.takes_effect, p.at
      from mode.confirmation c
      join drills.invited i on i.drill = p_drill and i.part = 'player'
      join parties.seat s on s.id = i.seat
      left join mode.place p on p.declaration = c.declaration and p.seat = i.seat
     where c.realm = p_drill and c.act = c.declaration
       and (p.at is not null or exists (select from acting.power w where w.capacity = s.capacity and w.power = 'join-mode'))
    union all
    select case i.kind when 'report' then 'reported' else 'warned' end, r.reader, null, i.sent
      from circulation.item i join circulation.reach r on r.item = i.id and r.author
     where i.realm = p_drill and i.sent is not null
    union all
    select case when c.kind = 'report' then 'relayed' else 'passed-on' end, c.seat, c.sent_at, c.relayed_at
      from circulation.receipt c where c.realm = p_drill and c.sent_at is not null and c.must_relay
    union all
    select case when c.kind = 'report' then 'received' else 'acknowledged' end, c.seat, c.sent_at,
           case when c.kind = 'report' then c.opened_at else c.acknowledged_at end
      from circulation.receipt c where c.realm = p_drill and c.sent_at is not null and not (c.kind = 'report' and c.must_relay)
  )
  select h.what, h.seat, h.since, h.at from hop h, reader
   where reader.part in ('desk', 'evaluator') or (reader.part is not null and h.seat = acting.seat())
$$;
grant execute on function drills.hops(uuid) to portal;
reset role;
revoke create on schema drills from tallier;
