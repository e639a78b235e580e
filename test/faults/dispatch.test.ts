import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, populate, readyToSend, recipients } from './electricity.ts';
import { openHouse, untilAnswered, type House, type Reply } from './house.ts';

let house: House;
/** How long a dispatch takes here, from the request to its answer. */
let usual = 0;
beforeAll(async () => {
  house = await openHouse();
  await house.start();
  await populate(house);
  for (let warm = 0; warm < 3; warm += 1) {
    const provision = await readyToSend(house);
    const began = performance.now();
    expect((await send(provision)).body).toMatchObject({ recipients });
    usual = performance.now() - began;
  }
});
afterAll(() => house.remove());

const send = (provision: string, once = `send-${provision}`): Promise<Reply> =>
  house.ask('POST', `/api/provisions/${provision}/dispatch`, { key: keyOf('duty'), once });

/** What there is of a provision: whether it counts as sent, receipts and their seats, readers, words to find it by, facts. */
const traces = async (provision: string): Promise<unknown> => {
  const [row] = await house.rows(
    `select i.sent is not null as sent,
            (select count(*)::int from circulation.receipt r where r.item = i.id) as receipts,
            (select count(distinct r.seat)::int from circulation.receipt r where r.item = i.id and r.sent_at is not null) as seats,
            (select count(*)::int from circulation.reach r where r.item = i.id and not r.author) as readers,
            (select count(*)::int from circulation.item_words w where w.item = i.id) as words,
            (select count(*)::int from journal.entry e where e.subject = i.id and e.fact = 'provision.dispatched') as facts
       from circulation.item i where i.subject = $1`,
    [provision],
  );
  return row;
};
const nothing = { sent: false, receipts: 0, seats: 0, readers: 0, words: 0, facts: 0 };
const whole = {
  sent: true,
  receipts: recipients,
  seats: recipients,
  readers: recipients,
  words: 1,
  facts: 1,
};

const rounds = ['program', 'database', 'both'].flatMap((what) =>
  [0, 1, 2].map((third) => ({ what, third: ['first', 'second', 'last'][third] as string, from: third / 3 })),
);

test.each(rounds)('$what killed in the $third third of a dispatch: sent wholly or not at all, and once', async (it) => {
  const provision = await readyToSend(house);
  expect(await traces(provision)).toEqual(nothing);
  const first = send(provision).catch(() => null);
  await new Promise((later) => setTimeout(later, usual * (it.from + Math.random() / 3)));
  if (it.what !== 'program') house.killDatabase();
  if (it.what !== 'database') {
    await house.killProgram();
    await house.start();
  }
  const answer = await first;
  if (it.what === 'database') expect([200, 503]).toContain(answer?.status);
  if (answer?.status === 503) expect(answer.body).toMatchObject({ reason: 'not-ready' });
  // The server may not have noticed yet that its database is gone: it is back when both answer, the database first.
  const back = async (): Promise<number> => {
    await house.rows('select');
    return (await house.ask('GET', '/readyz')).status;
  };
  await expect.poll(() => back().catch(() => 0), { timeout: 20_000 }).toBe(200);

  const left = await traces(provision);
  expect([nothing, whole]).toContainEqual(left);
  if (answer?.status === 200) expect(left).toEqual(whole);

  const again = await untilAnswered(() => send(provision));
  expect(again).toMatchObject({ status: 200, body: { id: provision, recipients } });
  if (answer?.status === 200) expect(again.body).toEqual(answer.body);
  expect((await send(provision)).body).toEqual(again.body);
  expect((await send(provision, `other-${provision}`)).body).toMatchObject({ reason: 'already-sent' });
  expect(await traces(provision)).toEqual(whole);
});

test('a second start on the same folder is refused in words while the first one lives', async () => {
  const { code, said } = await house.startAgain();
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toContain(
    `The data folder ${house.dataDir} is in use: process ${house.pid()} has been serving it since`,
  );
  expect(said).toContain('or start with another folder (--data DIR)');
  expect((await house.ask('GET', '/readyz')).status).toBe(200);
});
