-- The circles in which the acting seat takes part today: what a place asks, in the manner of
-- `circle = any ((select acting.circles())::uuid[])`. Whoever joins later is in at once, whoever leaves is out.
create policy circles on parties.membership for select to acting_door using (true);
create policy circles on parties.circle for select to acting_door using (true);
grant select on parties.membership, parties.circle to acting_door;

grant create on schema acting to acting_door;
set role acting_door;
create function acting.circles() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as (select acting.seat() as seat, acting.body() as body, acting.day() as day)
  select array(
    select m.circle from me join parties.membership m on m.body = me.body
      join parties.circle c on c.id = m.circle
     where m.valid_from <= me.day and (m.valid_to is null or m.valid_to > me.day)
       and c.valid_from <= me.day and (c.valid_to is null or c.valid_to > me.day)
    union
    select c.id from me join parties.circle c on c.secretariat = me.seat
     where c.valid_from <= me.day and (c.valid_to is null or c.valid_to > me.day))
$$;
grant execute on function acting.circles() to portal, finder;
reset role;
revoke create on schema acting from acting_door;
