import { useGet } from '../../../../portal/data/query.ts';
import { span } from '../../../../portal/data/phrases.ts';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { Bar } from '../../../../portal/show/chart/Bar.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, figure, t } from '../../../../portal/text.ts';
import { drillsDoors, type DrillView } from '../../contract.ts';
import type { DrillTimes, StepFigures } from '../../doors/lessons.ts';
import { stepWord, useSeatWords } from '../words.ts';

/** The times of a drill: planned against real, hop by hop, and beside the drill before it. */
export function Times({ drill }: { drill: DrillView }) {
  const live = drill.state === 'open';
  const times = useGet(drillsDoors.drillTimes, { params: { id: drill.id } }, live ? { every: 20_000 } : {});
  return (
    <Answer of={times}>
      {(it) => (
        <>
          {it.steps.length > 0 && <Steps it={it} />}
          {it.hops.length > 0 && <Hops it={it} />}
          {(it.earlier !== null || it.figures.length > 0) && drill.part !== 'player' && <Compared it={it} />}
        </>
      )}
    </Answer>
  );
}

const minute = (n: number | null): string => (n === null ? '―' : t('drills.minute', { n: figure(Math.round(n)) }));
const took = (seconds: number | null): string => (seconds === null ? '―' : span(seconds * 1000));

function Steps({ it }: { it: DrillTimes }) {
  const end = Math.max(1, ...it.steps.flatMap((one) => [one.planned ?? 0, one.last ?? 0]));
  return (
    <DataTable
      caption={t('drills.times')}
      hint={t('drills.times.hint')}
      rows={it.steps}
      rowKey={(one) => one.what}
      file="drill-steps"
      columns={[
        {
          key: 'what',
          label: t('drills.times.step'),
          head: true,
          cell: (one) => stepWord(one.what),
          csv: (one) => stepWord(one.what),
        },
        {
          key: 'planned',
          label: t('drills.times.planned'),
          number: true,
          cell: (one) => minute(one.planned),
          csv: (one) => one.planned ?? '',
        },
        {
          key: 'first',
          label: t('drills.times.first'),
          number: true,
          cell: (one) => minute(one.first),
          csv: (one) => one.first ?? '',
        },
        {
          key: 'last',
          label: t('drills.times.last'),
          number: true,
          cell: (one) => minute(one.last),
          csv: (one) => one.last ?? '',
        },
        {
          key: 'chart',
          label: t('drills.times.chart'),
          cell: (one) => (
            <Bar
              width={160}
              value={(one.last ?? 0) / end}
              low={late(one)}
              last={one.planned === null ? undefined : one.planned / end}
              label={t('drills.times.bar', { planned: minute(one.planned), last: minute(one.last) })}
            />
          ),
        },
        {
          key: 'judged',
          label: t('drills.times.judged'),
          cell: (one) => <Judged of={one} begun={it.openedAt !== null} />,
          csv: (one) => judged(one),
        },
      ]}
    />
  );
}

type Step = DrillTimes['steps'][number];
const late = (one: Step): boolean => one.planned !== null && one.last !== null && one.last > one.planned;

const judged = (one: Step): string => {
  if (one.last === null) return t('drills.times.not-done');
  if (one.missing > 0) return t('drills.times.missing', { n: one.missing });
  if (one.planned === null) return t('drills.times.unplanned');
  const minutes = Math.round(Math.abs(one.last - one.planned));
  return late(one) ? t('drills.times.late', { n: minutes }) : t('drills.times.within', { n: minutes });
};

function Judged({ of, begun }: { of: Step; begun: boolean }) {
  if (!begun) return <span className="dim">―</span>;
  const tone = of.last === null || of.missing > 0 ? 'soon' : late(of) ? 'late' : of.planned === null ? 'idle' : 'done';
  return <State tone={tone}>{judged(of)}</State>;
}

function Hops({ it }: { it: DrillTimes }) {
  const words = useSeatWords();
  return (
    <DataTable
      cards
      caption={t('drills.hops')}
      hint={t('drills.hops.hint')}
      rows={it.hops}
      rowKey={(one) => `${one.what} ${one.seat} ${one.since ?? ''} ${one.at ?? ''}`}
      file="drill-hops"
      columns={[
        {
          key: 'what',
          label: t('drills.times.step'),
          head: true,
          cell: (one) => stepWord(one.what),
          csv: (one) => stepWord(one.what),
        },
        { key: 'seat', label: t('drills.hops.seat'), cell: words, csv: words },
        {
          key: 'at',
          label: t('drills.hops.at'),
          cell: (one) =>
            one.at === null ? (
              <State tone="soon">{t('drills.times.not-done')}</State>
            ) : (
              <Moment at={one.at} as="seconds" />
            ),
          csv: (one) => one.at ?? '',
        },
        {
          key: 'minute',
          label: t('drills.hops.minute'),
          number: true,
          cell: (one) => minute(one.minute),
          csv: (one) => one.minute ?? '',
        },
        {
          key: 'took',
          label: t('drills.hops.took'),
          number: true,
          cell: (one) => took(one.seconds),
          csv: (one) => one.seconds ?? '',
        },
      ]}
    />
  );
}

function Compared({ it }: { it: DrillTimes }) {
  const before = (one: StepFigures): StepFigures | undefined =>
    it.earlier?.figures.find((was) => was.what === one.what);
  return (
    <DataTable
      caption={t('drills.figures')}
      hint={
        it.earlier === null ? t('drills.figures.first') : t('drills.figures.hint', { title: both(it.earlier.title) })
      }
      rows={it.figures}
      rowKey={(one) => one.what}
      file="drill-figures"
      empty={<p className="dim">{t('drills.figures.none')}</p>}
      columns={[
        {
          key: 'what',
          label: t('drills.times.step'),
          head: true,
          cell: (one) => stepWord(one.what),
          csv: (one) => stepWord(one.what),
        },
        {
          key: 'done',
          label: t('drills.figures.done'),
          number: true,
          cell: (one) => t('drills.figures.of', { done: figure(one.done), of: figure(one.of) }),
          csv: (one) => one.done,
        },
        {
          key: 'median',
          label: t('drills.figures.median'),
          number: true,
          cell: (one) => took(one.median),
          csv: (one) => one.median ?? '',
        },
        {
          key: 'longest',
          label: t('drills.figures.longest'),
          number: true,
          cell: (one) => took(one.longest),
          csv: (one) => one.longest ?? '',
        },
        {
          key: 'before',
          label: t('drills.figures.before'),
          number: true,
          cell: (one) => took(before(one)?.median ?? null),
          csv: (one) => before(one)?.median ?? '',
        },
      ]}
    />
  );
}
