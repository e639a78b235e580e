-- A later version of a provision says what it is: news, a correction of what was wrong, or the notice that calls it back.
alter table exchange.provision_version add column stage text not null default 'first'
  check (stage in ('first', 'update', 'correction', 'recall'));
