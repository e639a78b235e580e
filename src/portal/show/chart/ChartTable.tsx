import { useId } from 'react';
import { Scroll } from '../../list/DataTable.tsx';
import { figure, t } from '../../text.ts';
import { Moment } from '../Time.tsx';
import { valueAt } from './layout.ts';

/** A line over time with the name that stands at its end. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly points: readonly { readonly at: Date; readonly value: number }[];
}

/** What a line chart is given. `marks` are moments with a name, such as a deadline; `file` names the CSV. */
export interface LineChartProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly max?: number;
  readonly unit?: string;
  readonly marks?: readonly { readonly at: Date; readonly label: string }[];
  readonly file: string;
}

/** One moment of a chart and the value of each line at it. */
export interface ChartRow {
  readonly at: Date;
  readonly values: readonly (number | null)[];
}

const MOST = 60;

/** A chart's figures at each moment at which one of its lines turns, thinned to at most sixty. */
export const chartRows = (series: readonly Series[]): ChartRow[] => {
  const turns = [...new Set(series.flatMap((s) => s.points.map((p) => p.at.getTime())))].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(turns.length / MOST));
  return turns
    .filter((_, i) => i % every === 0 || i === turns.length - 1)
    .map((at) => ({ at: new Date(at), values: series.map((s) => valueAt(s.points, at)) }));
};

/** A chart's figures as a table. */
export function ChartTable({
  title,
  series,
  unit = '',
  rows,
}: {
  title: string;
  series: readonly Series[];
  unit?: string;
  rows: readonly ChartRow[];
}) {
  const id = useId();
  return (
    <Scroll name={id}>
      <table className="dense">
        <caption id={id} className="unseen-by-eye">
          {title}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('portal.chart.when')}</th>
            {series.map((s) => (
              <th key={s.key} scope="col" className="number">
                {s.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at.getTime()}>
              <th scope="row">
                <Moment at={row.at} />
              </th>
              {row.values.map((value, i) => (
                <td key={series[i]?.key} className="number">
                  {value === null ? '―' : `${figure(value)}${unit}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
