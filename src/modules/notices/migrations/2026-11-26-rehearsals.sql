-- A notice that is read in the live realm and speaks of something rehearsed: its letter goes out under that mark and sender.
alter table notices.notice add column rehearsal text check (rehearsal in ('drill', 'exercise'));
create index on notices.notice (about) where read_at is null;
