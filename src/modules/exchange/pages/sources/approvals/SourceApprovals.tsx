import { label } from '../../../../../kernel/marking.ts';
import { Answer } from '../../../../../portal/act/Refusal.tsx';
import { usePages } from '../../../../../portal/data/query.ts';
import { DataTable } from '../../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../../portal/list/More.tsx';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../../../portal/show/MarkingChip.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../../portal/show/Time.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { AskingListed } from '../../../shapes/source-approval.ts';
import { askingTones, askingWord } from './words.ts';
import '../../exchange.css';

/** Texts made from one's own reports, or from those of the bodies below, that are shown before they go out. */
export default function SourceApprovals() {
  const list = usePages(exchangeDoors.listAskings, { query: { limit: 30 } });
  return (
    <>
      <PageHead title={t('exchange.asking.title')} meta={<span>{t('exchange.asking.meta')}</span>} />
      <Answer
        of={list.query}
        empty={<EmptyState title={t('exchange.asking.none')}>{t('exchange.asking.none.way')}</EmptyState>}
      >
        {(rows) => (
          <>
            <DataTable
              cards
              caption={t('exchange.asking.title')}
              hint={t('exchange.list.latest-first')}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `/source-approvals/${it.id}`}
              columns={columns()}
              file="source-approvals"
            />
            <More of={list} />
          </>
        )}
      </Answer>
    </>
  );
}

const columns = () => [
  {
    key: 'title',
    label: t('exchange.column.title'),
    head: true,
    cell: (it: AskingListed) => it.title,
    csv: (it: AskingListed) => it.title,
  },
  {
    key: 'report',
    label: t('exchange.asking.report'),
    cell: (it: AskingListed) => `${it.report.headline} ${it.report.reference}`,
    csv: (it: AskingListed) => it.report.reference,
  },
  {
    key: 'state',
    label: t('exchange.asking.state'),
    cell: (it: AskingListed) => <Standing it={it} />,
    csv: (it: AskingListed) => askingWord(it.state),
  },
  {
    key: 'due',
    label: t('exchange.asking.due'),
    cell: (it: AskingListed) =>
      it.state === 'open' && it.sentAt === null ? <Deadline at={it.due} /> : <Moment at={it.due} />,
    csv: (it: AskingListed) => it.due,
  },
  {
    key: 'mark',
    label: t('exchange.column.mark'),
    cell: (it: AskingListed) => <MarkingChip mark={it.handling} />,
    csv: (it: AskingListed) => label(it.handling),
  },
];

/** How it stands, and whether it has gone out. */
export function Standing({ it }: { it: AskingListed }) {
  const urgent = it.sentAt !== null && it.state === 'open';
  return (
    <span className="cluster">
      <State tone={urgent ? 'late' : askingTones[it.state]}>
        {urgent ? t('exchange.asking.state.urgent') : askingWord(it.state)}
      </State>
      {it.sentAt !== null && <span className="small dim">{t('exchange.asking.sent')}</span>}
    </span>
  );
}
