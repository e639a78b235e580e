import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formCodes, formOf, loadProgramme } from '../../src/modules/programme/index.ts';
import { openSheet, readSheet, voiceOf, workbookOf } from '../../src/modules/forms/index.ts';

// Left out only where there is no LibreOffice and nobody counts on it: a machine that tests for others has to have it.
const here = spawnSync('soffice', ['--version']).status === 0;
const leftOut = !here && process.env['CI'] === undefined;
const now = new Date('2026-11-23T03:00:00Z');
const written = {
  subject: {
    headline: '=監視端末が応答しない',
    summary: '一行目\n二行目',
    eventType: 'E31',
    causeTypes: ['C26', 'C28'],
    detectedAt: { state: 'about', value: '2026-11-22T16:00:00.000Z', precision: 'hour' },
    handling: 'AMBER',
  },
  answers: {
    users: { state: 'between', from: 100, to: 2500 },
    place: { state: 'withheld' },
    levelBreached: { state: 'known', value: false },
    indicators: [{ value: { state: 'known', value: 'https://a.example/x' } }],
    ministryDesk: { state: 'known', value: { name: '山田', phone: '00-0000-0000' } },
  },
};

describe.skipIf(leftOut)('a form as a workbook, in the hands of LibreOffice', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sheet-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const convert = (file: string, to: string): Buffer => {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, to),
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return readFileSync(join(folder, to, `form.${to}`));
  };

  it('is opened, computed and saved again, and says what it said; as a table it holds nothing that runs', {
    timeout: 240_000,
  }, async () => {
    const programme = await loadProgramme(resolve(import.meta.dirname, '../../programmes/jp-2014'));
    const definition = formOf(programme, 'failure-report');
    if (definition === undefined) throw new Error('no such form');
    const codes = formCodes(programme, now);
    const head = { mark: 'TLP:AMBER', purpose: 'failure', title: '見本' };
    const file = join(folder, 'form.xlsx');
    writeFileSync(file, workbookOf(definition, written, { codes, voice: voiceOf('ja'), head }));
    const { mark, cells } = openSheet(convert(file, 'xlsx'));
    const read = readSheet(cells, definition, { codes, stage: 'first', now });
    expect(mark).toEqual({ form: 'failure-report', version: 1, purpose: 'failure' });
    expect(read.problems).toEqual([]);
    expect([read.subject, read.answers]).toEqual([written.subject, written.answers]);
    expect(convert(file, 'csv').toString()).not.toMatch(/(?:^|[,\n]"?)[=@＝]/u);
  });
});
