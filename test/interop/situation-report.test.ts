import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { tlp } from '../../src/kernel/marking.ts';
import { installProgramme, loadProgramme } from '../../src/modules/programme/index.ts';
import { reportPdf, type SituationReport } from '../../src/modules/situations/index.ts';
import { serverWords } from '../../src/composition.ts';
import { voiceAt } from '../../src/plain/words.ts';

const pdftotextHere = spawnSync('pdftotext', ['-v']).error === undefined;
const at = '2026-11-23T03:00:00.000Z';
const id = '00000000-0000-4000-8000-000000000000';
const report = (sectors: number, summary: string): SituationReport => ({
  id,
  item: id,
  situation: id,
  number: 3,
  title: '状況報告 第3報　東北の複合障害（架空）',
  reference: '状-7K3M-Q2',
  handling: tlp('AMBER+STRICT'),
  picture: {
    sectors: Array.from({ length: sectors }, () => ({
      sector: 'electricity',
      state: 'stopped' as const,
      regions: ['tohoku', 'kanto'],
      says: '監視系を切り離し、手動で継続している。復旧の見込みはまだ立たない',
      recovery: '06:30 ころ',
      below: 1,
      silent: false,
    })),
    spills: [{ cause: 'electricity', effect: 'railway', how: 'confirmed', says: '停電で配信が止まった' }],
    decisions: [{ decided: '公表は一本で行う', authority: '初動対処 第5（見本）', at }],
  },
  changes: { sectors: [{ sector: 'electricity', was: 'degraded', now: 'stopped' }], spills: 1, decisions: 1 },
  summary,
  outlook: '',
  collectedAt: at,
  due: at,
  releasedAt: at,
  releasedBy: { ja: '真名瀬 理（架空）', en: 'Osamu Manase (fictitious)' },
  receipt: null,
  desk: null,
});
const read = (pdf: Uint8Array): string[] => {
  const run = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });
  expect(run.status, run.stderr).toBe(0);
  return run.stdout.split('\f').filter((page) => page.trim() !== '');
};
const bare = (text: string): string => text.replaceAll(/\s+/gu, '');
const voice = (locale: 'ja' | 'en') => voiceAt(locale, serverWords(locale), new Date(at));

if (!pdftotextHere)
  process.stderr.write(
    'No pdftotext here: reading PDF back is left out. Install it with: apt-get install poppler-utils\n',
  );

describe.skipIf(!pdftotextHere)('a situation report as PDF, read back by another program', () => {
  beforeAll(async () => {
    installProgramme(await loadProgramme(fileURLToPath(new URL('../../programmes/jp-2014', import.meta.url))));
  });

  it('says what the page says, in Japanese and in English', () => {
    const ja = read(reportPdf(report(1, '電力が止まっている。'), voice('ja'), '')).join('\n');
    // Between Japanese and Latin letters the typesetter leaves a thin space, which comes back as a blank.
    const words = [
      '状況報告 第3報',
      '状-7K3M-Q2',
      '電力が止まっている。',
      '電力：低下から停止へ',
      '東北・関東',
      '真名瀬 理',
      '公表は一本で行う',
    ];
    for (const word of words) expect(bare(ja)).toContain(bare(word));
    expect(read(reportPdf(report(1, 'Power is out.'), voice('en'), '')).join('\n')).toMatch(
      /Electricity[\s\S]*Stopped/u,
    );
  });

  it('bears its mark on every page, and that of a drill with it', () => {
    const pages = read(reportPdf(report(60, '電力が止まっている。'), voice('ja'), '【訓練】'));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.match(/【訓練】 TLP:AMBER\+STRICT/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it('takes nothing that is written as markup or as code', () => {
    const nasty = '#panic("x") *太字* $x$ #include "/etc/passwd" @ref <label> \\ `raw`';
    expect(
      read(reportPdf(report(1, nasty), voice('ja'), ''))
        .join('\n')
        .replaceAll(/\s+/gu, ' '),
    ).toContain(nasty);
  });
});
