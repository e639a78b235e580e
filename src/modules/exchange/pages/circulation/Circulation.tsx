import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { LineChart } from '../../../../portal/show/chart/LineChart.tsx';
import { TierTable } from '../../../../portal/show/chart/TierTable.tsx';
import { clockTime } from '../../../../kernel/time.ts';
import { figure, rich, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { CirculationView, TierFigures } from '../../../circulation/contract.ts';
import type { ProvisionView } from '../../shapes/provision.ts';
import { listed } from '../words/lists.ts';
import { useWords } from '../words/programme.ts';
import type { Words } from '../words/programme.ts';
import { Answers } from './Answers.tsx';
import { Attempts } from './Attempts.tsx';
import { FeedbackTold } from './FeedbackTold.tsx';
import { Overdue } from './Overdue.tsx';
import { curveOf } from './reach.ts';
import { Sectors } from './Sectors.tsx';
import { Silent } from './Silent.tsx';
import '../exchange.css';

/** How far a provision has come, as far as the reader may know: tiers, curve, answers, whom to telephone next. */
export default function Circulation({ params }: PageProps) {
  const input = { params: { id: params['id'] ?? '' } };
  const provision = useGet(exchangeDoors.showProvision, input);
  const circulation = useGet(exchangeDoors.showCirculation, input, { every: 60_000 });
  const words = useWords();
  return (
    <Answer of={provision}>
      {(it) => <Answer of={circulation}>{(view) => <Reach it={it} view={view} words={words} />}</Answer>}
    </Answer>
  );
}

function Reach({ it, view, words }: { it: ProvisionView; view: CirculationView; words: Words }) {
  const now = useNow();
  const tempo = it.tempo === 'direct' ? t('exchange.tempo.direct') : t('exchange.tempo.relay');
  const sent = view.sentAt ?? it.sentAt;
  return (
    <>
      <PageHead
        title={it.title}
        mark={it.handling}
        crumbs={[
          { label: t('exchange.nav.provisions'), href: '/provisions' },
          { label: it.reference, href: `/provisions/${it.id}` },
          { label: t('exchange.provision.reach') },
        ]}
        meta={
          <>
            {sent !== null && <span>{rich('exchange.reach.sent', { when: <Moment at={sent} />, tempo })}</span>}
            {it.desk !== null && (
              <span>
                {t('exchange.reach.hands', {
                  who: listed(it.desk.editors.map((who) => who.name)),
                  second: it.desk.approval?.by ?? '―',
                })}
              </span>
            )}
            <a href={`/provisions/${it.id}`}>{t('exchange.reach.text')}</a>
          </>
        }
      />
      {view.tiers.length === 0 ? (
        <EmptyState title={t(sent === null ? 'exchange.reach.unsent' : 'exchange.reach.nothing')}>
          {t('exchange.reach.nothing.way')}
        </EmptyState>
      ) : (
        <div className="stack-l">
          <Overdue view={view} words={words} now={now} />
          <div className="scroll">
            <TierTable
              caption={t('exchange.reach.tiers')}
              asOf={now}
              rows={view.tiers.map((tier) => ({
                key: `${tier.position}-${tier.tier}`,
                name: words.capacity(tier.tier),
                targeted: tier.targeted,
                delivered: tier.delivered,
                opened: tier.opened,
                acknowledged: tier.acknowledged,
                medianSeconds: tier.medianSeconds,
                maximumSeconds: tier.maxSeconds,
                unreached: whyNot(tier, words),
              }))}
            />
          </div>
          {view.spoken > 0 && <p className="small">{t('exchange.reach.spoken', { n: view.spoken })}</p>}
          <div className="reach-figures">
            <LineChart
              title={t('exchange.reach.curve')}
              unit="%"
              max={100}
              series={curveOf(
                view,
                now,
                (tier) => `${words.capacity(tier.tier)} ${figure(tier.acknowledged)}／${figure(tier.targeted)}`,
              )}
              marks={dueIn(view, now)}
              file="reach"
            />
            <Answers tiers={view.tiers} words={words} />
          </div>
          <FeedbackTold provision={it.id} words={words} />
          <Silent view={view} words={words} />
          <Sectors view={view} words={words} />
          <Attempts view={view} words={words} />
          <p className="small dim">
            {t(view.scope === 'all' ? 'exchange.reach.names.centre' : 'exchange.reach.names.part')}
          </p>
        </div>
      )}
    </>
  );
}

// What waits in the tier above has not failed to arrive: it has not been passed on.
const whyNot = (tier: TierFigures, words: Words): { reason: string; count: number }[] => [
  ...tier.reasons.map((why) => ({ reason: words.code('unreachable-reason', why.reason), count: why.count })),
  ...(tier.targeted > tier.sent ? [{ reason: t('exchange.standing.waiting'), count: tier.targeted - tier.sent }] : []),
];

// A deadline far ahead would press everything that has happened into the left edge.
const dueIn = (view: CirculationView, now: Date): { at: Date; label: string }[] => {
  if (view.due === null || view.sentAt === null) return [];
  const [due, sent] = [Date.parse(view.due), Date.parse(view.sentAt)];
  return due - sent <= 2 * (now.getTime() - sent)
    ? [{ at: new Date(due), label: t('exchange.reach.due', { at: clockTime(new Date(due)) }) }]
    : [];
};
