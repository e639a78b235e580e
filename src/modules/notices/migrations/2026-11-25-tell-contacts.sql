-- One more reason to tell somebody: the contact points of their body have to be confirmed, soon or since its date.
alter table notices.notice drop constraint notice_why_check;
alter table notices.notice add constraint notice_why_check
  check (why in ('waits', 'reminder', 'overdue', 'call', 'inquiry', 'answer', 'support', 'contacts', 'key-expires', 'address-fails'));
