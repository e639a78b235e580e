-- What a report tells of, and by which way it went up. What stands already is of failures, by way of the ministry.
alter table exchange.report
  add column kind text not null default 'failure',
  add column route text not null default 'report' check (route in ('report', 'contribution'));
alter table exchange.report alter column kind drop default, alter column route drop default;
-- Only failures have a type of event.
alter table exchange.report_version alter column event_type drop not null;
