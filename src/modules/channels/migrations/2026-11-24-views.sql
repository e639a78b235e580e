-- Exchanges of views on request: asked, accepted or declined with a reason, a date, held, a record both sides agree to.
-- Only those at the table see it, and whoever it goes through on its way.
create table channels.view_route (
  from_capacity text not null,
  to_capacity text not null,
  through text,
  primary key (from_capacity, to_capacity)
);
create table channels.view_exchange (
  id uuid primary key,
  realm uuid not null,
  asked uuid not null,
  subject text not null,
  reason text not null,
  asked_at timestamptz not null
);
create table channels.view_party (
  exchange uuid not null references channels.view_exchange,
  seat uuid not null,
  side text not null check (side in ('asker', 'through', 'asked')),
  lead boolean not null,
  primary key (exchange, seat)
);
create index on channels.view_party (seat, exchange);
create table channels.view_step (
  exchange uuid not null references channels.view_exchange,
  step text not null check (step in ('asked', 'passed-on', 'accepted', 'declined', 'dated', 'held', 'closed')),
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  note text,
  meets_at timestamptz,
  primary key (exchange, step, at)
);
-- The record, revision by revision, and who agreed to which.
create table channels.minutes (
  id uuid primary key,
  exchange uuid not null references channels.view_exchange,
  revision smallint not null check (revision between 1 and 999),
  text text not null,
  seat uuid not null,
  at timestamptz not null,
  unique (exchange, revision)
);
create table channels.agreement (
  minutes uuid not null references channels.minutes,
  side text not null check (side in ('asker', 'asked')),
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  primary key (minutes, side)
);

alter table channels.view_route enable row level security;    alter table channels.view_route force row level security;
alter table channels.view_exchange enable row level security; alter table channels.view_exchange force row level security;
alter table channels.view_party enable row level security;    alter table channels.view_party force row level security;
alter table channels.view_step enable row level security;     alter table channels.view_step force row level security;
alter table channels.minutes enable row level security;       alter table channels.minutes force row level security;
alter table channels.agreement enable row level security;     alter table channels.agreement force row level security;

create policy seen on channels.view_route for select to portal, host, worker using (true);
create policy mine on channels.view_party for select to portal using (seat = (select acting.seat()));
create policy at_table on channels.view_exchange for select to portal
  using (realm = (select acting.realm()) and exists (select from channels.view_party p where p.exchange = view_exchange.id));
create policy at_table on channels.view_step for select to portal
  using (exists (select from channels.view_exchange x where x.id = view_step.exchange));
-- Who leads a side acts for it: the one in between passes on or declines, the one asked does the rest.
create policy taken on channels.view_step for insert to portal with check (
  seat = (select acting.seat()) and person = (select acting.person()) and at = (select acting.at())
  and exists (select from channels.view_exchange x where x.id = view_step.exchange)
  and exists (select from channels.view_party p where p.exchange = view_step.exchange and p.lead
                and (p.side = 'asked' and view_step.step in ('accepted', 'declined', 'dated', 'held', 'closed')
                     or p.side = 'asker' and view_step.step = 'closed'
                     or p.side = 'through' and view_step.step = 'declined')));
create policy at_table on channels.minutes for select to portal
  using (exists (select from channels.view_exchange x join channels.view_party p on p.exchange = x.id
                  where x.id = minutes.exchange and p.side <> 'through'));
create policy written on channels.minutes for insert to portal with check (
  seat = (select acting.seat()) and at = (select acting.at())
  and exists (select from channels.view_exchange x join channels.view_party p on p.exchange = x.id
               where x.id = minutes.exchange and p.lead and p.side <> 'through'));
create policy at_table on channels.agreement for select to portal
  using (exists (select from channels.minutes m where m.id = agreement.minutes));
create policy agreed on channels.agreement for insert to portal with check (
  seat = (select acting.seat()) and person = (select acting.person()) and at = (select acting.at())
  and exists (select from channels.minutes m join channels.view_party p on p.exchange = m.exchange
               where m.id = agreement.minutes and p.lead and p.side = agreement.side));

create policy keep on channels.view_route for insert to worker with check (true);
create policy clear on channels.view_route for delete to worker using (true);
create policy hold on channels.view_exchange for all to host using (true) with check (true);
create policy hold on channels.view_party for all to host using (true) with check (true);
create policy hold on channels.view_step for all to host using (true) with check (true);

grant select on channels.view_route, channels.view_exchange, channels.view_party, channels.view_step, channels.minutes, channels.agreement to portal;
grant insert on channels.view_step, channels.minutes, channels.agreement to portal;
grant select, insert, delete on channels.view_route to worker;
grant select on channels.view_route to host;
grant select, insert on channels.view_exchange, channels.view_party, channels.view_step to host;

grant create on schema channels to host;
set role host;
-- Asks a seat for an exchange of views, alone or with others; by the programme's way, directly or through the seat above.
create function channels.ask_views(p_id uuid, p_asked uuid, p_with uuid[], p_subject text, p_reason text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare way channels.view_route; between_us uuid; fellow uuid[] := array_remove(p_with, acting.seat());
begin
  select r.* into way from channels.view_route r join parties.seat s on s.capacity = r.to_capacity
   where s.id = p_asked and r.from_capacity = acting.capacity() and channels.knows(s.body);
  if not found then return 'not-to-be-asked'; end if;
  if cardinality(fellow) > (select count(*) from parties.seat s join channels.view_route r
       on r.from_capacity = s.capacity and r.to_capacity = way.to_capacity where s.id = any (fellow) and channels.knows(s.body)) then
    return 'participants-outside';
  end if;
  if way.through is not null then
    select v.seat into between_us from parties.supervision v join parties.seat u on u.id = v.seat and u.capacity = way.through
     where v.body = acting.body() and v.valid_from <= acting.day() and (v.valid_to is null or v.valid_to > acting.day())
     order by v.sector, v.seat limit 1;
    if between_us is null then return 'nobody-between'; end if;
  end if;
  insert into channels.view_exchange (id, realm, asked, subject, reason, asked_at)
  values (p_id, acting.realm(), p_asked, p_subject, p_reason, acting.at());
  insert into channels.view_party (exchange, seat, side, lead)
  select p_id, acting.seat(), 'asker', true union all select p_id, f, 'asker', false from unnest(fellow) f
  union all select p_id, coalesce(between_us, p_asked), case when between_us is null then 'asked' else 'through' end, true;
  insert into channels.view_step (exchange, step, seat, person, at) values (p_id, 'asked', acting.seat(), acting.person(), acting.at());
  return 'asked';
end $$;

-- The seat in between passes the request on; from then on the seat that was asked sees it.
create function channels.pass_views(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from channels.view_exchange x join channels.view_party p on p.exchange = x.id
                  where x.id = p_id and x.realm = acting.realm() and p.seat = acting.seat() and p.side = 'through')
     or exists (select from channels.view_step s where s.exchange = p_id and s.step in ('passed-on', 'declined')) then return false; end if;
  insert into channels.view_party (exchange, seat, side, lead) select x.id, x.asked, 'asked', true from channels.view_exchange x where x.id = p_id
  on conflict do nothing;
  insert into channels.view_step (exchange, step, seat, person, at) values (p_id, 'passed-on', acting.seat(), acting.person(), acting.at());
  return true;
end $$;

-- Who is at the table, for those who are: they have all agreed to be named to each other by being there.
create function channels.view_table(p_id uuid)
returns table (seat uuid, side text, lead boolean, capacity text, name_ja text, name_en text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.seat, p.side, p.lead, s.capacity, b.name_ja, b.name_en
    from channels.view_exchange x join channels.view_party p on p.exchange = x.id
    join parties.seat s on s.id = p.seat join parties.body b on b.id = s.body
   where x.id = p_id and x.realm = acting.realm()
     and exists (select from channels.view_party me where me.exchange = x.id and me.seat = acting.seat())
   order by p.side, p.lead desc, b.kana
$$;
grant execute on function channels.ask_views(uuid, uuid, uuid[], text, text), channels.pass_views(uuid), channels.view_table(uuid) to portal;
reset role;
revoke create on schema channels from host;
