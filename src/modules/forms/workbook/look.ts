/** How the sheet looks, and the parts of the package that are the same for every form. */

/** The styles by their place among the formats of `look`. Cells to write in are unlocked; all others are kept as they are. */
export const looks = { plain: 0, title: 1, heading: 2, label: 3, entry: 4, figure: 5, hint: 6, path: 7 } as const;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const font = (size: number, more = ''): string =>
  `<font>${more}<sz val="${size}"/><name val="BIZ UDGothic"/><family val="3"/></font>`;
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const edge = ['left', 'right', 'top', 'bottom']
  .map((it) => `<${it} style="thin"><color rgb="FF767676"/></${it}>`)
  .join('');
const top = '<alignment vertical="top" wrapText="1"/>';
const format = (number: number, f: number, fill: number, border: number, inner: string): string =>
  `<xf numFmtId="${number}" fontId="${f}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${inner}</xf>`;

/** `xl/styles.xml`. What is typed into an entry is a text (`@`), so that `=` begins no formula. */
export const look = `${xml}<styleSheet ${main}><fonts count="4">${font(10)}${font(14, '<b/>')}${font(10, '<b/>')}${font(8)}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFE8F1FE')}${solid('FFFFFBE6')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">${[
  format(0, 0, 0, 0, ''),
  format(0, 1, 0, 0, ''),
  format(0, 2, 2, 1, ''),
  format(49, 0, 0, 1, top),
  format(49, 0, 3, 1, `${top}<protection locked="0"/>`),
  format(0, 0, 3, 1, `${top}<protection locked="0"/>`),
  format(49, 3, 0, 0, top),
  format(49, 3, 0, 0, '<alignment vertical="top"/>'),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** `[Content_Types].xml`. */
export const types = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['xl/workbook.xml', 'sheet.main'],
  ['xl/worksheets/sheet1.xml', 'worksheet'],
  ['xl/worksheets/sheet2.xml', 'worksheet'],
  ['xl/styles.xml', 'styles'],
]
  .map(
    ([part, kind]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  )
  .join('')}</Types>`;

/** A part that says which parts belong to another. */
export const relations = (all: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
