-- What recipients of a provision tell back besides their acknowledgement: that they saw it too, or that it should say something
-- else. Who told it stands apart and is read by the seats through which it came; the desk that wrote it reads what was said.
create table exchange.feedback (
  id uuid primary key,
  item uuid not null references exchange.provision_version,
  provision uuid not null references exchange.provision,
  realm uuid not null,
  sector text,
  kind text not null check (kind in ('sighting', 'correction')),
  given_at timestamptz not null
);
create index on exchange.feedback (provision, given_at);
create table exchange.feedback_version (
  feedback uuid not null references exchange.feedback,
  number smallint not null check (number between 1 and 99),
  act text not null check (act in ('given', 'changed', 'withdrawn')),
  indicator text,
  seen_from timestamptz,
  seen_until timestamptz,
  count integer check (count between 1 and 1000000000),
  quote text,
  text text,
  at timestamptz not null,
  primary key (feedback, number)
);
create table exchange.feedback_hand (
  feedback uuid not null,
  number smallint not null,
  receipt uuid not null references circulation.receipt,
  person uuid not null,
  primary key (feedback, number),
  foreign key (feedback, number) references exchange.feedback_version
);
create index on exchange.feedback_hand (receipt);

alter table exchange.feedback enable row level security;         alter table exchange.feedback force row level security;
alter table exchange.feedback_version enable row level security; alter table exchange.feedback_version force row level security;
alter table exchange.feedback_hand enable row level security;    alter table exchange.feedback_hand force row level security;

create policy tell on exchange.feedback for all to tracer using (true) with check (true);
create policy tell on exchange.feedback_version for all to tracer using (true) with check (true);
create policy tell on exchange.feedback_hand for all to tracer using (true) with check (true);
create policy trace on circulation.receipt for select to tracer using (true);
create policy notify on exchange.feedback for select to worker using (true);
grant select, insert on exchange.feedback, exchange.feedback_version, exchange.feedback_hand to tracer;
grant select on circulation.receipt to tracer;
grant select on exchange.feedback to worker;

-- Whoever has a receipt of their own or of their part knows whose it is: the policy of receipts says so.
create policy below on exchange.feedback_hand for select to portal
  using (exists (select from circulation.receipt r where r.id = feedback_hand.receipt));
create policy parties on exchange.feedback for select to portal
  using (realm = (select acting.realm())
         and (exists (select from exchange.feedback_hand h where h.feedback = feedback.id)
              or exists (select from exchange.provision_work w where w.item = feedback.item)));

grant create on schema exchange to tracer;
set role tracer;

create function exchange.feedback_stands(p_feedback uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from exchange.feedback_version v where v.feedback = p_feedback and v.act = 'withdrawn')
$$;

-- The acting seat's own receipt of an item, while it may still see it and it is no notice of a recall.
create function exchange.answerable(p_item uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id from circulation.receipt r
    join circulation.reach x on x.item = r.item and x.reader = r.seat
    join exchange.provision_version v on v.item = r.item and v.stage <> 'recall'
   where r.item = p_item and r.seat = acting.seat() and r.realm = acting.realm() and r.sent_at is not null
$$;

-- Tells something back, in the name of the receipt it answers. False where there is nothing one may answer.
create function exchange.give_feedback(p_id uuid, p_item uuid, p_kind text, p_indicator text, p_from timestamptz, p_until timestamptz,
  p_count integer, p_quote text, p_text text, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine uuid := exchange.answerable(p_item);
begin
  if mine is null then return false; end if;
  insert into exchange.feedback (id, item, provision, realm, sector, kind, given_at)
  select p_id, v.item, v.provision, r.realm, r.sector, p_kind, p_now
    from exchange.provision_version v join circulation.receipt r on r.id = mine where v.item = p_item;
  insert into exchange.feedback_version values (p_id, 1, 'given', p_indicator, p_from, p_until, p_count, p_quote, p_text, p_now);
  insert into exchange.feedback_hand values (p_id, 1, mine, acting.person());
  return true;
end $$;

-- Says something else instead, or takes it back. Only the seat that told it, while it stands and may still be answered.
create function exchange.change_feedback(p_id uuid, p_act text, p_indicator text, p_from timestamptz, p_until timestamptz,
  p_count integer, p_quote text, p_text text, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine uuid; last smallint;
begin
  -- One at a time: who comes second sees what the first did.
  perform pg_advisory_xact_lock(hashtextextended('feedback ' || p_id::text, 0));
  select f.item into mine from exchange.feedback f where f.id = p_id;
  mine := exchange.answerable(mine);
  if mine is null or not exchange.feedback_stands(p_id)
     or not exists (select from exchange.feedback_hand h where h.feedback = p_id and h.receipt = mine) then return false; end if;
  select max(v.number) into last from exchange.feedback_version v where v.feedback = p_id;
  insert into exchange.feedback_version values (p_id, last + 1, p_act, p_indicator, p_from, p_until, p_count, p_quote, p_text, p_now);
  insert into exchange.feedback_hand values (p_id, last + 1, mine, acting.person());
  return true;
end $$;

-- What became of a report, for its source and the seat that knows it: each provision made from it that went out, in counts.
create function exchange.use_of(p_report uuid)
returns table (provision uuid, kind text, sent timestamptz, recalled boolean, targeted bigint, acknowledged bigint, affected bigint,
               not_affected bigint, investigating bigint, sightings bigint, corrections bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with made as (
    select distinct on (v.provision) v.provision, v.item, v.kind, i.sent
      from exchange.provision_origin o
      join exchange.provision_version v on v.item = o.item and v.stage <> 'recall'
      join circulation.item i on i.id = v.item and i.sent is not null and i.realm = acting.realm()
     where o.report = p_report
       and exists (select from exchange.source_reader x where x.report = p_report and x.reader = acting.seat() and x.thread and x.until is null)
       and not exists (select from exchange.provision_work w where w.item = o.item and w.seat = acting.seat())
     order by v.provision, v.number desc)
  select m.provision, m.kind, m.sent,
         exists (select from exchange.provision_version c join circulation.item i on i.id = c.item
                  where c.provision = m.provision and c.stage = 'recall' and i.sent is not null),
         count(r.id), count(r.acknowledged_at), count(*) filter (where r.state = 'affected'),
         count(*) filter (where r.state = 'not-affected'), count(*) filter (where r.state = 'investigating'),
         (select count(distinct h.receipt) from exchange.feedback f join exchange.feedback_hand h on h.feedback = f.id
           where f.provision = m.provision and f.kind = 'sighting' and exchange.feedback_stands(f.id)),
         (select count(distinct h.receipt) from exchange.feedback f join exchange.feedback_hand h on h.feedback = f.id
           where f.provision = m.provision and f.kind = 'correction' and exchange.feedback_stands(f.id))
    from made m left join circulation.receipt r on r.item = m.item
   group by m.provision, m.kind, m.sent order by m.sent desc, m.provision limit 50
$$;

grant execute on function exchange.feedback_stands(uuid), exchange.use_of(uuid),
  exchange.give_feedback(uuid, uuid, text, text, timestamptz, timestamptz, integer, text, text, timestamptz),
  exchange.change_feedback(uuid, text, text, timestamptz, timestamptz, integer, text, text, timestamptz) to portal;
reset role;
revoke create on schema exchange from tracer;

-- Those through whom it came see what was said before; the desk sees what stands, and of what was taken back that it was.
create policy parties on exchange.feedback_version for select to portal
  using (exists (select from exchange.feedback_hand h where h.feedback = feedback_version.feedback)
         or act = 'withdrawn' and exists (select from exchange.feedback f where f.id = feedback_version.feedback)
         or exists (select from exchange.feedback f where f.id = feedback_version.feedback) and exchange.feedback_stands(feedback));
grant select on exchange.feedback, exchange.feedback_version, exchange.feedback_hand to portal;
