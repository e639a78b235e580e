import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../world.ts';
import { asking, nowhere, provision, report } from './asking.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { draft, refused } = asking(() => world);

describe('the wrong seat, the wrong version, what is another’s', () => {
  const call =
    (who: string, method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    (language: Record<string, string>) =>
      world.call(who, method, path, body, { ...language, ...more });

  it('a door of another office is closed', async () => {
    await refused(403, 'not-your-door', call('ministry.meti', 'POST', '/api/reports', report));
    await refused(403, 'not-your-door', call('operator.power-a', 'POST', '/api/provisions', provision));
    await refused(403, 'not-your-door', call('admin.system', 'POST', `/api/reports/${nowhere}/relay`, {}));
    await refused(401, 'sign-in-needed', (language) => world.call(null, 'POST', '/api/reports', report, language));
    await refused(401, 'sign-in-needed', (language) =>
      world.call(null, 'GET', '/api/inbox', undefined, { ...language, authorization: 'Bearer short' }),
    );
  });

  it('a stale version is told, and nothing is overwritten', async () => {
    const made = (await world.call('cs.duty', 'POST', '/api/provisions', provision)).body;
    const path = `/api/provisions/${made.id}`;
    expect((await world.call('cs.duty', 'PATCH', path, { title: '改めた題' }, { 'if-match': '"1.abc"' })).status).toBe(
      200,
    );
    for (const tag of ['"1.abc"', '"9"', 'W/"1.x"', '*', '""', 'x', '"-1"', '"1e9"'])
      await refused(412, 'stale', call('cs.duty', 'PATCH', path, { title: '別の題' }, { 'if-match': tag }));
    await refused(412, 'stale', call('cs.duty', 'PATCH', path, { title: '別の題', revision: 1 }));
    await refused(412, 'stale', call('cs.chief', 'POST', `${path}/approval`, { revision: 1 }));
  });

  it('another’s id is answered like one that is not there, whatever is done to it', async () => {
    const theirs = (await world.call('operator.power-a', 'POST', '/api/reports', report)).body.id;
    for (const [who, method, rest, body] of [
      ['operator.power-b', 'GET', '', undefined],
      ['operator.power-b', 'POST', '/versions', { stage: 'final' }],
      ['ministry.mhlw', 'POST', '/relay', {}],
      ['ministry.mhlw', 'POST', '/return', { question: '何' }],
      ['cs.duty', 'POST', '/triage', { state: 'held' }],
    ] as const) {
      const there = await refused(404, 'not-found', call(who, method, `/api/reports/${theirs}${rest}`, body));
      const not = await refused(404, 'not-found', call(who, method, `/api/reports/${nowhere}${rest}`, body));
      expect(there.body).toEqual(not.body);
    }
    await refused(404, 'not-found', draft({ derivedFrom: [theirs] }));
  });

  it('ids, limits, cursors, realms and keys that are none are malformed', async () => {
    for (const bad of ['1', 'x'.repeat(5000), '%00', `${nowhere}'`, nowhere.replace('0', 'g'), '９'.repeat(36)])
      await refused(400, 'malformed', call('cs.duty', 'GET', `/api/reports/${encodeURIComponent(bad)}`));
    for (const limit of ['-1', '0', '301', '1.5', 'x', '99999999999999999999'])
      await refused(400, 'malformed', call('cs.duty', 'GET', `/api/reports?limit=${limit}`));
    const cursor = (s: string): string => Buffer.from(s).toString('base64url');
    for (const bad of [
      'x',
      '%00',
      cursor('x y'),
      cursor(`2026-99-99T00:00:00Z ${nowhere}`),
      cursor(`2026-11-23T00:00:00Z ${'-'.repeat(36)}`),
      cursor(`3000-01-01T00:00:00.Z ${nowhere}`),
      'x'.repeat(401),
    ]) {
      await refused(400, 'malformed', call('cs.duty', 'GET', `/api/reports?cursor=${bad}`));
    }
    for (const realm of ['x', nowhere.slice(1), 'LIVE', nowhere])
      await refused(
        400,
        'realm-unknown',
        call('cs.duty', 'GET', '/api/reports', undefined, { 'noroshi-realm': realm }),
      );
    for (const key of ['x'.repeat(201), 'a b', 'ａ'.normalize('NFKC') + '\u00e9'])
      await refused(
        400,
        'idempotency-key-malformed',
        call('operator.power-a', 'POST', '/api/reports', report, { 'idempotency-key': key }),
      );
  });

  it('half and full width are found alike', async () => {
    await world.call('operator.power-a', 'POST', '/api/reports', { ...report, headline: 'ﾏﾙｳｪｱ感染　端末１２台' });
    for (const q of ['マルウェア', 'ﾏﾙｳｪｱ', 'まるうぇあ', '12台', '１２台', '端末　感染']) {
      const found = await world.call('operator.power-a', 'GET', `/api/search?q=${encodeURIComponent(q)}`);
      expect([q, found.body.items.map((i: { title: string }) => i.title)]).toEqual([q, ['ﾏﾙｳｪｱ感染　端末１２台']]);
    }
  });
});
