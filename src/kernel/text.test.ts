import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/database.ts';
import {
  alike,
  alikeAt,
  defuseMarkup,
  fold,
  hasControlCharacters,
  hasMarkup,
  searchQuery,
  searchVector,
  terms,
  tidy,
} from './text.ts';

// Any sixteen-bit units at all, lone surrogates too; and what people really write.
const anything = fc.string({ unit: 'binary', maxLength: 300 });
const written = fc.string({
  unit: fc.constantFrom(...'あア亜ｱＡａa1１北都電力 　\t\r\n.-@_<>/!\'"\\:&|*()é\u0301が\u3099🐉𠮷'),
  maxLength: 120,
});
const text = fc.oneof(anything, written, fc.string({ unit: 'grapheme', maxLength: 80 }));

let fresh: FreshDatabase;
let db: pg.Client;
beforeAll(async () => {
  fresh = await freshDatabase('bare');
  db = new pg.Client(fresh.config('admin'));
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await fresh.drop();
});

describe('tidying', () => {
  it('done twice is done once, and leaves no blank edge and no carriage return', () => {
    fc.assert(
      fc.property(text, (s) => {
        const once = tidy(s);
        expect(tidy(once)).toBe(once);
        expect(once).not.toMatch(/\r|[ \t\u3000]\n|^[\n ]|[\n ]$/u);
      }),
    );
  });

  it('takes time in proportion to the text, whatever stands in it', () => {
    const took = (s: string): number => {
      const began = performance.now();
      for (const it of [tidy, fold, terms, searchVector, searchQuery, hasMarkup, hasControlCharacters, defuseMarkup])
        it(s);
      return performance.now() - began;
    };
    for (const unit of [' ', '\n', ' \n', '<', '<<a', '.', 'a.', '@-', 'あ', '\t　', '\r', 'a漢']) {
      took(unit.repeat(2_000));
      expect(took(unit.repeat(200_000)), JSON.stringify(unit)).toBeLessThan(4_000);
    }
  });
});

describe('characters that hide or reorder what a reader sees', () => {
  const hidden = [
    0x00, 0x07, 0x08, 0x0b, 0x0c, 0x1b, 0x7f, 0x85, 0x9f, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200e,
    0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2063, 0x2066, 0x2069, 0x206a, 0x3164, 0xfeff, 0xffa0, 0xfff9,
    0xfffb, 0xe0001, 0xe0041, 0xe007f,
  ];
  it.each(hidden.map((c) => [c.toString(16).padStart(4, '0'), c] as const))('U+%s is one', (_, c) => {
    expect(hasControlCharacters(`北都${String.fromCodePoint(c)}電力`)).toBe(true);
  });

  it('half of a pair is one', () => {
    for (const s of ['\ud800', 'a\udc00b', '\udfff\ud800']) expect(hasControlCharacters(s)).toBe(true);
  });

  it('a joiner outside of a picture is one, inside it is none', () => {
    expect(hasControlCharacters('北\u200d都')).toBe(true);
    expect(hasControlCharacters('👩\u200d💻 👩🏽\u200d💻 ❤\ufe0f\u200d🔥')).toBe(false);
  });

  it('what people write is none: variants of characters, accents, tabs and lines', () => {
    for (const s of [
      '葛\u{E0100}城市',
      '辻\uFE00',
      'é e\u0301',
      'が',
      'a\tb\nc',
      '𠮷野家',
      '①㈱℡',
      '〜－―‐…',
      '☎️',
      '한국',
    ])
      expect([s, hasControlCharacters(s)]).toEqual([s, false]);
  });
});

describe('markup', () => {
  it.each(['<b', '</b', '<!--', '<?xml', '<SVG', 'a<script>', '<K'])('%j could be read as it', (s) => {
    expect(hasMarkup(s)).toBe(true);
    expect(hasMarkup(defuseMarkup(s))).toBe(false);
  });

  it.each(['a < b', '<', '<<', '1<2', '<3', '＜b＞', '<あ', '>b<'])('%j could not', (s) =>
    expect(hasMarkup(s)).toBe(false),
  );

  it('is gone from any text once it is defused, which changes nothing else', () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(hasMarkup(defuseMarkup(s))).toBe(false);
        expect(defuseMarkup(s).replaceAll('＜', '<')).toBe(s.replaceAll('＜', '<'));
      }),
    );
  });
});

describe('comparing', () => {
  it('minds neither width nor case nor script of kana', () => {
    expect(fold('ＴＬＰ：ＡＭＢＥＲ')).toBe('tlp:amber');
    expect(fold('ﾏﾙｳｪｱ')).toBe(fold('マルウェア'));
    expect(fold('まるうぇあ')).toBe(fold('マルウェア'));
    expect(fold('　北都　 電力\n')).toBe('北都 電力');
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(fold(fold(s))).toBe(fold(s));
      }),
    );
  });
});

describe('looking for a name', () => {
  it('gives the same form with places as without, each place inside the text and never going back', () => {
    fc.assert(
      fc.property(text, (s) => {
        const { text: form, at } = alikeAt(tidy(s));
        expect(form).toBe(alike(tidy(s)));
        expect(at).toHaveLength(form.length + 1);
        expect(at.at(-1)).toBe(tidy(s).length);
        expect(at.every((place, i) => i === 0 || place >= (at[i - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('minds no blank beside Japanese, and one blank elsewhere', () => {
    expect(alike('山田　太\n郎')).toBe('山田太郎');
    expect(alike('Hokuto  Power\n北都')).toBe('hokuto power北都');
  });
});

describe('searching', () => {
  const matches = async (document: string, query: string): Promise<boolean> => {
    const { rows } = await db.query<{ m: boolean }>('select $1::tsvector @@ $2::tsquery as m', [
      searchVector(document),
      searchQuery(query),
    ]);
    return rows[0]?.m === true;
  };

  it('never fails, in our hands or the database’s, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (document, query) => {
        const { rows } = await db.query('select $1::tsvector as v, $2::tsquery as q', [
          searchVector(document),
          searchQuery(query),
        ]);
        expect(rows).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it('finds every word that stands in a text, from its beginning', async () => {
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'abcXYZ019'), minLength: 1, maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'北都電力監視端末アｱ'), minLength: 1, maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(5), async (words, i) => {
        const wanted = words[i % words.length] as string;
        expect(await matches(words.join('、'), wanted)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['遠隔監視端末から外部への不審な通信', '監視端末', true],
    ['遠隔監視端末から外部への不審な通信', '端末監視', false],
    ['ＣＶＥ－２０２６－１２３４ の悪用', 'cve-2026-1234', true],
    ['ﾏﾙｳｪｱ感染', 'マルウェア', true],
    ['scada-gw01.hokuto.example に接続', 'hokuto', true],
    ['scada-gw01.hokuto.example に接続', 'gw01', true],
    ['Modbus/TCP 502', '５０２', true],
    ['水', '水', true],
    ['通信', '通信 電力', false],
  ])('in %j asks for %j: %s', async (document, query, found) => expect(await matches(document, query)).toBe(found));

  it('asks nothing when nothing is asked', () => {
    for (const s of ['', ' ', '&|!():*', "'", '\u0000', '、。', '<>']) expect(searchQuery(s)).toBeNull();
  });

  it('keeps what it stores within what the database can hold', async () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `${'가'.repeat(55)}${i}-${'나'.repeat(55)}${i}`).join(' ');
    for (const s of [long, '漢字'.repeat(200_000), 'x'.repeat(1_000_000), 'a '.repeat(300_000)]) {
      const { rows } = await db.query<{ n: number }>('select length($1::tsvector) as n', [searchVector(s)]);
      expect(rows[0]?.n).toBeGreaterThan(0);
    }
  });
});
