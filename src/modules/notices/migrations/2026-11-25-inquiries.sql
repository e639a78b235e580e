-- More reasons to tell somebody: an inquiry was put to them, or one of theirs was answered.
alter table notices.notice drop constraint notice_why_check;
alter table notices.notice add constraint notice_why_check
  check (why in ('waits', 'reminder', 'overdue', 'call', 'inquiry', 'answer', 'key-expires', 'address-fails'));
