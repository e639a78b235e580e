import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { circulationDoors } from '../../../circulation/contract.ts';
import type { ReportView } from '../../shapes/report.ts';
import type { Words } from '../words/programme.ts';
import { nameOf } from '../words/versions.ts';

/** Says above all else that the operator has taken the report back. */
export function Withdrawn({ report }: { report: ReportView }) {
  if (report.versions.at(-1)?.stage !== 'withdrawal') return null;
  return (
    <Note tone="soon">
      <b>{t('exchange.report.withdrawn')}</b> {t('exchange.report.withdrawn.says')}
    </Note>
  );
}

/** Asks the reader to say that the report has arrived; relaying it says so too. */
export function Acknowledge({ report }: { report: ReportView }) {
  const acknowledge = useSend(circulationDoors.acknowledge, {
    onDone: () => say(t('exchange.report.acknowledged-now')),
  });
  const { receipt } = report;
  if (receipt === null || receipt.acknowledgedAt !== null) return null;
  const press = (): void => acknowledge.mutate({ params: { id: receipt.id }, body: { state: 'received' } });
  return (
    <>
      <Note
        tone="soon"
        icon="clock"
        action={
          <Button small wait={acknowledge.isPending} onPress={press}>
            {t('exchange.report.acknowledge')}
          </Button>
        }
      >
        <b>{t('exchange.report.unacknowledged')}</b> {report.may.relay && t('exchange.report.relay-acknowledges')}
      </Note>
      {acknowledge.error !== null && <RefusalNote error={acknowledge.error} />}
    </>
  );
}

/** What the ministry wrote beside the report when it passed it on. */
export function MinistryNotes({ report, words }: { report: ReportView; words: Words }) {
  if (report.notes.length === 0) return null;
  const versionOf = (id: string) => report.versions.find((it) => it.id === id);
  return (
    <Panel tone="quiet" title={t('exchange.notes.title')}>
      <ol className="thread">
        {report.notes.map((it) => {
          const version = versionOf(it.version);
          return (
            <li key={`${it.version}-${it.at}`}>
              <p className="by">
                <span>
                  <b>{words.body(it.from)}</b>
                  {version !== undefined && ` ${t('exchange.notes.to', { name: nameOf(version, words) })}`}
                </span>
                <Moment at={it.at} />
              </p>
              <p className="text">{it.note}</p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
