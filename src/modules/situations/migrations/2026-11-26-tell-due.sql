-- Of which due time of a situation report its desk was told.
alter table situations.rhythm add column told_due timestamptz;
create index on situations.rhythm (next_due);
create policy tell on situations.situation for select to worker using (true);
create policy tell on situations.course for select to worker using (true);
create policy tell on situations.rhythm for select to worker using (true);
create policy told on situations.rhythm for update to worker using (true) with check (true);
grant select (id, realm, desk) on situations.situation to worker;
grant select (id, situation, verb, at) on situations.course to worker;
grant select, update (told_due) on situations.rhythm to worker;
