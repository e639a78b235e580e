-- Letters: mail that holds a link of one use. Its secret is made at the moment it is sent and stands nowhere: here is only to
-- whom a letter goes and what became of it, and with what it opens (an invitation) the hash of the last secret that was sent.
create table parties.letter (
  id uuid primary key,
  kind text not null check (kind in ('invitation', 'recovery-opened', 'recovery', 'recovery-used')),
  subject uuid not null,
  address text not null check (address = lower(address)),
  written_at timestamptz not null,
  until timestamptz not null,
  next_try timestamptz not null,
  tries smallint not null default 0,
  sent_at timestamptz,
  failed text,
  unique (kind, subject)
);
create index on parties.letter (next_try) where sent_at is null and failed is null;
create index on parties.letter (subject);

alter table parties.letter enable row level security; alter table parties.letter force row level security;
create policy keeper on parties.letter for select to portal using ((select acting.has('manage-accounts')));
-- A letter goes to the address that was invited, and stands no longer than the invitation.
create policy invite on parties.letter for insert to portal with check (
  (select acting.has('manage-accounts')) and kind = 'invitation' and sent_at is null and failed is null
  and exists (select from parties.invitation i where i.id = letter.subject and i.email = letter.address and i.until = letter.until));
create policy post on parties.letter for select to worker using (true);
create policy posted on parties.letter for update to worker using (true) with check (true);
create policy door on parties.letter for select to acting_door using (true);
grant select, insert (id, kind, subject, address, written_at, until, next_try) on parties.letter to portal;
grant select, update (next_try, tries, sent_at, failed) on parties.letter to worker;
grant select on parties.letter to acting_door;
grant update (secret) on parties.invitation to acting_door;

grant create on schema parties to acting_door;
set role acting_door;

-- Gives an invitation whose letter waits the secret that is about to be sent, in place of any before; says what the letter is to
-- tell. Nothing when the invitation does not stand any more.
create function parties.arm_invitation(p_letter uuid, p_secret bytea, p_now timestamptz)
returns table (name_ja text, name_en text, body_ja text, body_en text, title_ja text, title_en text, invited_at timestamptz, until timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare it uuid;
begin
  update parties.invitation i set secret = p_secret
    from parties.letter l
   where l.id = p_letter and l.kind = 'invitation' and l.subject = i.id and l.sent_at is null and l.failed is null
     and i.accepted_at is null and i.revoked_at is null and i.until > p_now
  returning i.id into it;
  if it is null then return; end if;
  return query
  select i.name_ja, i.name_en, b.name_ja, b.name_en, r.short_ja || ' ' || r.title_ja, r.short_en || ' ' || r.title_en, i.invited_at, i.until
    from parties.invitation i join parties.seat s on s.id = i.seat join parties.body b on b.id = s.body
    left join parties.role r on r.capacity = s.capacity and r.role = i.role
   where i.id = it;
end $$;
grant execute on function parties.arm_invitation(uuid, bytea, timestamptz) to worker;
reset role;
revoke create on schema parties from acting_door;
