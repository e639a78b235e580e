import { useGet } from '../../../../../portal/data/query.ts';
import { Facts } from '../../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { figure, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ReportUse } from '../../../shapes/feedback.ts';
import type { Words } from '../../words/programme.ts';

/** What was made from this report and what came of it, in counts, for its source. Nothing where nothing was. */
export function Use({ report, words }: { report: string; words: Words }) {
  const items = useGet(exchangeDoors.reportUses, { params: { id: report } }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('exchange.use.title')} hint={t('exchange.use.hint')}>
      <div className="stack">
        {items.map((it) => (
          <One key={it.sentAt} it={it} words={words} />
        ))}
      </div>
    </Panel>
  );
}

const count = (n: number | null): string => (n === null ? t('exchange.use.hidden') : figure(n));

function One({ it, words }: { it: ReportUse; words: Words }) {
  return (
    <div className="stack-s">
      <p className="split">
        <b>{words.code('provision-kind', it.kind)}</b> <Moment at={it.sentAt} />
      </p>
      {it.recalled && <State tone="late">{t('exchange.use.recalled')}</State>}
      <Facts
        items={[
          { term: t('exchange.use.targeted'), value: count(it.targeted) },
          { term: t('exchange.use.acknowledged'), value: count(it.acknowledged) },
          { term: words.code('acknowledgement', 'affected'), value: count(it.affected) },
          { term: words.code('acknowledgement', 'not-affected'), value: count(it.notAffected) },
          { term: words.code('acknowledgement', 'investigating'), value: count(it.investigating) },
          { term: t('exchange.feedback.sighting'), value: count(it.sightings) },
          { term: t('exchange.feedback.correction'), value: count(it.corrections) },
        ]}
      />
    </div>
  );
}
