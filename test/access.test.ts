import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../src/composition.ts';
import { buildWorld, cast, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

/** The access table as it is checked in: for a door, what each office is answered. */
const table = ((): Map<string, Map<string, string>> => {
  const lines = readFileSync(new URL('../generated/access.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((l) => l.startsWith('| '));
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((c) => c.trim());
  const head = cells(lines[0] as string);
  return new Map(
    lines.slice(2).map((line) => {
      const row = cells(line);
      return [
        (row[0] as string).replaceAll('`', ''),
        new Map(head.map((h, i) => [h.replace('<br>', ' '), row[i] as string])),
      ];
    }),
  );
})();

const nowhere = '00000000-0000-4000-8000-000000000000';
const tried = allRoutes.map((route) => ({ route, name: `${route.door.method} ${route.door.path}` }));

describe('every door, for every persona', () => {
  it('is in the access table, and the table has no other', () => {
    expect([...table.keys()].sort()).toEqual(tried.map((t) => t.name).sort());
  });

  it('answers nobody with 401 unless it is open to anyone', async () => {
    for (const { route, name } of tried) {
      const { status } = await world.call(
        null,
        route.door.method,
        route.door.path.replace(/:\w+/gu, nowhere),
        route.door.body === undefined ? undefined : {},
      );
      if (route.door.may === 'anyone')
        expect([name, status === 401 && route.door.method === 'GET']).toEqual([name, false]);
      else expect([name, status]).toEqual([name, 401]);
    }
  });

  it.each(cast.map((c) => [c.name, c] as const))(
    'refuses %s with 403 exactly where the table says so, and never fails unforeseen',
    async (_, c) => {
      for (const { route, name } of tried) {
        if (route.door.may === 'anyone') continue;
        const path = route.door.path.replace(/:\w+/gu, nowhere);
        const reply = await world.call(c.name, route.door.method, path, route.door.body === undefined ? undefined : {});
        const said = table.get(name)?.get(`${c.capacity} ${c.role}`);
        const closed = reply.status === 403 && reply.body.reason === 'not-your-door';
        expect([c.name, name, closed ? '403' : '●', reply.status >= 500]).toEqual([c.name, name, said, false]);
      }
    },
  );

  describe('that names an id', () => {
    let theirs: string;
    let receipt: string;
    beforeAll(async () => {
      const made = await world.call('operator.power-a', 'POST', '/api/reports', {
        headline: '応答停止',
        eventType: 'E31',
        handling: { scheme: 'tlp', version: '2.0', value: 'RED' },
      });
      theirs = made.body.id as string;
      receipt = (await world.call('ministry.meti', 'GET', '/api/inbox')).body.items[0].receipt as string;
    });
    const doors = tried.filter((t) => t.route.door.path.includes(':id') && t.route.door.may !== 'anyone');

    it.each([
      'operator.power-b',
      'security.meti',
      'ministry.mhlw',
      'cs.duty',
      'ceptoar.power',
      'agency.ipa',
      'admin.system',
    ])('answers %s alike for an id that is not there and one that is another’s', async (who) => {
      for (const { route, name } of doors) {
        const bodies: Record<string, unknown> = {
          acknowledge: { state: 'received' },
          recordAttempt: { channel: 'phone', outcome: 'no-answer' },
          returnReport: { question: '何' },
          answerReport: { text: '何' },
          triageReport: { state: 'held' },
          addVersion: { stage: 'final' },
          editProvision: { title: '何' },
          openThread: { title: '何', text: '何', handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' } },
          sendMessage: { text: '何', handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' } },
          correctMessage: { text: '何' },
          invite: { seat: nowhere, ends: '2026-11-24T00:00:00Z' },
          inviteToThread: { seat: nowhere, ends: '2026-11-24T00:00:00Z' },
        };
        const ask = (id: string) =>
          world.call(
            who,
            route.door.method,
            route.door.path.replace(/:\w+/gu, id),
            route.door.body === undefined ? undefined : (bodies[route.name] ?? {}),
          );
        const there = await ask(route.door.path.startsWith('/api/receipts') ? receipt : theirs);
        const not = await ask(nowhere);
        expect([who, name, there.status, there.body]).toEqual([who, name, not.status, not.body]);
      }
    });
  });
});
