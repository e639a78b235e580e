import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atCentre, isAgency, knowsSource, sees, versionsSeen } from './visibility.model.ts';
import { op, Run } from './visibility.run.ts';
import { buildWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

/** Every door that could tell, for every reader, against the model. */
const judge = async (run: Run): Promise<void> => {
  for (const who of world.people.keys()) {
    for (const report of run.reports) {
      const shown = await world.call(who, 'GET', `/api/reports/${report.id}`);
      expect([who, shown.body.versions?.length ?? 0]).toEqual([who, versionsSeen(report, who)]);
      if (shown.status === 200) expect([who, shown.body.source !== null]).toEqual([who, knowsSource(report, who)]);
      else expect(shown.body.reason).toBe(isAgency(who) && report.recalled ? 'report-recalled' : 'not-found');
    }
    for (const provision of run.provisions) {
      const shown = await world.call(who, 'GET', `/api/provisions/${provision.id}`);
      expect([who, shown.status]).toEqual([who, atCentre(who) || sees(provision, who) ? 200 : 404]);
      if (shown.status === 200 && !atCentre(who))
        expect([who, shown.body.stage]).toEqual([who, provision.told === null ? 'first' : 'recall']);
    }
    const found = await world.call(who, 'GET', `/api/search?limit=50&q=${encodeURIComponent(run.mark)}`);
    const expected = new Set([
      ...run.reports.filter((r) => versionsSeen(r, who) > 0).map((r) => r.id),
      ...run.provisions.filter((p) => atCentre(who) || (p.told === null && sees(p, who))).map((p) => p.id),
    ]);
    const ids = new Set<string>(found.body.items.map((i: { id: string }) => i.id));
    if (found.body.next === null) expect([who, ids]).toEqual([who, expected]);
    else for (const id of ids) expect(expected.has(id)).toBe(true);
  }
};

it('shows every reader exactly what the model says, through every door', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 14 }), async (ops) => {
      const run = new Run(world);
      for (const o of ops) await run.play(o);
      await judge(run);
    }),
    { numRuns: Number(process.env['NOROSHI_RUNS'] ?? 12) },
  );
});
