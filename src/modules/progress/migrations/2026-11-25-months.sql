-- Months are the programme's.
grant create on schema progress to tallier;
set role tallier;
create or replace function progress.tally(p_facts text[], p_from timestamptz, p_until timestamptz)
returns table(fact text, month date, n bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with reader as materialized (
    select array(select s.id from parties.seat s where s.body = acting.body()) || acting.seat() as desk, r.id as realm, acting.zone() as zone
      from acting.realm r
     where r.kind = 'live' and r.id = acting.realm() and acting.has('read-figures')
  ),
  happened as (
    select case when e.fact || '.' || (e.detail ->> 'of') = any (p_facts) then e.fact || '.' || (e.detail ->> 'of') else e.fact end as fact,
           e.subject, date_trunc('month', e.at at time zone reader.zone)::date as month, count(*) as n
      from reader, journal.entry e
     where e.realm = reader.realm and e.at >= p_from and e.at < p_until
       and e.fact = any (array(select split_part(f, '.', 1) || '.' || split_part(f, '.', 2) from unnest(p_facts) f))
       and e.fact <> all (array['report.submitted', 'report.version-added', 'report.returned', 'report.answered'])
     group by 1, 2, 3
  )
  select h.fact, h.month, sum(h.n)::bigint
    from happened h, reader
   where exists (select from circulation.item i join circulation.reach r on r.item = i.id
                  where (i.id = h.subject or i.subject = h.subject) and r.reader = any (reader.desk)
                    and (i.kind <> 'report' or not starts_with(h.fact, 'receipt.')))
      or (split_part(h.fact, '.', 1) <> all (array['report', 'provision', 'receipt', 'attempt'])
          and not exists (select from circulation.item i where i.id = h.subject or i.subject = h.subject))
   group by 1, 2
$$;
reset role;
revoke create on schema progress from tallier;
