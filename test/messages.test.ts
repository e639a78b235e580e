import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from '../src/house.ts';

const src = resolve(import.meta.dirname, '../src');
const places = ['platform', 'portal', 'plain', ...rooms.map((room) => `modules/${room}`)];

const walk = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });

/** A catalogue as it is written: its entries in order, so that a key that stands twice is seen. */
const read = (place: string, language: 'ja' | 'en'): [key: string, text: string][] => {
  const file = join(src, place, 'messages', `${language}.json`);
  if (!existsSync(file)) return [];
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  const written = [...readFileSync(file, 'utf8').matchAll(/^\s*"((?:[^"\\]|\\.)+)":/gmu)].map((m) => m[1] as string);
  return written.length === entries.length ? entries : [['', `${place} ${language}: a key stands twice`]];
};

const catalogues = places.map((place) => ({ place, ja: read(place, 'ja'), en: read(place, 'en') }));
const ja = new Map(catalogues.flatMap((c) => c.ja));
const en = new Map(catalogues.flatMap((c) => c.en));

const sources = walk(src)
  .filter((f) => /\.(?:tsx?|sql)$/u.test(f) && !/\.test\.tsx?$/u.test(f) && !f.includes('/portal/kit/'))
  .map((f) => ({ file: relative(src, f), text: readFileSync(f, 'utf8') }));
const speaking = sources.filter(({ file }) => /^(?:portal|plain)\/|\/pages\/|^app\.tsx$/u.test(file));

/** Keys whose last part is a word of the programmes: every fact that proves a measure has a name, and nothing else has. */
const facts = new Set(
  walk(resolve(src, '../programmes'))
    .filter((f) => f.endsWith('.yaml'))
    .flatMap((f) =>
      [...readFileSync(f, 'utf8').matchAll(/\bevidence: *\[([^\]]*)\]/gu)].flatMap((m) =>
        (m[1] as string).split(',').map((it) => it.trim()),
      ),
    )
    .filter((it) => it !== ''),
);
const ofFact = 'progress.fact.';

const literals = (text: string): string[] =>
  [...text.matchAll(/'([a-z][\w.-]+)'|"([a-z][\w.-]+)"|`([a-z][\w.-]+)`/gu)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Templates such as `circulation.desk.${part}.title`, as patterns of the keys that they can become. */
const templates = (text: string): RegExp[] =>
  [...text.matchAll(/`([a-z]+\.[\w.-]*(?:\$\{[^`]*?\}[\w.-]*)+)`/gu)].map(
    (m) =>
      new RegExp(
        `^${(m[1] as string)
          .split(/\$\{[^`]*?\}/u)
          .map(escaped)
          .join('[\\w+-]*')}$`,
        'u',
      ),
  );

const used = new Set(sources.flatMap(({ text }) => literals(text)));
const patterns = sources.flatMap(({ text }) => templates(text));

const reasons = [
  ...new Set(
    sources.flatMap(({ file, text }) => [
      ...[...text.matchAll(/new Refusal\(\s*'([a-z-]+)'/gu)].map((m) => m[1] as string),
      ...[...text.matchAll(/refusals: \[([^\]]*)\]/gu)].flatMap((m) =>
        [...(m[1] as string).matchAll(/'([a-z-]+)'/gu)].map((r) => r[1] as string),
      ),
      ...(file.endsWith('.sql')
        ? [...text.matchAll(/raise exception '([a-z-]+)' using errcode = '(?:P0001|23514)'/gu)].map(
            (m) => m[1] as string,
          )
        : []),
    ]),
  ),
  'malformed',
  'not-found',
].sort();

describe('what is said to people', () => {
  it('is said in both languages, and in one place only', () => {
    for (const { place, ja: here, en: there } of catalogues)
      expect([place, there.map(([k]) => k).sort()]).toEqual([place, here.map(([k]) => k).sort()]);
    const all = catalogues.flatMap((c) => c.ja.map(([key]) => key));
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
  });

  it('has the same holes in both', () => {
    const holes = (s: string | undefined): string[] =>
      [...new Set([...(s ?? '').matchAll(/\{(\w+)\}/gu)].map((m) => m[1] as string))].sort();
    expect(
      [...ja].filter(([key, text]) => holes(text).join() !== holes(en.get(key)).join()).map(([key]) => key),
    ).toEqual([]);
  });

  it('is never empty, and has no brace that nothing fills', () => {
    const bad = [...ja, ...en].filter(
      ([, text]) => text.trim() === '' || /[{}]/u.test(text.replaceAll(/\{\w+\}/gu, '')),
    );
    expect(bad).toEqual([]);
  });

  it('has no Japanese in English but the name of the language', () => {
    const japanese = /[\u3040-\u30FF\u4E00-\u9FFF]/u;
    const allowed = /日本語|狼煙|【訓練】|【演習】|【実】/gu;
    expect([...en].filter(([, text]) => japanese.test(text.replaceAll(allowed, '')))).toEqual([]);
  });
});

describe('keys', () => {
  it('that a page asks for all stand in a catalogue', () => {
    const asked = speaking.flatMap(({ file, text }) => [
      ...[...text.matchAll(/\b(?:t|rich|hasText)\(\s*'([^']+)'/gu)].map((m) => [file, m[1] as string] as const),
      ...literals(text)
        .filter((it) =>
          new RegExp(`^(?:portal|plain|refusal|${rooms.join('|')})\\.[a-z-]+(?:\\.[\\w-]+)+$`, 'u').test(it),
        )
        .map((it) => [file, it] as const),
    ]);
    expect([...new Set(asked.filter(([, key]) => !ja.has(key)).map(([file, key]) => `${file}: ${key}`))]).toEqual([]);
  });

  it('that are made of parts can become something that stands', () => {
    const empty = speaking
      .flatMap(({ file, text }) => templates(text).map((p) => [file, p] as const))
      .filter(([, p]) => ![...ja.keys()].some((key) => p.test(key)));
    const rooted = empty.filter(
      ([, p]) =>
        !p.source.startsWith(`^${escaped(ofFact)}`) &&
        new RegExp(`^\\^(?:portal|plain|refusal|${rooms.join('|')})\\\\\\.`, 'u').test(p.source),
    );
    expect(rooted.map(([file, p]) => `${file}: ${p.source}`)).toEqual([]);
  });

  it('are all asked for', () => {
    const judgedElsewhere = (key: string): boolean => key.startsWith('refusal.') || key.startsWith(ofFact);
    expect(
      [...ja.keys()].filter((key) => !used.has(key) && !patterns.some((p) => p.test(key)) && !judgedElsewhere(key)),
    ).toEqual([]);
  });

  it('name every fact that proves a measure, and no other', () => {
    const named = [...ja.keys()].filter((key) => key.startsWith(ofFact)).map((key) => key.slice(ofFact.length));
    expect(named.sort()).toEqual([...facts].sort());
  });
});

describe('refusals', () => {
  it('all have words and a way out', () => {
    const mute = reasons
      .flatMap((reason) => [`refusal.${reason}`, `refusal.${reason}.way`])
      .filter((key) => !ja.has(key));
    expect(mute).toEqual([]);
  });

  it('have no words for what nobody refuses', () => {
    const known = new Set(reasons.flatMap((reason) => [`refusal.${reason}`, `refusal.${reason}.way`]));
    expect(
      [...ja.keys()].filter(
        (key) => key.startsWith('refusal.') && !known.has(key) && !used.has(key.split('.')[1] as string),
      ),
    ).toEqual([]);
  });
});
