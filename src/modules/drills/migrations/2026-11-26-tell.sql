-- The invited are told of a drill: the worker looks whom there is to tell.
grant usage on schema drills to worker;
create policy tell on drills.drill for select to worker using (true);
create policy tell on drills.invited for select to worker using (true);
grant select (id, kind, announced) on drills.drill to worker;
grant select on drills.invited to worker;

-- A house that is brought up to date tells nothing of what is past.
alter table journal.cursor no force row level security;
insert into journal.cursor (reaction, xact, seq, at)
select 'drills.tell', xact, seq, at from journal.cursor where reaction = 'notices.tell' on conflict do nothing;
alter table journal.cursor force row level security;
