/** A form as a workbook that is filled in offline: one sheet to write on, one with what may be chosen. Nothing in it computes. */
import type { FormCodes, FormDefinition } from '../../../kernel/form.ts';
import { withoutControlCharacters } from '../../../kernel/text.ts';
import { member, stated } from '../engine/values.ts';
import type { Voice } from '../engine/view/voice.ts';
import type { CellValue } from './cells.ts';
import { packageOf } from './package.ts';
import {
  columns,
  firstRow,
  linesOf,
  markRow,
  pathOf,
  precisionWord,
  type SheetRow,
  statesOn,
  stateWord,
  type Written,
} from './rows.ts';
import { look, looks, relations, types } from './look.ts';
import { cellOf, choiceOf, yesNo } from './values.ts';
import type { SheetMark } from './read.ts';

/** What stands at the head of the sheet beside the title of the form: who may see it, and for what it is. */
export interface SheetHead {
  readonly mark: string;
  readonly purpose: SheetMark['purpose'];
  readonly title: string;
}

/** The workbook of a form with what has been written so far; the same content gives the same bytes. */
export const workbookOf = (
  definition: FormDefinition,
  written: Written,
  { codes, voice, head }: { codes: FormCodes; voice: Voice; head: SheetHead },
): Buffer => {
  const lists = listsOf(definition, codes);
  const names = [voice.say('forms.workbook.sheet'), voice.say('forms.workbook.choices')] as const;
  return packageOf([
    ['[Content_Types].xml', types],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${xml}<workbook ${main} xmlns:r="${rel}"><sheets>${names
        .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId3', 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', look],
    ['xl/worksheets/sheet1.xml', formSheet(definition, written, { codes, voice, head, lists, choices: names[1] })],
    ['xl/worksheets/sheet2.xml', choiceSheet(lists, codes, voice)],
  ]);
};

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string =>
  withoutControlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const cell = (column: string, row: number, value: CellValue, style: number): string => {
  const at = `r="${column}${row}" s="${style}"`;
  if (value === '') return `<c ${at}/>`;
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
};

const listsOf = (definition: FormDefinition, codes: FormCodes): readonly string[] => [
  ...new Set(
    definition.sections
      .flatMap((it) => it.fields)
      .filter((it) => it.audience !== 'centre')
      .flatMap((it) => (it.type === 'group' ? it.fields : [it]))
      .flatMap((it) => (it.codes !== undefined && (codes[it.codes] ?? []).length > 0 ? [it.codes] : [])),
  ),
];

// A to Z, then AA: no form has more lists than that.
const letterOf = (i: number): string =>
  i < 26 ? String.fromCodePoint(65 + i) : `${letterOf(Math.floor(i / 26) - 1)}${letterOf(i % 26)}`;

interface Making {
  readonly codes: FormCodes;
  readonly voice: Voice;
  readonly head: SheetHead;
  readonly lists: readonly string[];
  readonly choices: string;
}

const formSheet = (definition: FormDefinition, written: Written, it: Making): string => {
  const { voice, head } = it;
  const lines = linesOf(definition, written, voice);
  const titles = (['place', 'item', 'state', 'value', 'until', 'hint', 'path'] as const).map((key) =>
    cell(columns[key], firstRow - 1, voice.say(`forms.workbook.column.${key}`), looks.heading),
  );
  const rows = lines.map((line, i) => {
    const n = firstRow + i;
    if ('heading' in line) {
      const [first, ...rest] = Object.values(columns);
      const bar = rest.map((column) => cell(column, n, '', looks.heading)).join('');
      return `<row r="${n}">${cell(first as string, n, line.heading, looks.heading)}${bar}</row>`;
    }
    return `<row r="${n}">${rowCells(line, n, it)}</row>`;
  });
  const rules = lines.flatMap((line, i) => ('path' in line ? rulesOf(line, firstRow + i, it) : []));
  const mark = `noroshi ${definition.key} ${definition.version} ${head.purpose}`;
  return `${xml}<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${firstRow - 1}" topLeftCell="A${firstRow}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${[
    8, 34, 14, 52, 20, 40, 22,
  ]
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join(
      '',
    )}</cols><sheetData><row r="1">${cell('A', 1, `【${head.mark}】${head.title}`, looks.title)}</row><row r="${markRow}">${cell('A', markRow, voice.say('forms.workbook.how'), looks.path)}${cell(columns.path, markRow, mark, looks.path)}</row><row r="${firstRow - 1}">${titles.join('')}</row>${rows.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${
    rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
  }<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;R【${escaped(head.mark)}】</oddHeader><oddFooter>&amp;C&amp;P／&amp;N</oddFooter></headerFooter></worksheet>`;
};

const rowCells = (row: SheetRow, n: number, it: Making): string => {
  const { field, part } = row;
  const given = row.raw === undefined || row.raw === null ? undefined : stated(row.raw);
  const first = part === undefined || part === 'name';
  const show = (value: unknown): CellValue =>
    cellOf(field, part === undefined ? value : member(value, part), it.codes, it.voice.locale);
  const state = given === undefined || !first || statesOn(field).length === 0 ? '' : given.state;
  const precision = given?.state === 'about' && typeof given['precision'] === 'string' ? given['precision'] : undefined;
  const value = given === undefined ? '' : show(given.state === 'between' ? given['from'] : given['value']);
  const until =
    given?.state === 'between'
      ? show(given['to'])
      : precision === undefined
        ? ''
        : it.voice.say(precisionWord(precision as Parameters<typeof precisionWord>[0]));
  const entry = field.type === 'integer' || field.type === 'number' ? looks.figure : looks.entry;
  return [
    cell(columns.place, n, row.place, looks.label),
    cell(columns.item, n, row.label, looks.label),
    cell(
      columns.state,
      n,
      state === '' ? '' : it.voice.say(stateWord(state as Parameters<typeof stateWord>[0])),
      statesOn(field).length === 0 || !first ? looks.label : looks.entry,
    ),
    cell(columns.value, n, value, entry),
    cell(columns.until, n, until, statesOn(field).includes('between') ? entry : looks.label),
    cell(columns.hint, n, hintOf(row, it), looks.hint),
    cell(columns.path, n, pathOf(row), looks.path),
  ].join('');
};

const hintOf = ({ field }: SheetRow, { voice }: Making): string => {
  const said = field.type === 'contact' ? '' : voice.say(`forms.workbook.hint.${field.type}`);
  const unit = field.unit === undefined ? '' : field.unit[voice.locale];
  const must = field.required === true ? voice.say('forms.workbook.hint.must') : '';
  return [must, field.help?.[voice.locale] ?? '', said, unit].filter((it) => it !== '').join(' ');
};

const rulesOf = ({ field, part }: SheetRow, n: number, it: Making): string[] => {
  const rule = (column: string, list: string): string =>
    `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}${n}"><formula1>${escaped(list)}</formula1></dataValidation>`;
  const states = statesOn(field);
  const words = states.map((state) => it.voice.say(stateWord(state))).join(',');
  const offered = it.lists.indexOf(field.codes ?? '');
  const letter = letterOf(offered);
  const size = (it.codes[field.codes ?? ''] ?? []).length;
  return [
    ...(states.length === 0 || (part !== undefined && part !== 'name') ? [] : [rule(columns.state, `"${words}"`)]),
    ...(field.type === 'boolean' ? [rule(columns.value, `"${yesNo[it.voice.locale].join(',')}"`)] : []),
    ...(field.type === 'choice' && offered >= 0
      ? [rule(columns.value, `'${it.choices}'!$${letter}$2:$${letter}$${size + 1}`)]
      : []),
  ];
};

const choiceSheet = (lists: readonly string[], codes: FormCodes, voice: Voice): string => {
  const most = Math.max(0, ...lists.map((key) => (codes[key] ?? []).length));
  const rows = Array.from({ length: most + 1 }, (_, i) => {
    const cells = lists.map((key, column) => {
      const entry = (codes[key] ?? [])[i - 1];
      if (i === 0) return cell(letterOf(column), 1, key, looks.heading);
      return entry === undefined ? '' : cell(letterOf(column), i + 1, choiceOf(entry, voice.locale), looks.label);
    });
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  return `${xml}<worksheet ${main}><cols><col min="1" max="${Math.max(1, lists.length)}" width="36" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/></worksheet>`;
};
