-- Provisions: what the centre sends down. What it was made from, who drafted it and who approved it stand apart.
create table exchange.provision (
  id uuid primary key,
  realm uuid not null,
  created_at timestamptz not null
);

create table exchange.provision_version (
  item uuid primary key references circulation.item on delete cascade,
  provision uuid not null references exchange.provision,
  number smallint not null check (number between 1 and 999),
  kind text not null,
  body text not null,
  tempo text not null check (tempo in ('relay', 'direct')),
  acknowledge_by timestamptz,
  unique (provision, number)
);

-- The desk's own side of a version: revision for stale edits, and who had a hand in it.
create table exchange.provision_work (
  item uuid primary key references exchange.provision_version on delete cascade,
  seat uuid not null,
  revision integer not null default 1,
  updated_at timestamptz not null,
  asked_at timestamptz
);
create table exchange.provision_editor (
  item uuid not null references exchange.provision_version on delete cascade,
  person uuid not null,
  at timestamptz not null,
  primary key (item, person)
);
create table exchange.provision_origin (
  item uuid not null references exchange.provision_version on delete cascade,
  report uuid not null references exchange.report,
  primary key (item, report)
);
create table exchange.approval (
  item uuid not null references exchange.provision_version,
  revision integer not null,
  seat uuid not null,
  person uuid not null,
  accepted jsonb not null default '[]',
  at timestamptz not null,
  primary key (item, revision)
);

alter table exchange.provision enable row level security;         alter table exchange.provision force row level security;
alter table exchange.provision_version enable row level security; alter table exchange.provision_version force row level security;
alter table exchange.provision_work enable row level security;    alter table exchange.provision_work force row level security;
alter table exchange.provision_editor enable row level security;  alter table exchange.provision_editor force row level security;
alter table exchange.provision_origin enable row level security;  alter table exchange.provision_origin force row level security;
alter table exchange.approval enable row level security;          alter table exchange.approval force row level security;

create policy reached on exchange.provision for select to portal
  using (realm = (select acting.realm()) and exists (select from circulation.item i where i.subject = provision.id));
create policy written on exchange.provision for insert to portal
  with check (realm = (select acting.realm()) and (select acting.has('draft-provisions')));
create policy reached on exchange.provision_version for select to portal
  using (exists (select from circulation.item i where i.id = provision_version.item));
create policy written on exchange.provision_version for insert to portal
  with check ((select acting.has('draft-provisions'))
    and exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                 where i.id = provision_version.item and i.subject = provision_version.provision and i.sent is null));
create policy edited on exchange.provision_version for update to portal
  using (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                  where i.id = provision_version.item and i.sent is null))
  with check (exists (select from circulation.item i join circulation.reach r on r.item = i.id and r.author
                       where i.id = provision_version.item and i.sent is null));
create policy desk on exchange.provision_work for select to portal using (seat = (select acting.seat()));
create policy begun on exchange.provision_work for insert to portal
  with check (seat = (select acting.seat()) and exists (select from circulation.reach r where r.item = provision_work.item and r.author));
create policy gone_on on exchange.provision_work for update to portal
  using (seat = (select acting.seat())) with check (seat = (select acting.seat()));
create policy desk on exchange.provision_editor for select to portal
  using (exists (select from exchange.provision_work w where w.item = provision_editor.item));
create policy hand on exchange.provision_editor for insert to portal
  with check (person = (select acting.person()) and exists (select from exchange.provision_work w where w.item = provision_editor.item));
create policy desk on exchange.provision_origin for select to portal
  using (exists (select from exchange.provision_work w where w.item = provision_origin.item));
create policy made_from on exchange.provision_origin for insert to portal
  with check (exists (select from exchange.provision_work w where w.item = provision_origin.item)
              and exists (select from exchange.report p where p.id = provision_origin.report));
create policy unmade on exchange.provision_origin for delete to portal
  using (exists (select from exchange.provision_work w where w.item = provision_origin.item)
         and exists (select from circulation.item i where i.id = provision_origin.item and i.sent is null));
create policy desk on exchange.approval for select to portal using (seat = (select acting.seat()));
-- The second person: never one who had a hand in the text.
create policy second_person on exchange.approval for insert to portal
  with check (seat = (select acting.seat()) and person = (select acting.person()) and (select acting.has('approve-provisions'))
    and exists (select from exchange.provision_work w where w.item = approval.item and w.revision = approval.revision)
    and not exists (select from exchange.provision_editor e where e.item = approval.item and e.person = (select acting.person())));

grant select, insert on exchange.provision, exchange.provision_version, exchange.provision_work, exchange.provision_editor,
  exchange.provision_origin, exchange.approval to portal;
grant update (kind, body, tempo, acknowledge_by) on exchange.provision_version to portal;
grant update (revision, updated_at, asked_at) on exchange.provision_work to portal;
grant delete on exchange.provision_origin to portal;

-- The last wall before sending: nothing leaves without a second person on its last revision, nor wider than what it was made from.
create policy trace on exchange.provision_work for select to tracer using (true);
create policy trace on exchange.approval for select to tracer using (true);
create policy trace on exchange.provision_editor for select to tracer using (true);
create policy trace on exchange.provision_origin for select to tracer using (true);
create policy trace on exchange.report_version for select to tracer using (true);
grant select on exchange.provision_work, exchange.approval, exchange.provision_editor, exchange.provision_origin, exchange.report_version to tracer;
create policy trace on acting.holder for select to tracer using (true);
grant select on acting.holder to tracer;

grant create on schema exchange to tracer;
set role tracer;
create function exchange.must_stand() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from exchange.provision_work w
                   join exchange.approval a on a.item = w.item and a.revision = w.revision
                  where w.item = new.id
                    and not exists (select from exchange.provision_editor e where e.item = w.item and e.person = a.person)) then
    raise exception 'needs-second-person' using errcode = 'P0001';
  end if;
  if new.marking < coalesce((select max(i.marking) from exchange.provision_origin o
                               join circulation.item i on i.subject = o.report
                               join circulation.reach r on r.item = i.id
                               join exchange.provision_work w on w.item = o.item and w.seat = r.reader
                              where o.item = new.id), 0) then
    raise exception 'mark-wider-than-source' using errcode = 'P0001';
  end if;
  return new;
end $$;

-- Where a text holds a name, an address or a person of any body that is not public. It never says whose, and it looks
-- through all of them alike, so that trying names tells nothing about who reported.
create function exchange.traces(p_text text) returns table (found text, kind text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with t as (select lower(normalize(p_text, nfkc)) as text where acting.has('draft-provisions')),
  hidden as (select b.* from parties.body b where not b.open),
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
grant execute on function exchange.traces(text) to portal;
grant execute on function exchange.must_stand() to portal, migrator;
reset role;
revoke create on schema exchange from tracer;

create trigger provision_must_stand before update of sent on circulation.item
  for each row when (new.kind = 'provision' and old.sent is null and new.sent is not null)
  execute function exchange.must_stand();
