-- Whom to telephone when something urgent stays silent, what came of it, and a word that was taken by telephone. A word is
-- never an acknowledgement of the body's own: it stays a row that says who said it and who noted it.
alter table circulation.receipt
  add column chased_at timestamptz,
  add column spoken_at timestamptz,
  add column own_at timestamptz;
create index on circulation.receipt (due) where acknowledged_at is null and closed_at is null and due is not null;
grant update (own_at) on circulation.receipt to portal;
grant update (own_at) on circulation.receipt to worker;
grant update (chased_at) on circulation.receipt to worker;

alter table circulation.attempt
  add column person uuid,
  add column contact uuid references parties.contact_point,
  add column whom text;

-- A word taken by telephone: added and never changed.
create table circulation.word (
  id uuid primary key,
  receipt uuid not null references circulation.receipt,
  realm uuid not null,
  seat uuid not null,
  person uuid not null,
  contact uuid references parties.contact_point,
  said_by text not null,
  state text not null check (state in ('received', 'not-affected', 'investigating', 'affected')),
  note text,
  at timestamptz not null
);
create index on circulation.word (receipt, at);
alter table circulation.word enable row level security; alter table circulation.word force row level security;

-- The body it stands for reads it, whoever noted it, and the seats above that read the receipt too.
create policy in_realm on circulation.word as restrictive for select to portal using (realm = (select acting.realm()));
create policy noted on circulation.word for select to portal
  using (seat = (select acting.seat()) or exists (select from circulation.receipt r where r.id = word.receipt));
create policy carry on circulation.word for all to circulator using (true) with check (true);
grant select on circulation.word to portal;
grant select, insert on circulation.word to circulator;
create policy carry on circulation.attempt for select to circulator using (true);
grant select on circulation.attempt to circulator;

grant create on schema circulation to circulator;
set role circulator;

-- Whether the acting seat may telephone for a receipt: it passed it on or oversees it, or it sent it and the recipient is a
-- public body, whose desk everybody knows. An operator's silence is for the tiers that stand above it. A contact point has to be
-- one of the recipient's.
create function circulation.may_call(p_receipt uuid, p_item uuid, p_contact uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from circulation.receipt r join parties.body b on b.id = r.body
     where r.id = p_receipt and r.item = p_item and r.realm = acting.realm() and r.sent_at is not null and r.seat <> acting.seat()
       and (p_contact is null or exists (select from parties.contact_point c where c.id = p_contact and c.body = r.body))
       and (r.via = acting.seat() or r.overseer = acting.seat()
            or (b.open and exists (select from circulation.reach a where a.item = r.item and a.author and a.reader = acting.seat()))))
$$;

-- What urgent has stayed silent beyond its time, or was not passed on in it, as far as the acting seat may telephone for it. Of
-- another seat's attempts it tells when and how they went, never what was said, so that nobody is rung twice in the night.
create function circulation.callable(p_now timestamptz, p_urgent interval, p_back interval)
returns table (receipt uuid, item uuid, body uuid, capacity text, sector text, need text, due timestamptz, sent_at timestamptz,
               delivered_at timestamptz, opened_at timestamptz, unreachable text, may_take_word boolean, other_at timestamptz, other_outcome text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with late as (
    select r.*, 'acknowledge' as need, r.due as late_since from circulation.receipt r
     where r.acknowledged_at is null and r.closed_at is null and r.due <= p_now and r.due > p_now - p_back
       and r.due - r.sent_at <= p_urgent
    union all
    select r.*, 'relay', d.due from circulation.deadline d join circulation.receipt r on r.id = d.receipt
     where d.kind = 'relay' and d.met_at is null and d.due <= p_now and d.due > p_now - p_back and r.acknowledged_at is not null
       and r.must_relay and r.relayed_at is null and r.closed_at is null
  )
  select l.id, l.item, l.body, s.capacity, l.sector, l.need, l.late_since, l.sent_at, l.delivered_at, l.opened_at, l.unreachable,
         l.need = 'acknowledge' and l.kind <> 'report', o.at, o.outcome
    from late l
    join parties.seat s on s.id = l.seat
    join parties.body b on b.id = l.body
    left join lateral (select a.at, a.outcome from circulation.attempt a
                        where a.item = l.item and a.receipt = l.id and a.seat <> acting.seat() order by a.at desc limit 1) o on true
   where l.realm = acting.realm() and l.sent_at is not null and l.seat <> acting.seat()
     and (l.via = acting.seat() or l.overseer = acting.seat()
          or (b.open and exists (select from circulation.reach a where a.item = l.item and a.author and a.reader = acting.seat())))
   order by l.late_since, l.id limit 300
$$;

-- Takes the word of a silent recipient for an acknowledgement. No row when the acting seat may not telephone for it; `answered` when
-- the body has said so itself, which no word replaces; `back` when an earlier word said more.
create function circulation.take_word(p_id uuid, p_receipt uuid, p_state text, p_said_by text, p_note text, p_contact uuid, p_now timestamptz)
returns table (done text, item uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r circulation.receipt;
begin
  select * into r from circulation.receipt x where x.id = p_receipt for update;
  if not found or r.kind = 'report' or r.closed_at is not null or not circulation.may_call(r.id, r.item, p_contact) then return; end if;
  if r.own_at is not null or (r.acknowledged_at is not null and r.spoken_at is null) then return query select 'answered', r.item; return; end if;
  if p_state = 'received' and r.state <> 'received' then return query select 'back', r.item; return; end if;
  insert into circulation.word (id, receipt, realm, seat, person, contact, said_by, state, note, at)
  values (p_id, r.id, r.realm, acting.seat(), acting.person(), p_contact, p_said_by, p_state, p_note, p_now);
  update circulation.receipt x set state = p_state, acknowledged_at = coalesce(x.acknowledged_at, p_now),
         spoken_at = coalesce(x.spoken_at, p_now), changed_at = p_now where x.id = r.id;
  return query select 'taken', r.item;
end $$;

-- How many of a sending's acknowledgements are so far only words that were taken by telephone: for who wrote it.
create function circulation.spoken(p_item uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from circulation.receipt r
   where r.item = p_item and r.spoken_at is not null and r.own_at is null and circulation.is_author(p_item)
$$;
grant execute on function circulation.may_call(uuid, uuid, uuid), circulation.callable(timestamptz, interval, interval),
  circulation.take_word(uuid, uuid, text, text, text, uuid, timestamptz), circulation.spoken(uuid) to portal;
reset role;
revoke create on schema circulation from circulator;

drop policy tried on circulation.attempt;
create policy tried on circulation.attempt for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
              and exists (select from circulation.item i where i.id = attempt.item)
              and case when contact is null
                    then receipt is null
                         or exists (select from circulation.receipt r where r.id = attempt.receipt and r.item = attempt.item)
                         or circulation.may_call(receipt, item, null)
                    else exists (select from parties.contact_point c where c.id = attempt.contact)
                         and circulation.may_call(receipt, item, contact) end);
