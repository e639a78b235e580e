-- The words by which a body that is not public could be known, kept ready to be looked for: names, domains, places, people,
-- addresses. They are kept by triggers beside the rows that they come from, so that none is missing and none is left over.
create table exchange.known_word (
  body uuid not null references parties.body on delete cascade,
  kind text not null check (kind in ('name', 'domain', 'place', 'person', 'address')),
  word text not null,
  alike text not null,
  head integer not null,
  tail integer not null,
  marks integer[] not null,
  primary key (body, kind, word)
);
alter table exchange.known_word enable row level security; alter table exchange.known_word force row level security;
create policy trace on exchange.known_word for select to tracer using (true);
create policy learn on exchange.known_word for insert to tracer with check (true);
create policy forget on exchange.known_word for delete to tracer using (true);
grant select, insert, delete on exchange.known_word to tracer;

-- The form in which words are looked for; `alike` of src/kernel/text.ts says the same of the text.
create function exchange.alike(p_word text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select btrim(regexp_replace(regexp_replace(
    translate(replace(replace(lower(normalize(p_word, nfkc) collate pg_c_utf8), 'ς', 'σ'), U&'i\0307', 'i'),
      'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
      'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ'),
    '(?<=[\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF])[ \t\n\v\f\r\u0085\u1680\u2028\u2029\uFEFF]+|[ \t\n\v\f\r\u0085\u1680\u2028\u2029\uFEFF]+(?=[\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF])', '', 'g'),
    '[ \t\n\v\f\r\u0085\u1680\u2028\u2029\uFEFF]+', ' ', 'g'))
$$;
-- The mark of two or three characters, as `marks.ts` sets it.
create function exchange.mark(p_few text) returns integer language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select ((ascii(p_few)::bigint * 92821 + ascii(substr(p_few, 2, 1))::bigint * 486187739
           + ascii(substr(p_few, 3, 1))::bigint * 69061) % 1048576)::integer
$$;
grant execute on function exchange.alike(text), exchange.mark(text) to tracer;

grant create on schema exchange to tracer;
set role tracer;
create function exchange.learn(p_body uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from exchange.known_word where body = p_body;
  with hidden as (select b.* from parties.body b where b.id = p_body and not b.open),
  people as (select p.* from parties.person p where exists (select from acting.holder h join hidden b on b.id = h.body where h.person = p.id)),
  words as (
    select b.name_ja as word, 'name' as kind from hidden b
    union select regexp_replace(b.name_ja, '(株式会社|（架空）|\(架空\))', '', 'g'), 'name' from hidden b
    union select b.name_en, 'name' from hidden b
    union select unnest(b.alias), 'name' from hidden b
    union select unnest(b.domains), 'domain' from hidden b
    union select b.place, 'place' from hidden b where b.place is not null
    union select p.name_ja, 'person' from people p
    union select regexp_replace(p.name_ja, '[\s　（(].*$', ''), 'person' from people p
     where length(regexp_replace(p.name_ja, '[\s　（(].*$', '')) >= 3
    union select p.name_en, 'person' from people p
    union select p.email, 'address' from people p
  ),
  folded as (select w.kind, w.word, exchange.alike(w.word) as alike from words w)
  insert into exchange.known_word (body, kind, word, alike, head, tail, marks)
  select p_body, f.kind, f.word, f.alike, exchange.mark(left(f.alike, 3)), exchange.mark(right(f.alike, 3)),
         array(select distinct exchange.mark(substr(f.alike, i, 3)) from generate_series(2, length(f.alike) - 3) i)
    from folded f where length(f.alike) >= 2;
$$;
create function exchange.body_named() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform exchange.learn(new.id);
  return null;
end $$;
create function exchange.holder_seated() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform exchange.learn(coalesce(new.body, old.body));
  return null;
end $$;
create function exchange.person_named() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform exchange.learn(h.body) from (select distinct body from acting.holder where person = new.id) h;
  return null;
end $$;

-- Where a text holds a word of any body that is not public. It never says whose, and it looks through all of them alike, so that
-- trying names tells nothing about who reported. A desk that does not know every body looks through those it has an agreement
-- with. The text comes in the form of `alike`, with the marks of what stands in it: a word of which some three
-- characters are nowhere in the text is passed over at once.
drop function exchange.traces(text);
create function exchange.traces(p_text text, p_marks bytea) returns table (found text, kind text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct w.word, w.kind from exchange.known_word w
   where (select acting.has('draft-provisions'))
     -- In this order, which a planner would change: searching the text costs a hundred times what the marks cost.
     and case when get_bit(p_marks, w.head) = 0 or get_bit(p_marks, w.tail) = 0 then false
              when exists (select from unnest(w.marks) m where get_bit(p_marks, m) = 0) then false
              else strpos(p_text, w.alike) > 0 end
     and ((select acting.has('know-bodies'))
          or exists (select from parties.agreement g where g.body = w.body and g.hub = (select acting.seat())))
   limit 50
$$;
grant execute on function exchange.traces(text, bytea) to portal;
grant execute on function exchange.body_named(), exchange.holder_seated(), exchange.person_named() to migrator;
select exchange.learn(b.id) from parties.body b where not b.open;
reset role;
revoke create on schema exchange from tracer;

create trigger words_of_body after insert or update of name_ja, name_en, alias, domains, place, open on parties.body
  for each row execute function exchange.body_named();
create trigger words_of_holder after insert or delete or update of person, body on acting.holder
  for each row execute function exchange.holder_seated();
create trigger words_of_person after update of name_ja, name_en, email on parties.person
  for each row execute function exchange.person_named();
