-- Survey campaigns: something that circulates and asks for answers. What is done to one is a row. The form and the code lists stand in
-- the campaign as they were asked, so that what was answered can be read when the programme has gone on.
create schema surveys;
grant usage on schema surveys to portal, tallier, tracer, circulator;

create table surveys.campaign (
  id uuid primary key,
  item uuid not null unique references circulation.item,
  -- The key of the survey in the programme; the fiscal year that it is about.
  about text not null,
  year smallint not null,
  title_en text not null check (length(title_en) > 0),
  form jsonb not null,
  codes jsonb not null,
  asked text not null,
  -- Capacities that read what was signed, each its own part, and those of them that learn who answered.
  readers text[] not null,
  named text[] not null check (named <@ readers),
  profile boolean not null,
  due timestamptz not null,
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null
);
create index on surveys.campaign (about, year);

create table surveys.turn (
  campaign uuid not null references surveys.campaign,
  n smallint not null check (n > 0),
  what text not null check (what in ('opened', 'extended', 'closed', 'called-off')),
  -- Until when answers are in time from then on; where it is extended, and nowhere else.
  due timestamptz check (due is null or what = 'extended'),
  note text,
  seat uuid not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  primary key (campaign, n)
);

alter table surveys.campaign enable row level security; alter table surveys.campaign force row level security;
alter table surveys.turn enable row level security;     alter table surveys.turn force row level security;

-- Who sees the item sees the campaign: its desk from the beginning, the others once it has come to them.
create policy reached on surveys.campaign for select to portal
  using (exists (select from circulation.item i where i.id = campaign.item));
create policy planned on surveys.campaign for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('plan-surveys'))
    and exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                 where i.id = campaign.item and i.subject = campaign.id and i.kind = 'survey' and i.sent is null));
create policy reached on surveys.turn for select to portal
  using (exists (select from surveys.campaign c where c.id = turn.campaign));
create policy done on surveys.turn for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person())
    and exists (select from surveys.campaign c join circulation.reach r on r.item = c.item and r.author
                 where c.id = turn.campaign and (turn.what <> 'opened' or c.person <> (select acting.person())))
    and case what when 'opened' then (select acting.has('open-surveys')) else (select acting.has('plan-surveys')) end);
grant select, insert on surveys.campaign, surveys.turn to portal;

create policy tally on surveys.campaign for select to tallier using (true);
create policy trace on surveys.campaign for select to tracer using (true);
create policy trace on surveys.turn for select to tracer using (true);
grant select on surveys.campaign to tallier;
grant select on surveys.campaign, surveys.turn to tracer;

grant create on schema surveys to tracer, tallier;
set role tracer;
-- The last wall before sending: no campaign leaves without a second person who opened it.
create function surveys.must_stand() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from surveys.campaign c join surveys.turn t on t.campaign = c.id and t.what = 'opened'
                  where c.item = new.id and t.person <> c.person) then
    raise exception 'needs-second-person' using errcode = 'P0001';
  end if;
  return new;
end $$;

-- Whether one turn may follow what was done before; the order is that of `rules.ts`.
create function surveys.must_follow() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last text;
begin
  select t.what into last from surveys.turn t where t.campaign = new.campaign and t.n = new.n - 1;
  if (last is null) <> (new.n = 1)
     or new.what in ('opened', 'called-off') and last is not null
     or new.what in ('extended', 'closed') and (last is null or last not in ('opened', 'extended')) then
    raise exception 'survey-not-so' using errcode = '23514';
  end if;
  return new;
end $$;
grant execute on function surveys.must_stand(), surveys.must_follow() to portal, migrator;
set role tallier;
-- How far a campaign has come, by tier and sector: for its desk the whole, for whoever passes it on what stands below. Counts only:
-- whom was it put to, to whom has it come, who has passed it on. Nothing for anybody else.
create function surveys.reach(p_campaign uuid)
returns table (tier smallint, capacity text, sector text, targeted bigint, sent bigint, delivered bigint, opened bigint, relayed bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.tier, s.capacity, r.sector, count(*), count(r.sent_at), count(r.delivered_at), count(r.opened_at), count(r.relayed_at)
    from surveys.campaign c
    join circulation.receipt r on r.item = c.item
    join parties.seat s on s.id = r.seat
   where c.id = p_campaign and r.realm = acting.realm()
     and (r.via = acting.seat() or r.overseer = acting.seat()
          or exists (select from circulation.reach a where a.item = c.item and a.author and a.reader = acting.seat()))
   group by r.tier, s.capacity, r.sector
$$;
grant execute on function surveys.reach(uuid) to portal;
reset role;
revoke create on schema surveys from tracer, tallier;

create trigger survey_must_stand before update of sent on circulation.item
  for each row when (new.kind = 'survey' and old.sent is null and new.sent is not null)
  execute function surveys.must_stand();
create trigger turn_must_follow before insert on surveys.turn for each row execute function surveys.must_follow();
