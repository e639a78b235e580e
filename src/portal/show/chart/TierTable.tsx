import { useId } from 'react';
import { span } from '../../data/phrases.ts';
import { Scroll } from '../../list/DataTable.tsx';
import { figure, t } from '../../text.ts';
import { State } from '../State.tsx';
import { Moment } from '../Time.tsx';
import { Bar } from './Bar.tsx';

/** The figures of one tier. Seconds are from sending to acknowledgement, null when nobody has. */
export interface TierRow {
  readonly key: string;
  readonly name: string;
  readonly targeted: number;
  readonly delivered: number;
  readonly opened: number;
  readonly acknowledged: number;
  readonly medianSeconds: number | null;
  readonly maximumSeconds: number | null;
  readonly unreached: readonly { readonly reason: string; readonly count: number }[];
}

/** Reach, tier by tier: targeted, delivered, opened, acknowledged with its bar, median, longest, why not. Below `low` a bar is hatched. */
export function TierTable({
  caption,
  asOf,
  rows,
  low = 0.9,
}: {
  caption: string;
  asOf?: Date;
  rows: readonly TierRow[];
  low?: number;
}) {
  const id = useId();
  return (
    <Scroll name={id}>
      <table className="tiers">
        <caption id={id}>
          {caption}
          {asOf !== undefined && (
            <small>
              <Moment at={asOf} as="time" /> {t('portal.tiers.as-of')}
            </small>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('portal.tiers.tier')}</th>
            <th scope="col" className="number">
              {t('portal.tiers.targeted')}
            </th>
            <th scope="col" className="number">
              {t('portal.tiers.delivered')}
            </th>
            <th scope="col" className="number">
              {t('portal.tiers.opened')}
            </th>
            <th scope="col" className="number">
              {t('portal.tiers.acknowledged')}
            </th>
            <th scope="col">{t('portal.tiers.share')}</th>
            <th scope="col" className="number">
              {t('portal.tiers.median')}
            </th>
            <th scope="col" className="number">
              {t('portal.tiers.longest')}
            </th>
            <th scope="col">{t('portal.tiers.why-not')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tier key={row.key} row={row} low={low} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Tier({ row, low }: { row: TierRow; low: number }) {
  const share = row.targeted === 0 ? 0 : row.acknowledged / row.targeted;
  const said = `${Math.floor(share * 100)}%`;
  const time = (seconds: number | null) => (seconds === null ? '―' : span(seconds * 1000));
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className="number" data-name={t('portal.tiers.targeted')}>
        {figure(row.targeted)}
      </td>
      <td className="number" data-name={t('portal.tiers.delivered')}>
        {figure(row.delivered)}
      </td>
      <td className="number" data-name={t('portal.tiers.opened')}>
        {figure(row.opened)}
      </td>
      <td className="number" data-name={t('portal.tiers.acknowledged')}>
        <b>{figure(row.acknowledged)}</b>
      </td>
      <td className="wide nowrap">
        <Bar value={share} low={share < low} label={`${row.name} ${said}`} /> {said}
      </td>
      <td className="number" data-name={t('portal.tiers.median')}>
        {time(row.medianSeconds)}
      </td>
      <td className="number" data-name={t('portal.tiers.longest')}>
        {time(row.maximumSeconds)}
      </td>
      <td className="wide">
        <Unreached row={row} />
      </td>
    </tr>
  );
}

function Unreached({ row }: { row: TierRow }) {
  const missing = row.targeted - row.delivered;
  if (row.targeted === 0) return <State tone="idle">{t('portal.tiers.nobody')}</State>;
  if (missing <= 0 && row.unreached.length === 0) return <State tone="done">{t('portal.tiers.all')}</State>;
  return (
    <>
      <State tone="late">{t('portal.tiers.missing', { n: missing })}</State>
      <span className="reasons">{row.unreached.map((it) => `${it.reason} ${figure(it.count)}`).join('・')}</span>
    </>
  );
}
