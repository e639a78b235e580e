-- Who knows a report's source, and talks with its reporter, after its sector passed to another seat: the successor of the reports
-- that were handed over and of no others. The old seat's part in the conversation ends with the act, and so may what it knew.
alter table exchange.source_reader add column until timestamptz;
drop policy between on exchange.message;
create policy between on exchange.message for select to portal
  using (exists (select from exchange.source_reader x where x.report = message.report and x.thread and (x.until is null or message.at <= x.until)));
drop policy said on exchange.message;
create policy said on exchange.message for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person())
              and exists (select from exchange.source_reader x where x.report = message.report and x.thread and x.until is null));

create policy handed on exchange.source_reader for select to tracer using (true);
create policy handed_to on exchange.source_reader for insert to tracer with check (true);
create policy handed_from on exchange.source_reader for update to tracer using (true) with check (true);
create policy handed_whole on exchange.source_reader for delete to tracer using (true);
grant select, insert, update (thread, until), delete on exchange.source_reader to tracer;

grant create on schema exchange to tracer;
set role tracer;
create function exchange.hand_over(p_handover uuid, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare h parties.handover; reports uuid[]; n bigint;
begin
  select * into h from parties.handover v where v.id = p_handover and v.confirmed_at is not null and v.revoked_at is null and v.day <= acting.day(p_now);
  if not found then return 0; end if;
  select array_agg(distinct v.report) into reports from circulation.handed d join exchange.report_version v on v.item = d.item where d.handover = h.id;
  insert into exchange.source_reader as x (report, reader, thread, told_at)
  select e, h.to_seat, true, p_now from unnest(reports) e
  on conflict (report, reader) do update set thread = true, until = null;
  get diagnostics n = row_count;
  if h.keeps then
    update exchange.source_reader x set until = p_now where x.report = any (reports) and x.reader = h.from_seat and x.until is null;
  else
    delete from exchange.source_reader x where x.report = any (reports) and x.reader = h.from_seat;
  end if;
  return n;
end $$;
grant execute on function exchange.hand_over(uuid, timestamptz) to worker;
reset role;
revoke create on schema exchange from tracer;
