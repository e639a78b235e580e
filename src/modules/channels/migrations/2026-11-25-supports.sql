-- Support: asked for or offered, accepted, what was done, closed with an outcome that both sides have agreed to. Only the two see it.
create table channels.support_kind (
  key text primary key,
  helped text[] not null,
  helper text not null,
  above boolean not null,
  title_ja text not null,
  title_en text not null
);
create table channels.support (
  id uuid primary key,
  realm uuid not null,
  kind text not null references channels.support_kind,
  helped uuid not null,
  helper uuid not null,
  offered boolean not null,
  subject text not null,
  text text not null,
  begun_at timestamptz not null,
  check (helped <> helper)
);
create index on channels.support (helped, begun_at desc);
create index on channels.support (helper, begun_at desc);
create table channels.support_step (
  id uuid primary key,
  support uuid not null references channels.support,
  step text not null check (step in ('asked', 'offered', 'accepted', 'declined', 'worked', 'outcome', 'closed')),
  seat uuid not null,
  person uuid not null,
  note text,
  at timestamptz not null
);
create index on channels.support_step (support, at);
create unique index on channels.support_step (support) where step in ('accepted', 'declined');
create unique index on channels.support_step (support) where step = 'closed';

alter table channels.support_kind enable row level security; alter table channels.support_kind force row level security;
alter table channels.support enable row level security;      alter table channels.support force row level security;
alter table channels.support_step enable row level security; alter table channels.support_step force row level security;

grant create on schema channels to host;
set role host;
-- Whether the last word of a support is an outcome that the other side has stated.
create function channels.outcome_stands(p_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select t.step = 'outcome' and t.seat <> acting.seat() from channels.support_step t where t.support = p_id order by t.at desc, t.id limit 1)
    from channels.support u where u.id = p_id and u.realm = acting.realm() and acting.seat() in (u.helped, u.helper)
$$;
grant execute on function channels.outcome_stands(uuid) to portal;
reset role;

create policy seen on channels.support_kind for select to portal, host, worker using (true);
create policy keep on channels.support_kind for insert to worker with check (true);
create policy change on channels.support_kind for update to worker using (true) with check (true);
create policy one_of_two on channels.support for select to portal
  using (realm = (select acting.realm()) and (helped = (select acting.seat()) or helper = (select acting.seat())));
create policy one_of_two on channels.support_step for select to portal
  using (exists (select from channels.support s where s.id = support_step.support));
-- What was asked for is accepted by who helps, what was offered by who is helped; who helps says what was done; either says
-- what came of it, and the other agrees.
create policy taken on channels.support_step for insert to portal with check (
  seat = (select acting.seat()) and person = (select acting.person()) and at = (select acting.at())
  and step in ('accepted', 'declined', 'worked', 'outcome', 'closed')
  and exists (select from channels.support s where s.id = support_step.support
                and case support_step.step
                      when 'accepted' then (case when s.offered then s.helped else s.helper end) = (select acting.seat())
                      when 'declined' then (case when s.offered then s.helped else s.helper end) = (select acting.seat())
                      when 'worked' then s.helper = (select acting.seat())
                      when 'closed' then channels.outcome_stands(s.id)
                      else true end));
create policy tell on channels.support for select to worker using (true);
grant select on channels.support to worker;
create policy hold on channels.support for all to host using (true) with check (true);
create policy hold on channels.support_step for all to host using (true) with check (true);

grant select on channels.support_kind, channels.support, channels.support_step to portal;
grant insert on channels.support_step to portal;
grant select, insert, update on channels.support_kind to worker;
grant select on channels.support_kind to host;
grant select, insert on channels.support, channels.support_step to host;

set role host;
-- Begins a support with another seat, as the programme's kind lets it: asked for by who is to be helped, or offered by who helps.
create function channels.begin_support(p_id uuid, p_kind text, p_other uuid, p_offer boolean, p_subject text, p_text text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k channels.support_kind; lower parties.seat; upper parties.seat;
begin
  select * into k from channels.support_kind t where t.key = p_kind;
  select * into lower from parties.seat s where s.id = case when p_offer then p_other else acting.seat() end;
  select * into upper from parties.seat s where s.id = case when p_offer then acting.seat() else p_other end;
  if k.key is null or lower.id is null or upper.id is null or lower.id = upper.id then return false; end if;
  if not lower.capacity = any (k.helped) or upper.capacity <> k.helper then return false; end if;
  if exists (select from unnest(array[lower.valid_to, upper.valid_to]) d where d <= acting.day()) then return false; end if;
  if k.above and not exists (select from parties.supervision v where v.body = lower.body and v.seat = upper.id
                               and v.valid_from <= acting.day() and (v.valid_to is null or v.valid_to > acting.day())) then return false; end if;
  if not (acting.has('know-bodies') or channels.knows(case when p_offer then lower.body else upper.body end)) then return false; end if;
  insert into channels.support (id, realm, kind, helped, helper, offered, subject, text, begun_at)
  values (p_id, acting.realm(), k.key, lower.id, upper.id, p_offer, p_subject, p_text, acting.at());
  insert into channels.support_step (id, support, step, seat, person, at)
  values (gen_random_uuid(), p_id, case when p_offer then 'offered' else 'asked' end, acting.seat(), acting.person(), acting.at());
  return true;
end $$;

-- What the two are called, for the two.
create function channels.support_names(p_id uuid) returns table (seat uuid, capacity text, name_ja text, name_en text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.capacity, b.name_ja, b.name_en
    from channels.support u join parties.seat s on s.id in (u.helped, u.helper) join parties.body b on b.id = s.body
   where u.id = p_id and u.realm = acting.realm() and acting.seat() in (u.helped, u.helper)
$$;
grant execute on function channels.begin_support(uuid, text, uuid, boolean, text, text), channels.support_names(uuid) to portal;
reset role;
revoke create on schema channels from host;
