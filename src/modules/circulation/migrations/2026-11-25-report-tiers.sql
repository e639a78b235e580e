-- A hub may file a report of its own as well as provide by agreement. Laying tiers of its own choice is therefore a matter
-- of what travels, not only of who sends: of a report, and by one who also drafts provisions only straight to the centre.
drop policy by_agreement on circulation.tier;
create policy by_agreement on circulation.tier as restrictive for insert to portal
  with check (scope = 'agreement' or (select acting.has('know-bodies'))
    or exists (select from circulation.item i where i.id = tier.item and i.kind = 'report')
       and ((select acting.has('enter-reports'))
            or (select acting.has('file-reports')) and (scope = 'central' or not (select acting.has('draft-provisions')))));
