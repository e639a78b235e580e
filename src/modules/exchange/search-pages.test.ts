import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';

const report = { headline: '', eventType: 'E31', handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' } };
let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

describe('a search page by page', () => {
  it('neither loses nor repeats what was sent in one moment', async () => {
    const made = new Set<string>();
    for (const i of [1, 2, 3, 4, 5, 6, 7]) {
      const reply = await world.call('operator.power-b', 'POST', '/api/reports', {
        ...report,
        headline: `同時刻の頁送り ${i}`,
      });
      made.add(reply.body.id);
    }
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await world.call(
        'operator.power-b',
        'GET',
        `/api/search?q=${encodeURIComponent('頁送り')}&limit=3${page}`,
      );
      expect(body.items.length).toBeLessThanOrEqual(3);
      found.push(...body.items.map((it: { id: string }) => it.id));
      cursor = body.next;
    } while (cursor !== null && found.length < 20);
    expect(found).toHaveLength(7);
    expect(new Set(found)).toEqual(made);
  });

  it('has a cursor that names only what stood on the page, and refuses one that was not given out', async () => {
    const q = encodeURIComponent('頁送り');
    const { body } = await world.call('operator.power-b', 'GET', `/api/search?q=${q}&limit=3`);
    const last = body.items.at(-1);
    expect(Buffer.from(body.next, 'base64url').toString()).toBe(`${last.sentAt} ${last.item}`);
    const other = await world.call('operator.power-c', 'GET', `/api/search?q=${q}&limit=3&cursor=${body.next}`);
    expect(other.body).toEqual({ items: [], next: null });
    expect((await world.call('operator.power-b', 'GET', `/api/search?q=${q}&cursor=x`)).status).toBe(400);
  });
});
