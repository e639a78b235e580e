-- Why the author of a draft would leave a trace where it is, by the warning's key: the desk's own, and only a proposal.
alter table exchange.provision_work add column reasons jsonb not null default '[]';
grant update (reasons) on exchange.provision_work to portal;
