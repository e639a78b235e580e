-- Files of what circulates. Who sees an item sees its files; no row names who brought one. What one holds for a draft is one's own.
create schema files;
grant usage on schema files to portal, worker, porter;
grant usage on schema acting, circulation to porter;

create table files.content (
  id uuid primary key,
  realm uuid not null,
  brought_at timestamptz not null
);
create table files.chunk (
  content uuid not null references files.content on delete cascade,
  position smallint not null check (position between 1 and 20),
  bytes bytea not null check (octet_length(bytes) <= 524288),
  primary key (content, position)
);
alter table files.chunk alter column bytes set storage external;
-- What a machine can read in it, for whoever may read it anyway, and for what looks for traces before it is sent.
create table files.reading (
  content uuid primary key references files.content on delete cascade,
  text text not null,
  unread boolean not null
);
-- Held before it is attached.
create table files.held (
  id uuid primary key,
  content uuid not null references files.content,
  person uuid not null,
  seat uuid not null,
  realm uuid not null,
  draft uuid not null,
  name text not null,
  kind text not null,
  size integer not null check (size between 1 and 10485760),
  digest bytea not null,
  at timestamptz not null
);
create index on files.held (person, seat, realm, at);
create index on files.held (content);
create table files.attachment (
  id uuid primary key,
  item uuid not null references circulation.item on delete cascade,
  position smallint not null check (position between 1 and 20),
  content uuid not null references files.content,
  name text not null,
  kind text not null,
  size integer not null check (size between 1 and 10485760),
  digest bytea not null,
  unique (item, position)
);
create index on files.attachment (content);

alter table files.content enable row level security;    alter table files.content force row level security;
alter table files.chunk enable row level security;      alter table files.chunk force row level security;
alter table files.reading enable row level security;    alter table files.reading force row level security;
alter table files.held enable row level security;       alter table files.held force row level security;
alter table files.attachment enable row level security; alter table files.attachment force row level security;

create policy mine on files.held for select to portal
  using (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));
create policy thrown_away on files.held for delete to portal
  using (person = (select acting.person()) and seat = (select acting.seat()) and realm = (select acting.realm()));
create policy with_item on files.attachment for select to portal
  using (exists (select from circulation.item i where i.id = attachment.item));
create policy taken_off on files.attachment for delete to portal
  using (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                  where i.id = attachment.item and i.sent is null));
create policy seen on files.content for select to portal
  using (realm = (select acting.realm())
         and (exists (select from files.held h where h.content = content.id)
              or exists (select from files.attachment a where a.content = content.id)));
create policy seen on files.chunk for select to portal
  using (exists (select from files.content c where c.id = chunk.content));
create policy seen on files.reading for select to portal
  using (exists (select from files.content c where c.id = reading.content));
-- Written by who holds it, and never after it stands on an item.
create policy brought on files.chunk for insert to portal
  with check (exists (select from files.held h where h.content = chunk.content)
              and not exists (select from files.attachment a where a.content = chunk.content));
create policy carry on files.content for all to porter using (true) with check (true);
create policy carry on files.reading for all to porter using (true) with check (true);
create policy carry on files.held for all to porter using (true) with check (true);
create policy carry on files.attachment for all to porter using (true) with check (true);
create policy port on circulation.item for select to porter using (true);
create policy port on circulation.reach for select to porter using (true);

-- What nothing refers to is cleared away by the clock.
create policy clear on files.held for select to worker using (true);
create policy cleared on files.held for delete to worker using (true);
create policy clear on files.content for select to worker using (true);
create policy cleared on files.content for delete to worker using (true);
create policy clear on files.attachment for select to worker using (true);

grant select, delete on files.held, files.attachment to portal;
grant select on files.content, files.reading to portal;
grant select, insert on files.chunk to portal;
grant select, delete on files.held, files.content to worker;
grant select on files.attachment to worker;
grant select, insert on files.content, files.reading, files.held, files.attachment to porter;
grant delete on files.held to porter;
grant select on circulation.item, circulation.reach to porter;
set role acting_door;
grant execute on function acting.who(), acting.seat(), acting.person(), acting.realm() to porter;
reset role;

-- Holding and attaching are doors of the porter: what a number refers to is looked up by who acts, so that nobody comes to hold or
-- attach bytes by knowing their number, not even bytes that one once saw.
grant create on schema files to porter;
set role porter;
-- Holds a file for who acts. Gives the content, and whether its bytes are still to come: what one's own desk has already, found by its
-- hash among its own, is not kept twice.
create function files.hold(p_id uuid, p_content uuid, p_draft uuid, p_name text, p_kind text, p_size integer, p_digest bytea, p_text text,
  p_unread boolean, p_at timestamptz) returns table (content uuid, fresh boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_content uuid;
begin
  if acting.person() is null then return; end if;
  select x.content into v_content from (
    select h.content from files.held h
     where h.digest = p_digest and h.person = acting.person() and h.seat = acting.seat() and h.realm = acting.realm()
    union all
    select a.content from files.attachment a join circulation.reach r on r.item = a.item and r.author and r.reader = acting.seat()
     where a.digest = p_digest and r.realm = acting.realm()) x limit 1;
  fresh := v_content is null;
  content := coalesce(v_content, p_content);
  if fresh then
    insert into files.content (id, realm, brought_at) values (content, acting.realm(), p_at);
    insert into files.reading (content, text, unread) values (p_content, p_text, p_unread);
  end if;
  insert into files.held (id, content, person, seat, realm, draft, name, kind, size, digest, at)
    values (p_id, coalesce(v_content, p_content), acting.person(), acting.seat(), acting.realm(), p_draft, p_name, p_kind, p_size, p_digest, p_at);
  return next;
end $$;
-- Whether who acts is the author of an item that has not been sent.
create function files.may_add(p_item uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author and r.reader = acting.seat()
                  where i.id = p_item and i.sent is null and i.realm = acting.realm())
$$;
-- Attaches what who acts holds; it is then held no more. False where there is no such file or no such draft.
create function files.attach(p_id uuid, p_item uuid, p_held uuid, p_position smallint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not files.may_add(p_item) then return false; end if;
  insert into files.attachment (id, item, position, content, name, kind, size, digest)
    select p_id, p_item, p_position, h.content, h.name, h.kind, h.size, h.digest from files.held h
     where h.id = p_held and h.person = acting.person() and h.seat = acting.seat() and h.realm = acting.realm();
  if not found then return false; end if;
  delete from files.held where id = p_held;
  return true;
end $$;
-- Gives a later version, as yet unsent, the files of an earlier one of the same thing by the same desk.
create function files.attach_as_before(p_before uuid, p_item uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into files.attachment (id, item, position, content, name, kind, size, digest)
    select gen_random_uuid(), p_item, a.position, a.content, a.name, a.kind, a.size, a.digest from files.attachment a
      join circulation.item b on b.id = a.item
      join circulation.item i on i.id = p_item and i.subject = b.subject and i.realm = b.realm
      join circulation.reach r on r.item = b.id and r.author and r.reader = acting.seat()
     where a.item = p_before and files.may_add(p_item)
$$;
grant execute on function files.hold(uuid, uuid, uuid, text, text, integer, bytea, text, boolean, timestamptz), files.attach(uuid, uuid, uuid, smallint),
  files.attach_as_before(uuid, uuid) to portal;
reset role;
revoke create on schema files from porter;
