import { bigWorld, keyOf, readyToSend } from './big-world.ts';
import { flood, head, quantile, row } from './figures.ts';

// A page of the inbox with 50,000 and with 500,000 receipts in the table, read by random seats one after another.
head(
  'Inbox page (50 of what waits)',
  'receipts in the table',
  'p50, ms',
  'p99, ms',
  'bare SELECT 1 in a transaction, p50, ms',
);
const operators = 1_000;
for (const total of [50_000, 500_000]) {
  const world = await bigWorld(operators);
  const id = await readyToSend(world);
  await world.call(keyOf('duty'), 'POST', `/api/provisions/${id}/dispatch`);
  const copies = total / operators - 1;
  await world.admin.query(`
    create temporary table c as select gen_random_uuid() as id, i.realm, i.kind, i.title, i.marking, i.handling, now() - n * interval '3 hours' as sent, n
      from circulation.item i, generate_series(1, ${copies}) n;
    alter table circulation.item disable trigger author_reaches;
    insert into circulation.item (id, subject, realm, kind, title, marking, handling, sent) select id, id, realm, kind, title, marking, handling, sent from c;
    insert into circulation.reach (item, reader, realm, kind, sent) select c.id, r.seat, c.realm, c.kind, c.sent from c, circulation.receipt r;
    insert into circulation.receipt (item, realm, kind, seat, body, sector, tier, via, overseer, targeted_at, sent_at, delivered_at, due, changed_at, acknowledged_at, state)
      select c.id, c.realm, c.kind, r.seat, r.body, r.sector, r.tier, r.via, r.overseer, c.sent, c.sent, c.sent, c.sent + interval '2 hours', c.sent,
             case when c.n % 3 > 0 then c.sent + interval '1 hour' end, case when c.n % 3 > 0 then 'received' end from c, circulation.receipt r;`);
  await world.admin.query('vacuum analyze');
  const read = (n: number) => world.call(keyOf(((n * 7919) % operators) + 1), 'GET', '/api/inbox?open=true&limit=50');
  await flood(1, 300, read);
  const { each } = await flood(1, 2_000, read);
  const client = await world.admin.connect();
  const bare = await flood(1, 1_000, async () => {
    await client.query('begin');
    await client.query('select 1');
    await client.query('commit');
  });
  client.release();
  const { rows } = await world.admin.query('select count(*) as n from circulation.receipt');
  row(String(rows[0].n), quantile(each, 0.5), quantile(each, 0.99), quantile(bare.each, 0.5));
  await world.close();
}
