import { Button } from '../../../../portal/act/Button.tsx';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type ViewListed } from '../../contract.ts';
import { stateWords } from '../words.ts';
import '../channels.css';

/** Exchanges of views at whose table the reader is, and asking for one. */
export default function Views() {
  const views = usePages(channelsDoors.listViews, { query: { limit: 30 } });
  const asks = (useGet(channelsDoors.viewsToAsk).data?.items.length ?? 0) > 0;
  const ask = (
    <Button tone="go" href="/views/new">
      {t('channels.views.ask')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('channels.views')}
        meta={<span>{t('channels.views.meta')}</span>}
        aside={asks ? ask : undefined}
      />
      <Answer
        of={views.query}
        empty={
          <EmptyState title={t('channels.views.none')} action={asks ? ask : undefined}>
            {asks ? t('channels.views.none.ask') : t('channels.views.none.wait')}
          </EmptyState>
        }
      >
        {(rows) => (
          <div className="as-cards">
            <DataTable
              caption={t('channels.views')}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `/views/${it.id}`}
              columns={columns()}
              file="view-exchanges"
            />
            <More of={views} />
          </div>
        )}
      </Answer>
    </>
  );
}

const columns = () => [
  {
    key: 'subject',
    label: t('channels.views.subject'),
    head: true,
    cell: (it: ViewListed) => it.subject,
    csv: (it: ViewListed) => it.subject,
  },
  {
    key: 'asker',
    label: t('channels.views.asker'),
    cell: (it: ViewListed) => it.asker,
    csv: (it: ViewListed) => it.asker,
  },
  {
    key: 'asked',
    label: t('channels.views.asked'),
    cell: (it: ViewListed) => it.asked,
    csv: (it: ViewListed) => it.asked,
  },
  {
    key: 'state',
    label: t('channels.views.state'),
    cell: (it: ViewListed) => (
      <State tone={it.mine ? 'soon' : it.state === 'closed' ? 'done' : 'idle'}>{stateWords(it.state)}</State>
    ),
    csv: (it: ViewListed) => stateWords(it.state),
  },
  {
    key: 'meets',
    label: t('channels.views.meets'),
    cell: (it: ViewListed) => (it.meetsAt === null ? <span className="dim">―</span> : <Moment at={it.meetsAt} />),
    csv: (it: ViewListed) => it.meetsAt ?? '',
  },
];
