-- One more reason to tell somebody: what is urgent has stayed silent, and they are the ones to telephone.
alter table notices.notice drop constraint notice_why_check;
alter table notices.notice add constraint notice_why_check
  check (why in ('waits', 'reminder', 'overdue', 'call', 'key-expires', 'address-fails'));
