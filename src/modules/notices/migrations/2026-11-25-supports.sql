-- One more reason to tell somebody: the other side of a support took a step.
alter table notices.notice drop constraint notice_why_check;
alter table notices.notice add constraint notice_why_check
  check (why in ('waits', 'reminder', 'overdue', 'call', 'inquiry', 'answer', 'support', 'key-expires', 'address-fails'));
