-- Pages of a search end at a row, not at a time: things of one moment are neither lost nor told twice.
grant create on schema circulation to finder;
set role finder;
drop function circulation.find(tsquery, integer, timestamptz);

-- Items that hold the words and have reached the reader, newest first, after the row at which the page before ended (nulls:
-- from the first). The item's own policy judges once more.
create function circulation.find(p_words tsquery, p_limit integer, p_before timestamptz, p_item uuid) returns table (item uuid, sent timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select w.item, w.sent from circulation.item_words w
   where w.words @@ p_words and w.realm = acting.realm() and (p_before is null or (w.sent, w.item) < (p_before, p_item))
     and exists (select from circulation.reach r where r.item = w.item and r.reader = any (acting.me()))
   order by w.sent desc, w.item desc limit least(p_limit, 101)
$$;
grant execute on function circulation.find(tsquery, integer, timestamptz, uuid) to portal;
reset role;
revoke create on schema circulation from finder;
