import './plan.css';
import { tlp } from '../../../kernel/marking.ts';
import { Answer, NotThere } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet } from '../../../portal/data/query.ts';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../portal/text.ts';
import { type MeasureView, type PlanView, progressDoors } from '../contract.ts';
import { Evidence } from './plan/Evidence.tsx';
import { Flags, Standing } from './plan/Flags.tsx';
import { ownersOf, yearOf } from './plan/words.ts';

/** One measure: who answers for it, what sets it off, and what proves it, month by month. */
export default function Measure({ params }: PageProps) {
  const [{ year }] = useFilters({ year: '' });
  const plan = useGet(progressDoors.measures, { query: year === '' ? {} : { year } });
  return (
    <Answer of={plan}>
      {(it) => {
        const measure = it.items.find((one) => one.label === params['label']);
        return measure === undefined ? <NotThere /> : <MeasureOf plan={it} measure={measure} />;
      }}
    </Answer>
  );
}

function MeasureOf({ plan, measure }: { plan: PlanView; measure: MeasureView }) {
  const parent = plan.parents.find((it) => it.label === measure.item);
  const group = plan.groups.find((it) => it.key === measure.group);
  return (
    <>
      <PageHead
        title={`${measure.label}　${both(measure.title)}`}
        mark={tlp('GREEN')}
        crumbs={[
          { label: t('progress.nav.plan'), href: '/plan' },
          ...(group === undefined ? [] : [{ label: both(group.title), href: `/plan?group=${group.key}` }]),
          { label: parent === undefined ? measure.item : `${measure.item} ${both(parent.title)}` },
        ]}
        tags={<Flags of={measure} />}
        meta={
          <>
            <Standing of={measure} />
            <span>{yearOf(plan.year)}</span>
            <span>{rich('progress.counted', { at: <Moment at={plan.countedAt} /> })}</span>
          </>
        }
      />
      <div className="stack-l">
        <Facts
          items={[
            { term: t('progress.owner'), value: ownersOf(measure.owners, plan) },
            ...(measure.through.length === 0
              ? []
              : [{ term: t('progress.through-whom'), value: ownersOf(measure.through, plan) }]),
            {
              term: t('progress.condition'),
              value: t(
                measure.trigger === null
                  ? 'progress.trigger.none'
                  : `progress.trigger.${measure.trigger}.says${measure.partly ? '-partly' : ''}`,
              ),
            },
            ...(measure.restated && parent?.restatedOf
              ? [
                  {
                    term: t('progress.restated'),
                    value: t('progress.restated-says', { where: both(parent.restatedOf) }),
                  },
                ]
              : []),
          ]}
        />
        <Evidence plan={plan} measure={measure} />
        {plan.scope === 'own' && <Note icon="eyeoff">{t('progress.scope.own')}</Note>}
      </div>
    </>
  );
}
