-- The figures of the regime are numbers, counted by a role that gives no rows. Of the source it may know which body it is,
-- to keep apart the reports of operators and those of public bodies, and nothing else of it.
create policy tally on exchange.report_version for select to tallier using (true);
create policy tally on exchange.source for select to tallier using (true);
grant select on exchange.report_version to tallier;
grant select (report, body) on exchange.source to tallier;
