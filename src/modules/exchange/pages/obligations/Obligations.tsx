import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { both, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ObligationView } from '../../shapes/obligation.ts';
import { useWords } from '../words/programme.ts';
import { Due } from './Due.tsx';
import { standingOf } from './words.ts';

/** The duties to report that wait, nearest first, for operator and ministry. */
export default function Obligations() {
  const duties = useGet(exchangeDoors.listObligations);
  const words = useWords();
  return (
    <>
      <PageHead title={t('exchange.duty.title')} />
      <div className="stack">
        <p className="dim">{t('exchange.duty.says')}</p>
        <Answer of={duties}>
          {({ items }) => (
            <DataTable<ObligationView>
              cards
              caption={t('exchange.duty.title')}
              rows={items}
              rowKey={(it) => it.id}
              href={(it) => `/reports/${it.report.id}`}
              empty={<EmptyState title={t('exchange.duty.none')}>{t('exchange.duty.none.way')}</EmptyState>}
              columns={[
                { key: 'title', label: t('exchange.duty.what'), head: true, cell: (it) => both(it.title) },
                { key: 'due', label: t('exchange.duty.due'), cell: (it) => <Due it={it} /> },
                { key: 'state', label: t('exchange.duty.state'), cell: (it) => <Standing it={it} /> },
                {
                  key: 'report',
                  label: t('exchange.duty.report'),
                  cell: (it) => `${it.report.title} ${it.report.reference}`,
                },
                { key: 'to', label: t('exchange.duty.to'), cell: (it) => words.capacity(it.recipient) },
              ]}
            />
          )}
        </Answer>
      </div>
    </>
  );
}

function Standing({ it }: { it: ObligationView }) {
  const { tone, words } = standingOf(it);
  return <State tone={tone}>{words}</State>;
}
