-- Evidence of the plan: counts over the journal, never its entries. A body that reads the programme's figures gets them
-- through one function; everyone else counts what their own row policies let them see.
create schema progress;
grant usage on schema progress to portal, tallier;

-- What is open to whom it reached is little among much: found without walking through everybody's acknowledgements.
create index on journal.entry (realm, fact, at) where open_to = 'reached';

create policy tally on acting.realm for select to tallier using (kind = 'live');
grant select on acting.realm to tallier;

grant create on schema progress to tallier;
set role tallier;
-- How often each of the facts happened in each month (JST, its first day) of the live realm. No rows for a seat without
-- the power, nor for one that acts in a drill or an exercise.
--
-- A count must not tell what the reader may not know:
--  * before a report is relayed only its operator and its ministry know of it, so what happens until then counts for nobody else;
--  * anything about a circulated thing counts only where that thing has reached the reading seat;
--  * who opened or acknowledged a report on its way up is the business of the tiers it passed.
create function progress.tally(p_facts text[], p_from timestamptz, p_until timestamptz)
returns table (fact text, month date, n bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with reader as materialized (
    select acting.seat() as seat, r.id as realm from acting.realm r
     where r.kind = 'live' and r.id = acting.realm() and acting.has('read-figures')
  ),
  happened as (
    select e.fact, e.subject, date_trunc('month', e.at at time zone 'Asia/Tokyo')::date as month, count(*) as n
      from reader, journal.entry e
     where e.realm = reader.realm and e.fact = any (p_facts) and e.at >= p_from and e.at < p_until
       and e.fact <> all (array['report.submitted', 'report.version-added', 'report.returned', 'report.answered'])
     group by 1, 2, 3
  )
  select h.fact, h.month, sum(h.n)::bigint
    from happened h, reader
   where exists (select from circulation.item i join circulation.reach r on r.item = i.id
                  where (i.id = h.subject or i.subject = h.subject) and r.reader = reader.seat
                    and (i.kind <> 'report' or not starts_with(h.fact, 'receipt.')))
      or (split_part(h.fact, '.', 1) <> all (array['report', 'provision', 'receipt', 'attempt'])
          and not exists (select from circulation.item i where i.id = h.subject or i.subject = h.subject))
   group by 1, 2
$$;
grant execute on function progress.tally(text[], timestamptz, timestamptz) to portal;
reset role;
revoke create on schema progress from tallier;
