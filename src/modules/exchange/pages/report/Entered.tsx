import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ReportView } from '../../shapes/report.ts';
import type { Words } from '../words/programme.ts';

/** That the report was typed in for its source: who said it, how, who typed it, and whether the source has confirmed it. */
export function Entered({ report, words }: { report: ReportView; words: Words }) {
  const confirm = useSend(exchangeDoors.confirmEntry, { onDone: () => say(t('exchange.entry.confirmed-now')) });
  const { entry } = report;
  if (entry === null) return null;
  return (
    <Panel tone="source" icon="phone" title={t('exchange.entry.panel')} hint={t('exchange.source.who-sees')}>
      <Facts
        items={[
          { term: t('exchange.entry.said-by'), value: entry.saidBy },
          ...(entry.callBack === null
            ? []
            : [{ term: t('exchange.entry.call-back'), value: <a href={`tel:${entry.callBack}`}>{entry.callBack}</a> }]),
          {
            term: t('exchange.entry.channel'),
            value: (
              <span>
                {words.code('channel', entry.channel)} <Moment at={entry.saidAt} />
              </span>
            ),
          },
          {
            term: t('exchange.entry.typed'),
            value: (
              <span>
                {words.body(entry.by)} <Moment at={entry.enteredAt} />
              </span>
            ),
          },
          {
            term: t('exchange.entry.state'),
            value:
              entry.confirmedAt === null ? (
                <State tone="soon">{t('exchange.entry.unconfirmed')}</State>
              ) : (
                <State tone="done">
                  {rich('exchange.entry.confirmed', { when: <Moment at={entry.confirmedAt} /> })}
                </State>
              ),
          },
        ]}
      />
      {report.may.confirm && (
        <>
          <p className="small">{t('exchange.entry.confirm.says')}</p>
          {confirm.error !== null && <RefusalNote error={confirm.error} />}
          <p className="panel-act cluster">
            <Button tone="go" wait={confirm.isPending} onPress={() => confirm.mutate({ params: { id: report.id } })}>
              {t('exchange.entry.confirm')}
            </Button>
            <Button href={`/reports/${report.id}/version?stage=correction`}>{t('exchange.entry.correct')}</Button>
          </p>
        </>
      )}
    </Panel>
  );
}
