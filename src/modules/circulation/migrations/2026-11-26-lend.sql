-- Two more letter boxes for a room above: to let one seat see what was sent of a subject within one transaction, and to take exactly
-- that away again before it ends. Neither is open to requests.
grant create on schema circulation to circulator;
set role circulator;
create function circulation.lend(p_kind text, p_subject uuid, p_seat uuid, p_now timestamptz) returns uuid[]
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with lent as (
    insert into circulation.reach (item, reader, realm, kind, sent)
    select i.id, p_seat, i.realm, i.kind, p_now from circulation.item i
     where i.subject = p_subject and i.kind = p_kind and i.realm = acting.realm() and i.sent is not null
       -- What was called back is gone for its readers, and this opens no second way to it.
       and not exists (select from circulation.receipt r where r.item = i.id and r.sent_at is not null
                          and not exists (select from circulation.reach e where e.item = i.id and not e.author))
    on conflict do nothing returning item
  )
  select coalesce(array_agg(item), '{}') from lent
$$;
create function circulation.take_back(p_items uuid[], p_seat uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from circulation.reach r where r.item = any (p_items) and r.reader = p_seat and not r.author
$$;
grant execute on function circulation.lend(text, uuid, uuid, timestamptz), circulation.take_back(uuid[], uuid) to tracer;
reset role;
revoke create on schema circulation from circulator;
