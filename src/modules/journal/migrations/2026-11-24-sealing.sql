-- Sealing: each entry is a leaf of a Merkle tree whose root is signed. A batch has always 256 leaves, so that no size and
-- no place tells how much was done.
create table journal.batch (
  number bigint primary key check (number >= 0),
  root bytea not null check (length(root) = 32),
  -- The leaves of nothing are computed from it; whoever had it could tell them from entries.
  seed bytea not null check (length(seed) = 32),
  sealed_at timestamptz not null
);

create table journal.leaf (
  entry uuid primary key references journal.entry (id),
  batch bigint not null references journal.batch,
  place smallint not null check (place between 0 and 255),
  hash bytea not null check (length(hash) = 32),
  -- SHA-256 of salt, seat and person.
  who text not null,
  unique (batch, place)
);

-- With it, who did an entry can be shown to be what was sealed.
create table journal.salt (
  entry uuid primary key references journal.leaf,
  salt bytea not null check (length(salt) = 32)
);

create table journal.checkpoint (
  size bigint primary key,
  root bytea not null check (length(root) = 32),
  note text not null,
  sealed_at timestamptz not null
);

alter table journal.batch enable row level security;      alter table journal.batch force row level security;
alter table journal.leaf enable row level security;       alter table journal.leaf force row level security;
alter table journal.salt enable row level security;       alter table journal.salt force row level security;
alter table journal.checkpoint enable row level security; alter table journal.checkpoint force row level security;

-- Roots and checkpoints are public: they tell the hour and nothing else.
create policy open on journal.batch for select to portal using (true);
create policy open on journal.checkpoint for select to portal using (true);
create policy seen on journal.leaf for select to portal using (exists (select from journal.entry e where e.id = leaf.entry));
create policy known on journal.salt for select to portal using (exists (select from journal.actor a where a.entry = salt.entry));
create policy all_of_it on journal.batch for select to worker, sealer using (true);
create policy all_of_it on journal.leaf for select to worker, sealer using (true);
create policy all_of_it on journal.salt for select to worker using (true);
create policy all_of_it on journal.checkpoint for select to worker using (true);
create policy seal on journal.batch for insert to worker with check (true);
create policy seal on journal.leaf for insert to worker with check (true);
create policy seal on journal.salt for insert to worker with check (true);
create policy seal on journal.checkpoint for insert to worker with check (true);

grant usage on schema journal to sealer;
grant select (number, root, sealed_at) on journal.batch to portal;
grant select on journal.leaf, journal.salt, journal.checkpoint to portal;
grant select on journal.batch, journal.leaf to sealer;
grant select, insert on journal.batch, journal.leaf, journal.salt, journal.checkpoint to worker;

grant create on schema journal to sealer;
set role sealer;
-- The hashes beside a leaf up to the root of its batch, nearest first: nothing can be told from them. Asked only for
-- entries that the asker has been shown; for a leaf that is not there it gives none.
create function journal.siblings(p_batch bigint, p_place integer) returns bytea[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare level bytea[]; path bytea[] := '{}'; at integer := p_place; next bytea[];
begin
  select array_agg(coalesce(l.hash, sha256('\x00'::bytea || sha256(b.seed || int4send(g)))) order by g) into level
    from journal.batch b, generate_series(0, 255) g left join journal.leaf l on l.batch = p_batch and l.place = g
   where b.number = p_batch;
  if level is null or p_place not between 0 and 255 then return null; end if;
  while array_length(level, 1) > 1 loop
    path := path || level[(at # 1) + 1];
    next := '{}';
    for i in 0 .. array_length(level, 1) / 2 - 1 loop
      next := next || sha256('\x01'::bytea || level[2 * i + 1] || level[2 * i + 2]);
    end loop;
    level := next;
    at := at / 2;
  end loop;
  return path;
end $$;
grant execute on function journal.siblings(bigint, integer) to portal;
reset role;
revoke create on schema journal from sealer;
