import { span } from '../../../../portal/data/phrases.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { figure, t } from '../../../../portal/text.ts';
import type { FiguresView } from '../../contract.ts';
import { type Names, yearOf } from '../words.ts';

type Hop = FiguresView['hops'][number];

/** How long reports took from tier to tier, and provisions until they were acknowledged. */
export function Hops({ figures, names }: { figures: FiguresView; names: Names }) {
  const up = figures.hops.filter((it) => it.way === 'up');
  const nameOf = (it: Hop): string => {
    const to = names.capacity(it.capacity);
    if (it.way === 'down') return t('review.hops.down', { to });
    const before = up.find((one) => one.tier === it.tier - 1);
    return t('review.hops.up', { from: names.capacity(before?.capacity ?? 'operator'), to });
  };
  return (
    <DataTable
      caption={t('review.hops')}
      hint={t('review.hops.hint')}
      rows={figures.hops}
      rowKey={(it) => `${it.way} ${it.tier} ${it.capacity}`}
      file={`${t('review.hops')} ${yearOf(figures.year)}`}
      empty={<Note>{t('review.hops.none')}</Note>}
      columns={[
        { key: 'hop', label: t('review.hops.hop'), head: true, cell: nameOf, csv: nameOf },
        { key: 'n', label: t('review.hops.n'), number: true, cell: (it) => figure(it.n), csv: (it) => it.n },
        {
          key: 'median',
          label: t('review.hops.median'),
          number: true,
          cell: (it) => <b>{span(it.medianSeconds * 1000)}</b>,
          csv: (it) => it.medianSeconds,
        },
        {
          key: 'longest',
          label: t('review.hops.longest'),
          number: true,
          cell: (it) => span(it.maxSeconds * 1000),
          csv: (it) => it.maxSeconds,
        },
      ]}
    />
  );
}

/** How many bodies of each sector did not acknowledge in time. */
export function Silent({ figures, names }: { figures: FiguresView; names: Names }) {
  const silent = figures.silent.filter((it) => it.bodies > 0);
  return (
    <DataTable
      caption={t('review.silent')}
      hint={t('review.silent.hint')}
      rows={silent}
      rowKey={(it) => it.sector}
      empty={<Note tone="done">{t('review.silent.none')}</Note>}
      columns={[
        { key: 'sector', label: t('review.silent.sector'), head: true, cell: (it) => names.sector(it.sector) },
        { key: 'bodies', label: t('review.silent.bodies'), number: true, cell: (it) => <b>{figure(it.bodies)}</b> },
        { key: 'asked', label: t('review.silent.asked'), number: true, cell: (it) => figure(it.asked) },
      ]}
    />
  );
}
