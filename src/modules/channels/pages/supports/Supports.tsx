import { Button } from '../../../../portal/act/Button.tsx';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { channelsDoors, type SupportListed } from '../../contract.ts';
import { supportWord } from './words.ts';
import '../channels.css';

/** Supports in which one helps or is helped. */
export default function Supports() {
  const list = usePages(channelsDoors.listSupports, { query: { limit: 30 } });
  const ways = useGet(channelsDoors.supportWays).data?.items ?? [];
  const begin =
    ways.length === 0 ? undefined : (
      <Button tone="go" href="/supports/new">
        {t('channels.supports.begin')}
      </Button>
    );
  return (
    <>
      <PageHead
        title={t('channels.supports')}
        meta={<span>{t('channels.supports.meta')}</span>}
        {...(begin === undefined ? {} : { aside: begin })}
      />
      <Answer
        of={list.query}
        empty={
          <EmptyState title={t('channels.supports.none')} action={begin}>
            {t('channels.supports.none.way')}
          </EmptyState>
        }
      >
        {(rows) => (
          <div className="as-cards">
            <DataTable
              caption={t('channels.supports')}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `/supports/${it.id}`}
              columns={columns()}
              file="supports"
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
    key: 'subject',
    label: t('channels.supports.subject'),
    head: true,
    cell: (it: SupportListed) => it.subject,
    csv: (it: SupportListed) => it.subject,
  },
  {
    key: 'kind',
    label: t('channels.supports.kind'),
    cell: (it: SupportListed) => both(it.kind),
    csv: (it: SupportListed) => both(it.kind),
  },
  {
    key: 'helped',
    label: t('channels.supports.helped'),
    cell: (it: SupportListed) => it.helped,
    csv: (it: SupportListed) => it.helped,
  },
  {
    key: 'helper',
    label: t('channels.supports.helper'),
    cell: (it: SupportListed) => it.helper,
    csv: (it: SupportListed) => it.helper,
  },
  {
    key: 'state',
    label: t('channels.supports.state'),
    cell: (it: SupportListed) => (
      <State tone={it.mine ? 'soon' : it.state === 'closed' ? 'done' : 'idle'}>{supportWord(it.state)}</State>
    ),
    csv: (it: SupportListed) => supportWord(it.state),
  },
  {
    key: 'begun',
    label: t('channels.supports.begun'),
    cell: (it: SupportListed) => <Moment at={it.begunAt} />,
    csv: (it: SupportListed) => it.begunAt,
  },
];
