-- The doors of the channels: opening spaces and threads, inviting, and who takes part. All belong to host, who owns nothing else.
grant create on schema channels to host, finder;
set role host;

-- Who takes part in a space today, without guests: the one statement of membership for others than the reader. The
-- policy `takes_part` says the same of the reader; a test holds the two together.
create function channels.members(p_space uuid) returns table (seat uuid, body uuid, capacity text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with space as (select p.*, k.capacities, k.lower, acting.day() as day from channels.space p join channels.kind k on k.key = p.kind where p.id = p_space),
  ring as (
    select c.id, c.secretariat, p.capacities, p.day from space p join parties.circle c on c.id = p.circle
     where c.valid_from <= p.day and (c.valid_to is null or c.valid_to > p.day)
  )
  select s.id, s.body, s.capacity from ring r join parties.membership m on m.circle = r.id
    join parties.seat s on s.body = m.body and s.capacity = any (r.capacities)
   where m.valid_from <= r.day and (m.valid_to is null or m.valid_to > r.day)
  union
  select s.id, s.body, s.capacity from ring r join parties.seat s on s.id = r.secretariat and s.capacity = any (r.capacities)
  union
  select s.id, s.body, s.capacity from space p join parties.seat s on s.body = p.body and s.capacity = p.lower
  union
  select s.id, s.body, s.capacity from space p join parties.seat s on s.id = p.seat
   where exists (select from parties.supervision v where v.body = p.body and v.seat = p.seat
                    and v.valid_from <= p.day and (v.valid_to is null or v.valid_to > p.day))
  union
  select s.id, s.body, s.capacity from space p join channels.member m on m.space = p.id join parties.seat s on s.id = m.seat
   where m.valid_from <= p.day and (m.valid_to is null or m.valid_to > p.day)
$$;

create function channels.takes_part(p_space uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from channels.members(p_space) m where m.seat = acting.seat())
$$;

-- Whether the acting seat takes part in a thread in its own right, not as a guest.
create function channels.takes_part_in(p_thread uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from channels.thread t where t.id = p_thread and t.realm = acting.realm() and channels.takes_part(t.space)
                    and (not t.aside or exists (select from channels.aside a where a.thread = t.id and a.seat = acting.seat())))
$$;

-- Whether the acting seat may know the name of a body: what everybody may, its own, those it stands above.
create function channels.knows(p_body uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from parties.body b where b.id = p_body and (b.open or b.id = acting.body()))
      or exists (select from parties.supervision v where v.body = p_body and v.seat = acting.seat()
                    and v.valid_from <= acting.day() and (v.valid_to is null or v.valid_to > acting.day()))
$$;

-- Who reads a thread (or, without one, the open threads of a space) at this minute, for somebody who reads it too. A body
-- whose name the reader may not know is a row without seat and name, so that it counts and nothing more.
create function channels.audience(p_space uuid, p_thread uuid)
returns table (seat uuid, body uuid, capacity text, name_ja text, name_en text, until timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as (
    select p.id as space, t.id as thread, coalesce(t.aside, false) as aside, t.opened_at, k.named or p.circle is null as named
      from channels.space p join channels.kind k on k.key = p.kind left join channels.thread t on t.id = p_thread
     where p.id = p_space and (p_thread is null or (t.space = p.id and t.realm = acting.realm()))
  ),
  guest as (
    select i.seat, max(i.ends) as until from asked q join channels.invitation i on i.space = q.space
     where i.realm = acting.realm() and i.starts <= acting.at() and i.ends > acting.at()
       and (i.thread = q.thread or (i.thread is null and not q.aside and (q.thread is null or i.past or i.starts <= q.opened_at)))
     group by i.seat
  ),
  reader as (
    select m.seat, m.body, m.capacity, null::timestamptz as until from asked q, channels.members(q.space) m
     where not q.aside or exists (select from channels.aside a where a.thread = q.thread and a.seat = m.seat)
    union all
    select s.id, s.body, s.capacity, g.until from guest g join parties.seat s on s.id = g.seat
  ),
  one as (select distinct on (r.seat) r.* from reader r order by r.seat, r.until nulls first)
  select case when n.known then o.seat end, case when n.known then o.body end, o.capacity,
         case when n.known then b.name_ja end, case when n.known then b.name_en end, o.until
    from asked q, one o join parties.body b on b.id = o.body
    cross join lateral (select q.aside or q.named or channels.knows(o.body) as known) n
   where exists (select from one me where me.seat = acting.seat())
   order by n.known desc, b.open, b.kana, b.name_ja, o.capacity
$$;

-- Opens a thread: to the whole space, or aside with the seats named, all of whom must take part and be known to the reader.
create function channels.open_thread(p_id uuid, p_space uuid, p_title text, p_seats uuid[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare others uuid[] := array_remove(p_seats, acting.seat()); free boolean;
begin
  if not channels.takes_part(p_space) then return 'not-found'; end if;
  select k.named or p.circle is null into free from channels.space p join channels.kind k on k.key = p.kind where p.id = p_space;
  if p_seats is not null and (cardinality(others) = 0 or cardinality(others) > (
       select count(*) from channels.members(p_space) m where m.seat = any (others) and (free or channels.knows(m.body)))) then
    return 'participants-outside';
  end if;
  insert into channels.thread (id, space, realm, title, aside, opened_at)
  values (p_id, p_space, acting.realm(), p_title, p_seats is not null, acting.at());
  insert into channels.aside (thread, seat) select p_id, s from unnest(array_append(others, acting.seat())) s where p_seats is not null;
  return 'opened';
end $$;

-- Opens a space for chosen seats, where the kind lets the acting capacity open one and takes those of the others.
create function channels.open_group(p_id uuid, p_kind text, p_title text, p_seats uuid[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare others uuid[] := array_remove(p_seats, acting.seat()); k channels.kind;
begin
  select * into k from channels.kind t where t.key = p_kind and t.basis = 'group' and acting.capacity() = any (t.openers);
  if not found then return 'kind-not-yours'; end if;
  if cardinality(others) = 0 or cardinality(others) > (select count(*) from parties.seat s where s.id = any (others)
       and s.capacity = any (k.capacities) and channels.knows(s.body)) then return 'participants-outside'; end if;
  insert into channels.space (id, kind, title_ja, title_en, opened_at) values (p_id, p_kind, p_title, p_title, acting.at());
  insert into channels.member (space, seat, valid_from) select p_id, s, acting.day() from unnest(array_append(others, acting.seat())) s;
  return 'opened';
end $$;

-- Lets a guest in. Only who takes part in its own right and holds the power does; whom a kind of space takes is data.
create function channels.invite(p_id uuid, p_space uuid, p_thread uuid, p_seat uuid, p_starts timestamptz, p_ends timestamptz, p_past boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k channels.kind; guest parties.seat;
begin
  if not acting.has('invite-guests') or not channels.takes_part(p_space)
     or (p_thread is not null and not (channels.takes_part_in(p_thread) and exists (select from channels.thread t where t.id = p_thread and t.space = p_space)))
  then return 'not-found'; end if;
  select t.* into k from channels.kind t join channels.space p on p.kind = t.key where p.id = p_space;
  select s.* into guest from parties.seat s where s.id = p_seat and channels.knows(s.body);
  if not found or guest.capacity <> all (k.guests) then return 'guest-not-taken'; end if;
  if exists (select from channels.members(p_space) m where m.seat = p_seat) then return 'guest-takes-part'; end if;
  insert into channels.invitation (id, space, thread, realm, seat, by_seat, by_person, starts, ends, past, invited_at)
  values (p_id, p_space, p_thread, acting.realm(), p_seat, acting.seat(), acting.person(), p_starts, p_ends, p_past, acting.at());
  return 'invited';
end $$;

-- Ends an invitation now; one that has not begun is gone.
create function channels.end_invitation(p_id uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i channels.invitation;
begin
  select * into i from channels.invitation t where t.id = p_id and t.realm = acting.realm() and t.ends > acting.at() for update;
  if not found or not acting.has('invite-guests') or not channels.takes_part(i.space)
     or (i.thread is not null and not channels.takes_part_in(i.thread)) then return null; end if;
  if i.starts >= acting.at() then delete from channels.invitation t where t.id = p_id;
  else update channels.invitation t set ends = acting.at() where t.id = p_id; end if;
  return i.space;
end $$;

-- The guests of a space that are in it or will be, for those who take part; of a thread aside only for its own.
create function channels.guests(p_space uuid)
returns table (id uuid, thread uuid, title text, seat uuid, capacity text, name_ja text, name_en text, starts timestamptz, ends timestamptz, past boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.thread, t.title, i.seat, s.capacity, b.name_ja, b.name_en, i.starts, i.ends, i.past
    from channels.invitation i join parties.seat s on s.id = i.seat join parties.body b on b.id = s.body
    left join channels.thread t on t.id = i.thread
   where i.space = p_space and i.realm = acting.realm() and i.ends > acting.at() and channels.takes_part(p_space)
     and (i.thread is null or channels.takes_part_in(i.thread))
   order by i.starts, i.id
$$;

-- Where the acting seat is a guest at this minute, and what the space is called.
create function channels.visits()
returns table (space uuid, thread uuid, kind text, title_ja text, title_en text, ends timestamptz, past boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.space, i.thread, p.kind, coalesce(p.title_ja, case when k.circle_key is null then c.name_ja end, k.title_ja),
         coalesce(p.title_en, case when k.circle_key is null then c.name_en end, k.title_en), i.ends, i.past
    from channels.invitation i join channels.space p on p.id = i.space join channels.kind k on k.key = p.kind
    left join parties.circle c on c.id = p.circle
   where i.seat = acting.seat() and i.realm = acting.realm() and i.starts <= acting.at() and i.ends > acting.at()
$$;

-- How many bodies have read what the acting seat said, of how many who may: counts, and for who said it alone.
create function channels.read_by(p_thread uuid) returns table (message uuid, read bigint, total bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with t as (select * from channels.thread x where x.id = p_thread and x.realm = acting.realm()),
  other as (
    select m.seat, m.body, null::timestamptz as since from t, channels.members(t.space) m
     where not t.aside or exists (select from channels.aside a where a.thread = t.id and a.seat = m.seat)
    union all
    select s.id, s.body, case when i.past then null when i.thread is not null then i.starts when i.starts <= t.opened_at then null else 'infinity'::timestamptz end
      from t join channels.invitation i on i.space = t.space and i.realm = t.realm join parties.seat s on s.id = i.seat
     where i.starts <= acting.at() and i.ends > acting.at() and (i.thread = t.id or (i.thread is null and not t.aside))
  )
  select m.id, count(distinct o.body) filter (where exists (select from channels.position p
                  where p.thread = p_thread and p.seat = o.seat and p.at >= m.at)), count(distinct o.body)
    from channels.message m join other o on o.seat <> m.seat and (o.since is null or o.since <= m.at)
   where m.thread = p_thread and m.seat = acting.seat()
     and exists (select from channels.audience((select t.space from t), p_thread))
   group by m.id
$$;

-- Puts in place what always stands: a space for each circle of a kind, and for each body with each seat above it.
create function channels.stand() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into channels.space (kind, circle, opened_at)
  select k.key, c.id, now() from channels.kind k join parties.circle c on c.kind = k.circle_kind or c.key = k.circle_key
   where k.basis = 'circle' on conflict do nothing;
  insert into channels.space (kind, body, seat, opened_at)
  select distinct k.key, v.body, v.seat, now() from parties.supervision v join parties.seat u on u.id = v.seat
    join channels.kind k on k.basis = 'pair' and k.upper = u.capacity
   where exists (select from parties.seat l where l.body = v.body and l.capacity = k.lower) on conflict do nothing;
$$;
create function channels.stand_above() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into channels.space (kind, body, seat, opened_at)
  select distinct k.key, f.body, f.seat, now() from fresh f join parties.seat u on u.id = f.seat
    join channels.kind k on k.basis = 'pair' and k.upper = u.capacity
   where exists (select from parties.seat l where l.body = f.body and l.capacity = k.lower) on conflict do nothing;
  return null;
end $$;

grant execute on function channels.audience(uuid, uuid), channels.open_thread(uuid, uuid, text, uuid[]),
  channels.open_group(uuid, text, text, uuid[]), channels.invite(uuid, uuid, uuid, uuid, timestamptz, timestamptz, boolean),
  channels.end_invitation(uuid), channels.guests(uuid), channels.visits(), channels.read_by(uuid), channels.takes_part(uuid), channels.takes_part_in(uuid) to portal;
grant execute on function channels.stand() to worker;
grant execute on function channels.stand_above() to migrator;
reset role;

set role finder;
-- Messages that hold the words, newest first, under the same policies as reading them.
create function channels.find(p_words tsquery, p_limit integer, p_before timestamptz) returns table (message uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select w.message, w.at from channels.word_index w
   where w.words @@ p_words and w.realm = acting.realm() and w.at < p_before
     and exists (select from channels.words x where x.message = w.message)
   order by w.at desc, w.message limit least(p_limit, 100)
$$;
grant execute on function channels.find(tsquery, integer, timestamptz) to portal;
reset role;
revoke create on schema channels from host, finder;

create trigger stand_above after insert on parties.supervision referencing new table as fresh
  for each statement execute function channels.stand_above();
