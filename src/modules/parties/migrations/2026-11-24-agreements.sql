-- Agreements (取り決め) between a hub and a body: the hub proposes, the other side answers, either ends. Three tables that
-- are only ever added to, so that neither side can write the other's consent. Both sides see them, and nobody else.
alter table parties.seat add unique (id, body);
alter table parties.circle add unique (id, secretariat);
create table parties.agreement (
  id uuid primary key,
  hub uuid not null,
  hub_body uuid not null,
  seat uuid not null,
  body uuid not null,
  circle uuid,
  kinds text[] not null check (cardinality(kinds) between 1 and 10),
  members_known boolean not null default false,
  version text not null,
  text text not null,
  hash text not null check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  signed_by text not null,
  person uuid not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  proposed_at timestamptz not null,
  check (valid_until > valid_from),
  check (hub <> seat and hub_body <> body),
  foreign key (hub, hub_body) references parties.seat (id, body),
  foreign key (seat, body) references parties.seat (id, body),
  foreign key (circle, hub) references parties.circle (id, secretariat)
);
create index on parties.agreement (hub, seat);
create index on parties.agreement (seat);
create index on parties.agreement (circle) where circle is not null;

create table parties.agreement_answer (
  agreement uuid primary key references parties.agreement,
  seat uuid not null,
  person uuid not null,
  accepted boolean not null,
  hash text not null,
  signed_by text not null,
  at timestamptz not null
);

create table parties.agreement_end (
  agreement uuid primary key references parties.agreement,
  seat uuid not null,
  person uuid not null,
  reason text not null,
  at timestamptz not null
);

-- A body that makes itself known to a hub, so that the hub can propose: who is not public is known to no hub otherwise.
create table parties.introduction (
  hub uuid not null references parties.seat,
  seat uuid not null,
  body uuid not null,
  person uuid not null,
  note text not null,
  at timestamptz not null,
  primary key (hub, seat),
  foreign key (seat, body) references parties.seat (id, body)
);
create index on parties.introduction (seat);

alter table parties.agreement enable row level security;        alter table parties.agreement force row level security;
alter table parties.agreement_answer enable row level security; alter table parties.agreement_answer force row level security;
alter table parties.agreement_end enable row level security;    alter table parties.agreement_end force row level security;
alter table parties.introduction enable row level security;     alter table parties.introduction force row level security;

create policy both_sides on parties.agreement for select to portal
  using (hub = (select acting.seat()) or seat = (select acting.seat()));
create policy proposed on parties.agreement for insert to portal
  with check (hub = (select acting.seat()) and hub_body = (select acting.body()) and person = (select acting.person())
    and (select acting.has('keep-agreements')));
create policy both_sides on parties.agreement_answer for select to portal
  using (exists (select from parties.agreement a where a.id = agreement_answer.agreement));
create policy answered on parties.agreement_answer for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('keep-agreements'))
    and exists (select from parties.agreement a where a.id = agreement_answer.agreement and a.seat = (select acting.seat()) and a.hash = agreement_answer.hash));
create policy both_sides on parties.agreement_end for select to portal
  using (exists (select from parties.agreement a where a.id = agreement_end.agreement));
create policy ended on parties.agreement_end for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('keep-agreements'))
    and exists (select from parties.agreement a where a.id = agreement_end.agreement));
create policy both_sides on parties.introduction for select to portal
  using (hub = (select acting.seat()) or seat = (select acting.seat()));
create policy introduced on parties.introduction for insert to portal
  with check (seat = (select acting.seat()) and body = (select acting.body()) and person = (select acting.person())
    and (select acting.has('keep-agreements')));
create policy door on parties.agreement for select to circulator, tracer using (true);
create policy door on parties.agreement_answer for select to circulator using (true);
create policy door on parties.agreement_end for select to circulator using (true);

grant select, insert on parties.agreement, parties.agreement_answer, parties.agreement_end, parties.introduction to portal;
grant select on parties.agreement, parties.agreement_answer, parties.agreement_end to circulator;
grant select on parties.agreement to tracer;

-- Whether an agreement stands at an instant: accepted, begun, not over and not ended. Whatever was ended stays ended,
-- also when a clock is set back. The one definition; sending, previews and pages ask it.
create function parties.in_force(p_agreement uuid, p_now timestamptz) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from parties.agreement a
                   join parties.agreement_answer w on w.agreement = a.id and w.accepted
                  where a.id = p_agreement and a.valid_from <= p_now and a.valid_until > p_now
                    and not exists (select from parties.agreement_end e where e.agreement = a.id))
$$;
grant execute on function parties.in_force(uuid, timestamptz) to portal, circulator;

-- A hub's own circle: its members are those of its agreements that name it, and nothing else.
alter table parties.circle drop constraint circle_kind_check;
alter table parties.circle add constraint circle_kind_check check (kind in ('sector', 'ceptoar', 'standing', 'hub'));
alter table parties.circle add constraint hub_has_a_seat check (kind <> 'hub' or secretariat is not null);
create policy gathered on parties.circle for insert to portal
  with check (kind = 'hub' and secretariat = (select acting.seat()) and sector is null and (select acting.has('keep-agreements')));
grant insert on parties.circle to portal;

-- Who may draft is no longer who knows every body: a hub has a desk and no register. The centre keeps it by a power of its own.
drop policy known on parties.body;
create policy known on parties.body for select to portal using (
  open or id = (select acting.body())
  or (select acting.has('know-bodies')) or (select acting.has('manage-accounts'))
  or exists (select from parties.supervision s where s.body = body.id and s.seat = (select acting.seat())
               and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date))
  or exists (select from parties.agreement a where a.body = body.id and a.hub = (select acting.seat()))
  or exists (select from parties.agreement a where a.hub_body = body.id and a.seat = (select acting.seat()))
  or exists (select from parties.introduction i where i.body = body.id and i.hub = (select acting.seat())));
drop policy known on parties.circle;
create policy known on parties.circle for select to portal using (
  kind in ('sector', 'ceptoar')
  or kind = 'standing' and ((select acting.has('know-bodies'))
       or exists (select from parties.membership m where m.circle = circle.id and m.body = (select acting.body())))
  or kind = 'hub' and (secretariat = (select acting.seat())
       or exists (select from parties.agreement a where a.circle = circle.id and a.seat = (select acting.seat()))));
drop policy keeper on parties.supervision;
create policy keeper on parties.supervision for select to portal
  using ((select acting.has('manage-accounts')) or (select acting.has('know-bodies')));

grant create on schema parties to circulator;
set role circulator;
-- Those who stand beside the acting seat in a hub's circle, where the rules of both agreements let members know each other.
create function parties.fellows(p_agreement uuid, p_now timestamptz) returns table (name_ja text, name_en text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.name_ja, b.name_en
    from parties.agreement mine
    join parties.agreement other on other.hub = mine.hub and other.circle = mine.circle and other.members_known and other.seat <> mine.seat
    join parties.body b on b.id = other.body
   where mine.id = p_agreement and mine.seat = acting.seat() and mine.members_known
     and parties.in_force(mine.id, p_now) and parties.in_force(other.id, p_now)
   group by b.id, b.name_ja, b.name_en, b.kana order by b.kana, b.id
$$;
grant execute on function parties.fellows(uuid, timestamptz) to portal;
reset role;
revoke create on schema parties from circulator;
