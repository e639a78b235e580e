-- Inquiries: an office asks many, each answers in a thread of its own with who asked, and sees of the others neither name nor
-- number. Somebody may have the centre ask for it: then the centre is the asker, and the link to whom it asks for is the
-- centre's alone.
create table channels.inquiry_way (
  from_capacity text not null,
  to_capacity text not null,
  below boolean not null,
  onward boolean not null,
  primary key (from_capacity, to_capacity)
);
create table channels.inquiry (
  id uuid primary key,
  realm uuid not null,
  asker uuid not null,
  onward boolean not null,
  subject text not null,
  text text not null,
  handling jsonb not null,
  due timestamptz not null,
  asked_at timestamptz not null
);
create index on channels.inquiry (asker, asked_at desc);
-- Who is asked. The asker stands in each row, so that a row is judged by itself and nobody sees another's.
create table channels.inquiry_party (
  inquiry uuid not null references channels.inquiry,
  seat uuid not null,
  asker uuid not null,
  primary key (inquiry, seat)
);
create index on channels.inquiry_party (seat, inquiry);
create table channels.inquiry_message (
  id uuid primary key,
  inquiry uuid not null,
  party uuid not null,
  seat uuid not null,
  person uuid not null,
  kind text not null check (kind in ('answer', 'nothing', 'question', 'reply')),
  text text not null,
  at timestamptz not null,
  foreign key (inquiry, party) references channels.inquiry_party (inquiry, seat)
);
create index on channels.inquiry_message (inquiry, party, at);
-- Reminded: one who had not answered. Closed: all of it.
create table channels.inquiry_step (
  id uuid primary key,
  inquiry uuid not null references channels.inquiry,
  step text not null check (step in ('reminded', 'closed')),
  party uuid,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  check ((step = 'reminded') = (party is not null))
);
create unique index on channels.inquiry_step (inquiry) where step = 'closed';
create index on channels.inquiry_step (inquiry, party, at);
-- For whom the centre asks: a row of its own that only the seat that put it on can read.
create table channels.inquiry_origin (
  inquiry uuid primary key references channels.inquiry,
  origin uuid not null references channels.inquiry,
  asker uuid not null
);
create index on channels.inquiry_origin (origin);

alter table channels.inquiry_way enable row level security;     alter table channels.inquiry_way force row level security;
alter table channels.inquiry enable row level security;         alter table channels.inquiry force row level security;
alter table channels.inquiry_party enable row level security;   alter table channels.inquiry_party force row level security;
alter table channels.inquiry_message enable row level security; alter table channels.inquiry_message force row level security;
alter table channels.inquiry_step enable row level security;    alter table channels.inquiry_step force row level security;
alter table channels.inquiry_origin enable row level security;  alter table channels.inquiry_origin force row level security;

create policy seen on channels.inquiry_way for select to portal, host, worker using (true);
create policy keep on channels.inquiry_way for insert to worker with check (true);
create policy clear on channels.inquiry_way for delete to worker using (true);
create policy one_of_two on channels.inquiry_party for select to portal
  using (seat = (select acting.seat()) or asker = (select acting.seat()));
create policy one_of_two on channels.inquiry for select to portal
  using (realm = (select acting.realm())
         and (asker = (select acting.seat()) or exists (select from channels.inquiry_party p where p.inquiry = inquiry.id)));
create policy between_two on channels.inquiry_message for select to portal
  using (exists (select from channels.inquiry i where i.id = inquiry_message.inquiry)
         and exists (select from channels.inquiry_party p where p.inquiry = inquiry_message.inquiry and p.seat = inquiry_message.party));
create policy said on channels.inquiry_message for insert to portal with check (
  seat = (select acting.seat()) and person = (select acting.person()) and at = (select acting.at())
  and exists (select from channels.inquiry i where i.id = inquiry_message.inquiry)
  and not exists (select from channels.inquiry_step s where s.inquiry = inquiry_message.inquiry and s.step = 'closed')
  and exists (select from channels.inquiry_party p where p.inquiry = inquiry_message.inquiry and p.seat = inquiry_message.party
                and case inquiry_message.kind when 'reply' then p.asker = (select acting.seat()) else p.seat = (select acting.seat()) end));
create policy told on channels.inquiry_step for select to portal
  using (exists (select from channels.inquiry i where i.id = inquiry_step.inquiry)
         and (party is null or exists (select from channels.inquiry_party p where p.inquiry = inquiry_step.inquiry and p.seat = inquiry_step.party)));
create policy taken on channels.inquiry_step for insert to portal with check (
  seat = (select acting.seat()) and person = (select acting.person()) and at = (select acting.at())
  and exists (select from channels.inquiry i where i.id = inquiry_step.inquiry and i.asker = (select acting.seat()))
  and (party is null or exists (select from channels.inquiry_party p where p.inquiry = inquiry_step.inquiry and p.seat = inquiry_step.party)));
create policy own on channels.inquiry_origin for select to portal
  using (asker = (select acting.seat()) and exists (select from channels.inquiry i where i.id = inquiry_origin.inquiry));
create policy hold on channels.inquiry for all to host using (true) with check (true);
create policy hold on channels.inquiry_party for all to host using (true) with check (true);
create policy hold on channels.inquiry_origin for all to host using (true) with check (true);
create policy tell on channels.inquiry for select to worker using (true);
create policy tell on channels.inquiry_party for select to worker using (true);
create policy tell on channels.inquiry_message for select to worker using (true);
create policy tell on channels.inquiry_step for select to worker using (true);

grant select on channels.inquiry_way, channels.inquiry, channels.inquiry_party, channels.inquiry_message, channels.inquiry_step,
  channels.inquiry_origin to portal;
grant insert on channels.inquiry_message, channels.inquiry_step to portal;
grant select, insert, delete on channels.inquiry_way to worker;
grant select on channels.inquiry, channels.inquiry_party, channels.inquiry_message, channels.inquiry_step to worker;
grant select on channels.inquiry_way to host;
grant select, insert on channels.inquiry, channels.inquiry_party, channels.inquiry_origin to host;

grant create on schema channels to host;
set role host;
-- Asks seats that the programme lets the acting seat ask, each for itself. `p_origin` is an inquiry that came to the acting seat with
-- the wish to be put on to others.
create function channels.ask(p_id uuid, p_seats uuid[], p_subject text, p_text text, p_handling jsonb, p_due timestamptz, p_onward boolean, p_origin uuid)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n integer;
begin
  if cardinality(p_seats) = 0 then return 'nobody-asked'; end if;
  select count(*) into n from parties.seat s
    join channels.inquiry_way w on w.from_capacity = acting.capacity() and w.to_capacity = s.capacity and (w.onward or not p_onward)
   where s.id = any (p_seats) and s.id <> acting.seat() and s.valid_from <= acting.day() and (s.valid_to is null or s.valid_to > acting.day())
     and case when w.below
           then exists (select from parties.supervision v where v.body = s.body and v.seat = acting.seat()
                          and v.valid_from <= acting.day() and (v.valid_to is null or v.valid_to > acting.day()))
           else acting.has('know-bodies') or channels.knows(s.body) end;
  if n <> cardinality(p_seats) then return 'not-to-be-asked'; end if;
  if p_origin is not null and not exists (
    select from channels.inquiry i join channels.inquiry_party p on p.inquiry = i.id and p.seat = acting.seat()
     where i.id = p_origin and i.realm = acting.realm() and i.onward) then return 'origin-unknown'; end if;
  insert into channels.inquiry (id, realm, asker, onward, subject, text, handling, due, asked_at)
  values (p_id, acting.realm(), acting.seat(), p_onward, p_subject, p_text, p_handling, p_due, acting.at());
  insert into channels.inquiry_party (inquiry, seat, asker) select p_id, s, acting.seat() from unnest(p_seats) s;
  if p_origin is not null then insert into channels.inquiry_origin (inquiry, origin, asker) values (p_id, p_origin, acting.seat()); end if;
  return 'asked';
end $$;

-- What those at an inquiry are called, for the asker, and the asker for each: they have dealings with each other.
create function channels.inquiry_names(p_id uuid) returns table (seat uuid, capacity text, name_ja text, name_en text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.capacity, b.name_ja, b.name_en
    from channels.inquiry i
    join lateral (select i.asker as seat union select p.seat from channels.inquiry_party p where p.inquiry = i.id) q
      on i.asker = acting.seat() or q.seat in (i.asker, acting.seat())
    join parties.seat s on s.id = q.seat join parties.body b on b.id = s.body
   where i.id = p_id and i.realm = acting.realm()
     and (i.asker = acting.seat() or exists (select from channels.inquiry_party p where p.inquiry = i.id and p.seat = acting.seat()))
   order by b.kana, s.id
$$;
grant execute on function channels.ask(uuid, uuid[], text, text, jsonb, timestamptz, boolean, uuid), channels.inquiry_names(uuid) to portal;
reset role;
revoke create on schema channels from host;
