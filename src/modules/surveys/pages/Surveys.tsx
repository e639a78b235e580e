import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { surveysDoors } from '../contract.ts';
import { partWord, stateTone, stateWord, yearOf } from './words.ts';

/** The surveys that one's seat asks, passes on or answers. */
export default function Surveys() {
  const surveys = useGet(surveysDoors.listSurveys);
  const plans = (surveys.data?.kinds.length ?? 0) > 0;
  return (
    <>
      <PageHead
        title={t('surveys.title')}
        mark={tlp('AMBER')}
        aside={
          plans ? (
            <Button tone="go" href="/surveys/new">
              {t('surveys.plan')}
            </Button>
          ) : undefined
        }
      />
      <Answer of={surveys}>
        {({ items }) => (
          <DataTable
            cards
            caption={t('surveys.list')}
            hint={t('surveys.list.hint')}
            rows={items}
            rowKey={(it) => it.id}
            href={(it) => `/surveys/${it.id}`}
            file="surveys"
            empty={
              <EmptyState title={t('surveys.none')}>{t(plans ? 'surveys.none.plan' : 'surveys.none.way')}</EmptyState>
            }
            columns={[
              {
                key: 'title',
                label: t('surveys.what'),
                head: true,
                cell: (it) => both(it.title),
                csv: (it) => both(it.title),
              },
              { key: 'year', label: t('surveys.fiscal'), cell: (it) => yearOf(it.year), csv: (it) => it.year },
              {
                key: 'part',
                label: t('surveys.part'),
                cell: (it) => partWord(it.part),
                csv: (it) => partWord(it.part),
              },
              {
                key: 'due',
                label: t('surveys.due'),
                cell: (it) =>
                  it.state === 'open' ? <Deadline at={it.due} compact /> : <Moment at={it.due} as="day" />,
                csv: (it) => it.due,
              },
              {
                key: 'state',
                label: t('surveys.state'),
                cell: (it) => <State tone={stateTone(it)}>{stateWord(it.state)}</State>,
                csv: (it) => stateWord(it.state),
              },
            ]}
          />
        )}
      </Answer>
    </>
  );
}
