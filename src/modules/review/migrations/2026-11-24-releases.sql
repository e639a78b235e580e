-- What is published of the figures. A release is written once with the numbers it shows; what it hides stands apart, for those
-- who prepare the next one. It is published when a second person has approved it, and nothing can change it, before or after.
create table review.release (
  id uuid primary key,
  realm uuid not null,
  year smallint not null check (year between 2000 and 2200),
  quarter smallint check (quarter between 1 and 4),
  -- How many were published before it, plus one. Its hidden cells are chosen against exactly those.
  place integer not null check (place > 0),
  fewest smallint not null,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null,
  -- What is shown, by cell; null is hidden.
  shown jsonb not null,
  csv text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  unique (id, realm, place, person)
);
create index on review.release (realm, year);

create table review.release_count (
  release uuid not null references review.release,
  cell text not null,
  n integer not null check (n >= 0),
  primary key (release, cell)
);

-- One at each place: of two that were prepared against the same earlier ones, only one can be published. Who prepared it is
-- repeated, so that a check can see that it was somebody else.
create table review.publication (
  release uuid primary key,
  realm uuid not null,
  place integer not null,
  seat uuid not null,
  person uuid not null,
  prepared_by uuid not null,
  at timestamptz not null,
  unique (realm, place),
  check (person <> prepared_by),
  foreign key (release, realm, place, prepared_by) references review.release (id, realm, place, person)
);

-- The yearly look at the regime: what the figures say and what was decided. Written once; a later thought is a new one.
create table review.finding (
  id uuid primary key,
  realm uuid not null,
  year smallint not null check (year between 2000 and 2200),
  said text not null,
  decided text not null,
  seat uuid not null,
  person uuid not null,
  at timestamptz not null
);
create index on review.finding (realm, year);

alter table review.release enable row level security;       alter table review.release force row level security;
alter table review.release_count enable row level security; alter table review.release_count force row level security;
alter table review.publication enable row level security;   alter table review.publication force row level security;
alter table review.finding enable row level security;       alter table review.finding force row level security;

create policy published on review.publication for select to portal using (realm = (select acting.realm()));
create policy second_person on review.publication for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
    and (select acting.has('publish-figures')));
create policy open_when_published on review.release for select to portal
  using (realm = (select acting.realm())
         and ((select acting.has('publish-figures')) or exists (select from review.publication p where p.release = release.id)));
create policy prepared on review.release for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
    and (select acting.has('publish-figures')));
create policy desk on review.release_count for select to portal
  using ((select acting.has('publish-figures')) and exists (select from review.release r where r.id = release_count.release));
create policy counted on review.release_count for insert to portal
  with check ((select acting.has('publish-figures'))
    and exists (select from review.release r where r.id = release_count.release and r.person = (select acting.person())));
create policy readers on review.finding for select to portal
  using (realm = (select acting.realm()) and (select acting.has('read-figures')));
create policy recorded on review.finding for insert to portal
  with check (realm = (select acting.realm()) and seat = (select acting.seat()) and person = (select acting.person())
    and (select acting.has('publish-figures')));

grant select, insert on review.release, review.release_count, review.publication, review.finding to portal;
