import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../test/world.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const day = 86_400_000;
const later = (n: number): Date => new Date(noon.getTime() + n * day);
beforeAll(async () => {
  world = await buildWorld(noon);
  for (const who of members) await world.call(who, 'POST', '/api/introductions', { hub: seat(hub) });
});
afterAll(() => world.close());

const members = ['operator.power-a', 'operator.power-b', 'operator.power-c', 'operator.water-a'];
const hub = 'agency.ipa';
const seat = (who: string): string => world.people.get(who)?.seat ?? '';
const bodyOf = (who: string): string => world.people.get(who)?.body ?? '';
const agreed = async (who: string, more: object, answer: boolean): Promise<string> => {
  const made = await world.call(hub, 'POST', '/api/agreements', {
    seat: seat(who),
    kinds: ['early-warning'],
    version: '1',
    text: '対策のためにだけ用いる。',
    from: noon.toISOString(),
    until: later(100).toISOString(),
    signedBy: '見本一郎（架空）',
    ...more,
  });
  expect([made.status, made.body.reason]).toEqual([201, undefined]);
  if (answer) {
    const path = `/api/agreements/${made.body.id}/answer`;
    const said = await world.call(who, 'POST', path, {
      accept: true,
      hash: made.body.hash,
      signedBy: '見本花子（架空）',
    });
    expect(said.status).toBe(200);
  }
  return made.body.id;
};
const draft = (to: object) =>
  world.call(hub, 'POST', '/api/provisions', {
    title: '遠隔操作の口をねらう通信',
    body: '記録を確かめてください。',
    kind: 'early-warning',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    tempo: 'direct',
    audience: to,
  });
const preview = async (id: string) =>
  (await world.call(hub, 'GET', `/api/provisions/${id}/audience`)).body as {
    recipients: { body: { id: string }; why: string; via: string | null }[];
    leftOut: { body: { id: string }; why: string }[];
    count: number;
  };
const send = (id: string) => world.call(hub, 'POST', `/api/provisions/${id}/dispatch`);
// The model: who is covered is a set; whatever happens, a sending reaches that set within those chosen, and never more.
interface Made {
  readonly id: string;
  readonly who: string;
  readonly kinds: readonly string[];
  readonly from: number;
  readonly until: number;
  accepted: boolean;
  ended: boolean;
}
type Op =
  | { do: 'agree'; who: number; kind: number; from: number; length: number; accept: boolean }
  | { do: 'end'; which: number }
  | { do: 'wait'; days: number }
  | { do: 'send'; whom: number[]; between: number };
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    do: fc.constant('agree' as const),
    who: fc.nat(3),
    kind: fc.nat(1),
    from: fc.integer({ min: 0, max: 4 }),
    length: fc.integer({ min: 1, max: 8 }),
    accept: fc.boolean(),
  }),
  fc.record({ do: fc.constant('end' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: -2, max: 4 }) }),
  fc.record({
    do: fc.constant('send' as const),
    whom: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
    between: fc.integer({ min: -1, max: 3 }),
  }),
);

it('reaches by date exactly those covered, however agreements begin, end and lapse', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 3, maxLength: 10 }), async (ops) => {
      const all: Made[] = [];
      let at = 0;
      for (const o of ops) {
        if (o.do === 'wait') at = Math.max(0, at + o.days);
        world.clock.set(later(at));
        if (o.do === 'agree') {
          const [who, kinds] = [members[o.who] as string, [['early-warning'], ['hub-item']][o.kind] as string[]];
          const [from, until] = [at + o.from, at + o.from + o.length];
          const term = { kinds, from: later(from).toISOString(), until: later(until).toISOString() };
          const id = await agreed(who, term, o.accept);
          all.push({ id, who, kinds, from, until, accepted: o.accept, ended: false });
        }
        const made = o.do === 'end' ? all[o.which] : undefined;
        if (made !== undefined) {
          const over = made.ended || made.until <= at;
          const answer = await world.call(made.who, 'POST', `/api/agreements/${made.id}/end`, { reason: '見直し' });
          expect(answer.status).toBe(over ? 409 : 200);
          made.ended ||= !over;
        }
        if (o.do === 'send') {
          const whom = o.whom.map((i) => members[i] as string);
          const covered = (now: number): Set<string> =>
            new Set(
              whom.filter((who) =>
                all.some(
                  (a) =>
                    a.who === who &&
                    a.accepted &&
                    !a.ended &&
                    a.kinds.includes('early-warning') &&
                    a.from <= now &&
                    now < a.until,
                ),
              ),
            );
          const id = (await draft({ circles: [], bodies: whom.map(bodyOf) })).body.id;
          const shown = await preview(id);
          expect(new Set(shown.recipients.map((r) => r.body.id))).toEqual(new Set([...covered(at)].map(bodyOf)));
          expect(new Set([...shown.recipients, ...shown.leftOut].map((r) => r.body.id))).toEqual(
            new Set(whom.map(bodyOf)),
          );
          at = Math.max(0, at + o.between);
          world.clock.set(later(at));
          await asSecond(id);
          const gone = await send(id);
          expect([gone.status, gone.body.reason ?? null]).toEqual(
            covered(at).size > 0 ? [200, null] : [409, 'audience-empty'],
          );
          for (const who of members)
            expect([who, (await world.call(who, 'GET', `/api/provisions/${id}`)).status]).toEqual([
              who,
              covered(at).has(who) ? 200 : 404,
            ]);
        }
      }
      world.clock.set(noon);
      for (const a of all.filter((it) => !it.ended))
        await world.call(hub, 'POST', `/api/agreements/${a.id}/end`, { reason: '片付け' });
    }),
    { numRuns: Number(process.env['NOROSHI_RUNS'] ?? 8) },
  );
});

/** A second person of the same desk: IPA has one officer in this world, so the approval is written for it. */
const asSecond = async (provision: string): Promise<void> => {
  await world.admin.query(
    `insert into exchange.approval (item, revision, seat, person, accepted, at)
     select w.item, w.revision, w.seat, gen_random_uuid(),
            '[{"key": "small-group:electricity", "reason": "x"}, {"key": "small-group:water", "reason": "x"}]', now()
       from exchange.provision_work w join exchange.provision_version v on v.item = w.item where v.provision = $1`,
    [provision],
  );
};
