-- The worker asks, when it writes to somebody, whether the item is still shown to them.
create policy work on circulation.reach for select to worker using (true);
grant select on circulation.reach to worker;
