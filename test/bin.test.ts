import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { throwawayFolder } from './store.ts';

const root = join(import.meta.dirname, '..');
let folder: { path: string; remove(): void };

beforeEach(() => {
  folder = throwawayFolder();
  cpSync(join(root, 'bin'), join(folder.path, 'bin'), { recursive: true });
});
afterEach(() => folder.remove());

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder.path, path)), { recursive: true });
  writeFileSync(join(folder.path, path), text);
};

const run = (program: string, ...args: string[]): { status: number | null; out: string; said: string } => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder.path, encoding: 'utf8' });
  return { status, out: stdout.trim(), said: stderr };
};

describe('bin/start', () => {
  test.each([
    [['--nope'], 'unknown: --nope'],
    [['demo'], 'unknown: demo'],
    [['--port', 'http'], '--port needs a number'],
    [['--port=70000'], '--port needs a number'],
    [['--data'], '--data needs a folder'],
    [['--data', '--demo'], '--data needs a folder'],
  ])('refuses %j in words and does nothing', (flags, words) => {
    const { status, said } = run('bin/start', ...flags);
    expect(status).toBe(2);
    expect(said).toContain(words);
    expect(said).toContain('usage: bin/start [--demo] [--data DIR] [--port N]');
  });

  test('explains itself', () => {
    expect(run('bin/start', '--help')).toMatchObject({ status: 0, out: '' });
  });
});

describe('the last line of bin/test', () => {
  const tally = (report: object | undefined, status: number): string => {
    if (report !== undefined) put('report.json', JSON.stringify(report));
    return run(process.execPath, 'bin/tally.ts', 'report.json', String(status)).out;
  };
  const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

  test('says how many passed, failed and were left out', () => {
    expect(tally(counts, 0)).toBe('5 passed, 0 failed');
    expect(tally({ ...counts, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, 1)).toBe(
      '5 passed, 2 failed, 2 skipped',
    );
  });

  test('never says that nothing failed when something did', () => {
    expect(tally({ ...counts, testResults: [{ status: 'failed', assertionResults: [] }] }, 1)).toBe(
      '5 passed, 1 failed',
    );
    expect(tally(counts, 1)).toBe('5 passed, 1 failed');
  });

  test('also stands when the run left no report', () => {
    expect(tally(undefined, 134)).toBe('0 passed, 1 failed');
  });
});

describe('building the portal', () => {
  // In place of the real builder: copies the source, or fails when told to.
  const builder = `const { appendFileSync, cpSync, existsSync } = require('node:fs');
    if (existsSync('src/portal/broken.ts')) process.exit(1);
    appendFileSync('builds', 'x');
    cpSync('src/portal', process.argv[process.argv.indexOf('--outDir') + 1], { recursive: true });`;
  const build = (): number | null => run(process.execPath, 'bin/portal.ts').status;
  const builds = (): number => readFileSync(join(folder.path, 'builds'), 'utf8').length;

  beforeEach(() => {
    put('node_modules/vite/bin/vite.js', builder);
    put('package-lock.json', '{}');
    put('src/portal/index.ts', 'one');
    put('src/modules/exchange/migrations/a.sql', 'select 1');
  });

  test('happens once, and again when what it is made of has changed', () => {
    expect([build(), build(), builds()]).toEqual([0, 0, 1]);
    put('src/modules/exchange/migrations/b.sql', 'select 2');
    put('src/portal/index.test.ts', 'test');
    expect([build(), builds()]).toEqual([0, 1]);
    appendFileSync(join(folder.path, 'src/portal/index.ts'), 'two');
    expect([build(), builds()]).toEqual([0, 2]);
    put('src/modules/exchange/messages/ja.json', '{}');
    expect([build(), builds()]).toEqual([0, 3]);
  });

  test('that fails leaves the portal that stands, and is tried again', () => {
    build();
    put('src/portal/broken.ts', '');
    expect([build(), build()]).toEqual([1, 1]);
    expect(readFileSync(join(folder.path, 'dist/portal/index.ts'), 'utf8')).toBe('one');
    expect(existsSync(join(folder.path, 'dist/portal.next'))).toBe(false);
  });
});

describe('bin/new', () => {
  const scaffold = (...args: string[]): ReturnType<typeof run> => run(process.execPath, 'bin/scaffold.ts', ...args);
  beforeEach(() => put('src/house.ts', "export const rooms = ['programme', 'parties'] as const;\n"));

  test('begins a room in the shape of the house and puts it into the plan', () => {
    const { status, out } = scaffold('room', 'desk-book');
    expect(status).toBe(0);
    const files = out.split('\n').filter((line) => line.startsWith('src/modules/desk-book/'));
    expect(files.map((path) => path.slice('src/modules/desk-book/'.length).replace(/\d{4}-\d\d-\d\d/u, 'DAY'))).toEqual(
      [
        'README.md',
        'contract.ts',
        'rules.ts',
        'commands/README.md',
        'queries.ts',
        'routes.ts',
        'reactions.ts',
        'index.ts',
        'messages/ja.json',
        'messages/en.json',
        'migrations/DAY-desk-book.sql',
      ],
    );
    expect(readFileSync(join(folder.path, 'src/house.ts'), 'utf8')).toContain("'parties', 'desk-book'] as const");
    expect(readFileSync(join(folder.path, 'src/modules/desk-book/contract.ts'), 'utf8')).toContain('deskBookDoors');
    expect(scaffold('room', 'desk-book')).toMatchObject({ status: 2 });
  });

  test('begins a command with its test beside it', () => {
    put('src/modules/parties/index.ts', '');
    expect(scaffold('command', 'parties', 'withdraw-invitation').status).toBe(0);
    const command = readFileSync(join(folder.path, 'src/modules/parties/commands/withdraw-invitation.ts'), 'utf8');
    expect(command).toContain(
      'export const withdrawInvitation = async (acting: Acting, input: WithdrawInvitationInput)',
    );
    expect(command).toContain("fact: 'invitation.withdrawn'");
    expect(existsSync(join(folder.path, 'src/modules/parties/commands/withdraw-invitation.test.ts'))).toBe(true);
  });

  test.each([
    [[]],
    [['room', 'Desk']],
    [['room', '../desk']],
    [['command', 'nowhere', 'do-it']],
    [['command', 'parties']],
  ])('refuses %j and writes nothing', (args) => {
    expect(scaffold(...args).status).toBe(2);
    expect(existsSync(join(folder.path, 'src/modules'))).toBe(false);
  });
});
