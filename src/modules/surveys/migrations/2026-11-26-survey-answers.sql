-- What is answered. While it is written it is the answering seat's alone. What is signed is a submission, which names nobody: who
-- submitted it stands beside it, with readers of its own, and who may read either is a row.
create table surveys.answer (
  id uuid primary key,
  campaign uuid not null references surveys.campaign,
  realm uuid not null,
  seat uuid not null,
  at timestamptz not null,
  unique (campaign, seat)
);

-- One part of an answer with its own revision, so that two colleagues neither wait for nor overwrite each other. `carried` says of what
-- was answered last year whether it is still the same.
create table surveys.section (
  answer uuid not null references surveys.answer,
  key text not null,
  answers jsonb not null,
  carried jsonb not null,
  revision integer not null check (revision > 0),
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  primary key (answer, key)
);

create table surveys.delegation (
  id uuid primary key,
  answer uuid not null references surveys.answer,
  section text not null,
  to_person uuid not null,
  to_ja text not null,
  to_en text not null,
  until date,
  note text,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index on surveys.delegation (answer, section) where ended_at is null;

create table surveys.remark (
  id uuid primary key,
  answer uuid not null references surveys.answer,
  section text not null,
  said text not null check (length(said) > 0),
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null
);
create index on surveys.remark (answer, at);

-- Somebody asks for the signature of what stands then: the revisions of its sections.
create table surveys.request (
  id uuid primary key,
  answer uuid not null references surveys.answer,
  n smallint not null check (n > 0),
  revisions jsonb not null,
  person uuid not null,
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  unique (id, answer, person),
  unique (answer, n)
);

create table surveys.submission (
  id uuid primary key,
  campaign uuid not null references surveys.campaign,
  realm uuid not null,
  sector text,
  answers jsonb not null,
  late boolean not null,
  at timestamptz not null
);
create index on surveys.submission (campaign, at);

create table surveys.submitter (
  submission uuid primary key references surveys.submission,
  seat uuid not null,
  body uuid not null
);
create index on surveys.submitter (seat);

-- Who signed, on whose request. That it is another person is a check of the table.
create table surveys.signature (
  submission uuid primary key references surveys.submission,
  answer uuid not null references surveys.answer,
  n smallint not null check (n > 0),
  request uuid not null,
  asked_by uuid not null,
  asked_ja text not null,
  asked_en text not null,
  person uuid not null check (person <> asked_by),
  person_ja text not null,
  person_en text not null,
  at timestamptz not null,
  unique (answer, n),
  foreign key (request, answer, asked_by) references surveys.request (id, answer, person)
);

create table surveys.reader (
  submission uuid not null references surveys.submission,
  campaign uuid not null references surveys.campaign,
  seat uuid not null,
  named boolean not null,
  primary key (submission, seat)
);
create index on surveys.reader (seat, campaign);

create table surveys.withdrawal (
  submission uuid primary key references surveys.submission,
  why text not null check (length(why) > 0),
  at timestamptz not null
);

alter table surveys.answer enable row level security;     alter table surveys.answer force row level security;
alter table surveys.section enable row level security;    alter table surveys.section force row level security;
alter table surveys.delegation enable row level security; alter table surveys.delegation force row level security;
alter table surveys.remark enable row level security;     alter table surveys.remark force row level security;
alter table surveys.request enable row level security;    alter table surveys.request force row level security;
alter table surveys.submission enable row level security; alter table surveys.submission force row level security;
alter table surveys.submitter enable row level security;  alter table surveys.submitter force row level security;
alter table surveys.signature enable row level security;  alter table surveys.signature force row level security;
alter table surveys.reader enable row level security;     alter table surveys.reader force row level security;
alter table surveys.withdrawal enable row level security; alter table surveys.withdrawal force row level security;

-- The answering seat's own side.
create policy own on surveys.answer for select to portal
  using (seat = (select acting.seat()) and realm = (select acting.realm()));
create policy begun on surveys.answer for insert to portal
  with check (seat = (select acting.seat()) and realm = (select acting.realm())
    and exists (select from surveys.campaign c where c.id = answer.campaign and circulation.asks_me(c.item)));
create policy own on surveys.signature for select to portal
  using (exists (select from surveys.answer a where a.id = signature.answer));
create policy own on surveys.section for select to portal
  using (exists (select from surveys.answer a where a.id = section.answer));
create policy own on surveys.delegation for select to portal
  using (exists (select from surveys.answer a where a.id = delegation.answer));
create policy own on surveys.remark for select to portal
  using (exists (select from surveys.answer a where a.id = remark.answer));
create policy own on surveys.request for select to portal
  using (exists (select from surveys.answer a where a.id = request.answer));

-- What was signed, for its own seat and for whoever was made a reader; of what was taken back a reader keeps that it was.
create policy mine on surveys.reader for select to portal using (seat = (select acting.seat()));
create policy told on surveys.withdrawal for select to portal
  using (exists (select from surveys.signature g where g.submission = withdrawal.submission)
         or exists (select from surveys.reader r where r.submission = withdrawal.submission and r.seat = (select acting.seat())));
create policy in_realm on surveys.submission as restrictive for select to portal using (realm = (select acting.realm()));
create policy own_or_read on surveys.submission for select to portal
  using (exists (select from surveys.signature g where g.submission = submission.id)
         or (exists (select from surveys.reader r where r.submission = submission.id and r.seat = (select acting.seat()))
             and not exists (select from surveys.withdrawal w where w.submission = submission.id)));
create policy own_or_named on surveys.submitter for select to portal
  using (seat = (select acting.seat())
         or exists (select from surveys.reader r where r.submission = submitter.submission and r.seat = (select acting.seat()) and r.named));

-- Nothing is written into an answer that stands signed.
create policy written on surveys.section for insert to portal
  with check (person = (select acting.person()) and (select acting.has('answer-surveys'))
    and exists (select from surveys.answer a where a.id = section.answer)
    and not exists (select from surveys.signature g where g.answer = section.answer
                     and not exists (select from surveys.withdrawal w where w.submission = g.submission)));
create policy rewritten on surveys.section for update to portal
  using ((select acting.has('answer-surveys')) and exists (select from surveys.answer a where a.id = section.answer)
    and not exists (select from surveys.signature g where g.answer = section.answer
                     and not exists (select from surveys.withdrawal w where w.submission = g.submission)))
  with check (person = (select acting.person()) and exists (select from surveys.answer a where a.id = section.answer));
create policy asked on surveys.delegation for insert to portal
  with check (person = (select acting.person()) and (select acting.has('answer-surveys')) and ended_at is null
    and exists (select from surveys.answer a where a.id = delegation.answer)
    and exists (select from acting.holder h where h.seat = (select acting.seat()) and h.person = delegation.to_person));
create policy ended on surveys.delegation for update to portal
  using ((select acting.has('answer-surveys')) and exists (select from surveys.answer a where a.id = delegation.answer))
  with check (ended_at is not null and exists (select from surveys.answer a where a.id = delegation.answer));
create policy said on surveys.remark for insert to portal
  with check (person = (select acting.person()) and exists (select from surveys.answer a where a.id = remark.answer));
create policy asked on surveys.request for insert to portal
  with check (person = (select acting.person()) and (select acting.has('answer-surveys'))
    and exists (select from surveys.answer a where a.id = request.answer));
create policy signed on surveys.submission for insert to portal
  with check (realm = (select acting.realm()) and (select acting.has('sign-surveys'))
    and exists (select from surveys.answer a where a.campaign = submission.campaign));
create policy signed on surveys.submitter for insert to portal
  with check (seat = (select acting.seat()) and body = (select acting.body()) and (select acting.has('sign-surveys')));
create policy signed on surveys.signature for insert to portal
  with check (person = (select acting.person()) and (select acting.has('sign-surveys'))
    and exists (select from surveys.answer a where a.id = signature.answer));
create policy taken_back on surveys.withdrawal for insert to portal
  with check ((select acting.has('sign-surveys'))
    and exists (select from surveys.signature g where g.submission = withdrawal.submission));

grant select, insert on surveys.answer, surveys.section, surveys.delegation, surveys.remark, surveys.request, surveys.submission,
  surveys.submitter, surveys.signature, surveys.withdrawal to portal;
grant select on surveys.reader to portal;
grant update (answers, carried, revision, person, person_ja, person_en, at) on surveys.section to portal;
grant update (ended_at) on surveys.delegation to portal;

create policy carry on surveys.campaign for select to circulator using (true);
create policy carry on surveys.submitter for select to circulator using (true);
create policy carry on surveys.submission for select to circulator using (true);
create policy carry on surveys.reader for all to circulator using (true) with check (true);
create policy tally on surveys.submission for select to tallier using (true);
create policy tally on surveys.submitter for select to tallier using (true);
create policy tally on surveys.withdrawal for select to tallier using (true);
grant select on surveys.campaign, surveys.submitter, surveys.submission, surveys.reader to circulator;
grant insert on surveys.reader to circulator;
grant select on surveys.submission, surveys.submitter, surveys.withdrawal to tallier;

grant create on schema surveys to circulator, tallier;
set role circulator;
-- Makes the readers of what the acting seat has just signed: who asked, and the seats through which it came, as far as the campaign
-- says that they read. Once; gives how many.
create function surveys.hand_in(p_submission uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint; c surveys.campaign;
begin
  select k.* into c from surveys.submission s join surveys.campaign k on k.id = s.campaign
    join surveys.submitter m on m.submission = s.id and m.seat = acting.seat()
   where s.id = p_submission and s.realm = acting.realm();
  if not found or exists (select from surveys.reader r where r.submission = p_submission) then return 0; end if;
  insert into surveys.reader (submission, campaign, seat, named)
  select distinct p_submission, c.id, s.id, s.capacity = any (c.named)
    from parties.seat s
   where s.capacity = any (c.readers)
     and (exists (select from circulation.reach a where a.item = c.item and a.author and a.reader = s.id)
          or exists (select from circulation.receipt r where r.item = c.item and r.seat = acting.seat() and s.id in (r.via, r.overseer)));
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function surveys.hand_in(uuid) to portal;
reset role;

drop function surveys.reach(uuid);
set role tallier;
-- How far a campaign has come, by tier, and those asked by sector: for its desk the whole, for whoever passes it on what stands below. Counts only.
-- What has been signed counts, and nothing before. Nothing for anybody else.
create function surveys.reach(p_campaign uuid)
returns table (tier smallint, capacity text, sector text, targeted bigint, sent bigint, delivered bigint, opened bigint, relayed bigint,
               answered bigint, late bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with below as (
    select r.*, s.capacity, case when s.capacity = c.asked then r.sector end as asked_sector
      from surveys.campaign c
      join circulation.receipt r on r.item = c.item
      join parties.seat s on s.id = r.seat
     where c.id = p_campaign and r.realm = acting.realm()
       and (r.via = acting.seat() or r.overseer = acting.seat()
            or exists (select from circulation.reach a where a.item = c.item and a.author and a.reader = acting.seat()))
  ),
  signed as (
    select m.seat, bool_or(s.late) as late
      from surveys.submission s join surveys.submitter m on m.submission = s.id
     where s.campaign = p_campaign and not exists (select from surveys.withdrawal w where w.submission = s.id)
     group by m.seat
  )
  select b.tier, b.capacity, b.asked_sector, count(*), count(b.sent_at), count(b.delivered_at), count(b.opened_at), count(b.relayed_at),
         count(g.seat), count(g.seat) filter (where g.late)
    from below b left join signed g on g.seat = b.seat
   group by b.tier, b.capacity, b.asked_sector
$$;

-- Who of those asked has answered and who has not: for a seat that the campaign lets know names, as far as it oversees them.
create function surveys.standing(p_campaign uuid)
returns table (seat uuid, body uuid, sector text, sent_at timestamptz, answered_at timestamptz, late boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.seat, r.body, r.sector, r.sent_at, g.at, g.late
    from surveys.campaign c
    join circulation.receipt r on r.item = c.item
    join parties.seat s on s.id = r.seat and s.capacity = c.asked
    left join lateral (select b.at, b.late from surveys.submission b join surveys.submitter m on m.submission = b.id
                        where b.campaign = c.id and m.seat = r.seat
                          and not exists (select from surveys.withdrawal w where w.submission = b.id)
                        order by b.at desc limit 1) g on true
   where c.id = p_campaign and r.realm = acting.realm() and acting.capacity() = any (c.named)
     and (r.via = acting.seat() or r.overseer = acting.seat()
          or exists (select from circulation.reach a where a.item = c.item and a.author and a.reader = acting.seat()))
$$;
grant execute on function surveys.reach(uuid), surveys.standing(uuid) to portal;
reset role;
revoke create on schema surveys from circulator, tallier;
