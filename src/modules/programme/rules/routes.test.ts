import { describe, expect, test } from 'vitest';
import { loadProgramme } from '../load.ts';
import { ordinaryMode, routeFor } from './routes.ts';
import { differences } from './ways.ts';

const jp = await loadProgramme(new URL('../../../../programmes/jp-2014', import.meta.url).pathname);
const at = (day: string): Date => new Date(`${day}T12:00:00+09:00`);

describe('Routes', () => {
  test('lead up through the ministry, with the name only by consent', () => {
    const up = routeFor(jp, 'report', 'peacetime', at('2014-07-10'));
    expect(up?.hops.map((it) => [it.to, it.scope, it.source])).toEqual([
      ['sector-ministry', 'sector', 'always'],
      ['cabinet-secretariat', 'all', 'consent'],
    ]);
    expect(up?.aside.map((it) => [it.to, it.on, it.answer])).toEqual([['ceptoar', 'choice', 'copyToCeptoar']]);
    expect(routeFor(jp, 'report', 'peacetime', at('2014-05-18'))).toBeUndefined();
  });

  test('let the crisis side in on a large scale only where the source permits it', () => {
    const crisis = routeFor(jp, 'report', 'large-scale', at('2014-07-10'))?.aside.find(
      (it) => it.to === 'crisis-ministry',
    );
    expect(crisis).toMatchObject({ on: 'permission', source: 'consent', after: 'centre' });
    expect(ordinaryMode(jp).key).toBe('peacetime');
  });

  test('differ by mode in nobody but whom the house really lays beside a report', () => {
    const routes = jp.routes.map((it) =>
      it.mode === 'large-scale'
        ? {
            ...it,
            aside: [
              ...it.aside,
              ...(['always', 'choice'] as const).map((on) => ({
                key: `more-${on}`,
                to: 'security-ministry',
                scope: 'all' as const,
                source: 'never' as const,
                on,
              })),
            ],
          }
        : it,
    );
    const more = differences({ ...jp, routes }, 'large-scale', at('2014-07-10')).filter(
      (it) => it.kind === 'recipient',
    );
    expect(more).toEqual([{ kind: 'recipient', of: 'report', capacity: 'crisis-ministry' }]);
  });

  test('lead down three tiers and never carry a source', () => {
    for (const mode of jp.modes) {
      const down = routeFor(jp, 'provision', mode.key, at('2014-07-10'));
      expect(down?.hops.map((it) => it.to)).toEqual(['sector-ministry', 'ceptoar', 'operator']);
      expect([...(down?.hops ?? []), ...(down?.aside ?? [])].filter((it) => it.source !== 'never')).toEqual([]);
    }
  });
});
