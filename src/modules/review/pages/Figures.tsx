import './review.css';
import { tlp } from '../../../kernel/marking.ts';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { Select } from '../../../portal/form/Select.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { rich, t } from '../../../portal/text.ts';
import { type FiguresView, reviewDoors } from '../contract.ts';
import { Findings } from './figures/Findings.tsx';
import { Hops, Silent } from './figures/Hops.tsx';
import { Rules } from './figures/Rules.tsx';
import { Counts } from './figures/Counts.tsx';
import { useNames, yearOf } from './words.ts';

/** What the regime did in a fiscal year, and what was made of it. */
export default function Figures() {
  const [{ year }, set] = useFilters({ year: '' });
  const figures = useGet(reviewDoors.figures, { query: year === '' ? {} : { year } });
  return (
    <Answer of={figures}>
      {(it) => (
        <>
          <PageHead
            title={t('review.figures')}
            mark={tlp('AMBER')}
            meta={
              <>
                <span>{yearOf(it.year)}</span>
                <span>{rich('review.figures.counted', { at: <Moment at={it.countedAt} /> })}</span>
              </>
            }
          />
          <Note icon="eyeoff">{t('review.figures.inside')}</Note>
          <Years figures={it} onYear={(next) => set({ year: next })} />
          <div className="beside">
            <Tables figures={it} />
            <aside className="stack">
              <Rules />
              <Findings year={it.year} />
            </aside>
          </div>
        </>
      )}
    </Answer>
  );
}

function Years({ figures, onYear }: { figures: FiguresView; onYear: (year: string) => void }) {
  return (
    <search className="filters review-years">
      <Select
        label={t('review.figures.year')}
        value={String(figures.year)}
        onChange={onYear}
        options={figures.years.map((it) => ({ key: String(it), label: yearOf(it) }))}
      />
    </search>
  );
}

function Tables({ figures }: { figures: FiguresView }) {
  const names = useNames();
  const nothing = figures.rows.every((it) => it.total === 0);
  if (nothing) return <EmptyState title={t('review.figures.none')}>{t('review.figures.none.way')}</EmptyState>;
  const of = (...what: string[]): FiguresView['rows'] => figures.rows.filter((it) => what.includes(it.what));
  return (
    <div className="stack-l">
      <Counts
        title={t('review.figures.whole')}
        label={t('review.figures.row')}
        figures={figures}
        rows={of('reports', 'agencies', 'provisions')}
        names={names}
      />
      <Counts
        title={t('review.figures.events')}
        hint={t('review.figures.events.hint')}
        label={t('review.figures.code')}
        figures={figures}
        rows={of('events')}
        names={names}
      />
      <Counts
        title={t('review.figures.causes')}
        hint={t('review.figures.causes.hint')}
        label={t('review.figures.code')}
        figures={figures}
        rows={of('causes').filter((it) => it.total > 0)}
        names={names}
      />
      <Hops figures={figures} names={names} />
      <Silent figures={figures} names={names} />
    </div>
  );
}
