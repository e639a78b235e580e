import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, start, surveying } from '../../../test/surveys.ts';
import { buildWorld, type Person, type World } from '../../../test/world.ts';
import { asSignedIn, type Visit } from '../../platform/acting.ts';
import { surveyChanges } from './queries/changes.ts';

let world: World;
let stage: ReturnType<typeof surveying>;
afterAll(() => world.close());
const get = (who: string, path: string) => world.call(who, 'GET', path);

describe('a survey that lets nobody learn names', () => {
  let coded: string;
  beforeAll(async () => {
    world = await buildWorld(start);
    stage = surveying(world);
    await stage.seatBeside('ceptoar.power', 'ceptoar.power-2');
    coded = await stage.come();
    await world.admin.query(`update surveys.campaign set named = '{}' where id = $1`, [coded]);
    await stage.fill('ceptoar.power', coded);
    await world.call('ceptoar.power', 'POST', `/api/surveys/${coded}/answer/sections/desk/remarks`, { said: '架空' });
    world.clock.set(day(1));
    await world.call('ceptoar.power', 'POST', `/api/surveys/${coded}/answer/request`, {});
    await world.call('ceptoar.power-2', 'POST', `/api/surveys/${coded}/answer/signature`, {});
  });

  it('gives its readers the answers and the sector, and nobody who it was or who is still silent', async () => {
    for (const who of ['cs.duty', 'ministry.meti']) {
      const { items } = (await get(who, `/api/surveys/${coded}/answers`)).body;
      expect([who, items.length, items[0].body, items[0].sector]).toEqual([who, 1, null, 'electricity']);
      const read = (await get(who, `/api/surveys/${coded}/answers/${items[0].id}`)).body;
      expect([who, read.body, read.answers.deskPeople.value]).toEqual([who, null, 4]);
      expect([who, (await get(who, `/api/surveys/${coded}/standing`)).body.items]).toEqual([who, []]);
    }
  });

  it('leaves no row from which another seat could tell, whatever SQL it brings', async () => {
    const rowsOf = async (who: string, sql: string): Promise<number> => {
      const client = new pg.Client(world.config('portal'));
      await client.connect();
      try {
        await client.query('begin');
        await client.query('select * from acting.begin($1, null, $2)', [
          createHash('sha256')
            .update((world.people.get(who) as Person).token)
            .digest(),
          world.clock.now(),
        ]);
        return (await client.query(sql)).rows.length;
      } finally {
        await client.end();
      }
    };
    const own = ['answer', 'section', 'delegation', 'remark', 'request', 'signature'];
    for (const who of ['cs.duty', 'ministry.meti', 'ceptoar.water', 'operator.power-a', 'security.meti']) {
      for (const table of own) {
        const sql =
          table === 'answer' || who !== 'ceptoar.water'
            ? `select from surveys.${table}`
            : `select from surveys.${table} t join surveys.answer a on a.id = t.answer where a.seat <> acting.seat()`;
        const seen = await rowsOf(who, table === 'answer' ? `${sql} where seat <> acting.seat()` : sql);
        expect([who, table, seen]).toEqual([who, table, 0]);
      }
      const named = `select from surveys.submitter m join surveys.submission s on s.id = m.submission where s.campaign = '${coded}'`;
      expect([who, await rowsOf(who, named)]).toEqual([who, 0]);
      const met = `select from circulation.deadline where kind = 'answer' and seat <> acting.seat()`;
      expect([who, await rowsOf(who, met)]).toEqual([who, 0]);
      const signed = `select from surveys.submission where campaign = '${coded}'`;
      const reads = who === 'cs.duty' || who === 'ministry.meti' ? 1 : 0;
      expect([who, await rowsOf(who, signed)]).toEqual([who, reads]);
      expect([who, await rowsOf(who, `select from surveys.reader where seat <> acting.seat()`)]).toEqual([who, 0]);
    }
    for (const sql of [
      `insert into surveys.reader (submission, campaign, seat, named) values (gen_random_uuid(), '${coded}', acting.seat(), true)`,
      `update surveys.submission set late = false`,
      `delete from surveys.withdrawal`,
      `update surveys.signature set n = 9`,
    ])
      await expect(rowsOf('ceptoar.power', sql), sql).rejects.toMatchObject({ code: '42501' });
  });

  it('says nothing of it in the stream of anybody who does not read it', async () => {
    const since = new Date(day(1).getTime() - 60_000);
    const told = async (who: string) => {
      const { token } = world.people.get(who) as Person;
      const door = { db: world.db, clock: world.clock, onCommit: () => undefined };
      return asSignedIn(
        door,
        silentVisit,
        token,
        null,
        async (acting) => (await surveyChanges(acting, since)).filter((it) => it.id === coded).length,
      );
    };
    for (const who of ['operator.power-a', 'security.meti', 'cs.planner', 'agency.ipa'])
      expect([who, await told(who)]).toEqual([who, 0]);
    // Those who were asked too, or pass it on elsewhere, hear nothing of what others answer; its readers do.
    for (const who of ['ceptoar.water', 'ministry.mhlw']) expect([who, await told(who)]).toEqual([who, 0]);
    for (const who of ['ministry.meti', 'cs.duty']) expect([who, await told(who)]).toEqual([who, 1]);
  });
});

const silentVisit: Visit = {
  locale: 'ja',
  address: 'test',
  origin: '',
  userAgent: '',
  cookie: () => undefined,
  setCookie: () => undefined,
  header: () => undefined,
};
