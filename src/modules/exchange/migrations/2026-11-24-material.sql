-- What a provision was made from besides reports: a public page, a partner's notice, something of an agency. The desk's own,
-- like the link to reports; nothing that is sent carries it, and no address in it is ever fetched.
create table exchange.provision_material (
  item uuid not null references exchange.provision_version on delete cascade,
  position smallint not null check (position between 1 and 50),
  kind text not null check (kind in ('public', 'partner', 'agency', 'own')),
  title text not null,
  reference text,
  quote text,
  primary key (item, position)
);
alter table exchange.provision_material enable row level security; alter table exchange.provision_material force row level security;
create policy desk on exchange.provision_material for select to portal
  using (exists (select from exchange.provision_work w where w.item = provision_material.item));
create policy made_from on exchange.provision_material for insert to portal
  with check (exists (select from exchange.provision_work w where w.item = provision_material.item)
              and exists (select from circulation.item i where i.id = provision_material.item and i.sent is null));
create policy unmade on exchange.provision_material for delete to portal
  using (exists (select from exchange.provision_work w where w.item = provision_material.item)
         and exists (select from circulation.item i where i.id = provision_material.item and i.sent is null));
grant select, insert, delete on exchange.provision_material to portal;
