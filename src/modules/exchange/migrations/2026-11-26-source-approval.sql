-- Before a provision that was made from a report is released, the report's source is shown the text, where the route says so.
-- One row is one text before one source. When it was answered, and by whom, stands apart: the desk reads what was said and
-- neither.
create table exchange.asking (
  id uuid primary key,
  item uuid not null references exchange.provision_version on delete cascade,
  report uuid not null references exchange.report,
  realm uuid not null,
  -- What exactly was shown: the desk may change the draft afterwards, and then this is about another text.
  shown bytea not null,
  title text not null,
  body text not null,
  kind text not null,
  handling jsonb not null,
  files text[] not null,
  asked_at timestamptz not null,
  due timestamptz not null,
  silence text not null check (silence in ('releases', 'holds')),
  lapsed_at timestamptz,
  unique (item, report, shown)
);
create index on exchange.asking (report, asked_at desc);
create index on exchange.asking (due) where lapsed_at is null;

create table exchange.asking_answer (
  asking uuid not null references exchange.asking on delete cascade,
  number smallint not null check (number between 1 and 99),
  answer text not null check (answer in ('agreed', 'objected')),
  reason text check (answer = 'agreed' or reason is not null),
  wording text,
  primary key (asking, number)
);
create table exchange.asking_hand (
  asking uuid not null,
  number smallint not null,
  seat uuid not null,
  person uuid not null,
  -- Set where a seat above the source wrote down what it heard: from whom.
  heard_from text,
  at timestamptz not null,
  primary key (asking, number),
  foreign key (asking, number) references exchange.asking_answer on delete cascade
);
-- A second person releases without waiting, and says why to every source that was asked.
create table exchange.urgent_release (
  item uuid not null references exchange.provision_version on delete cascade,
  shown bytea not null,
  seat uuid not null,
  person uuid not null,
  reason text not null,
  at timestamptz not null,
  primary key (item, shown)
);
-- Whether the way of a draft asks sources, as it was laid last: the trigger knows no programme.
alter table exchange.provision_work add column asks_sources boolean not null default false;
grant update (asks_sources) on exchange.provision_work to portal;

alter table exchange.asking enable row level security;         alter table exchange.asking force row level security;
alter table exchange.asking_answer enable row level security;  alter table exchange.asking_answer force row level security;
alter table exchange.asking_hand enable row level security;    alter table exchange.asking_hand force row level security;
alter table exchange.urgent_release enable row level security; alter table exchange.urgent_release force row level security;

create policy trace on exchange.asking for select to tracer using (true);
create policy ask on exchange.asking for insert to tracer with check (true);
create policy trace on exchange.asking_answer for select to tracer using (true);
create policy trace on exchange.urgent_release for select to tracer using (true);
create policy trace on exchange.provision_version for select to tracer using (true);
create policy trace on files.attachment for select to tracer using (true);
create policy lapse on exchange.asking for select to worker using (true);
create policy lapsed on exchange.asking for update to worker using (true) with check (true);
create policy lapse on exchange.asking_answer for select to worker using (true);
create policy lapse on exchange.provision_work for select to worker using (true);
create policy lapse on exchange.approval for select to worker using (true);
create policy lapse on exchange.provision_version for select to worker using (true);
create policy notify on exchange.source_reader for select to worker using (true);
grant select, insert on exchange.asking to tracer;
grant select on exchange.asking_answer, exchange.urgent_release, exchange.provision_version to tracer;
grant usage on schema files to tracer;
grant select (item, position, name, digest) on files.attachment to tracer;
grant select, update (lapsed_at) on exchange.asking to worker;
grant select on exchange.asking_answer, exchange.provision_version to worker;
grant select (item, seat) on exchange.provision_work to worker;
grant select (item, person, at) on exchange.approval to worker;
grant select (report, reader, thread, until) on exchange.source_reader to worker;

grant create on schema exchange to tracer;
set role tracer;

-- What a source is shown of a version, in one number: what else the desk changes leaves an answer standing.
create function exchange.shown(p_item uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(jsonb_build_array(i.title, v.body, v.kind, i.handling,
           (select coalesce(jsonb_agg(jsonb_build_array(a.name, encode(a.digest, 'hex')) order by a.position), '[]') from files.attachment a where a.item = i.id))::text, 'UTF8'))
    from circulation.item i join exchange.provision_version v on v.item = i.id where i.id = p_item
$$;

-- How an asking stands at an instant. What went out is judged by the instant at which it did.
create function exchange.asking_state(p_asking uuid, p_now timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
           when a.shown <> exchange.shown(a.item)
             or not exists (select from exchange.provision_origin o where o.item = a.item and o.report = a.report) then 'replaced'
           else coalesce((select t.answer from exchange.asking_answer t where t.asking = a.id order by t.number desc limit 1),
                         case when a.due > least(p_now, coalesce(i.sent, p_now)) then 'open' else 'silent' end)
         end
    from exchange.asking a join circulation.item i on i.id = a.item where a.id = p_asking
$$;

-- When the text of an asking that the acting seat may read went out; null while it has not.
create function exchange.asking_sent(p_asking uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.sent from exchange.asking a join circulation.item i on i.id = a.item where a.id = p_asking and a.shown = exchange.shown(a.item)
$$;

-- Puts the text as it stands before the source of each report it was made from, once for each text. Only the desk does, and
-- only once a second person has looked: what one source told must not come to another unread. Gives how many were asked now.
create function exchange.ask_sources(p_item uuid, p_due timestamptz, p_silence text, p_now timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n integer;
begin
  if not exists (select from exchange.provision_work w join circulation.item i on i.id = w.item
                   join exchange.approval a on a.item = w.item and a.revision = w.revision
                  where w.item = p_item and w.seat = acting.seat() and i.sent is null and i.realm = acting.realm()) then return null; end if;
  insert into exchange.asking (id, item, report, realm, shown, title, body, kind, handling, files, asked_at, due, silence)
  select gen_random_uuid(), i.id, o.report, i.realm, exchange.shown(i.id), i.title, v.body, v.kind, i.handling,
         array(select a.name from files.attachment a where a.item = i.id order by a.position), p_now, p_due, p_silence
    from circulation.item i join exchange.provision_version v on v.item = i.id join exchange.provision_origin o on o.item = i.id
   where i.id = p_item
  on conflict (item, report, shown) do nothing;
  get diagnostics n = row_count;
  return n;
end $$;

-- What stands against releasing an item at an instant; null where nothing does.
create function exchange.source_objection(p_item uuid, p_asks boolean, p_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with of as (
    select a.id, a.silence, exchange.asking_state(a.id, p_at) as state
      from exchange.provision_origin o
      left join exchange.asking a on a.item = o.item and a.report = o.report and a.shown = exchange.shown(o.item)
     where o.item = p_item and (p_asks or a.id is not null)
       and exists (select from exchange.provision_version v where v.item = o.item and v.stage <> 'recall')
  )
  select case
           when exists (select from of where state = 'objected') then 'source-objected'
           when exists (select from exchange.urgent_release u where u.item = p_item and u.shown = exchange.shown(p_item)) then null
           when exists (select from of where id is null or state = 'open' or state = 'silent' and silence = 'holds') then 'source-approval-open'
         end
$$;

-- The same for the desk whose draft it is.
create function exchange.stands_against(p_item uuid, p_now timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exchange.source_objection(w.item, w.asks_sources, p_now) from exchange.provision_work w where w.item = p_item and w.seat = acting.seat()
$$;

-- The last wall before sending, as before, and now with those it was made from.
create or replace function exchange.must_stand() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare objection text;
begin
  if not exists (select from exchange.provision_work w
                   join exchange.approval a on a.item = w.item and a.revision = w.revision
                  where w.item = new.id
                    and not exists (select from exchange.provision_editor e where e.item = w.item and e.person = a.person)) then
    raise exception 'needs-second-person' using errcode = 'P0001';
  end if;
  if new.marking < coalesce((select max(i.marking) from exchange.provision_origin o
                               join circulation.item i on i.subject = o.report
                               join circulation.reach r on r.item = i.id
                               join exchange.provision_work w on w.item = o.item and w.seat = r.reader
                              where o.item = new.id), 0) then
    raise exception 'mark-wider-than-source' using errcode = 'P0001';
  end if;
  select exchange.source_objection(new.id, w.asks_sources, new.sent) into objection from exchange.provision_work w where w.item = new.id;
  if objection is not null then
    raise exception '%', objection using errcode = 'P0001';
  end if;
  return new;
end $$;

grant execute on function exchange.asking_state(uuid, timestamptz), exchange.asking_sent(uuid),
  exchange.ask_sources(uuid, timestamptz, text, timestamptz), exchange.stands_against(uuid, timestamptz) to portal;
grant execute on function exchange.asking_state(uuid, timestamptz) to worker;
reset role;
revoke create on schema exchange from tracer;

-- The desk sees what it asked; the source and the ministry that knows it, what was asked about their report, and no other's.
create policy parties on exchange.asking for select to portal
  using (realm = (select acting.realm())
         and (exists (select from exchange.provision_work w where w.item = asking.item)
              or exists (select from exchange.source_reader x where x.report = asking.report and x.thread and x.until is null)));
create policy parties on exchange.asking_answer for select to portal
  using (exists (select from exchange.asking a where a.id = asking_answer.asking));
-- The source answers, or the seat that knows it writes down what it heard; the desk that asked never does.
create policy said on exchange.asking_answer for insert to portal
  with check (exists (select from exchange.asking a join exchange.source_reader x on x.report = a.report and x.thread and x.until is null
                       where a.id = asking_answer.asking and exchange.asking_sent(a.id) is null
                         and not exists (select from exchange.provision_work w where w.item = a.item)));
create policy between on exchange.asking_hand for select to portal
  using (exists (select from exchange.asking a join exchange.source_reader x on x.report = a.report and x.thread and x.until is null
                  where a.id = asking_hand.asking and not exists (select from exchange.provision_work w where w.item = a.item)));
create policy signed on exchange.asking_hand for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person())
              and exists (select from exchange.asking_answer t join exchange.asking a on a.id = t.asking
                           where t.asking = asking_hand.asking and t.number = asking_hand.number
                             and exchange.is_source(a.report) = (heard_from is null)));
create policy parties on exchange.urgent_release for select to portal
  using (exists (select from exchange.asking a where a.item = urgent_release.item and a.shown = urgent_release.shown));
create policy second_person on exchange.urgent_release for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('approve-provisions'))
    and exists (select from exchange.provision_work w where w.item = urgent_release.item)
    and exists (select from exchange.asking a where a.item = urgent_release.item and a.shown = urgent_release.shown)
    and not exists (select from exchange.provision_editor e where e.item = urgent_release.item and e.person = (select acting.person())));
grant select (id, item, report, realm, shown, title, body, kind, handling, files, asked_at, due, silence) on exchange.asking to portal;
grant select, insert on exchange.asking_answer, exchange.asking_hand, exchange.urgent_release to portal;
