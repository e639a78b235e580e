-- Handover: from a day on another seat answers for a sector. One person proposes it, another confirms; rows of competence and
-- supervision end and begin on that day. What is on its way is handed over by the rooms above, once, and marked here.
create table parties.handover (
  id uuid primary key,
  sector text not null references parties.sector,
  from_seat uuid not null references parties.seat,
  to_seat uuid not null references parties.seat,
  day date not null,
  keeps boolean not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_seat uuid,
  confirmed_at timestamptz,
  revoked_at timestamptz,
  done_at timestamptz,
  check (from_seat <> to_seat),
  check (confirmed_by is null or confirmed_by <> proposed_by),
  check (num_nonnulls(confirmed_by, confirmed_seat, confirmed_at) in (0, 3)),
  check (done_at is null or confirmed_at is not null)
);
create unique index one_open_handover on parties.handover (sector, from_seat) where done_at is null and revoked_at is null;
create index on parties.handover (proposed_at desc, id);

alter table parties.handover enable row level security; alter table parties.handover force row level security;
create policy concerned on parties.handover for select to portal using (
  (select acting.has('manage-accounts')) or (select acting.has('confirm-handover'))
  or from_seat = (select acting.seat()) or to_seat = (select acting.seat()));
create policy propose on parties.handover for insert to portal
  with check ((select acting.has('manage-accounts')) and proposed_by = (select acting.person()));
create policy revoke on parties.handover for update to portal
  using ((select acting.has('manage-accounts')) and confirmed_at is null)
  with check ((select acting.has('manage-accounts')) and confirmed_at is null);
create policy door on parties.handover for select to acting_door, circulator, tracer using (true);
create policy confirm on parties.handover for update to acting_door using (true) with check (true);
create policy due on parties.handover for select to worker using (true);
create policy done on parties.handover for update to worker using (true) with check (true);
grant select, insert (id, sector, from_seat, to_seat, day, keeps, reason, proposed_by, proposed_at), update (revoked_at) on parties.handover to portal;
grant select, update (confirmed_by, confirmed_seat, confirmed_at) on parties.handover to acting_door;
grant select on parties.handover to circulator, tracer;
grant select, update (done_at) on parties.handover to worker;

create policy hand_over on parties.competence for select to acting_door using (true);
create policy ends on parties.competence for update to acting_door using (true) with check (true);
create policy begins on parties.competence for insert to acting_door with check (true);
create policy hand_over on parties.supervision for select to acting_door using (true);
create policy ends on parties.supervision for update to acting_door using (true) with check (true);
create policy begins on parties.supervision for insert to acting_door with check (true);
grant select, insert, update (valid_to) on parties.competence, parties.supervision to acting_door;

grant create on schema parties to acting_door;
set role acting_door;
-- Confirms a handover as a second person: competence and supervision pass on its day. False when there is none to confirm.
create function parties.confirm_handover(p_id uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare h parties.handover;
begin
  if not coalesce(acting.has('confirm-handover'), false) then return false; end if;
  select * into h from parties.handover v where v.id = p_id for update;
  if not found then return false; end if;
  if h.proposed_by = acting.person() then raise exception 'handover-needs-another'; end if;
  if h.revoked_at is not null or h.confirmed_at is not null then raise exception 'handover-gone'; end if;
  if h.day < acting.day(p_now) then raise exception 'handover-past'; end if;
  update parties.competence c set valid_to = h.day
   where c.sector = h.sector and c.seat = h.from_seat and c.valid_from < h.day and (c.valid_to is null or c.valid_to > h.day);
  if not found then raise exception 'handover-not-competent'; end if;
  insert into parties.competence (sector, seat, valid_from) values (h.sector, h.to_seat, h.day)
  on conflict (sector, seat, valid_from) do update set valid_to = null;
  insert into parties.supervision as s (body, seat, sector, circle, valid_from, valid_to)
  select v.body, h.to_seat, v.sector, v.circle, greatest(v.valid_from, h.day), v.valid_to from parties.supervision v
   where v.seat = h.from_seat and v.sector = h.sector and (v.valid_to is null or v.valid_to > h.day)
  on conflict (body, seat, sector, valid_from) do update set valid_to = excluded.valid_to;
  update parties.supervision v set valid_to = greatest(v.valid_from, h.day)
   where v.seat = h.from_seat and v.sector = h.sector and (v.valid_to is null or v.valid_to > h.day);
  update parties.handover v set confirmed_by = acting.person(), confirmed_seat = acting.seat(), confirmed_at = p_now where v.id = p_id;
  return true;
end $$;
grant execute on function parties.confirm_handover(uuid, timestamptz) to portal;
reset role;
revoke create on schema parties from acting_door;
