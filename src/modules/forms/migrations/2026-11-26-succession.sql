-- Drafts follow a role to whoever has taken it over, and to nobody else.
create policy succeeded on forms.draft for select to worker using (
  exists (select from parties.succession s where s.seat = draft.seat and s.done_at is not null and draft.person in (s.person, s.accepted_by)));
create policy passes on forms.draft for update to worker
  using (exists (select from parties.succession s where s.seat = draft.seat and s.person = draft.person and s.done_at is not null))
  with check (exists (select from parties.succession s where s.seat = draft.seat and s.accepted_by = draft.person and s.done_at is not null));
grant select, update (person) on forms.draft to worker;
