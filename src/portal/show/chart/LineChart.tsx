import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useEffect, useId, useRef, useState } from 'react';
import { clockTime } from '../../../kernel/time.ts';
import { dayBrief } from '../../data/phrases.ts';
import { CsvButton } from '../../list/CsvButton.tsx';
import { figure, t } from '../../text.ts';
import { ChartTable, chartRows } from './ChartTable.tsx';
import type { LineChartProps } from './ChartTable.tsx';
import { apart, moments } from './layout.ts';

export type { LineChartProps, Series } from './ChartTable.tsx';

const HEIGHT = 300;
const TOP = 16;
const GROUND = 262;
const LEFT = 44;

/** Lines over time, told apart by dash and by the name at their end; the table and the CSV come with it. */
export function LineChart(props: LineChartProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const { title, series, file } = props;
  const rows = chartRows(series);
  return (
    <figure className="chart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {asTable ? <ChartTable {...props} rows={rows} /> : <Drawing {...props} labelledBy={id} />}
      <p className="table-foot">
        <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'portal.chart.picture' : 'portal.chart.table')}
        </button>
        <CsvButton
          file={file}
          head={[t('portal.chart.when'), ...series.map((s) => s.label)]}
          rows={rows.map((r) => [r.at.toISOString(), ...r.values.map((v) => v ?? '')])}
        />
      </p>
    </figure>
  );
}

/** The width of an element, so that words in a drawing keep their size on every screen. */
const useWidth = () => {
  const [width, setWidth] = useState(820);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    const watching = new ResizeObserver(([entry]) =>
      setWidth(Math.max(300, Math.round(entry?.contentRect.width ?? 820))),
    );
    watching.observe(box.current);
    return () => watching.disconnect();
  }, []);
  return { width, box };
};

function Drawing({ series, max, unit = '', marks = [], labelledBy }: LineChartProps & { labelledBy: string }) {
  const { width, box } = useWidth();
  // On a phone there is no room beside the lines: their names go above the ground, at the right end.
  const beside = width >= 560 ? 180 : 8;
  const right = width - beside;
  const times = [...series.flatMap((s) => s.points.map((p) => p.at.getTime())), ...marks.map((m) => m.at.getTime())];
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const top = max ?? Math.max(1, ...series.flatMap((s) => s.points.map((p) => p.value)));
  const x = scaleLinear()
    .domain([from, until === from ? from + 1 : until])
    .range([LEFT, right - 10]);
  const y = scaleLinear().domain([0, top]).range([GROUND, TOP]);
  if (max === undefined) y.nice(4);
  const ticks = max === undefined ? y.ticks(4) : [0, 0.25, 0.5, 0.75, 1].map((share) => share * max);
  const path = line<{ at: Date; value: number }>()
    .x((p) => x(p.at.getTime()))
    .y((p) => y(p.value));
  const names = apart(
    series.map((s) => y(s.points.at(-1)?.value ?? 0) + (beside < 100 ? 18 : 0)),
    20,
    GROUND - 6,
  );
  const long = until - from > 3 * 86_400_000;
  return (
    <div ref={box}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={labelledBy}>
        {ticks.map((value) => (
          <g key={value}>
            <path className="grid" d={`M${LEFT} ${y(value)}H${right}`} />
            <text x={LEFT - 8} y={y(value) + 5} textAnchor="end">
              {figure(value)}
              {unit}
            </text>
          </g>
        ))}
        {times.length > 0 &&
          moments(from, until, Math.max(3, Math.floor(right / 90))).map((at) => (
            <text key={at} x={x(at)} y={GROUND + 24} textAnchor="middle">
              {long ? dayBrief(new Date(at), new Date(until)) : clockTime(new Date(at))}
            </text>
          ))}
        {marks.map((mark) => (
          <g key={mark.label}>
            <path className="limit" d={`M${x(mark.at.getTime())} ${TOP}V${GROUND}`} />
            <text className="limit-name" x={x(mark.at.getTime()) - 8} y={GROUND - 12} textAnchor="end">
              {mark.label}
            </text>
          </g>
        ))}
        {series.map((s, i) => (
          <path key={s.key} className={`line series-${i % 5}`} d={path(s.points) ?? ''} />
        ))}
        {series.map((s, i) => (
          <text
            key={s.key}
            className={`end end-${i % 5}`}
            x={beside < 100 ? right - 12 : right}
            y={(names[i] ?? 0) + 5}
            textAnchor={beside < 100 ? 'end' : 'start'}
          >
            {s.label}
          </text>
        ))}
      </svg>
    </div>
  );
}
