import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { op, Run } from './visibility.run.ts';
import { buildWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

type Kind = 'report' | 'provision';
interface Row {
  body: string | null;
  why: string;
  mine: boolean;
  state: string;
  versions: number;
  knowsName: boolean | null;
}
interface Group {
  state: string;
  count: number;
}
/** One seat that can open a thing: its body, as it is called where that is public, and how many versions it is shown. */
interface Opens {
  body: string | null;
  versions: number;
  named: boolean;
}

const open = new Set(['cs', 'meti', 'mhlw', 'ceptoar.power', 'ceptoar.water', 'ipa', 'jpcert', 'npa', 'office']);

/** What each seat of the world can really open, asked of every persona. */
const opened = async (kind: Kind, id: string): Promise<Map<string, Opens>> => {
  const seats = new Map<string, Opens>();
  for (const [who, person] of world.people) {
    const shown = await world.call(who, 'GET', `/api/${kind}s/${id}`);
    if (shown.status !== 200) continue;
    const { rows } = await world.admin.query<{ key: string }>(`select key from parties.body where id = $1`, [
      person.body,
    ]);
    const key = rows[0]?.key ?? '';
    seats.set(person.seat, {
      body: open.has(key) ? key : null,
      versions: kind === 'report' ? shown.body.versions.length : 0,
      named: kind === 'report' && shown.body.source !== null,
    });
  }
  return seats;
};

const judge = async (kind: Kind, id: string, author: string): Promise<void> => {
  const can = await opened(kind, id);
  for (const [who, person] of world.people) {
    const sight = await world.call(who, 'GET', `/api/sight/${kind}/${id}`);
    const mine = can.get(person.seat);
    expect([who, sight.status]).toEqual([who, mine === undefined ? 404 : 200]);
    if (mine === undefined) continue;
    const rows = sight.body.rows as Row[];
    const own = rows.filter((row) => row.mine);
    expect([who, own.map((row) => row.state)]).toEqual([who, ['sees']]);
    if (kind === 'report') expect([who, own[0]?.versions]).toEqual([who, mine.versions]);
    if (!mine.named && !['cs.duty', 'cs.chief'].includes(author))
      expect([who, JSON.stringify(sight.body).includes('架空')]).toEqual([who, false]);
    for (const row of rows.filter((it) => it.state === 'sees' && it.body !== null))
      expect([who, row.body, [...can.values()].some((it) => it.body === row.body) || row.mine]).toEqual([
        who,
        row.body,
        true,
      ]);
    if (person.seat !== world.people.get(author)?.seat) continue;
    expect(sight.body.whole).toBe(true);
    const others = [...can].filter(([seat]) => seat !== person.seat).map(([, it]) => it);
    const named = rows.filter((row) => !row.mine && row.state === 'sees');
    expect(named.map((row) => String(row.body)).sort()).toEqual(others.flatMap((it) => it.body ?? []).sort());
    const counted = (sight.body.groups as Group[]).filter((it) => it.state === 'sees');
    expect(counted.reduce((sum, it) => sum + it.count, 0)).toBe(others.filter((it) => it.body === null).length);
    if (kind !== 'report') continue;
    for (const row of named) {
      const it = others.find((one) => one.body === row.body);
      expect([row.body, row.versions, row.knowsName]).toEqual([row.body, it?.versions, it?.named]);
    }
  }
};

it('says of each thing exactly who can open it, as each persona finds by trying', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 12 }), async (ops) => {
      const run = new Run(world);
      for (const o of ops) await run.play(o);
      for (const report of run.reports) await judge('report', report.id, report.author);
      for (const provision of run.provisions) await judge('provision', provision.id, 'cs.duty');
    }),
    { numRuns: Number(process.env['NOROSHI_RUNS'] ?? 8) },
  );
});
