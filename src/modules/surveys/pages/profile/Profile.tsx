import '../surveys.css';
import { useState } from 'react';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { Check } from '../../../../portal/form/Check.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { FormFacts } from '../../../forms/pages/index.ts';
import { type ProfileView, surveysDoors } from '../../contract.ts';
import { Hearings } from './Hearings.tsx';
import { useProgrammeWords, yearOf } from '../words.ts';

/** The profile of one body: what it signed in each year, what changed since the year before, and the hearings. */
export default function Profile({ params }: PageProps) {
  const profile = useGet(surveysDoors.showProfile, { params: { id: params['id'] ?? '' } });
  return <Answer of={profile}>{(it) => <ProfileOf key={it.body.id} it={it} />}</Answer>;
}

function ProfileOf({ it }: { it: ProfileView }) {
  const words = useProgrammeWords();
  return (
    <>
      <PageHead
        title={it.body.name}
        mark={it.handling}
        crumbs={[{ label: t('surveys.profiles'), href: '/profiles' }, { label: words.sector(it.sector) }]}
        meta={t('surveys.profile.of')}
      />
      <div className="beside">
        <Years it={it} />
        <aside className="stack">
          <Hearings it={it} />
        </aside>
      </div>
    </>
  );
}

function Years({ it }: { it: ProfileView }) {
  const [{ y }] = useFilters({ y: '' });
  const [only, setOnly] = useState(false);
  const year = it.years.find((one) => String(one.year) === y) ?? it.years[0];
  if (year === undefined)
    return <EmptyState title={t('surveys.profile.none')}>{t('surveys.profile.none.way')}</EmptyState>;
  const before = it.years.find((one) => one.year < year.year);
  return (
    <div className="stack">
      <Tabs
        label={t('surveys.profile.years')}
        current={String(year.year)}
        items={it.years.map((one) => ({
          key: String(one.year),
          label: yearOf(one.year),
          href: `/profiles/${it.body.id}?y=${one.year}`,
        }))}
      />
      <div className="split">
        <p className="small">
          {t('surveys.profile.signed')} <Moment at={year.at} as="long" />{' '}
          {year.late && <State tone="late">{t('surveys.late')}</State>}
        </p>
        {before !== undefined && (
          <Check label={t('surveys.profile.changes', { year: yearOf(before.year) })} value={only} onChange={setOnly} />
        )}
      </div>
      <FormFacts
        definition={year.form}
        codes={year.codes}
        answers={year.answers}
        stage="final"
        level={2}
        changesOnly={only && before !== undefined}
        {...(before === undefined ? {} : { before: { answers: before.answers, name: yearOf(before.year) } })}
      />
    </div>
  );
}
