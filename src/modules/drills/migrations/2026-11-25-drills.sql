-- Drills and exercises: who planned one, who was invited, what was done to it, what it taught. The realm in which one is held
-- has its id. What is done to a drill is a row; the realm that requests enter follows those rows by triggers.
create schema drills;
grant usage on schema drills to portal, realm_keeper, tallier;

create table drills.drill (
  id uuid primary key,
  kind text not null check (kind in ('drill', 'exercise')),
  about text not null,
  title_ja text not null check (length(title_ja) > 0),
  title_en text not null check (length(title_en) > 0),
  purpose text not null,
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  -- Whether the invited know of it before it is opened.
  announced boolean not null,
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null
);

-- Who takes part, with the desk itself. Nobody else learns that the drill exists.
create table drills.invited (
  drill uuid not null references drills.drill,
  seat uuid not null,
  part text not null check (part in ('desk', 'player', 'evaluator')),
  primary key (drill, seat)
);
create index on drills.invited (seat);

-- By which minute after the opening each step is planned.
create table drills.step (
  drill uuid not null references drills.drill,
  what text not null,
  minutes integer not null check (minutes between 0 and 100000),
  primary key (drill, what)
);

-- What was done to a drill, in order: its state is the last of them.
create table drills.turn (
  drill uuid not null references drills.drill,
  n smallint not null check (n > 0),
  what text not null check (what in ('opened', 'paused', 'real', 'resumed', 'closed', 'called-off')),
  note text,
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  primary key (drill, n)
);

-- A seat took its place in the drill, or left it.
create table drills.presence (
  drill uuid not null,
  seat uuid not null,
  n smallint not null check (n > 0),
  what text not null check (what in ('entered', 'left')),
  person uuid not null,
  at timestamptz not null,
  primary key (drill, seat, n),
  foreign key (drill, seat) references drills.invited (drill, seat)
);

alter table drills.drill enable row level security;    alter table drills.drill force row level security;
alter table drills.invited enable row level security;  alter table drills.invited force row level security;
alter table drills.step enable row level security;     alter table drills.step force row level security;
alter table drills.turn enable row level security;     alter table drills.turn force row level security;
alter table drills.presence enable row level security; alter table drills.presence force row level security;

create policy keep on drills.drill for select to realm_keeper using (true);
create policy keep on drills.invited for select to realm_keeper using (true);
create policy keep on drills.turn for select to realm_keeper using (true);
grant select on drills.drill, drills.invited, drills.turn to realm_keeper;

grant create on schema drills to realm_keeper;
set role realm_keeper;
-- What the acting seat is in a drill; null where it is not to know of it. A drill is seen from the live realm and from its own.
create function drills.part(p_drill uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.part from drills.invited i join drills.drill d on d.id = i.drill
   where i.drill = p_drill and i.seat = acting.seat() and (acting.live() or acting.realm() = p_drill)
     and (i.part = 'desk' or d.announced or exists (select from drills.turn t where t.drill = d.id and t.what = 'opened'))
$$;

-- Whether the acting person planned a drill that nobody has opened yet: only then may invited seats and steps be laid.
create function drills.may_lay(p_drill uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from drills.drill d where d.id = p_drill and d.seat = acting.seat() and d.person = acting.person()
                    and not exists (select from drills.turn t where t.drill = d.id))
$$;

-- Whether one turn may follow another; the first follows none.
create function drills.follows(p_what text, p_last text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case p_what when 'opened' then p_last is null when 'called-off' then p_last is null
              when 'resumed' then coalesce(p_last in ('paused', 'real'), false)
              when 'closed' then coalesce(p_last in ('opened', 'paused', 'real', 'resumed'), false)
              else coalesce(p_last in ('opened', 'resumed'), false) end
$$;

create function drills.keep_realm() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last text;
begin
  select t.what into last from drills.turn t where t.drill = new.drill and t.n = new.n - 1;
  if (last is null) <> (new.n = 1) or not drills.follows(new.what, last) then
    raise exception 'drill-not-so' using errcode = '23514';
  end if;
  if new.what = 'opened' then
    insert into acting.realm (id, kind, name_ja, name_en, opened_at)
    select d.id, d.kind, d.title_ja, d.title_en, new.at from drills.drill d where d.id = new.drill;
    insert into acting.realm_seat (realm, seat) select i.drill, i.seat from drills.invited i where i.drill = new.drill;
  elsif new.what in ('paused', 'real') then update acting.realm set paused_at = new.at where id = new.drill;
  elsif new.what = 'resumed' then update acting.realm set paused_at = null where id = new.drill;
  elsif new.what = 'closed' then update acting.realm set closed_at = new.at where id = new.drill;
  end if;
  return null;
end $$;

-- Who left is no longer among those to whom something goes, and goes on reading.
create function drills.keep_place() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update acting.realm_seat set left_at = case new.what when 'left' then new.at end where realm = new.drill and seat = new.seat;
  return null;
end $$;
grant execute on function drills.part(uuid), drills.may_lay(uuid) to portal, tallier;
grant execute on function drills.follows(text, text) to realm_keeper;
grant execute on function drills.keep_realm(), drills.keep_place() to portal, migrator;
reset role;
revoke create on schema drills from realm_keeper;
create trigger keep_realm after insert on drills.turn for each row execute function drills.keep_realm();
create trigger keep_place after insert on drills.presence for each row execute function drills.keep_place();

create policy parties_to_it on drills.drill for select to portal using (drills.part(id) is not null);
create policy planned on drills.drill for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.live()) and (select acting.has('plan-drills')));
create policy own_or_controlling on drills.invited for select to portal
  using (drills.part(drill) is not null and (seat = (select acting.seat()) or drills.part(drill) in ('desk', 'evaluator')));
-- Whom a drill invites stands before it is opened, and is laid by who plans it.
create policy chosen on drills.invited for insert to portal
  with check ((select acting.live()) and (select acting.has('plan-drills')) and drills.may_lay(drill)
              and (part <> 'desk' or seat = (select acting.seat())));
create policy controlling on drills.step for select to portal
  using (drills.part(drill) in ('desk', 'evaluator')
         or (drills.part(drill) is not null and exists (select from drills.turn t where t.drill = step.drill and t.what = 'closed')));
create policy laid on drills.step for insert to portal
  with check ((select acting.live()) and (select acting.has('plan-drills')) and drills.may_lay(drill));
create policy parties_to_it on drills.turn for select to portal using (drills.part(drill) is not null);
-- The desk opens by a second person, pauses, resumes and closes from the live realm; the word that something real happens is
-- anybody's who is in the drill.
create policy done on drills.turn for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person())
    and case what
          when 'real' then drills.part(drill) is not null
          when 'opened' then (select acting.live()) and drills.part(drill) = 'desk' and (select acting.has('open-drills'))
                             and exists (select from drills.drill d where d.id = turn.drill and d.person <> (select acting.person()))
          else (select acting.live()) and drills.part(drill) = 'desk' and (select acting.has('plan-drills')) end);
create policy own_or_controlling on drills.presence for select to portal
  using (drills.part(drill) is not null and (seat = (select acting.seat()) or drills.part(drill) in ('desk', 'evaluator')));
create policy own on drills.presence for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and drills.part(drill) is not null);
grant select, insert on drills.drill, drills.invited, drills.step, drills.turn, drills.presence to portal;

-- In a drill nothing goes to a seat that was not invited, or has left: every function that writes reach and receipts looks for
-- seats through this one policy. In the live realm it asks nothing.
create policy in_drill_the_invited on parties.seat as restrictive for select to circulator
  using (not (select acting.in_drill())
         or exists (select from acting.realm_seat m where m.realm = (select acting.realm()) and m.seat = seat.id and m.left_at is null));
