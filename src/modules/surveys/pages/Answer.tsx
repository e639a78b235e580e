import './surveys.css';
import { useState } from 'react';
import { Answer as Told, NotThere } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { keyOf, queries, useGet } from '../../../portal/data/query.ts';
import type { SavedState } from '../../../portal/data/draft.ts';
import { Saved } from '../../../portal/form/Saved.tsx';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Deadline, Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { partiesDoors } from '../../parties/contract.ts';
import { type AnswerView, type SectionView, surveysDoors } from '../contract.ts';
import { History } from './answer/History.tsx';
import { Reading } from './answer/Reading.tsx';
import { SectionEditor } from './answer/SectionEditor.tsx';
import { Sections, WHOLE } from './answer/Sections.tsx';
import { Steps } from './answer/Steps.tsx';
import { Talk } from './answer/Talk.tsx';
import { Seen } from './survey/Seen.tsx';
import { yearOf } from './words.ts';

/** The answer of one's own body to a survey: section by section, with colleagues, up to the second person's signature. */
export default function Answer({ params }: PageProps) {
  const id = params['id'] ?? '';
  const answer = useGet(surveysDoors.showAnswer, { params: { id } });
  const seat = useGet(partiesDoors.showSession).data?.seat.id;
  if (seat === undefined) return null;
  return <Told of={answer}>{(it) => <Writing key={it.survey.id} it={it} seat={seat} />}</Told>;
}

function Writing({ it, seat }: { it: AnswerView; seat: string }) {
  const { id, title, handling, reference, due, from, state, year } = it.survey;
  const [{ s }, go] = useFilters({ s: '' });
  const [saved, setSaved] = useState<SavedState>({ at: null, as: 'untouched' });
  // What this page has saved itself is newer than what it was told before.
  const [own, setOwn] = useState<ReadonlyMap<string, SectionView>>(new Map());
  const sections = it.sections.map((one) => {
    const mine = own.get(one.key);
    return mine !== undefined && mine.revision >= one.revision
      ? { ...one, ...mine, remarks: one.remarks, delegation: one.delegation }
      : one;
  });
  const first = sections[0]?.key ?? '';
  const wanted = s === '' ? (it.may.write ? first : WHOLE) : s;
  const section = sections.find((one) => one.key === wanted);
  const view: AnswerView = { ...it, sections };
  const refresh = (): void =>
    void queries.invalidateQueries({ queryKey: keyOf(surveysDoors.showAnswer, { params: { id } }) });
  const took = (next: SectionView): void => {
    setOwn((before) => new Map(before).set(next.key, next));
    refresh();
  };
  if (sections.length === 0) return <NotThere />;
  return (
    <>
      <PageHead
        title={both(title)}
        mark={handling}
        crumbs={[
          { label: t('surveys.title'), href: '/surveys' },
          { label: yearOf(year), href: `/surveys/${id}` },
          { label: t('surveys.answer') },
        ]}
        meta={
          <>
            {t('surveys.answer.due')} {state === 'open' ? <Deadline at={due} /> : <Moment at={due} as="long" />}{' '}
            {from !== null && <span>{t('surveys.answer.from', { name: from })}</span>}{' '}
            <span className="nowrap">{reference}</span>
          </>
        }
        aside={<Saved state={saved} />}
      />
      {state !== 'open' && <Note tone="info">{t('surveys.answer.closed')}</Note>}
      <div className="surveys-answer">
        <Sections it={view} current={section?.key ?? WHOLE} survey={id} />
        <div className="stack-l">
          {section === undefined || !it.may.write ? (
            <Reading it={view} {...(section === undefined ? {} : { only: section.key })} />
          ) : (
            <SectionEditor
              key={section.key}
              it={view}
              section={section}
              seat={seat}
              onSaved={setSaved}
              onTook={took}
              onRefresh={refresh}
              onGo={(key) => go({ s: key })}
            />
          )}
          {section !== undefined && <Talk it={view} section={section} />}
        </div>
        <aside className="stack">
          <Steps it={view} onGo={(key) => go({ s: key })} />
          <Seen it={it} />
          <History it={it} />
        </aside>
      </div>
    </>
  );
}
