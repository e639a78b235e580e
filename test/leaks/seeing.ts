import { sql } from 'kysely';
import { tokenHash } from '../../src/platform/acting.ts';
import type { Person, World } from '../world.ts';

/** A mark that most things bear. */
export const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
/** Words that only whom a report reached may ever meet. */
export const secret = '印籠の紋所';
export const report = {
  headline: `${secret} 監視端末の応答停止`,
  eventType: 'E31',
  handling: amber,
  summary: `${secret} は端末から外部へ`,
};
export const provision = {
  title: '注意喚起',
  body: '確かめてください。',
  kind: 'warning',
  handling: amber,
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'direct',
};
export const person = (world: World, name: string): Person => world.people.get(name) as Person;
export const submit = async (world: World, who: string, more: object = {}): Promise<string> =>
  (await world.call(who, 'POST', '/api/reports', { ...report, ...more })).body.id;

/** Everything that a persona can read without knowing any id, as one text. */
export const reading = async (world: World, who: string): Promise<string> => {
  const doors = [
    'inbox',
    'reports',
    'provisions',
    'waiting',
    'bodies',
    'circles',
    'people',
    'contacts',
    'drafts',
    'measures',
    `search?q=${encodeURIComponent(secret)}`,
    'search?q=%E7%9B%A3%E8%A6%96',
  ];
  const replies = await Promise.all(doors.map((door) => world.call(who, 'GET', `/api/${door}`)));
  return replies
    .map((r) => `${r.status} ${r.headers.get('etag')} ${JSON.stringify(r.body)}`)
    .join('\n')
    .replaceAll(/"countedAt":"[^"]*"/gu, '');
};

/** What the request role shows a persona of a table, past all doors. */
export const rowsOf = (world: World, who: string, query: ReturnType<typeof sql>): Promise<unknown[]> =>
  world.db.transaction().execute(async (tx) => {
    await sql`select acting.begin(${tokenHash(person(world, who).token)}, null, ${world.clock.now()})`.execute(tx);
    return (await query.execute(tx)).rows;
  });
