import { DataTable } from '../../../../portal/list/DataTable.tsx';
import type { Column } from '../../../../portal/list/DataTable.tsx';
import { Bar } from '../../../../portal/show/chart/Bar.tsx';
import { figure, t } from '../../../../portal/text.ts';
import type { CirculationView, TierFigures } from '../../../circulation/contract.ts';
import type { Words } from '../words/programme.ts';

interface SectorRow {
  readonly key: string;
  readonly name: string;
  readonly byTier: ReadonlyMap<string, TierFigures>;
}

/** How many have acknowledged in each sector, tier by tier. Without names. */
export function Sectors({ view, words }: { view: CirculationView; words: Words }) {
  const keys = [...new Set(view.sectors.map((it) => it.sector ?? ''))];
  if (keys.length < 2) return null;
  const rows: SectorRow[] = keys.map((key) => ({
    key,
    name: key === '' ? t('exchange.audience.across') : words.sector(key),
    byTier: new Map(view.sectors.filter((it) => (it.sector ?? '') === key).map((it) => [it.tier, it])),
  }));
  const columns: Column<SectorRow>[] = [
    { key: 'sector', label: t('exchange.column.sector'), head: true, cell: (row) => row.name, csv: (row) => row.name },
    ...[...new Set(view.sectors.map((it) => it.tier))].map((tier) => ({
      key: tier,
      label: words.capacity(tier),
      cell: (row: SectorRow) => <Share of={row.byTier.get(tier)} name={`${row.name} ${words.capacity(tier)}`} />,
      csv: (row: SectorRow) => {
        const it = row.byTier.get(tier);
        return it === undefined ? '' : `${it.acknowledged}/${it.targeted}`;
      },
    })),
  ];
  return (
    <DataTable
      caption={t('exchange.reach.sectors')}
      hint={t('exchange.reach.sectors.hint')}
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      file="sectors"
    />
  );
}

function Share({ of, name }: { of: TierFigures | undefined; name: string }) {
  if (of === undefined) return <span className="dim">―</span>;
  const share = of.targeted === 0 ? 0 : of.acknowledged / of.targeted;
  const said = `${figure(of.acknowledged)}／${figure(of.targeted)}`;
  return (
    <span className="nowrap">
      <Bar value={share} low={share < 0.9} label={`${name} ${said}`} /> {said}
    </span>
  );
}
