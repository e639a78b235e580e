import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { amber } from './channels.ts';
import { buildWorld, cast, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

interface Inquiry {
  readonly id: string;
  readonly asker: string;
  readonly asked: readonly string[];
  readonly word: string;
  /** Whose wish was put on; its asker must not be told by this one. */
  readonly origin: Inquiry | null;
  readonly onward: boolean;
  readonly said: { readonly party: string; readonly by: string; readonly kind: string; readonly word: string }[];
  closed: boolean;
}

// The same seat for two persons would be two names for one reader.
const people = cast
  .filter(
    (it) => !['system-admin', 'planning'].includes(it.capacity) && it.name !== 'cs.chief' && it.name !== 'agency.chief',
  )
  .map((it) => it.name);
const capacityOf = (who: string): string => cast.find((it) => it.name === who)?.capacity ?? '';
const sectorOf = (who: string): string | undefined => cast.find((it) => it.name === who)?.sector;
const seatOf = (who: string): string => world.people.get(who)?.seat ?? '';

/** The programme's ways, as a person would say them. */
const mayAsk = (by: string, whom: string, onward: boolean): boolean => {
  if (by === whom) return false;
  const [from, to] = [capacityOf(by), capacityOf(whom)];
  if (from === 'operator') return to === 'cabinet-secretariat';
  if (onward) return false;
  if (from === 'cabinet-secretariat')
    return [
      'sector-ministry',
      'security-ministry',
      'crisis-ministry',
      'ceptoar',
      'agency',
      'operator',
      'cyberspace-business',
    ].includes(to);
  const below = sectorOf(by) === sectorOf(whom);
  if (from === 'sector-ministry') return below && (to === 'operator' || to === 'ceptoar');
  return from === 'ceptoar' && below && to === 'operator';
};

const index = fc.nat(60);
const op = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      by: index,
      whom: fc.uniqueArray(index, { minLength: 1, maxLength: 4 }),
      onward: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('put-on' as const),
      whom: fc.uniqueArray(index, { minLength: 1, maxLength: 4 }),
      which: index,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      by: index,
      which: index,
      kind: fc.constantFrom('answer', 'nothing', 'question', 'reply'),
      to: index,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remind' as const), by: index, which: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), by: index, which: index }) },
);
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
let words = 0;
const word = (): string => `語${(words += 1)}終`;

class Run {
  readonly all: Inquiry[] = [];

  async play(o: Op): Promise<void> {
    world.clock.set(new Date(world.clock.now().getTime() + 61 * 60_000));
    if (o.do === 'ask') return this.ask(at(people, o.by), o.whom, o.onward, null);
    if (o.do === 'put-on') {
      const wishes = this.all.filter((it) => it.onward);
      return wishes.length === 0 ? undefined : this.ask('cs.duty', o.whom, false, at(wishes, o.which));
    }
    if (this.all.length === 0) return undefined;
    const it = at(this.all, o.which);
    // Half of the tries are of somebody who has to do with it; the rest are strangers.
    const by = o.by % 2 === 0 ? at([it.asker, ...it.asked], o.by) : at(people, o.by);
    if (o.do === 'say') return this.say(it, by, o.kind, at(people, o.to));
    if (o.do === 'remind') return this.remind(it, by);
    const done = await world.call(by, 'POST', `/api/inquiries/${it.id}/closing`);
    expect([by, done.status]).toEqual([by, this.sees(it, by) ? (it.closed ? 409 : by === it.asker ? 201 : 404) : 404]);
    if (done.status === 201) it.closed = true;
    return undefined;
  }

  private sees(it: Inquiry, who: string): boolean {
    return it.asker === who || it.asked.includes(who);
  }

  private async ask(by: string, whom: readonly number[], onward: boolean, origin: Inquiry | null): Promise<void> {
    const asked = [...new Set(whom.map((i) => at(people, i)))];
    const told = word();
    const done = await world.call(by, 'POST', '/api/inquiries', {
      seats: asked.map(seatOf),
      subject: `${told}の件`,
      text: told,
      handling: amber,
      due: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
      onward,
      ...(origin === null ? {} : { origin: origin.id }),
    });
    const fits = asked.every((who) => mayAsk(by, who, onward));
    expect([by, asked, onward, done.status, done.body.reason]).toEqual([
      by,
      asked,
      onward,
      fits ? 201 : 409,
      fits ? undefined : 'not-to-be-asked',
    ]);
    if (fits)
      this.all.push({ id: done.body.id, asker: by, asked, word: told, origin, onward, said: [], closed: false });
  }

  private async say(it: Inquiry, by: string, kind: string, to: string): Promise<void> {
    const told = word();
    const body = kind === 'reply' ? { kind, text: told, to: seatOf(to) } : { kind, text: told };
    const done = await world.call(by, 'POST', `/api/inquiries/${it.id}/messages`, body);
    const fits = kind === 'reply' ? by === it.asker && it.asked.includes(to) : it.asked.includes(by);
    expect([by, kind, done.status]).toEqual([by, kind, !this.sees(it, by) ? 404 : it.closed ? 409 : fits ? 201 : 404]);
    if (done.status === 201) it.said.push({ party: kind === 'reply' ? to : by, by, kind, word: told });
  }

  private async remind(it: Inquiry, by: string): Promise<void> {
    const silent = it.asked.filter(
      (who) => !it.said.some((s) => s.party === who && (s.kind === 'answer' || s.kind === 'nothing')),
    );
    const done = await world.call(by, 'POST', `/api/inquiries/${it.id}/reminders`);
    const status = !this.sees(it, by) ? 404 : it.closed ? 409 : by !== it.asker ? 404 : silent.length === 0 ? 409 : 201;
    expect([by, done.status]).toEqual([by, status]);
    if (status === 201) expect(done.body.reminded).toBe(silent.length);
  }

  /** Every door of every person, against what the story says they may know. */
  async check(): Promise<void> {
    for (const who of people) {
      const mine = this.all.filter((it) => this.sees(it, who));
      const { items } = (await world.call(who, 'GET', '/api/inquiries?limit=300')).body;
      const known = new Set(this.all.map((it) => it.id));
      expect([
        who,
        items
          .map((it: { id: string }) => it.id)
          .filter((id: string) => known.has(id))
          .toSorted(),
      ]).toEqual([who, mine.map((it) => it.id).toSorted()]);
      let all = JSON.stringify(items);
      for (const it of this.all) {
        const shown = await world.call(who, 'GET', `/api/inquiries/${it.id}`);
        expect([who, shown.status]).toEqual([who, this.sees(it, who) ? 200 : 404]);
        all += JSON.stringify(shown.body);
        if (shown.status !== 200) continue;
        const asker = who === it.asker;
        expect(new Set(shown.body.threads.map((one: { seat: string }) => one.seat))).toEqual(
          new Set((asker ? it.asked : [who]).map(seatOf)),
        );
        expect(shown.body.figures).toEqual(
          asker
            ? {
                asked: it.asked.length,
                answered: new Set(
                  it.said.filter((s) => s.kind === 'answer' || s.kind === 'nothing').map((s) => s.party),
                ).size,
              }
            : null,
        );
        expect(shown.body.origin?.id ?? null).toBe(asker ? (it.origin?.id ?? null) : null);
      }
      for (const it of this.all) {
        if (!this.sees(it, who)) expect([who, all.includes(it.word), all.includes(it.id)]).toEqual([who, false, false]);
        for (const said of it.said)
          expect([who, said.by, all.includes(said.word)]).toEqual([
            who,
            said.by,
            who === it.asker || who === said.party,
          ]);
      }
    }
  }
}

it('shows of each inquiry to each seat exactly what its side may know, whoever asked, answered, reminded or closed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 8, maxLength: 22 }), async (ops) => {
      const run = new Run();
      for (const o of ops) await run.play(o);
      await run.check();
    }),
    { numRuns: 8 },
  );
}, 120_000);

it('puts a wish on without a name: not in words, not by an id, not in the record, not in a notice', async () => {
  const wish = {
    seats: [seatOf('cs.duty')],
    subject: '保守事業者の対応',
    text: 'ほかの分野では同じ保守事業者の遠隔保守を止めましたか。',
    handling: amber,
    due: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
    onward: true,
  };
  const { id: origin } = (await world.call('operator.power-a', 'POST', '/api/inquiries', wish)).body;
  const on = (more: object) =>
    world.call('cs.duty', 'POST', '/api/inquiries', {
      ...wish,
      seats: ['ministry.mhlw', 'ceptoar.water', 'operator.water-a'].map(seatOf),
      onward: false,
      origin,
      ...more,
    });
  expect((await on({ text: '架空power-a株式会社が尋ねています。' })).body.reason).toBe('names-the-asker');
  expect((await on({ text: '電力 POWER-A.example から' })).body.reason).toBe('names-the-asker');
  expect((await on({ handling: { ...amber, value: 'GREEN' } })).body.reason).toBe('mark-wider-than-source');
  expect((await on({ origin: seatOf('cs.duty') })).body.reason).toBe('origin-unknown');
  const made = await on({});
  expect(made.status).toBe(201);
  await world.settle();
  const own = world.people.get('operator.power-a');
  for (const who of ['ministry.mhlw', 'ceptoar.water', 'operator.water-a', 'ministry.meti', 'operator.power-b']) {
    const seen = JSON.stringify([
      (await world.call(who, 'GET', '/api/inquiries')).body,
      (await world.call(who, 'GET', `/api/inquiries/${made.body.id}`)).body,
      (await world.call(who, 'GET', '/api/notices')).body,
      (await world.call(who, 'GET', '/api/journal/entries')).body,
    ]);
    for (const trace of [origin, own?.body, own?.seat, own?.person, 'power-a'])
      expect([who, trace, seen.includes(String(trace))]).toEqual([who, trace, false]);
  }
  await world.call('operator.water-a', 'POST', `/api/inquiries/${made.body.id}/messages`, {
    kind: 'answer',
    text: '止めました。',
  });
  const back = await world.call('cs.duty', 'POST', `/api/inquiries/${origin}/messages`, {
    kind: 'answer',
    text: '止めたところがあります。',
  });
  expect(back.status).toBe(201);
  const seen = JSON.stringify((await world.call('operator.power-a', 'GET', `/api/inquiries/${origin}`)).body);
  expect(seen).toContain('止めたところがあります。');
  for (const trace of [made.body.id, 'water-a', 'ministry.mhlw', '止めました。']) expect(seen).not.toContain(trace);
});

it('is refused to be due in the past, to nobody, to those beyond one’s ways, and to remind twice within an hour', async () => {
  const ask = (who: string, more: object) =>
    world.call(who, 'POST', '/api/inquiries', {
      seats: [seatOf('operator.power-a')],
      subject: '点検',
      text: '点検の予定を知らせてください。',
      handling: amber,
      due: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
      ...more,
    });
  expect((await ask('ministry.meti', { due: world.clock.now().toISOString() })).body.reason).toBe('times-not-in-order');
  expect((await ask('ministry.meti', { seats: [] })).status).toBe(400);
  expect((await ask('ministry.mhlw', {})).body.reason).toBe('not-to-be-asked');
  expect((await ask('agency.ipa', {})).body.reason).toBe('not-to-be-asked');
  const { id } = (await ask('ceptoar.power', {})).body;
  const remind = () => world.call('ceptoar.power', 'POST', `/api/inquiries/${id}/reminders`);
  expect((await remind()).status).toBe(201);
  expect((await remind()).body.reason).toBe('reminded-just-now');
  await world.settle();
  const notices = (await world.call('operator.power-a', 'GET', '/api/notices?unread=true')).body.items;
  expect(notices.filter((it: { thing: { id: string } | null }) => it.thing?.id === id)).toHaveLength(2);
  await world.call('operator.power-a', 'POST', `/api/inquiries/${id}/messages`, {
    kind: 'nothing',
    text: '予定はありません。',
  });
  world.clock.set(new Date(world.clock.now().getTime() + 3_700_000));
  expect((await remind()).body.reason).toBe('nobody-silent');
  await world.settle();
  expect(
    (await world.call('ceptoar.power', 'GET', '/api/notices?unread=true')).body.items.some(
      (it: { why: string }) => it.why === 'answer',
    ),
  ).toBe(true);
});
