import { Answer } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { FormFacts } from '../../forms/pages/index.ts';
import { type SubmissionView, surveysDoors } from '../contract.ts';
import { useProgrammeWords, yearOf } from './words.ts';

/** One signed answer, as its reader sees it. */
export default function Submission({ params }: PageProps) {
  const answer = useGet(surveysDoors.readAnswer, {
    params: { id: params['id'] ?? '', answer: params['answer'] ?? '' },
  });
  return <Answer of={answer}>{(it) => <SubmissionOf it={it} />}</Answer>;
}

function SubmissionOf({ it }: { it: SubmissionView }) {
  const words = useProgrammeWords();
  const { survey } = it;
  return (
    <>
      <PageHead
        title={it.body === null ? t('surveys.submission.unnamed', { sector: words.sector(it.sector) }) : it.body.name}
        mark={survey.handling}
        crumbs={[
          { label: t('surveys.title'), href: '/surveys' },
          { label: both(survey.title), href: `/surveys/${survey.id}` },
          { label: yearOf(survey.year) },
        ]}
        meta={
          <>
            {words.sector(it.sector)} <Moment at={it.at} as="long" />{' '}
            {it.late && <State tone="late">{t('surveys.late')}</State>}
          </>
        }
      />
      <FormFacts definition={it.form} codes={it.codes} answers={it.answers} stage="final" level={2} />
    </>
  );
}
