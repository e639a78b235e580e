import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const HITS = 300;

// Three hundred reports of one operator and three of another, by the same statement that a door would write, told apart by words.
beforeAll(async () => {
  world = await buildWorld(noon);
  const first = { eventType: 'E31', handling: amber };
  for (const [who, headline] of [
    ['operator.power-a', '頁送りの件 0'],
    ['operator.power-b', '頁送りの件 よその社'],
    ['operator.power-a', '別の話'],
  ] as const)
    expect((await world.call(who, 'POST', '/api/reports', { ...first, headline })).status).toBe(201);
  await copies('頁送りの件 0', HITS - 1);
});
afterAll(() => world.close());

/** Copies what one report left in every table, so that a long list need not be sent one by one. Two of each three share a moment. */
const copies = async (headline: string, n: number): Promise<void> => {
  await world.admin.query(
    `create temporary table copied as
     select g as n, gen_random_uuid() as report, gen_random_uuid() as item, i.id as from_item, i.subject as from_report,
            $3::timestamptz - make_interval(mins => g / 3 * 2) as at
       from circulation.item i, generate_series(1, $2::int) g where i.title = $1`,
    [headline, n, noon],
  );
  const columns = async (table: string, but: readonly string[]): Promise<string[]> =>
    (
      await world.admin.query(
        `select column_name from information_schema.columns where table_schema || '.' || table_name = $1 and is_generated = 'NEVER'`,
        [table],
      )
    ).rows
      .map((r) => r.column_name as string)
      .filter((name) => !but.includes(name));
  const copy = async (table: string, put: Readonly<Record<string, string>>, on: string): Promise<void> => {
    const same = await columns(table, [...Object.keys(put), ...(table === 'circulation.receipt' ? ['id'] : [])]);
    await world.admin.query(
      `insert into ${table} (${[...Object.keys(put), ...same].join(', ')})
       select ${[...Object.values(put), ...same.map((name) => `t.${name}`)].join(', ')} from copied c join ${table} t on ${on}`,
    );
  };
  await world.admin.query('set session_replication_role = replica');
  await copy('exchange.report', { id: 'c.report', created_at: 'c.at' }, 't.id = c.from_report');
  await copy(
    'circulation.item',
    { id: 'c.item', subject: 'c.report', title: `'頁送りの件 ' || c.n`, sent: 'c.at' },
    't.id = c.from_item',
  );
  await copy(
    'exchange.report_version',
    { item: 'c.item', report: 'c.report', submitted_at: 'c.at' },
    't.item = c.from_item',
  );
  await copy('circulation.reach', { item: 'c.item', sent: 'c.at' }, 't.item = c.from_item');
  await copy('circulation.item_words', { item: 'c.item', sent: 'c.at' }, 't.item = c.from_item');
  await copy('exchange.source', { report: 'c.report' }, 't.report = c.from_report');
  await copy('exchange.source_reader', { report: 'c.report' }, 't.report = c.from_report');
  await world.admin.query('set session_replication_role = origin');
  await world.admin.query('drop table copied');
};

const pages = async (who: string, q: string, limit: number): Promise<{ id: string; at: string }[]> => {
  const all: { id: string; at: string }[] = [];
  let cursor: string | null = null;
  do {
    const { body }: { body: { items: { id: string; submittedAt: string }[]; next: string | null } } = await world.call(
      who,
      'GET',
      `/api/reports?limit=${limit}&q=${encodeURIComponent(q)}${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    expect(body.items.length).toBeLessThanOrEqual(limit);
    all.push(...body.items.map((it) => ({ id: it.id, at: it.submittedAt })));
    cursor = body.next;
  } while (cursor !== null && all.length < 1000);
  return all;
};

describe('a list that is narrowed by words', () => {
  it('gives every hit once, page after page, however many there are', async () => {
    for (const limit of [37, 100, 300]) {
      const found = await pages('operator.power-a', '頁送り', limit);
      expect([limit, found.length, new Set(found.map((it) => it.id)).size]).toEqual([limit, HITS, HITS]);
      expect(found.map((it) => it.at)).toEqual(found.map((it) => it.at).toSorted((a, b) => (a < b ? 1 : -1)));
    }
    expect(await pages('operator.power-a', '別の話', 50)).toHaveLength(1);
  });

  it('gives nobody more than has reached them', async () => {
    expect(await pages('operator.power-b', '頁送り', 50)).toHaveLength(1);
    expect(await pages('ministry.meti', '頁送り', 100)).toHaveLength(HITS + 1);
    for (const who of [
      'operator.power-c',
      'operator.water-a',
      'ministry.mhlw',
      'security.meti',
      'cs.duty',
      'admin.system',
    ])
      expect([who, await pages(who, '頁送り', 50)]).toEqual([who, []]);
  });

  it('narrows with the other filters, and lists the latest version when an earlier one held the words', async () => {
    const { body } = await world.call(
      'operator.power-a',
      'GET',
      `/api/reports?limit=1&q=${encodeURIComponent('別の話')}`,
    );
    const { id } = body.items[0];
    const later = { stage: 'follow-up', headline: '言い換えた件名' };
    expect((await world.call('operator.power-a', 'POST', `/api/reports/${id}/versions`, later)).status).toBe(201);
    const again = await world.call('operator.power-a', 'GET', `/api/reports?q=${encodeURIComponent('別の話')}`);
    expect(again.body.items).toMatchObject([{ id, number: 2, headline: '言い換えた件名' }]);
    const elsewhere = await world.call(
      'ministry.meti',
      'GET',
      `/api/reports?sector=water&q=${encodeURIComponent('頁送り')}`,
    );
    expect(elsewhere.body.items).toEqual([]);
  });
});
