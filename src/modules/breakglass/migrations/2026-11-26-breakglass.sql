-- Break-glass: one asks to see what it may not see, another of another seat allows it, and it is lent for as long as a request
-- takes to read it, again and again, until hours have passed. No row of reach outlives the transaction that reads.
create schema breakglass;
grant usage on schema breakglass to portal, worker, tracer, circulator;

create table breakglass.request (
  id uuid primary key,
  realm uuid not null,
  -- As it was asked for, and which ids it could mean: whether there is such a thing is looked up by nobody but who decides.
  reference text not null,
  kind text not null check (kind in ('report', 'provision')),
  from_id uuid not null,
  to_id uuid not null,
  what text not null check (what in ('content', 'source')),
  basis text not null,
  reason text not null check (length(reason) > 0),
  seat uuid not null,
  person uuid not null,
  office uuid not null,
  at timestamptz not null,
  lapses timestamptz not null,
  check (office <> seat),
  check (what = 'content' or kind = 'report')
);
create index on breakglass.request (realm, at desc, id);

create table breakglass.decision (
  request uuid primary key references breakglass.request,
  allowed boolean not null,
  note text,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  -- When those whom it concerns are told; null where nothing was opened.
  tell_at timestamptz,
  check (allowed = (tell_at is not null))
);

create table breakglass.opening (
  request uuid primary key references breakglass.decision,
  kind text not null,
  subject uuid not null,
  until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  check ((ended_at is null) = (ended_by is null))
);

-- Whom it concerns: of a report who reported and who talks with them, of anything else who wrote it.
create table breakglass.told (
  request uuid not null references breakglass.decision,
  seat uuid not null,
  tell_at timestamptz not null,
  told_at timestamptz,
  primary key (request, seat)
);
create index on breakglass.told (tell_at) where told_at is null;
create index on breakglass.told (seat);

-- Each time it was read. `lent` is what the reader was let see for that transaction.
create table breakglass.reading (
  id uuid primary key,
  request uuid not null references breakglass.opening,
  person uuid not null,
  at timestamptz not null,
  lent uuid[] not null
);
create index on breakglass.reading (request, at);

alter table breakglass.request enable row level security;  alter table breakglass.request force row level security;
alter table breakglass.decision enable row level security; alter table breakglass.decision force row level security;
alter table breakglass.opening enable row level security;  alter table breakglass.opening force row level security;
alter table breakglass.told enable row level security;     alter table breakglass.told force row level security;
alter table breakglass.reading enable row level security;  alter table breakglass.reading force row level security;

create policy own on breakglass.told for select to portal
  using (seat = (select acting.seat()) and tell_at <= (select acting.at()));
create policy parties on breakglass.request for select to portal
  using (seat = (select acting.seat())
         or (office = (select acting.seat()) and (select acting.has('allow-break-glass')))
         or (select acting.has('audit-break-glass'))
         or exists (select from breakglass.told t where t.request = request.id));
create policy in_realm on breakglass.request as restrictive for select to portal using (realm = (select acting.realm()));
create policy with_request on breakglass.decision for select to portal
  using (exists (select from breakglass.request r where r.id = decision.request));
create policy with_request on breakglass.opening for select to portal
  using (exists (select from breakglass.request r where r.id = opening.request));
create policy with_request on breakglass.reading for select to portal
  using (exists (select from breakglass.request r where r.id = reading.request));
grant select on breakglass.told, breakglass.decision, breakglass.opening, breakglass.reading to portal;

create policy work on breakglass.told for select to worker using (true);
create policy work_on on breakglass.told for update to worker using (true) with check (true);
create policy work on breakglass.request for select to worker using (true);
grant select, update (told_at) on breakglass.told to worker;
grant select on breakglass.request to worker;

create policy keep on breakglass.request for all to tracer using (true) with check (true);
create policy keep on breakglass.decision for all to tracer using (true) with check (true);
create policy keep on breakglass.opening for all to tracer using (true) with check (true);
create policy keep on breakglass.told for all to tracer using (true) with check (true);
create policy keep on breakglass.reading for all to tracer using (true) with check (true);
grant select, update on breakglass.request to tracer;
grant select, insert on breakglass.decision, breakglass.told, breakglass.reading to tracer;
grant select, insert, update (ended_at, ended_by) on breakglass.opening to tracer;

grant create on schema breakglass to circulator, tracer;
set role circulator;
-- Whether somebody of a seat may decide for others: a seat of the programme's that stands today, with that power in its capacity.
create function breakglass.decides(p_seat uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from parties.seat s join acting.power p on p.capacity = s.capacity and p.power = 'allow-break-glass'
                  where s.id = p_seat and s.valid_from <= acting.day() and (s.valid_to is null or s.valid_to > acting.day()))
$$;
reset role;
set role tracer;
-- The answer of the second person: null where the request is not theirs to decide, else what came of it. What is allowed has to be
-- something that the second person sees; for a name, something whose name they know.
create function breakglass.decide(p_request uuid, p_allow boolean, p_note text, p_subject uuid, p_until timestamptz,
  p_tell_at timestamptz, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r breakglass.request;
begin
  select * into r from breakglass.request q where q.id = p_request and q.realm = acting.realm() and q.office = acting.seat() for update;
  if not found or not acting.has('allow-break-glass') then return null; end if;
  if r.person = acting.person() then return 'same-person'; end if;
  if exists (select from breakglass.decision d where d.request = r.id) then return 'decided'; end if;
  if p_now >= r.lapses then return 'lapsed'; end if;
  if p_allow and not (p_subject is not null and p_subject between r.from_id and r.to_id
      and exists (select from circulation.item i join circulation.reach e on e.item = i.id and e.reader = any (acting.me())
                   where i.subject = p_subject and i.kind = r.kind and i.realm = r.realm and i.sent is not null)
      and (r.what = 'content' or exists (select from exchange.source_reader x where x.report = p_subject and x.reader = acting.seat()
                                            and x.thread and x.until is null))) then
    return 'not-there';
  end if;
  insert into breakglass.decision (request, allowed, note, seat, person, at, tell_at)
  values (r.id, p_allow, p_note, acting.seat(), acting.person(), p_now, case when p_allow then p_tell_at end);
  if p_allow then
    insert into breakglass.opening (request, kind, subject, until) values (r.id, r.kind, p_subject, p_until);
    insert into breakglass.told (request, seat, tell_at)
    select r.id, c.seat, p_tell_at from (
      select s.seat from exchange.source s where s.report = p_subject
      union select x.reader from exchange.source_reader x where x.report = p_subject and x.thread and x.until is null
      union select e.reader from circulation.item i join circulation.reach e on e.item = i.id and e.author
             where i.subject = p_subject and i.kind = r.kind and r.kind <> 'report'
    ) c where c.seat <> r.seat;
  end if;
  return 'done';
end $$;

-- Reads what is open for the acting seat at this instant, and no longer than the transaction lasts. No row where nothing is open.
create function breakglass.read(p_id uuid, p_request uuid) returns table (what text, kind text, subject uuid, until timestamptz, source jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r breakglass.request; o breakglass.opening;
begin
  select * into r from breakglass.request q where q.id = p_request and q.realm = acting.realm() and q.seat = acting.seat();
  if not found or not acting.has('ask-break-glass') then return; end if;
  select * into o from breakglass.opening x where x.request = r.id and x.ended_at is null and x.until > acting.at() for share;
  if not found then return; end if;
  insert into breakglass.reading (id, request, person, at, lent)
  values (p_id, r.id, acting.person(), acting.at(),
          case when r.what = 'content' then circulation.lend(o.kind, o.subject, r.seat, acting.at()) else '{}' end);
  return query select r.what, o.kind, o.subject, o.until,
    case when r.what = 'source' then (
      select jsonb_build_object('ja', b.name_ja, 'en', b.name_en, 'contact', s.contact_name, 'phone', s.contact_phone, 'email', s.contact_email)
        from exchange.source s join parties.body b on b.id = s.body where s.report = o.subject) end;
end $$;

-- Whatever was lent goes back before the transaction ends, whoever forgot to ask for it.
create function breakglass.take_back() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform circulation.take_back(new.lent, r.seat) from breakglass.request r where r.id = new.request;
  return null;
end $$;

-- Ends what is open, by who asked or who allowed it. False where nothing is open.
create function breakglass.finish(p_request uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint;
begin
  update breakglass.opening o set ended_at = acting.at(), ended_by = acting.seat() from breakglass.request r
   where o.request = p_request and r.id = o.request and r.realm = acting.realm() and o.ended_at is null and o.until > acting.at()
     and (r.seat = acting.seat() and acting.has('ask-break-glass') or r.office = acting.seat() and acting.has('allow-break-glass'));
  get diagnostics n = row_count;
  return n > 0;
end $$;
grant execute on function breakglass.decide(uuid, boolean, text, uuid, timestamptz, timestamptz, timestamptz), breakglass.read(uuid, uuid),
  breakglass.finish(uuid) to portal;
grant execute on function breakglass.take_back() to portal, migrator;
reset role;
set role circulator;
grant execute on function breakglass.decides(uuid) to portal;
reset role;
revoke create on schema breakglass from circulator, tracer;
create constraint trigger take_back after insert on breakglass.reading deferrable initially deferred
  for each row execute function breakglass.take_back();

create policy asked on breakglass.request for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
              and (select acting.has('ask-break-glass')) and breakglass.decides(office));
grant select, insert on breakglass.request to portal;
