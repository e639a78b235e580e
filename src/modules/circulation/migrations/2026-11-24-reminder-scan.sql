-- The scan for those to remind asks for what was sent; an index that holds what is not sent yet would be read past it
-- each minute, for ever.
drop index circulation.receipt_remind_at_idx;
create index on circulation.receipt (remind_at)
  where acknowledged_at is null and reminded_at is null and sent_at is not null;
