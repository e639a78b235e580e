import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../portal/data/query.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { More } from '../../../portal/list/More.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { partiesDoors } from '../../parties/contract.ts';
import { breakglassDoors, type BreakGlassRequest } from '../contract.ts';
import { Standing } from './Standing.tsx';
import { stateWord } from './words.ts';

/** What was asked to be opened: one's own, what one decides, what concerns one's body; for an auditor, all. */
export default function BreakGlass() {
  const list = usePages(breakglassDoors.listBreakGlass, { query: { limit: 30 } });
  const powers: readonly string[] = useGet(partiesDoors.showSession).data?.powers ?? [];
  const begin = powers.includes('ask-break-glass') ? (
    <Button tone="go" href="/break-glass/new">
      {t('breakglass.ask')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead
        title={t('breakglass.title')}
        mark={tlp('AMBER+STRICT')}
        meta={<span>{t('breakglass.says')}</span>}
        {...(begin === undefined ? {} : { aside: begin })}
      />
      <Answer of={list.query} empty={<EmptyState title={t('breakglass.none')}>{t('breakglass.none.way')}</EmptyState>}>
        {(rows) => (
          <div className="as-cards">
            <DataTable
              caption={t('breakglass.title')}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `/break-glass/${it.id}`}
              columns={columns()}
              file="break-glass"
            />
            <More of={list} />
          </div>
        )}
      </Answer>
    </>
  );
}

const columns = () => [
  {
    key: 'reference',
    label: t('breakglass.reference'),
    head: true,
    cell: (it: BreakGlassRequest) => it.reference,
    csv: (it: BreakGlassRequest) => it.reference,
  },
  {
    key: 'what',
    label: t('breakglass.what'),
    cell: (it: BreakGlassRequest) => t(`breakglass.what.${it.what}`),
    csv: (it: BreakGlassRequest) => t(`breakglass.what.${it.what}`),
  },
  {
    key: 'by',
    label: t('breakglass.by'),
    cell: (it: BreakGlassRequest) => it.by.name,
    csv: (it: BreakGlassRequest) => it.by.name,
  },
  {
    key: 'office',
    label: t('breakglass.office'),
    cell: (it: BreakGlassRequest) => it.office.name,
    csv: (it: BreakGlassRequest) => it.office.name,
  },
  {
    key: 'state',
    label: t('breakglass.state'),
    cell: (it: BreakGlassRequest) => <Standing state={it.state} />,
    csv: (it: BreakGlassRequest) => stateWord(it.state),
  },
  {
    key: 'read',
    label: t('breakglass.readings'),
    number: true,
    cell: (it: BreakGlassRequest) => it.readings.length,
    csv: (it: BreakGlassRequest) => it.readings.length,
  },
  {
    key: 'at',
    label: t('breakglass.at'),
    cell: (it: BreakGlassRequest) => <Moment at={it.at} />,
    csv: (it: BreakGlassRequest) => it.at,
  },
];
