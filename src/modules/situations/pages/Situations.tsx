import './situations.css';
import { strictest } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../portal/show/MarkingChip.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { sessionDoors } from '../../parties/contract.ts';
import { situationsDoors } from '../contract.ts';
import { Standing } from './board/Standing.tsx';

/** The situations that the reader's seat keeps or that are shared with it. */
export default function Situations() {
  const situations = useGet(situationsDoors.listSituations);
  const keeps = useGet(sessionDoors.showSession).data?.powers.includes('keep-situations') ?? false;
  const items = situations.data?.items ?? [];
  return (
    <>
      <PageHead
        title={t('situations.title')}
        mark={items.length === 0 ? null : strictest(items.map((it) => it.handling))}
        aside={
          keeps && (
            <Button tone="go" href="/situations/new">
              {t('situations.open')}
            </Button>
          )
        }
      />
      <Answer of={situations}>
        {(list) => (
          <DataTable
            cards
            caption={t('situations.list')}
            hint={t('situations.list.hint')}
            rows={list.items}
            rowKey={(it) => it.id}
            href={(it) => `/situations/${it.id}`}
            empty={
              <EmptyState title={t('situations.none')}>
                {keeps ? t('situations.none.desk') : t('situations.none.others')}
              </EmptyState>
            }
            columns={[
              { key: 'title', label: t('situations.name'), head: true, cell: (it) => it.title },
              { key: 'mark', label: t('situations.mark'), cell: (it) => <MarkingChip mark={it.handling} /> },
              { key: 'worst', label: t('situations.worst'), cell: (it) => <Standing of={it.worst} /> },
              {
                key: 'touched',
                label: t('situations.touched'),
                number: true,
                cell: (it) => t('situations.sectors.n', { n: it.touched }),
              },
              {
                key: 'state',
                label: t('situations.course'),
                cell: (it) => (
                  <State tone={it.state === 'open' ? 'soon' : 'done'}>
                    {it.state === 'open' ? t('situations.course.open') : t('situations.course.ended')}
                  </State>
                ),
              },
              { key: 'opened', label: t('situations.opened'), cell: (it) => <Moment at={it.openedAt} /> },
              { key: 'reference', label: t('situations.reference'), cell: (it) => it.reference },
            ]}
          />
        )}
      </Answer>
    </>
  );
}
