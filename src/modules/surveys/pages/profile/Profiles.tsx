import { tlp } from '../../../../kernel/marking.ts';
import { instantAt } from '../../../../kernel/time.ts';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { surveysDoors } from '../../contract.ts';
import { useProgrammeWords, yearOf } from '../words.ts';

/** The bodies whose profile one may read: what they signed about themselves, year by year. */
export default function Profiles() {
  const words = useProgrammeWords();
  const profiles = useGet(surveysDoors.listProfiles);
  return (
    <>
      <PageHead title={t('surveys.profiles')} mark={tlp('AMBER')} />
      <Answer of={profiles}>
        {({ items }) => (
          <DataTable
            cards
            caption={t('surveys.profiles.list')}
            hint={t('surveys.profiles.hint')}
            rows={items}
            rowKey={(it) => it.body.id}
            href={(it) => `/profiles/${it.body.id}`}
            file="profiles"
            empty={<EmptyState title={t('surveys.profiles.none')}>{t('surveys.profiles.none.way')}</EmptyState>}
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
                key: 'years',
                label: t('surveys.profile.years'),
                cell: (it) =>
                  it.years.length === 0 ? <span className="dim">―</span> : it.years.map(yearOf).join(t('surveys.and')),
                csv: (it) => it.years.join(' '),
              },
              {
                key: 'at',
                label: t('surveys.signed-at'),
                cell: (it) =>
                  it.answeredAt === null ? <span className="dim">―</span> : <Moment at={it.answeredAt} as="day" />,
                csv: (it) => it.answeredAt ?? '',
              },
              {
                key: 'heard',
                label: t('surveys.profile.heard'),
                cell: (it) =>
                  it.heardOn === null ? <span className="dim">―</span> : <Moment at={instantAt(it.heardOn)} as="day" />,
                csv: (it) => it.heardOn ?? '',
              },
            ]}
          />
        )}
      </Answer>
    </>
  );
}
