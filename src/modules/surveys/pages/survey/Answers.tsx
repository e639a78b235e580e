import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { type CampaignView, surveysDoors } from '../../contract.ts';
import { useProgrammeWords } from '../words.ts';

/** The signed answers that the reader may read, and how many were taken back. */
export function Answers({ of }: { of: CampaignView }) {
  const words = useProgrammeWords();
  const answers = useGet(surveysDoors.listAnswers, { params: { id: of.id } });
  return (
    <Answer of={answers}>
      {({ items, withdrawn }) => (
        <div className="stack-s">
          <DataTable
            cards
            caption={t('surveys.answers')}
            hint={t('surveys.answers.hint')}
            rows={items}
            rowKey={(it) => it.id}
            href={(it) => `/surveys/${of.id}/answers/${it.id}`}
            file="survey-answers"
            empty={<EmptyState title={t('surveys.answers.none')}>{t('surveys.answers.none.way')}</EmptyState>}
            columns={[
              {
                key: 'body',
                label: t('surveys.body'),
                head: true,
                cell: (it) => it.body?.name ?? t('surveys.unnamed'),
                csv: (it) => it.body?.name ?? '',
              },
              {
                key: 'sector',
                label: t('surveys.sector'),
                cell: (it) => words.sector(it.sector),
                csv: (it) => words.sector(it.sector),
              },
              {
                key: 'at',
                label: t('surveys.signed-at'),
                cell: (it) => <Moment at={it.at} as="both" />,
                csv: (it) => it.at,
              },
              {
                key: 'late',
                label: t('surveys.in-time'),
                cell: (it) => (
                  <State tone={it.late ? 'late' : 'done'}>
                    {it.late ? t('surveys.late') : t('surveys.in-time.yes')}
                  </State>
                ),
                csv: (it) => (it.late ? t('surveys.late') : t('surveys.in-time.yes')),
              },
            ]}
          />
          {withdrawn > 0 && <p className="small dim">{t('surveys.answers.withdrawn', { n: withdrawn })}</p>}
        </div>
      )}
    </Answer>
  );
}

/** Who has not answered yet, for a seat that learns names. */
export function Silent({ of }: { of: CampaignView }) {
  const words = useProgrammeWords();
  const standing = useGet(surveysDoors.surveyStanding, { params: { id: of.id } });
  return (
    <Answer of={standing}>
      {({ items }) => {
        const silent = items.filter((it) => it.answeredAt === null);
        if (silent.length === 0) return null;
        return (
          <DataTable
            dense
            caption={t('surveys.silent')}
            hint={t('surveys.silent.n', { n: silent.length })}
            rows={silent}
            rowKey={(it) => it.body.id}
            file="survey-silent"
            columns={[
              {
                key: 'body',
                label: t('surveys.body'),
                head: true,
                cell: (it) => it.body.name,
                csv: (it) => it.body.name,
              },
              {
                key: 'sector',
                label: t('surveys.sector'),
                cell: (it) => words.sector(it.sector),
                csv: (it) => words.sector(it.sector),
              },
              {
                key: 'sent',
                label: t('surveys.came'),
                cell: (it) => (it.sentAt === null ? t('surveys.came.not') : <Moment at={it.sentAt} as="both" />),
                csv: (it) => it.sentAt ?? '',
              },
            ]}
          />
        );
      }}
    </Answer>
  );
}
