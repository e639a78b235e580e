-- Entry on behalf (代理入力): somebody telephones, and a seat above types it in. The report is the caller's own from the
-- first moment; who said it, by which means, and who typed it stand in a row of its own for those who may know the source.
alter table exchange.source alter column contact drop not null;
create table exchange.entry (
  item uuid primary key references exchange.report_version,
  report uuid not null unique references exchange.report,
  seat uuid not null,
  person uuid not null,
  channel text not null,
  said_by text not null,
  call_back text,
  said_at timestamptz not null,
  entered_at timestamptz not null
);
-- The one in whose name it stands says that it is right; a later version of its own says so too.
create table exchange.confirmation (
  report uuid primary key references exchange.entry (report),
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);
alter table exchange.entry enable row level security;        alter table exchange.entry force row level security;
alter table exchange.confirmation enable row level security; alter table exchange.confirmation force row level security;

create policy known on exchange.entry for select to portal
  using (exists (select from exchange.source_reader x where x.report = entry.report)
         and exists (select from circulation.item i where i.id = entry.item));
-- Only into what one has just written and not yet sent.
create policy typed on exchange.entry for insert to portal
  with check ((select acting.has('enter-reports')) and seat = (select acting.seat()) and person = (select acting.person())
              and exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                           where i.id = entry.item and i.subject = entry.report and i.sent is null));
create policy known on exchange.confirmation for select to portal
  using (exists (select from exchange.source_reader x where x.report = confirmation.report));
create policy own on exchange.confirmation for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and exchange.is_source(report));
grant select, insert on exchange.entry, exchange.confirmation to portal;

create policy carry on exchange.entry for select to circulator using (true);
grant usage on schema exchange to circulator;
grant select on exchange.entry to circulator;
grant create on schema circulation to circulator;
set role circulator;
-- Sends an unsent item of one's own that was typed in for another seat: from now on that seat is its author, and it goes to
-- the first tier above that seat. Gives the seats it went to; none unless the acting seat stands above the other, or is
-- the centre, which anyone may call. Who typed it keeps sight of it.
create function circulation.carry_in(p_item uuid, p_seat uuid, p_sector text, p_due timestamptz, p_remind timestamptz,
  p_relay_due timestamptz, p_relay_remind timestamptz, p_now timestamptz)
returns table (seat uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i circulation.item; me uuid := acting.seat(); whose uuid; last boolean;
begin
  select * into i from circulation.item t where t.id = p_item and t.realm = acting.realm() and t.sent is null for update;
  if not found or not circulation.is_author(p_item)
     or not exists (select from exchange.entry e where e.item = p_item and e.seat = me) then return; end if;
  select s.body into whose from parties.seat s
   where s.id = p_seat and s.valid_from <= acting.day(p_now) and (s.valid_to is null or s.valid_to > acting.day(p_now))
     and (acting.has('triage-reports')
          or exists (select from parties.supervision v where v.body = s.body and v.seat = me and v.sector = p_sector
                        and v.valid_from <= acting.day(p_now) and (v.valid_to is null or v.valid_to > acting.day(p_now))));
  if not found or whose = acting.body() then return; end if;
  update circulation.item set sent = p_now where id = p_item;
  delete from circulation.reach r where r.item = p_item and r.author;
  insert into circulation.reach (item, reader, realm, kind, sent, author)
  values (p_item, p_seat, i.realm, i.kind, p_now, true), (p_item, me, i.realm, i.kind, p_now, false);
  last := not exists (select from circulation.tier t where t.item = p_item and t.position > 1);
  return query
  with target as (
    select s.id as seat, s.body from circulation.tier t join parties.seat s on s.capacity = t.capacity
     where t.item = p_item and t.position = 1
       and s.valid_from <= acting.day(p_now) and (s.valid_to is null or s.valid_to > acting.day(p_now))
       and (t.scope = 'central' or exists (
              select from parties.supervision v where v.seat = s.id and v.sector = p_sector and v.body = whose
                and v.valid_from <= acting.day(p_now) and (v.valid_to is null or v.valid_to > acting.day(p_now))))
  ),
  sent as (
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, must_relay, targeted_at, sent_at, due, remind_at, changed_at)
    select i.id, i.realm, i.kind, g.seat, g.body, p_sector, 1, p_seat, not last, p_now, p_now, p_due, p_remind, p_now from target g
    returning receipt.id, receipt.seat
  ),
  seen as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, s.seat, i.realm, i.kind, p_now from sent s on conflict do nothing
  ),
  duty as (
    insert into circulation.deadline (item, receipt, realm, seat, kind, due, remind_at)
    select i.id, s.id, i.realm, s.seat, 'relay', p_relay_due, p_relay_remind from sent s where not last and p_relay_due is not null
  )
  select s.seat from sent s;
end $$;
grant execute on function circulation.carry_in(uuid, uuid, text, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz) to portal;
reset role;
revoke create on schema circulation from circulator;

create policy enter on exchange.source for insert to tracer with check (contact is null);
create policy enter on exchange.consent for insert to tracer with check (act in ('given', 'refused') and what = 'name' and number = 1);
create policy trace on exchange.entry for select to tracer using (true);
grant select on exchange.entry to tracer;
grant insert on exchange.source to tracer;
grant create on schema exchange to tracer;
set role tracer;
-- Writes whose report it is that the acting seat has typed in and sent: its author now is the source. Those whom it has
-- reached know the source, since they heard it or stand first on its way. What the caller said about its name is the first
-- line of the ledger, in the hand of who typed it; `p_class` is null where nothing was said.
create function exchange.enter_source(p_item uuid, p_answers jsonb, p_thread text, p_class text, p_given boolean,
  p_capacities text[], p_bodies text[], p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare e exchange.entry; whose uuid; line uuid := gen_random_uuid();
begin
  select * into e from exchange.entry t where t.item = p_item and t.seat = acting.seat();
  if not found or exists (select from exchange.source s where s.report = e.report) then return false; end if;
  select r.reader into whose from circulation.reach r where r.item = p_item and r.author and r.realm = acting.realm();
  if not found or whose = e.seat then return false; end if;
  insert into exchange.source (report, seat, body, contact, contact_name, contact_phone, contact_email, name_to_cs, copied, answers)
  select e.report, s.id, s.body, null, e.said_by, e.call_back, null, p_class is not null and p_given, false, p_answers
    from parties.seat s where s.id = whose;
  insert into exchange.source_reader (report, reader, thread, told_at)
  select e.report, r.reader, r.author or s.capacity = p_thread, p_now
    from circulation.reach r join parties.seat s on s.id = r.reader where r.item = p_item;
  if p_class is not null then
    insert into exchange.consent (id, report, class, number, act, what, capacities, bodies, at)
    values (line, e.report, p_class, 1, case when p_given then 'given' else 'refused' end, 'name',
            case when p_given then p_capacities else '{}' end, case when p_given then p_bodies else '{}' end, p_now);
    insert into exchange.consent_said (consent, seat, person) values (line, e.seat, e.person);
  end if;
  return true;
end $$;
grant execute on function exchange.enter_source(uuid, jsonb, text, text, boolean, text[], text[], timestamptz) to portal;
reset role;
revoke create on schema exchange from tracer;

-- Nobody of the body wrote what was typed in, so its duties are signed with whoever confirmed it.
create policy sign_for on exchange.confirmation for select to worker using (true);
grant select (report, person) on exchange.confirmation to worker;
