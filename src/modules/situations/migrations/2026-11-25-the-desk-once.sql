-- Which situations are the desk's own is asked once a statement instead of once a report: there may be thousands.
drop policy desk on situations.grouping;
create policy desk on situations.grouping for select to portal
  using (situation in (select s.id from situations.situation s where s.desk = (select acting.seat())));
