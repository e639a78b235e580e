-- Since when a body has been asked, before its date, to say again that its contact points are right.
alter table parties.attestation_due add column asked_at timestamptz;
create index on parties.attestation_due (due) where asked_at is null;
grant update (asked_at) on parties.attestation_due to portal, worker;
