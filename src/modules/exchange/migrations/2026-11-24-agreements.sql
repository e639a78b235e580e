-- Where a text holds a name, an address or a person of any body that is not public. It never says whose, and it looks
-- through all of them alike, so that trying names tells nothing about who reported. A desk that does not know every body looks
-- through those it has an agreement with, so that trying names does not tell it who else takes part.
grant create on schema exchange to tracer;
set role tracer;
create or replace function exchange.traces(p_text text) returns table (found text, kind text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with t as (select lower(normalize(p_text, nfkc)) as text where acting.has('draft-provisions')),
  hidden as (
    select b.* from parties.body b
     where not b.open
       and (acting.has('know-bodies') or exists (select from parties.agreement g where g.body = b.id and g.hub = acting.seat()))
  ),
  words as (
    select b.name_ja as word, 'name' as kind from hidden b
    union select regexp_replace(b.name_ja, '(株式会社|（架空）|\(架空\))', '', 'g'), 'name' from hidden b
    union select b.name_en, 'name' from hidden b
    union select unnest(b.alias), 'name' from hidden b
    union select unnest(b.domains), 'domain' from hidden b
    union select b.place, 'place' from hidden b where b.place is not null
    union select p.name_ja, 'person' from parties.person p join acting.holder h on h.person = p.id join hidden b on b.id = h.body
    union select regexp_replace(p.name_ja, '[\s　（(].*$', ''), 'person' from parties.person p join acting.holder h on h.person = p.id join hidden b on b.id = h.body
     where length(regexp_replace(p.name_ja, '[\s　（(].*$', '')) >= 3
    union select p.name_en, 'person' from parties.person p join acting.holder h on h.person = p.id join hidden b on b.id = h.body
    union select p.email, 'address' from parties.person p join acting.holder h on h.person = p.id join hidden b on b.id = h.body
  )
  select distinct w.word, w.kind from words w, t
   where length(w.word) >= 2 and strpos(t.text, lower(normalize(w.word, nfkc))) > 0
   limit 50
$$;
reset role;
revoke create on schema exchange from tracer;
