import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { floors, rooms } from '../src/house.ts';

const src = resolve(import.meta.dirname, '../src');

const walk = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });

const files = walk(src).map((f) => relative(src, f));
const code = files.filter((f) => /\.tsx?$/u.test(f));
const written = code.filter((f) => !/\.test\.tsx?$/u.test(f));

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(src, file), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/gu,
    ),
  ];
  return found
    .map((m) => m[1] ?? m[2] ?? m[3] ?? '')
    .filter((s) => s.startsWith('.'))
    .map((s) => relative(src, resolve(src, dirname(file), s)));
};

const floorOf = (file: string): number => {
  const top = file.split('/')[0] as string;
  return file.startsWith('..') ? -1 : floors.findIndex((floor) => (floor as readonly string[]).includes(top));
};

const roomOf = (file: string): string | null => (file.startsWith('modules/') ? (file.split('/')[1] ?? null) : null);
const position = (room: string): number => (rooms as readonly string[]).indexOf(room);
const isPage = (file: string): boolean =>
  file.endsWith('.tsx') || /^modules\/[^/]+\/pages\//u.test(file) || file.startsWith('portal/');

describe('the plan of the house', () => {
  it('has every room that stands, and no other', () => {
    expect(readdirSync(join(src, 'modules')).sort()).toEqual([...rooms].sort());
  });

  it('knows the floor of every file', () => {
    expect(written.filter((file) => file !== 'house.ts' && floorOf(file) < 0)).toEqual([]);
  });

  it('lets imports run down and never up', () => {
    const wrong = written.flatMap((file) =>
      importsOf(file)
        .filter((to) => floorOf(to) > floorOf(file))
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the portal kit and the platform apart', () => {
    const wrong = written.flatMap((file) =>
      importsOf(file)
        .filter(
          (to) =>
            (file.startsWith('platform/') && to.startsWith('portal/')) ||
            (file.startsWith('portal/') && to.startsWith('platform/')),
        )
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets the kernel import nothing of ours', () => {
    const wrong = written
      .filter((f) => f.startsWith('kernel/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => !to.startsWith('kernel/'))
          .map((to) => `${file} -> ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('enters rooms only by their door or contract, and only rooms that stand above in the order', () => {
    const wrong = written.flatMap((file) =>
      importsOf(file).flatMap((to) => {
        const [from, room] = [roomOf(file), roomOf(to)];
        if (room === null || from === room) return [];
        const pages = isPage(file) && /^modules\/[^/]+\/pages\//u.test(to);
        const door =
          /^modules\/[^/]+\/(?:index|contract)\.ts$/u.test(to) || pages || /^modules\/[^/]+\/messages\//u.test(to);
        const order = from === null || position(room) < position(from) || pages;
        return door && order ? [] : [`${file} -> ${to}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps pages in the browser: they never import the server', () => {
    const server = (to: string): boolean =>
      to.startsWith('platform/') ||
      to.startsWith('../generated') ||
      /^modules\/[^/]+\/(?:index|routes|reactions|jobs|queries)\.ts$/u.test(to) ||
      /^modules\/[^/]+\/(?:commands|queries)\//u.test(to);
    const wrong = written.filter(isPage).flatMap((file) =>
      importsOf(file)
        .filter(server)
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps contracts and rules fit for the browser', () => {
    const reach = (file: string, seen: Set<string>): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const to of importsOf(file)) if (!to.startsWith('..')) reach(to, seen);
    };
    const seen = new Set<string>();
    for (const file of written.filter((f) => /^modules\/[^/]+\/contract\.ts$/u.test(f))) reach(file, seen);
    const bad = [...seen].filter(
      (f) => f.startsWith('platform/') || /from 'node:/u.test(readFileSync(join(src, f), 'utf8')),
    );
    expect(bad).toEqual([]);
  });

  it('has no circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const to of importsOf(file)) if (written.includes(to)) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of written) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('asks nobody but the injected clock what time it is', () => {
    const wrong = written.filter(
      (f) => f.startsWith('modules/') && /\bDate\.now\(\)|new Date\(\)/u.test(readFileSync(join(src, f), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('knows no zone but the programme’s, and takes no day from a session', () => {
    // What has run is not rewritten; each of those was put right by a later one.
    const old = /migrations\/2026-11-2[34]-/u;
    const wrong = files.filter(
      (f) =>
        /\.(?:tsx?|sql)$/u.test(f) &&
        !/\.test\.tsx?$|\/kit\/sample\.ts$/u.test(f) &&
        !old.test(f) &&
        /Asia\/Tokyo|\+09:00|\b(?:now|at|p_now|p_at|\w+_at)\}?::date\b|current_date/u.test(
          readFileSync(join(src, f), 'utf8'),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('has no file over 300 lines and no folder over 12 entries', () => {
    const long = code.filter((f) => readFileSync(join(src, f), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
    // Migrations are a log: it grows at its end and nobody looks for a subject in it.
    const folders = new Set(files.map((f) => dirname(f)).filter((d) => !d.endsWith('/migrations')));
    const crowded = [...folders].filter(
      (d) => readdirSync(join(src, d)).filter((n) => !/\.test\.tsx?$/u.test(n)).length > 12,
    );
    expect(crowded).toEqual([]);
  });

  it('uses no name that says nothing', () => {
    const empty = code.filter((f) =>
      /(?:Manager|Service|Helper|Util|Dto|common)s?\b/iu.test(f.split('/').at(-1) ?? ''),
    );
    expect(empty).toEqual([]);
  });

  it('puts no markup into a page by hand', () => {
    const raw = written.filter((f) =>
      /dangerouslySetInnerHTML|\.innerHTML\s*=|\braw\(/u.test(readFileSync(join(src, f), 'utf8')),
    );
    expect(raw).toEqual([]);
  });
});
