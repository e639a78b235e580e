-- What goes down may ask for an answer of one's own, by a time that is a row like any other. That somebody has answered is known to
-- the seat itself: who stands above learns it where the room above says so, and not from a receipt or a deadline.
alter table circulation.deadline drop constraint deadline_kind_check;
alter table circulation.deadline add constraint deadline_kind_check check (kind in ('relay', 'acknowledge', 'answer', 'collect'));

grant create on schema circulation to circulator;
set role circulator;

-- The seats that a sent survey asks for an answer: those of its last tier. Not a door of its own.
create function circulation.asked(p_item uuid) returns table (seat uuid, via uuid, sent_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.seat, r.via, r.sent_at
    from circulation.receipt r join circulation.item i on i.id = r.item and i.kind = 'survey'
   where r.item = p_item and r.sent_at is not null and r.tier = (select max(t.position) from circulation.tier t where t.item = p_item)
$$;

-- Whether the acting seat is asked for an answer to an item.
create function circulation.asks_me(p_item uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from circulation.asked(p_item) a where a.seat = acting.seat())
     and exists (select from circulation.item i where i.id = p_item and i.realm = acting.realm())
$$;

-- Asks for answers to a sent survey of one's own until a time, or until another one. Those to whom it has not come yet are asked when
-- it comes. The author's own row keeps the time for them.
create function circulation.ask_until(p_item uuid, p_due timestamptz, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item;
begin
  if not circulation.is_author(p_item) then return; end if;
  select * into i from circulation.item t where t.id = p_item and t.kind = 'survey' and t.sent is not null;
  if not found then return; end if;
  insert into circulation.deadline as d (item, realm, seat, kind, due, remind_at, reminded_at)
  values (i.id, i.realm, acting.seat(), 'collect', p_due, p_due, p_now)
  on conflict on constraint deadline_item_seat_kind_key do update set due = excluded.due, remind_at = excluded.remind_at;
  insert into circulation.deadline as d (item, realm, seat, kind, due, remind_at)
  select i.id, i.realm, a.seat, 'answer', p_due, p_now + (p_due - p_now) * 0.75 from circulation.asked(i.id) a
  on conflict on constraint deadline_item_seat_kind_key do update
    set due = excluded.due, remind_at = excluded.remind_at, reminded_at = null where d.met_at is null;
end $$;

-- Asks those to whom the acting seat has just passed it on, until the time that the author set.
create function circulation.ask_below(p_item uuid, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into circulation.deadline (item, realm, seat, kind, due, remind_at)
  select d.item, d.realm, a.seat, 'answer', d.due, p_now + (d.due - p_now) * 0.75
    from circulation.deadline d cross join circulation.asked(p_item) a
   where d.item = p_item and d.kind = 'collect' and d.met_at is null and d.realm = acting.realm()
     and a.via = acting.seat() and a.sent_at = p_now
  on conflict on constraint deadline_item_seat_kind_key do nothing
$$;

-- Notes that the acting seat has answered, or that it took its answer back and is asked again.
create function circulation.note_answer(p_item uuid, p_given boolean, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update circulation.deadline d set met_at = case when p_given then coalesce(d.met_at, p_now) end
   where d.item = p_item and d.kind = 'answer' and d.seat = acting.seat() and d.realm = acting.realm()
$$;

-- Asks for nothing more: neither for answers nor that anybody passes it on. What happened stays as it was.
create function circulation.ask_no_more(p_item uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not circulation.is_author(p_item) then return; end if;
  update circulation.deadline d set met_at = p_now where d.item = p_item and d.kind <> 'acknowledge' and d.met_at is null;
  update circulation.receipt r set closed_at = p_now, remind_at = null, changed_at = p_now where r.item = p_item and r.closed_at is null;
end $$;

grant execute on function circulation.asks_me(uuid), circulation.ask_until(uuid, timestamptz, timestamptz), circulation.ask_below(uuid, timestamptz),
  circulation.note_answer(uuid, boolean, timestamptz), circulation.ask_no_more(uuid, timestamptz) to portal;
revoke all on function circulation.asked(uuid) from public;
grant execute on function circulation.asked(uuid) to circulator;
reset role;
revoke create on schema circulation from circulator;
