import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../../../../test/leaks/seeing.ts';
import { buildWorld, type World } from '../../../../../../test/world.ts';
import { alike } from '../../../../../kernel/text.ts';
import { marksOf } from './marks.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const letters = fc.constantFrom(...'あアｱいｲ架空電力ガｶﾞぱ株社aAＡzΣςİi.@-９9ー 　\n\t');
const name = fc.string({ unit: letters, minLength: 2, maxLength: 9 });
const filler = fc.string({ unit: letters, maxLength: 60 });

/** What the database finds in a text for a persona: each word once. */
const found = async (text: string, who = 'cs.duty'): Promise<string[]> => {
  const form = alike(text);
  const rows = await rowsOf(world, who, sql`select found from exchange.traces(${form}, ${marksOf(form)})`);
  return [...new Set((rows as { found: string }[]).map((r) => r.found))];
};

describe('the words by which a body could be known', () => {
  it('are found exactly where a plain search for each finds them', async () => {
    const body = world.people.get('operator.power-c')?.body;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
        fc.array(fc.oneof(filler, fc.nat(7)), { maxLength: 8 }),
        async (names, parts) => {
          await world.admin.query('update parties.body set alias = $2 where id = $1', [body, names]);
          const text = parts
            .map((part) => (typeof part === 'string' ? part : (names[part % names.length] ?? '')))
            .join('');
          const plain = names.filter((n) => alike(n).trim().length >= 2 && alike(text).includes(alike(n).trim()));
          expect((await found(text)).filter((n) => names.includes(n)).toSorted()).toEqual(plain.toSorted());
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['電力中央', '電 力\n中央', true],
    ['ホクトデンリョク', 'ほくとﾃﾞﾝﾘｮｸの件', true],
    ['Hokuto Power', 'HOKUTO  ｐｏｗｅｒ', true],
    ['Hokuto Power', 'hokutopower', false],
  ])('%j in %j: %s', async (word, text, is) => {
    const body = world.people.get('operator.power-c')?.body;
    await world.admin.query('update parties.body set alias = $2 where id = $1', [body, [word]]);
    expect((await found(text)).includes(word)).toBe(is);
  });

  it('follow the register at once: a name that is changed, a person who is seated or leaves, a body that becomes public', async () => {
    const { body, person } = world.people.get('operator.power-d') ?? {};
    await world.admin.query(`update parties.person set name_ja = '架空 銀次郎' where id = $1`, [person]);
    expect(await found('担当は架空銀次郎です')).toContain('架空 銀次郎');
    await world.admin.query('update parties.body set open = true where id = $1', [body]);
    expect(await found('担当は架空銀次郎です')).not.toContain('架空 銀次郎');
    await world.admin.query('update parties.body set open = false where id = $1', [body]);
    expect(await found('担当は架空銀次郎です')).toContain('架空 銀次郎');
    await world.admin.query('delete from acting.holder where person = $1', [person]);
    expect(await found('担当は架空銀次郎です')).not.toContain('架空 銀次郎');
  });

  it('never leave the database: no request reads them, and a seat that writes no provisions is told nothing', async () => {
    expect(await found('架空power-a株式会社', 'ministry.meti')).toEqual([]);
    expect(await found('架空power-a株式会社')).not.toEqual([]);
    const client = await world.admin.connect();
    await client.query('set role portal');
    await expect(client.query('select word from exchange.known_word')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('select exchange.learn(gen_random_uuid())')).rejects.toMatchObject({ code: '42501' });
    await client.query('reset role');
    client.release();
  });
});
