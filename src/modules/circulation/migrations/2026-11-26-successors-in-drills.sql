-- A handover of a sector moves nothing of a drill to a seat that was not invited to it.
grant create on schema circulation to circulator;
set role circulator;
create or replace function circulation.hand_over(p_handover uuid, p_now timestamptz) returns table (item uuid, realm uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare h parties.handover; r circulation.receipt; d circulation.deadline; fresh uuid; heir uuid; down boolean; still boolean; longer interval;
begin
  select * into h from parties.handover v where v.id = p_handover and v.confirmed_at is not null and v.revoked_at is null and v.day <= acting.day(p_now);
  if not found then return; end if;
  select s.body into heir from parties.seat s where s.id = h.to_seat;
  for r in select * from circulation.receipt c
            where c.seat = h.from_seat and c.must_relay and c.relayed_at is null and c.sent_at is not null
              -- What is on its way in a drill stays with who plays there, unless the successor was invited to it. A live realm invites
              -- nobody: it is everybody's.
              and (not exists (select from acting.realm_seat m where m.realm = c.realm)
                   or exists (select from acting.realm_seat m where m.realm = c.realm and m.seat = h.to_seat and m.left_at is null))
            for update
  loop
    -- What goes down waits here for those below; what goes up has nobody below, and its own sector.
    down := exists (select from circulation.receipt b where b.item = r.item and b.via = h.from_seat and b.sent_at is null);
    continue when down and not exists (select from circulation.receipt b where b.item = r.item and b.via = h.from_seat and b.sent_at is null and b.sector = h.sector);
    continue when not down and (r.sector is null or r.sector <> h.sector);
    longer := p_now - r.sent_at;
    insert into circulation.receipt as n (item, realm, kind, seat, body, sector, tier, via, overseer, must_relay, targeted_at, sent_at, due, remind_at, changed_at, why)
    values (r.item, r.realm, r.kind, h.to_seat, heir, h.sector, r.tier, r.via, r.overseer, true, p_now, p_now, r.due + longer, r.remind_at + longer, p_now, 'handover')
    on conflict (item, seat) do update set must_relay = true, relayed_at = null, handed_at = null, changed_at = p_now
    returning n.id into fresh;
    update circulation.receipt b set via = h.to_seat, overseer = case when b.overseer = h.from_seat then h.to_seat else b.overseer end, changed_at = p_now
     where b.item = r.item and b.via = h.from_seat and b.sent_at is null and b.sector = h.sector;
    still := exists (select from circulation.receipt b where b.item = r.item and b.via = h.from_seat and b.sent_at is null);
    select * into d from circulation.deadline l where l.item = r.item and l.seat = h.from_seat and l.kind = 'relay' and l.met_at is null;
    if d.id is not null then
      insert into circulation.deadline as l (item, receipt, realm, seat, kind, due, remind_at)
      values (r.item, fresh, r.realm, h.to_seat, 'relay', d.due + longer, d.remind_at + longer)
      on conflict on constraint deadline_item_seat_kind_key do update
        set receipt = fresh, due = excluded.due, remind_at = excluded.remind_at, reminded_at = null, met_at = null;
    end if;
    -- The whole of what is handed over: earlier versions of the same report, too, which the old seat had.
    insert into circulation.reach (item, reader, realm, kind, sent)
    select distinct i.id, h.to_seat, i.realm, i.kind, p_now from circulation.item i
     where i.id = r.item or (r.kind = 'report' and i.subject = (select s.subject from circulation.item s where s.id = r.item)
                             and exists (select from circulation.reach e where e.item = i.id and e.reader = h.from_seat))
    on conflict do nothing;
    if not still then
      update circulation.receipt c set must_relay = false, handed_at = p_now, remind_at = null, changed_at = p_now where c.id = r.id;
      delete from circulation.deadline l where l.item = r.item and l.seat = h.from_seat and l.kind = 'relay' and l.met_at is null;
      if not h.keeps or r.opened_at is null then
        delete from circulation.reach e where e.item = r.item and e.reader = h.from_seat and not e.author;
      end if;
    end if;
    insert into circulation.handed (handover, item, at) values (h.id, r.item, p_now) on conflict do nothing;
    item := r.item; realm := r.realm;
    return next;
  end loop;
end $$;
reset role;
revoke create on schema circulation from circulator;
