import { describe, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '../load.ts';
import { judge, levelsAt, type Span } from './levels.ts';

const jp = await loadProgramme(fileURLToPath(new URL('../../../../programmes/jp-2014', import.meta.url)));
const nis2 = await loadProgramme(fileURLToPath(new URL('../../../../programmes/nis2-sample', import.meta.url)));
const [then, now] = [new Date('2013-01-01T03:00:00Z'), new Date('2026-11-23T03:00:00Z')];
const measured = (it: Record<string, number | [number, number]>): ReadonlyMap<string, Span> =>
  new Map(
    Object.entries(it).map(([key, v]) => [
      key,
      typeof v === 'number' ? { low: v, high: v } : { low: v[0], high: v[1] },
    ]),
  );
const belowOf = (key: string) => {
  const level = [...jp.levels, ...nis2.levels].find((it) => it.key === key);
  if (level === undefined) throw new Error(key);
  return level.below;
};

describe('A level of two quantities together', () => {
  test.each([
    [{ users: 30_000, outage: 120 }, 'below'],
    [{ users: 29_999, outage: 500 }, 'kept'],
    [{ users: 500_000, outage: 119 }, 'kept'],
    [{ users: 500_000 }, 'open'],
    [{ users: 10 }, 'kept'],
    [{}, 'open'],
    [{ users: [10_000, 50_000], outage: 180 }, 'open'],
    [{ users: [30_000, 50_000], outage: [120, 240] }, 'below'],
    [{ users: [0, 20_000], outage: [0, 900] }, 'kept'],
  ] as const)('measured %j is %s', (it, verdict) => {
    expect(judge(belowOf('telecom-service'), measured(it as never))).toBe(verdict);
  });
});

describe('A level of one quantity or another', () => {
  test.each([
    [{ cancelled: 1 }, 'below'],
    [{ cancelled: 0, passengerDelay: 29, otherDelay: 59 }, 'kept'],
    [{ cancelled: 0, passengerDelay: 29 }, 'open'],
    [{ cancelled: 0, passengerDelay: [20, 40], otherDelay: 0 }, 'open'],
  ] as const)('measured %j is %s', (it, verdict) => {
    expect(judge(belowOf('railway-service'), measured(it as never))).toBe(verdict);
  });

  test('may hold a pair as one of its parts', () => {
    const rule = belowOf('name-service');
    expect(judge(rule, measured({ stopped: 5, failing: 40, lasting: 90 }))).toBe('below');
    expect(judge(rule, measured({ stopped: 5, failing: 40, lasting: 30 }))).toBe('kept');
    expect(judge(rule, measured({ stopped: 45 }))).toBe('below');
  });
});

describe('The levels of a programme', () => {
  test('hold from their day on, for their sector, and every one is marked as a sample', () => {
    expect(levelsAt(jp, then)).toEqual([]);
    expect(levelsAt(jp, now, 'electricity').map((it) => it.key)).toEqual(['power-supply']);
    for (const it of [...jp.levels, ...nis2.levels]) expect([it.key, it.sample]).toEqual([it.key, true]);
  });
});
