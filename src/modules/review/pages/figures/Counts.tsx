import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { figure, t } from '../../../../portal/text.ts';
import type { FiguresView } from '../../contract.ts';
import { type Names, yearOf } from '../words.ts';

type Row = FiguresView['rows'][number];

/** Counts by quarter with the year at the end. A quarter to come has no number rather than nought. */
export function Counts({
  title,
  hint,
  label,
  figures,
  rows,
  names,
}: {
  title: string;
  hint?: string;
  label: string;
  figures: FiguresView;
  rows: readonly Row[];
  names: Names;
}) {
  if (rows.length === 0) return null;
  const begun = (quarter: FiguresView['quarters'][number]): boolean => quarter.from <= figures.countedAt;
  return (
    <DataTable
      caption={title}
      {...(hint === undefined ? {} : { hint })}
      rows={rows}
      rowKey={(it) => `${it.what} ${it.code}`}
      file={`${title} ${yearOf(figures.year)}`}
      columns={[
        { key: 'row', label, head: true, cell: names.row, csv: names.row },
        ...figures.quarters.map((quarter, i) => ({
          key: String(quarter.quarter),
          label: t(begun(quarter) && !quarter.over ? 'review.figures.quarter.running' : 'review.figures.quarter', {
            n: quarter.quarter,
          }),
          number: true,
          cell: (it: Row) => (begun(quarter) ? figure(it.quarters[i] ?? 0) : <span className="dim">—</span>),
          csv: (it: Row) => (begun(quarter) ? (it.quarters[i] ?? 0) : ''),
        })),
        {
          key: 'total',
          label: t('review.figures.total'),
          number: true,
          cell: (it) => <b>{figure(it.total)}</b>,
          csv: (it) => it.total,
        },
      ]}
    />
  );
}
