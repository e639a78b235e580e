import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operators, populate, sentToAll, type Due } from './electricity.ts';
import { openHouse, untilAnswered, type House, type Reply } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.start();
  await populate(house);
});
afterAll(() => house.remove());

const lanes = 8;

const acknowledge = (due: Due): Promise<Reply> =>
  house.ask('POST', `/api/receipts/${due.receipt}/acknowledgement`, {
    key: due.key,
    once: `ack-${due.receipt}`,
    body: { state: 'received' },
  });

/** Works through the dues, eight at a time, until one lane's work says that it is over. */
const storm = async (dues: readonly Due[], work: (due: Due) => Promise<boolean>): Promise<void> => {
  const queue = dues.values();
  const lane = async (): Promise<void> => {
    for (const due of queue) if (!(await work(due))) return;
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

const acknowledged = async (provision: string): Promise<Set<string>> => {
  const rows = await house.rows<{ id: string }>(
    `select r.id from circulation.receipt r join circulation.item i on i.id = r.item
      where i.subject = $1 and r.acknowledged_at is not null`,
    [provision],
  );
  return new Set(rows.map(({ id }) => id));
};

/** How often the journal, the receipts and the kept answers tell of each acknowledgement, counted by how often. */
const tally = async (provision: string): Promise<unknown> => {
  const [row] = await house.rows(
    `with r as (select r.id, r.item, r.seat, r.state from circulation.receipt r join circulation.item i on i.id = r.item
                 where i.subject = $1 and r.acknowledged_at is not null),
          told as (select r.id, count(e.id)::int as times from r left join (journal.entry e join journal.actor a on a.entry = e.id)
                     on e.subject = r.item and a.seat = r.seat and e.fact = 'receipt.acknowledged' group by r.id),
          kept as (select r.id, count(k.key)::int as times from r left join platform.idempotency k
                     on k.seat = r.seat and k.door = 'POST /api/receipts/' || r.id || '/acknowledgement' and k.status = 200 group by r.id)
     select (select count(*)::int from r where state = 'received') as received,
            (select jsonb_object_agg(times, n) from (select times, count(*) as n from told group by times) x) as told,
            (select jsonb_object_agg(times, n) from (select times, count(*) as n from kept group by times) x) as kept`,
    [provision],
  );
  return row;
};
const eachOnce = { received: operators, told: { 1: operators }, kept: { 1: operators } };

/** Sends every request again with its key: each is answered 200, and as the first time where there was one. */
const sendAllAgain = (dues: readonly Due[], first: ReadonlyMap<string, Reply>): Promise<void> =>
  storm(dues, async (due) => {
    const reply = await untilAnswered(() => acknowledge(due));
    expect(reply).toMatchObject({ status: 200, body: { receipt: due.receipt, state: 'received' } });
    const before = first.get(due.receipt);
    if (before !== undefined) expect(reply.body).toEqual(before.body);
    return true;
  });

test.each([60, 200])(
  'the program is killed after %i acknowledgements: none that was answered is lost, none is written twice',
  async (enough) => {
    const { provision, dues } = await sentToAll(house);
    expect(dues).toHaveLength(operators);
    const answered = new Map<string, Reply>();
    let dying: Promise<void> | undefined;
    await storm(dues, async (due) => {
      const reply = await acknowledge(due).catch(() => null);
      if (reply === null) return false;
      expect(reply.status).toBe(200);
      answered.set(due.receipt, reply);
      if (answered.size === enough) dying = house.killProgram();
      return true;
    });
    await dying;
    expect(answered.size).toBeGreaterThanOrEqual(enough);
    expect(answered.size).toBeLessThan(operators);

    await house.start();
    const there = await acknowledged(provision);
    expect([...answered.keys()].filter((receipt) => !there.has(receipt))).toEqual([]);
    // At most what each lane had under way when the end came.
    expect(there.size).toBeLessThanOrEqual(answered.size + lanes);

    await sendAllAgain(dues, answered);
    expect(await tally(provision)).toEqual(eachOnce);
  },
);

test('the database is killed: doors answer 200 or 503, it comes back by itself, nothing is lost or there twice', async () => {
  const { provision, dues } = await sentToAll(house);
  const answered = new Map<string, Reply>();
  const refusals: Reply[] = [];
  const readiness: number[] = [];
  let killedAt = 0;
  let backAfter = Number.NaN;
  let over = false;
  const watching = (async () => {
    while (!over) {
      const { status } = await house.ask('GET', '/readyz');
      if (readiness.at(-1) !== status) readiness.push(status);
      await sleep(5);
    }
  })();

  await storm(dues, async (due) => {
    for (;;) {
      const reply = await acknowledge(due);
      if (reply.status === 200) {
        answered.set(due.receipt, reply);
        if (refusals.length > 0 && Number.isNaN(backAfter)) backAfter = performance.now() - killedAt;
        if (answered.size === 100) {
          killedAt = performance.now();
          house.killDatabase();
        }
        return true;
      }
      refusals.push(reply);
      if (reply.status !== 503 || performance.now() - killedAt > 30_000) return false;
      await sleep(20);
    }
  });
  over = true;
  await watching;

  const kinds = new Set(refusals.map((it) => `${it.status} ${it.type} ${String(it.body['reason'])}`));
  expect([...kinds]).toEqual(['503 application/problem+json; charset=utf-8 not-ready']);
  expect(backAfter).toBeLessThan(20_000);
  expect(readiness).toEqual([200, 503, 200]);
  expect(answered.size).toBe(operators);
  expect(await tally(provision)).toEqual(eachOnce);
  await sendAllAgain(dues, answered);
  expect(await tally(provision)).toEqual(eachOnce);
});
