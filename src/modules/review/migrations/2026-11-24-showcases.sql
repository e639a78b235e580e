-- What an advanced CEPTOAR does, written down with its consent for the others. It circulates as an item of its own kind; how the
-- others answer is theirs, and the writer gets numbers.
create table review.showcase (
  id uuid primary key,
  item uuid not null unique references circulation.item,
  circle uuid not null references parties.circle,
  consented text not null,
  practice text not null,
  adopting text not null,
  person uuid not null,
  at timestamptz not null,
  unique (id, item, person)
);
-- The second person. That it is another one is a check of the table.
create table review.showcase_publication (
  showcase uuid primary key,
  item uuid not null,
  person uuid not null,
  written_by uuid not null,
  at timestamptz not null,
  check (person <> written_by),
  foreign key (showcase, item, written_by) references review.showcase (id, item, person)
);
create table review.showcase_answer (
  showcase uuid not null references review.showcase,
  seat uuid not null,
  state text not null check (state in ('adopted', 'considering')),
  at timestamptz not null,
  primary key (showcase, seat)
);

alter table review.showcase enable row level security;             alter table review.showcase force row level security;
alter table review.showcase_publication enable row level security; alter table review.showcase_publication force row level security;
alter table review.showcase_answer enable row level security;      alter table review.showcase_answer force row level security;

create policy reached on review.showcase for select to portal
  using (exists (select from circulation.item i where i.id = showcase.item));
create policy written on review.showcase for insert to portal
  with check (person = (select acting.person()) and (select acting.has('draft-provisions'))
    and exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                 where i.id = showcase.item and i.subject = showcase.id and i.kind = 'showcase' and i.sent is null));
create policy desk on review.showcase_publication for select to portal
  using (exists (select from circulation.reach r where r.item = showcase_publication.item and r.author));
create policy second_person on review.showcase_publication for insert to portal
  with check (person = (select acting.person()) and (select acting.has('approve-provisions'))
    and exists (select from circulation.reach r where r.item = showcase_publication.item and r.author));
create policy mine on review.showcase_answer for select to portal using (seat = (select acting.seat()));
create policy answered on review.showcase_answer for insert to portal
  with check (seat = (select acting.seat()) and exists (
    select from review.showcase s join circulation.receipt r on r.item = s.item and r.seat = (select acting.seat())
     where s.id = showcase_answer.showcase));
create policy answered_anew on review.showcase_answer for update to portal
  using (seat = (select acting.seat())) with check (seat = (select acting.seat()));

grant select, insert on review.showcase, review.showcase_publication, review.showcase_answer to portal;
grant update (state, at) on review.showcase_answer to portal;

create policy tally on review.showcase_answer for select to tallier using (true);
create policy tally on review.showcase for select to tallier using (true);
grant select on review.showcase_answer, review.showcase to tallier;
create policy trace on review.showcase_publication for select to tracer using (true);
grant select on review.showcase_publication to tracer;
grant usage on schema review to tracer;

grant create on schema review to tallier, tracer;
set role tallier;
-- How many were told, and how many answered how; for the writing seat alone.
create function review.showcase_answers(p_showcase uuid) returns table (told bigint, adopted bigint, considering bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with mine as (
    select s.id, s.item from review.showcase s
      join circulation.reach r on r.item = s.item and r.author and r.reader = acting.seat() and r.realm = acting.realm()
     where s.id = p_showcase
  )
  select (select count(*) from circulation.receipt c where c.item = m.item),
         count(a.seat) filter (where a.state = 'adopted'), count(a.seat) filter (where a.state = 'considering')
    from mine m left join review.showcase_answer a on a.showcase = m.id
   group by m.item
$$;
grant execute on function review.showcase_answers(uuid) to portal;
set role tracer;
-- The last wall before sending: no showcase leaves without a second person.
create function review.must_stand() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from review.showcase_publication p where p.item = new.id) then
    raise exception 'needs-second-person' using errcode = 'P0001';
  end if;
  return new;
end $$;
grant execute on function review.must_stand() to portal, migrator;
reset role;
revoke create on schema review from tallier, tracer;

create trigger showcase_must_stand before update of sent on circulation.item
  for each row when (new.kind = 'showcase' and old.sent is null and new.sent is not null)
  execute function review.must_stand();
