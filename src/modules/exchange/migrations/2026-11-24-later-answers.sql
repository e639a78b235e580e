-- What a later version says of who answers; that of the first stands with the source. Read by those to whom the source was
-- told, once the version has reached them.
create table exchange.source_answers (
  item uuid primary key references exchange.report_version,
  report uuid not null references exchange.report,
  number smallint not null,
  answers jsonb not null
);
create index on exchange.source_answers (report, number);
alter table exchange.source_answers enable row level security; alter table exchange.source_answers force row level security;
create policy known on exchange.source_answers for select to portal
  using (exists (select from exchange.source_reader x where x.report = source_answers.report)
         and exists (select from circulation.item i where i.id = source_answers.item));
create policy told on exchange.source_answers for insert to portal
  with check (exchange.is_source(report)
              and exists (select from exchange.report_version v where v.item = source_answers.item and v.report = source_answers.report
                                                                  and v.number = source_answers.number));
grant select, insert on exchange.source_answers to portal;
