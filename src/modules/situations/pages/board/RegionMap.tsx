import { useId, useState } from 'react';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { t } from '../../../../portal/text.ts';
import { regionsOf } from '../../rules.ts';
import { type Board, states } from '../../shapes.ts';
import { type BoardWords, signOf, stateWord } from '../words.ts';
import { Standing } from './Standing.tsx';

const [SIDE, HIGH, GAP] = [80, 70, 4];

/** The regions of the programme as tiles at their rough place, each with the heaviest state said for it; the table comes with it. */
export function RegionMap({ it, words }: { it: Board; words: BoardWords }) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  if (words.regions.length === 0) return null;
  const rows = regionsOf(
    it.sectors,
    words.regions.map((region) => region.key),
  );
  const columns = Math.max(...words.regions.map(({ tile }) => tile[0] ?? 0)) + 1;
  const high = Math.max(...words.regions.map(({ tile }) => tile[1] ?? 0)) + 1;
  return (
    <figure className="regions" aria-labelledby={id}>
      <h2 id={id}>
        {t('situations.map')} <small className="dim">{t('situations.map.hint')}</small>
      </h2>
      {asTable ? (
        <DataTable
          dense
          caption={<span className="unseen-by-eye">{t('situations.map')}</span>}
          rows={rows}
          rowKey={(row) => row.region}
          file={`${it.reference}-regions`}
          columns={[
            {
              key: 'region',
              label: t('situations.region'),
              head: true,
              cell: (row) => words.inRegions([row.region]),
              csv: (row) => words.inRegions([row.region]),
            },
            {
              key: 'worst',
              label: t('situations.worst'),
              cell: (row) => <Standing of={row.worst} />,
              csv: (row) => stateWord(row.worst),
            },
            {
              key: 'sectors',
              label: t('situations.touched'),
              cell: (row) => row.sectors.map(words.sector).join(t('situations.and')) || '―',
              csv: (row) => row.sectors.map(words.sector).join(t('situations.and')),
            },
          ]}
        />
      ) : (
        <>
          <svg viewBox={`0 0 ${columns * SIDE} ${high * HIGH}`} role="img" aria-labelledby={id}>
            {words.regions.map(({ key, label, tile }) => {
              const row = rows.find((one) => one.region === key);
              const worst = row?.worst ?? null;
              const n = row?.sectors.length ?? 0;
              return (
                <g
                  key={key}
                  className={`tile ${worst ?? 'none'}`}
                  transform={`translate(${(tile[0] ?? 0) * SIDE} ${(tile[1] ?? 0) * HIGH})`}
                >
                  <rect x={1} y={1} width={SIDE - GAP} height={HIGH - GAP} rx={4} />
                  <text x={8} y={28} className="name">
                    {label}
                  </text>
                  <text x={8} y={52}>
                    {signOf(worst)}{' '}
                    {n > 0
                      ? t('situations.sectors.n', { n })
                      : worst === null
                        ? t('situations.state.none')
                        : t('situations.map.free')}
                  </text>
                </g>
              );
            })}
          </svg>
          <p className="legend small dim">
            {[...states, null].map((state) => (
              <span key={state ?? 'none'}>
                {signOf(state)}
                {state === 'normal' ? t('situations.map.free.long') : stateWord(state)}
              </span>
            ))}
          </p>
        </>
      )}
      <p className="small dim">
        {!asTable && t('situations.map.rough')}{' '}
        <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('situations.map.picture') : t('situations.map.table')}
        </button>
      </p>
    </figure>
  );
}
