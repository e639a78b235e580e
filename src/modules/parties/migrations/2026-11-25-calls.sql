-- Whether a contact point is one of a body: asked by circulation where a call for that body is noted.
create policy call on parties.contact_point for select to circulator using (true);
grant select on parties.contact_point to circulator;
