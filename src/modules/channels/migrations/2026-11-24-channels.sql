-- Channels: spaces in which seats talk. A space is not a circulation: who may read follows membership by date, so that
-- whoever joins later reads what was said before, and whoever has left reads nothing.
create schema channels;
grant usage on schema channels to portal, worker, finder, host;
grant usage on schema acting, parties to host;

-- Kinds of space, copied from the programme at each start.
create table channels.kind (
  key text primary key,
  position smallint not null,
  basis text not null check (basis in ('circle', 'pair', 'group')),
  circle_kind text,
  circle_key text,
  lower text,
  upper text,
  capacities text[] not null,
  openers text[] not null,
  guests text[] not null,
  named boolean not null,
  title_ja text not null,
  title_en text not null,
  says_ja text not null,
  says_en text not null
);

-- A space: of a circle, of a body and a seat above it, or of seats that were chosen when it was opened.
create table channels.space (
  id uuid primary key default gen_random_uuid(),
  kind text not null references channels.kind,
  circle uuid,
  body uuid,
  seat uuid,
  title_ja text,
  title_en text,
  opened_at timestamptz not null,
  check (num_nonnulls(circle, body, title_ja) = 1 and num_nonnulls(body, seat) <> 1)
);
create unique index on channels.space (kind, circle) where circle is not null;
create unique index on channels.space (kind, body, seat) where body is not null;
create index on channels.space (circle);
create index on channels.space (body);
create index on channels.space (seat);

create table channels.member (
  space uuid not null references channels.space,
  seat uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (space, seat, valid_from)
);
create index on channels.member (seat, space);

-- A thread is open to its whole space, or aside: for those of its members who were chosen when it was begun.
create table channels.thread (
  id uuid primary key,
  space uuid not null references channels.space,
  realm uuid not null,
  title text not null,
  aside boolean not null,
  opened_at timestamptz not null
);
create index on channels.thread (space, realm);
create table channels.aside (
  thread uuid not null references channels.thread,
  seat uuid not null,
  primary key (thread, seat)
);
create index on channels.aside (seat, thread);

-- A guest: one seat, in one thread or in the whole space, from one minute to another. Nothing has to end it.
create table channels.invitation (
  id uuid primary key,
  space uuid not null references channels.space,
  thread uuid references channels.thread,
  realm uuid not null,
  seat uuid not null,
  by_seat uuid not null,
  by_person uuid not null,
  starts timestamptz not null,
  ends timestamptz not null,
  past boolean not null,
  invited_at timestamptz not null,
  check (ends > starts)
);
create index on channels.invitation (seat, ends);
create index on channels.invitation (space, ends);

-- Who said it is told with it, as the body was called that day: whoever speaks in a space names itself to that space.
create table channels.message (
  id uuid primary key,
  thread uuid not null references channels.thread,
  realm uuid not null,
  seat uuid not null,
  person uuid not null,
  body_ja text not null,
  body_en text not null,
  person_ja text not null,
  person_en text not null,
  marking smallint not null check (marking between 0 and 4),
  handling jsonb not null,
  corrects uuid,
  at timestamptz not null,
  withdrawn_at timestamptz,
  unique (id, thread, seat),
  -- One corrects what one said oneself, in the same thread.
  foreign key (corrects, thread, seat) references channels.message (id, thread, seat)
);
create index on channels.message (thread, at, id);
create index on channels.message (withdrawn_at) where withdrawn_at is not null;
create index on channels.message (realm, at);
-- What was said stands apart, so that a message taken back is a stone without words for everybody.
create table channels.words (
  message uuid primary key references channels.message,
  text text not null
);
create table channels.word_index (
  message uuid primary key references channels.message,
  realm uuid not null,
  at timestamptz not null,
  words tsvector not null
);
create index on channels.word_index using gin (words);

-- How far a person has read, in which seat: known to that person alone.
create table channels.position (
  person uuid not null,
  seat uuid not null,
  thread uuid not null references channels.thread,
  at timestamptz not null,
  primary key (person, seat, thread)
);
create index on channels.position (thread);

alter table channels.kind enable row level security;       alter table channels.kind force row level security;
alter table channels.space enable row level security;      alter table channels.space force row level security;
alter table channels.member enable row level security;     alter table channels.member force row level security;
alter table channels.thread enable row level security;     alter table channels.thread force row level security;
alter table channels.aside enable row level security;      alter table channels.aside force row level security;
alter table channels.invitation enable row level security; alter table channels.invitation force row level security;
alter table channels.message enable row level security;    alter table channels.message force row level security;
alter table channels.words enable row level security;      alter table channels.words force row level security;
alter table channels.word_index enable row level security; alter table channels.word_index force row level security;
alter table channels.position enable row level security;   alter table channels.position force row level security;

-- The policies stand once and hold for requests and for the search alike. Order: kind, member, aside and invitation need
-- nothing but who acts; space needs kind and member; thread needs space; message needs thread; the rest message.
create policy seen on channels.kind for select to portal, finder, host, worker using (true);
create policy mine on channels.member for select to portal, finder
  using (seat = (select acting.seat()) and valid_from <= (select acting.day()) and (valid_to is null or valid_to > (select acting.day())));
create policy mine on channels.aside for select to portal, finder using (seat = (select acting.seat()));
create policy running on channels.invitation for select to portal, finder
  using (seat = (select acting.seat()) and realm = (select acting.realm())
         and starts <= (select acting.at()) and ends > (select acting.at()));
-- Members only; a guest learns of a space what its invitation says. Who stood above a body and no longer does is out, the
-- body keeps what was said to it.
create policy takes_part on channels.space for select to portal, finder using (
  (circle = any ((select acting.circles())::uuid[])
   and exists (select from channels.kind k where k.key = space.kind and (select acting.capacity()) = any (k.capacities)))
  or (body = (select acting.body())
      and exists (select from channels.kind k where k.key = space.kind and k.lower = (select acting.capacity())))
  or (seat = (select acting.seat())
      and exists (select from parties.supervision v where v.body = space.body and v.seat = space.seat
                     and v.valid_from <= (select acting.day()) and (v.valid_to is null or v.valid_to > (select acting.day()))))
  or exists (select from channels.member m where m.space = space.id));
create policy heard on channels.thread for select to portal, finder using (
  realm = (select acting.realm())
  and ((exists (select from channels.space s where s.id = thread.space)
        and (not aside or exists (select from channels.aside a where a.thread = thread.id)))
       or exists (select from channels.invitation i where i.thread = thread.id)
       or (not aside and exists (select from channels.invitation i where i.space = thread.space and i.thread is null
                                    and (i.past or i.starts <= thread.opened_at)))));
create policy heard on channels.message for select to portal, finder using (
  realm = (select acting.realm())
  and exists (select from channels.thread t where t.id = message.thread
                and ((exists (select from channels.space s where s.id = t.space)
                      and (not t.aside or exists (select from channels.aside a where a.thread = t.id)))
                     or exists (select from channels.invitation i where i.thread = t.id and (i.past or i.starts <= message.at))
                     or (not t.aside and exists (select from channels.invitation i where i.space = t.space and i.thread is null
                                                   and (i.past or i.starts <= t.opened_at))))));
create policy said on channels.message for insert to portal with check (
  realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
  and at = (select acting.at()) and withdrawn_at is null
  and exists (select from parties.body b where b.id = (select acting.body()) and b.name_ja = message.body_ja and b.name_en = message.body_en)
  and exists (select from channels.thread t where t.id = message.thread));
create policy taken_back on channels.message for update to portal
  using (seat = (select acting.seat()) and withdrawn_at is null) with check (seat = (select acting.seat()) and withdrawn_at = (select acting.at()));
create policy standing on channels.words for select to portal, finder
  using (exists (select from channels.message m where m.id = words.message and m.withdrawn_at is null));
create policy said on channels.words for insert to portal
  with check (exists (select from channels.message m where m.id = words.message and m.seat = (select acting.seat()) and m.at = (select acting.at())));
create policy find on channels.word_index for select to finder using (true);
create policy said on channels.word_index for insert to portal
  with check (realm = (select acting.realm()) and at = (select acting.at())
              and exists (select from channels.message m where m.id = word_index.message and m.seat = (select acting.seat()) and m.at = (select acting.at())));
create policy own on channels.position for select to portal
  using (person = (select acting.person()) and seat = (select acting.seat()));
create policy read on channels.position for insert to portal
  with check (person = (select acting.person()) and seat = (select acting.seat())
              and exists (select from channels.thread t where t.id = position.thread));
create policy read_on on channels.position for update to portal
  using (person = (select acting.person()) and seat = (select acting.seat()))
  with check (person = (select acting.person()) and seat = (select acting.seat()));

create policy keep on channels.kind for insert to worker with check (true);
create policy keep_on on channels.kind for update to worker using (true) with check (true);
create policy hold on channels.space for all to host using (true) with check (true);
create policy hold on channels.member for all to host using (true) with check (true);
create policy hold on channels.thread for all to host using (true) with check (true);
create policy hold on channels.aside for all to host using (true) with check (true);
create policy hold on channels.invitation for all to host using (true) with check (true);
create policy hold on channels.message for select to host using (true);
create policy hold on channels.position for select to host using (true);
create policy hosting on parties.seat for select to host using (true);
create policy hosting on parties.body for select to host using (true);
create policy hosting on parties.circle for select to host using (true);
create policy hosting on parties.membership for select to host using (true);
create policy hosting on parties.supervision for select to host, finder using (true);

grant select on channels.kind, channels.space, channels.member, channels.thread, channels.aside, channels.invitation,
  channels.message, channels.words, channels.position to portal;
grant insert on channels.message, channels.words, channels.word_index, channels.position to portal;
grant update (withdrawn_at) on channels.message to portal;
grant update (at) on channels.position to portal;
grant select on channels.kind, channels.space, channels.member, channels.thread, channels.aside, channels.invitation,
  channels.message, channels.words, channels.word_index to finder;
grant select on parties.supervision to finder;
grant select, insert, update on channels.kind to worker;
grant select on channels.kind, channels.position, channels.message to host;
grant select, insert, update on channels.space, channels.member, channels.thread, channels.aside, channels.invitation to host;
grant delete on channels.invitation to host;
grant select on parties.seat, parties.body, parties.circle, parties.membership, parties.supervision to host;
