-- What was measured of a sector in a situation, and what follows for its service maintenance levels. The numbers are for the desk
-- and the sector's own ministry, because a number can say who it was; whether a level is kept is part of the picture.
create table situations.measure (
  id uuid primary key,
  situation uuid not null references situations.situation,
  sector text not null references parties.sector,
  level text not null,
  quantity text not null,
  low double precision not null check (low >= 0),
  high double precision not null check (high >= low),
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);
create index on situations.measure (situation, sector, level, quantity, at desc);

create table situations.verdict (
  id uuid primary key,
  situation uuid not null references situations.situation,
  sector text not null references parties.sector,
  level text not null,
  verdict text not null check (verdict in ('below', 'kept', 'open')),
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);
create index on situations.verdict (situation, sector, level, at desc);

alter table situations.measure enable row level security; alter table situations.measure force row level security;
alter table situations.verdict enable row level security; alter table situations.verdict force row level security;

create policy desk_or_own on situations.measure for select to portal
  using (exists (select from situations.situation s where s.id = measure.situation and s.desk = (select acting.seat()))
         or situation = any ((select situations.seen())::uuid[])
            and exists (select from parties.competence c where c.sector = measure.sector and c.seat = (select acting.seat())
                          and c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day()))));
create policy measured on situations.measure for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('share-picture'))
    and situation = any ((select situations.seen())::uuid[])
    and (exists (select from situations.situation s where s.id = measure.situation and s.desk = (select acting.seat()))
         or exists (select from parties.competence c where c.sector = measure.sector and c.seat = (select acting.seat())
                      and c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day())))));
create policy seen on situations.verdict for select to portal using (situation = any ((select situations.seen())::uuid[]));
create policy judged on situations.verdict for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('share-picture'))
    and situation = any ((select situations.seen())::uuid[])
    and (exists (select from situations.situation s where s.id = verdict.situation and s.desk = (select acting.seat()))
         or exists (select from parties.competence c where c.sector = verdict.sector and c.seat = (select acting.seat())
                      and c.valid_from <= (select acting.day()) and (c.valid_to is null or c.valid_to > (select acting.day())))));
grant select, insert on situations.measure, situations.verdict to portal;
