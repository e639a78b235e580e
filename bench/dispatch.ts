import { bigWorld, keyOf, readyToSend } from './big-world.ts';
import { head, median, row, timed } from './figures.ts';

// How long until every inbox shows a provision, against a bare INSERT..SELECT of as many receipts in the same run.
head('Dispatch until every inbox shows it', 'recipients', 'dispatch over HTTP, ms', 'bare INSERT..SELECT, ms', 'ratio');
for (const operators of [2_000, 10_000]) {
  const world = await bigWorld(operators);
  await world.admin.query('create table bare (like circulation.receipt including all)');
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    const id = await readyToSend(world);
    let count = 0;
    ours.push(
      await timed(async () => {
        const sent = await world.call(keyOf('duty'), 'POST', `/api/provisions/${id}/dispatch`);
        count = sent.body['recipients'] as number;
        for (const n of [1, operators >> 1, operators]) {
          const inbox = await world.call(keyOf(n), 'GET', '/api/inbox?open=true&limit=1');
          const [first] = inbox.body['items'] as { subject: { id: string } }[];
          if (first?.subject.id !== id) throw new Error('an inbox does not show what was sent');
        }
      }),
    );
    if (count !== operators + 2) throw new Error(`sent to ${count}`);
    bare.push(
      await timed(() =>
        world.admin.query(`insert into bare select gen_random_uuid(), item, realm, kind, seat, body, sector, tier, via, overseer, must_relay, targeted_at,
        sent_at, delivered_at, unreachable, opened_at, acknowledged_at, state, note, relayed_at, due, remind_at, reminded_at, changed_at
        from circulation.receipt where item = (select item from exchange.provision_version where provision = '${id}')`),
      ),
    );
  }
  row(String(operators), median(ours), median(bare), median(ours) / median(bare));
  await world.close();
}
