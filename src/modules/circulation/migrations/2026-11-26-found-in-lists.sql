-- A list that is narrowed by words is paged by its own order, which is not that of the words: it has to know all that hold them
-- and have reached the reader. What a search page shows keeps its own, shorter function.
grant create on schema circulation to finder;
set role finder;
create function circulation.found(p_words tsquery, p_kind text) returns table (item uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select w.item from circulation.item_words w
   where w.words @@ p_words and w.realm = acting.realm()
     and exists (select from circulation.reach r where r.item = w.item and r.kind = p_kind and r.reader = any (acting.me()))
$$;
grant execute on function circulation.found(tsquery, text) to portal;
reset role;
revoke create on schema circulation from finder;
