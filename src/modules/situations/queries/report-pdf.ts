import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { label } from '../../../kernel/marking.ts';
import type { Bilingual } from '../../../kernel/shapes.ts';
import { theProgramme } from '../../programme/index.ts';
import type { ReportView } from '../report.ts';
import { type SectorState } from '../shapes.ts';

/** The words of a language, and how it tells a time. */
export interface SheetVoice {
  readonly locale: 'ja' | 'en';
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  both(words: Bilingual): string;
  /** Day and time, however near. */
  whole(at: string): string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const template = readFileSync(here('./report.typ'), 'utf8');

let compiler: NodeCompiler | undefined;
/** Made once and only when a PDF is first wanted: it reads two fonts. It sees its folder and these fonts, and no network. */
const typst = (): NodeCompiler =>
  (compiler ??= NodeCompiler.create({
    workspace: here('.'),
    fontArgs: [
      { fontPaths: [dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/biz-udpgothic/package.json')))] },
    ],
  }));

/**
 * A situation report as a tagged PDF (PDF/UA-1), with its mark on every page; `realm` is the label of a drill or exercise, empty in
 * the live realm. Takes some ten milliseconds of one core: for a route, never inside a transaction.
 */
export const reportPdf = (it: ReportView, voice: SheetVoice, realm: string): Uint8Array => {
  const { t, both, whole, locale } = voice;
  const programme = theProgramme();
  const sector = (key: string): string =>
    both(programme.sectors.find((one) => one.key === key)?.title ?? { ja: key, en: key });
  const regions = (keys: readonly string[]): string =>
    keys
      .map((key) => both(programme.regions.find((one) => one.key === key)?.title ?? { ja: key, en: key }))
      .join(t('situations.and'));
  const state = (key: SectorState | null): string => t(`situations.state.${key ?? 'none'}`);
  const { picture, changes } = it;
  const said = (title: string, text: string) => ({
    title: t(title),
    lines: text.split('\n').filter((line) => line !== ''),
  });
  const data = {
    lang: locale,
    title: `${realm}${it.title}`,
    from: t('situations.part.desk'),
    mark: `${realm} ${label(it.handling)}`.trim(),
    reference: it.reference,
    facts: [
      [t('situations.report.collected'), whole(it.collectedAt)],
      ...(it.releasedAt === null ? [] : [[t('situations.report.released'), whole(it.releasedAt)]]),
      ...(it.releasedBy === null ? [] : [[t('situations.report.by'), both(it.releasedBy)]]),
    ],
    parts: [
      said('situations.report.summary', it.summary),
      ...(it.outlook === '' ? [] : [said('situations.report.outlook', it.outlook)]),
      {
        title: t('situations.report.changes'),
        lines: [
          ...changes.sectors.map((one) =>
            t('situations.report.change', { sector: sector(one.sector), was: state(one.was), now: state(one.now) }),
          ),
          t('situations.report.change.more', { spills: changes.spills, decisions: changes.decisions }),
        ],
      },
    ],
    table: {
      title: t('situations.report.sectors'),
      head: ['sector', 'service', 'regions', 'levels', 'says', 'recovery'].map((key) => t(`situations.${key}`)),
      rows: picture.sectors.map((row) => [
        sector(row.sector),
        state(row.state),
        regions(row.regions),
        row.below > 0 ? t('situations.level.below', { n: row.below }) : '',
        row.says ?? (row.silent ? t('situations.report.silent') : ''),
        row.recovery ?? '',
      ]),
    },
    after: [
      {
        title: t('situations.spills'),
        lines: picture.spills.map(
          (one) =>
            `${t('situations.spill.line', { cause: sector(one.cause), effect: sector(one.effect), how: t(`situations.spill.${one.how}`) })} ${one.says}`,
        ),
      },
      {
        title: t('situations.decisions'),
        lines: picture.decisions.map((one) => `${whole(one.at)}  ${one.decided}  ${one.authority}`),
      },
    ].filter((part) => part.lines.length > 0),
  };
  const made = typst().pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: 'ua-1' },
  );
  typst().evictCache(10);
  return made;
};
