import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallWorld, type SmallWorld } from '../../../../../test/parties-world.ts';

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
});
afterAll(() => world.close());

const count = async (
  table:
    | 'parties.body'
    | 'parties.seat'
    | 'parties.circle'
    | 'parties.supervision'
    | 'parties.membership'
    | 'parties.competence'
    | 'acting.power',
): Promise<number> =>
  (
    await world.worker
      .selectFrom(table)
      .select((one) => one.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

describe('the founding', () => {
  it('puts thirteen sectors, eighteen CEPTOARs and their circles into place', async () => {
    const circles = await world.worker.selectFrom('parties.circle').select(['kind', 'key', 'secretariat']).execute();
    expect(circles.filter((one) => one.kind === 'sector')).toHaveLength(13);
    expect(circles.filter((one) => one.kind === 'ceptoar')).toHaveLength(18);
    expect(circles.filter((one) => one.kind === 'ceptoar' && one.secretariat === null)).toEqual([]);
    expect(circles.map((one) => one.key)).toContain('ceptoar.power');
  });

  it('changes nothing when it runs again', async () => {
    const tables = [
      'parties.body',
      'parties.seat',
      'parties.circle',
      'parties.supervision',
      'parties.membership',
      'parties.competence',
      'acting.power',
    ] as const;
    const before = await Promise.all(tables.map(count));
    await world.found();
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('puts the ministry above each CEPTOAR of its sectors', async () => {
    const above = await world.worker
      .selectFrom('parties.supervision as v')
      .innerJoin('parties.body as b', 'b.id', 'v.body')
      .innerJoin('parties.seat as s', 's.id', 'v.seat')
      .innerJoin('parties.body as m', 'm.id', 's.body')
      .select(['b.key as below', 'm.key as above', 's.capacity'])
      .where('b.kind', '=', 'ceptoar')
      .execute();
    expect(above).toHaveLength(18);
    expect(above).toContainEqual({ below: 'ceptoar.power', above: 'meti', capacity: 'sector-ministry' });
    expect(above).toContainEqual({ below: 'ceptoar.water', above: 'mhlw', capacity: 'sector-ministry' });
  });

  it('puts ministry and secretariat above an operator, each for its sector', async () => {
    const above = await world.worker
      .selectFrom('parties.supervision as v')
      .innerJoin('parties.body as b', 'b.id', 'v.body')
      .innerJoin('parties.seat as s', 's.id', 'v.seat')
      .innerJoin('parties.body as m', 'm.id', 's.body')
      .select(['m.key', 'v.sector', 'v.circle'])
      .where('b.key', '=', 'operator.power-a')
      .orderBy('m.key')
      .execute();
    expect(above.map((one) => [one.key, one.sector, one.circle === null])).toEqual([
      ['ceptoar.power', 'electricity', false],
      ['meti', 'electricity', true],
    ]);
  });
});
