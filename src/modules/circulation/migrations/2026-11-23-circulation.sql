-- Circulation: something goes to recipients, tier by tier. Who may see an item is a row of reach; what happened to it
-- on its way is a row of receipt. Neither can be written by a request: dispatch, relay and acknowledgement are doors.
create schema circulation;
grant usage on schema circulation to portal, worker, circulator, finder, tallier, tracer;

create table circulation.item (
  id uuid primary key,
  subject uuid not null,
  realm uuid not null,
  kind text not null,
  title text not null,
  marking smallint not null check (marking between 0 and 4),
  handling jsonb not null,
  sent timestamptz,
  unique (id, realm)
);
create index on circulation.item (subject);

create table circulation.reach (
  item uuid not null,
  reader uuid not null,
  realm uuid not null,
  kind text not null,
  sent timestamptz not null,
  author boolean not null default false,
  primary key (item, reader),
  foreign key (item, realm) references circulation.item (id, realm)
);
create index on circulation.reach (reader, realm, sent desc, item);
create index on circulation.reach (reader, realm, kind, sent desc, item);

-- To whom an item is addressed, as its author chose it. Never empty when it is sent.
create table circulation.audience (
  item uuid not null references circulation.item on delete cascade,
  circle uuid,
  body uuid,
  check (num_nonnulls(circle, body) = 1),
  unique nulls not distinct (item, circle, body)
);

-- The ways an item goes down, copied from the programme when it is drafted: capacity by tier.
create table circulation.tier (
  item uuid not null references circulation.item on delete cascade,
  position smallint not null,
  capacity text not null,
  scope text not null check (scope in ('above', 'central')),
  primary key (item, position),
  unique (item, capacity)
);

create table circulation.receipt (
  id uuid primary key default gen_random_uuid(),
  item uuid not null references circulation.item,
  realm uuid not null,
  kind text not null,
  seat uuid not null,
  body uuid not null,
  sector text,
  tier smallint not null,
  via uuid not null,
  overseer uuid,
  must_relay boolean not null default false,
  targeted_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  unreachable text,
  opened_at timestamptz,
  acknowledged_at timestamptz,
  state text,
  note text,
  relayed_at timestamptz,
  due timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  changed_at timestamptz not null,
  unique (item, seat),
  check ((acknowledged_at is null) = (state is null))
);
create index on circulation.receipt (seat, realm, sent_at desc, id);
create index on circulation.receipt (seat, realm, due) where acknowledged_at is null;
create index on circulation.receipt (remind_at) where acknowledged_at is null and reminded_at is null;
create index on circulation.receipt (seat, changed_at);
create index on circulation.receipt (via, item);
create index on circulation.receipt (overseer, item);
create index on circulation.receipt (item, tier);

-- Deadlines are rows that people can see: whose, of what, when, met when, reminded when.
create table circulation.deadline (
  id uuid primary key default gen_random_uuid(),
  item uuid not null references circulation.item,
  receipt uuid references circulation.receipt on delete cascade,
  realm uuid not null,
  seat uuid not null,
  kind text not null check (kind in ('relay', 'acknowledge')),
  due timestamptz not null,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  met_at timestamptz,
  unique (item, seat, kind)
);
create index on circulation.deadline (remind_at) where met_at is null and reminded_at is null;
create index on circulation.deadline (seat, due) where met_at is null;

-- Words for search; read by one function only.
create table circulation.item_words (
  item uuid primary key references circulation.item on delete cascade,
  realm uuid not null,
  sent timestamptz not null,
  words tsvector not null
);
create index on circulation.item_words using gin (words);

-- What was tried by telephone to reach a silent recipient.
create table circulation.attempt (
  id uuid primary key default gen_random_uuid(),
  item uuid not null references circulation.item,
  realm uuid not null,
  receipt uuid references circulation.receipt,
  seat uuid not null,
  at timestamptz not null,
  channel text not null,
  outcome text not null,
  note text
);
create index on circulation.attempt (item, at);

alter table circulation.item enable row level security;       alter table circulation.item force row level security;
alter table circulation.reach enable row level security;      alter table circulation.reach force row level security;
alter table circulation.audience enable row level security;   alter table circulation.audience force row level security;
alter table circulation.tier enable row level security;       alter table circulation.tier force row level security;
alter table circulation.receipt enable row level security;    alter table circulation.receipt force row level security;
alter table circulation.deadline enable row level security;   alter table circulation.deadline force row level security;
alter table circulation.item_words enable row level security; alter table circulation.item_words force row level security;
alter table circulation.attempt enable row level security;    alter table circulation.attempt force row level security;

-- The one portal policy on reach: widening it would widen every item.
create policy own on circulation.reach for select to portal using (reader = any ((select acting.me())::uuid[]));
create policy reached on circulation.item for select to portal
  using (realm = (select acting.realm()) and exists (select from circulation.reach r where r.item = item.id));
create policy written on circulation.item for insert to portal with check (realm = (select acting.realm()) and sent is null);
create policy edited on circulation.item for update to portal
  using (realm = (select acting.realm()) and sent is null
         and exists (select from circulation.reach r where r.item = item.id and r.author))
  with check (realm = (select acting.realm()) and sent is null);
create policy drafted on circulation.audience for select to portal
  using (exists (select from circulation.reach r where r.item = audience.item and r.author));
create policy addressed on circulation.audience for insert to portal
  with check (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                       where i.id = audience.item and i.sent is null));
create policy readdressed on circulation.audience for delete to portal
  using (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                  where i.id = audience.item and i.sent is null));
create policy drafted on circulation.tier for select to portal
  using (exists (select from circulation.reach r where r.item = tier.item and r.author));
create policy laid on circulation.tier for insert to portal
  with check (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                       where i.id = tier.item and i.sent is null));
create policy cleared on circulation.tier for delete to portal
  using (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                  where i.id = tier.item and i.sent is null));
create policy in_realm on circulation.receipt as restrictive for select to portal using (realm = (select acting.realm()));
create policy mine_or_below on circulation.receipt for select to portal
  using (seat = (select acting.seat()) or via = (select acting.seat()) or overseer = (select acting.seat()));
create policy answer on circulation.receipt for update to portal
  using (seat = (select acting.seat()) and realm = (select acting.realm()) and sent_at is not null)
  with check (seat = (select acting.seat()) and realm = (select acting.realm()) and sent_at is not null);
create policy in_realm on circulation.deadline as restrictive for select to portal using (realm = (select acting.realm()));
create policy mine on circulation.deadline for select to portal
  using (seat = (select acting.seat())
         or exists (select from circulation.receipt r where r.id = deadline.receipt));
create policy mine on circulation.attempt for select to portal
  using (realm = (select acting.realm()) and seat = (select acting.seat()));
create policy tried on circulation.attempt for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat())
              and exists (select from circulation.item i where i.id = attempt.item)
              and (receipt is null or exists (select from circulation.receipt r where r.id = attempt.receipt and r.item = attempt.item)));
create policy indexed on circulation.item_words for insert to portal
  with check (realm = (select acting.realm()) and exists (select from circulation.reach r where r.item = item_words.item and r.author));

create policy find on circulation.item_words for select to finder using (true);
create policy find on circulation.reach for select to finder using (true);
create policy carry on circulation.item for select to circulator using (true);
create policy carry_on on circulation.item for update to circulator using (true) with check (true);
create policy carry on circulation.reach for all to circulator using (true) with check (true);
create policy carry on circulation.audience for select to circulator using (true);
create policy carry on circulation.tier for select to circulator using (true);
create policy carry on circulation.receipt for all to circulator using (true) with check (true);
create policy carry on circulation.deadline for all to circulator using (true) with check (true);
create policy work on circulation.receipt for select to worker using (true);
create policy work_on on circulation.receipt for update to worker using (true) with check (true);
create policy work on circulation.deadline for select to worker using (true);
create policy work_on on circulation.deadline for update to worker using (true) with check (true);
create policy work on circulation.item for select to worker using (true);
create policy tally on circulation.receipt for select to tallier using (true);
create policy tally on circulation.item for select to tallier using (true);
create policy tally on circulation.reach for select to tallier using (true);
create policy trace on circulation.item for select to tracer using (true);
create policy trace on circulation.reach for select to tracer using (true);

grant select on circulation.item, circulation.reach, circulation.audience, circulation.tier, circulation.receipt,
  circulation.deadline, circulation.attempt to portal;
grant insert on circulation.item, circulation.audience, circulation.tier, circulation.attempt, circulation.item_words to portal;
grant update (title, marking, handling) on circulation.item to portal;
grant delete on circulation.audience, circulation.tier to portal;
grant update (opened_at, acknowledged_at, state, note, changed_at) on circulation.receipt to portal;
grant select on all tables in schema circulation to circulator;
grant update (sent) on circulation.item to circulator;
grant insert, update, delete on circulation.reach, circulation.receipt, circulation.deadline to circulator;
grant select on circulation.item_words, circulation.reach to finder;
grant select on circulation.receipt, circulation.deadline, circulation.item to worker;
grant update (delivered_at, unreachable, reminded_at, changed_at) on circulation.receipt to worker;
grant update (reminded_at) on circulation.deadline to worker;
grant select on circulation.receipt, circulation.item, circulation.reach to tallier;
grant select on circulation.item, circulation.reach to tracer;

-- What has reached the reader may be read in the journal too, where the fact is open to it: its subject is then an item.
create policy reached on journal.entry for select to portal
  using (realm = (select acting.realm()) and open_to = 'reached'
         and exists (select from circulation.reach r where r.item = entry.subject));
