-- Why somebody is told is listed once, by the contract; here it only has to be a word.
alter table notices.notice drop constraint notice_why_check;
alter table notices.notice add constraint notice_why_check check (why ~ '^[a-z]+(-[a-z]+)*$');
