import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ProvisionView } from '../../../shapes/provision.ts';
import type { SourcesAsked } from '../../../shapes/source-approval.ts';
import { askingTones, askingWord, silenceWord } from '../../sources/approvals/words.ts';

/** What the sources of the reports said to the text before it goes out: by report, never by name or hour. */
export function Sources({ it }: { it: ProvisionView }) {
  const sources = it.desk?.sources ?? null;
  if (sources === null) return null;
  return (
    <Panel title={t('exchange.sources.title')} icon="lock" hint={t('exchange.sources.hint')}>
      <div className="stack-s">
        {sources.askings.length === 0 && <p className="small">{t('exchange.sources.ahead')}</p>}
        <ul className="ruled small">
          {sources.askings.map((one) => (
            <Asked key={`${one.report.id}-${one.askedAt}`} one={one} open={it.sentAt === null} />
          ))}
        </ul>
        {sources.urgent !== null && (
          <Note tone="soon">
            {rich('exchange.sources.urgent', { by: sources.urgent.by, when: <Moment at={sources.urgent.at} /> })}{' '}
            {sources.urgent.reason}
          </Note>
        )}
        {sources.mayReleaseUrgently && <Release id={it.id} />}
      </div>
    </Panel>
  );
}

function Asked({ one, open }: { one: SourcesAsked['askings'][number]; open: boolean }) {
  return (
    <li className="stack-s">
      <p className="split">
        <a href={`/reports/${one.report.id}`}>{one.report.reference}</a>
        <State tone={askingTones[one.state]}>{askingWord(one.state)}</State>
      </p>
      {open && one.state === 'open' && (
        <p>
          <Deadline at={one.due} />
        </p>
      )}
      {open && (one.state === 'open' || one.state === 'silent') && <p className="dim">{silenceWord(one.silence)}</p>}
      {one.reason !== null && <p className="pre">{one.reason}</p>}
      {one.wording !== null && (
        <details>
          <summary>{t('exchange.asking.wording')}</summary>
          <p className="pre">{one.wording}</p>
        </details>
      )}
    </li>
  );
}

function Release({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const release = useSend(exchangeDoors.releaseUrgently, {
    onDone: () => {
      setOpen(false);
      say(t('exchange.sources.release.done'));
    },
  });
  return (
    <>
      <Button wide onPress={() => setOpen(true)}>
        {t('exchange.sources.release')}
      </Button>
      <Dialog
        title={t('exchange.sources.release.title')}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              tone="go"
              wait={release.isPending}
              why={reason.trim() === '' ? t('exchange.sources.release.why') : undefined}
              onPress={() => release.mutate({ params: { id }, body: { reason } })}
            >
              {t('exchange.sources.release.do')}
            </Button>
            <Button onPress={() => setOpen(false)}>{t('exchange.consent.leave')}</Button>
          </>
        }
      >
        <p>{t('exchange.sources.release.says')}</p>
        {release.error !== null && <RefusalNote error={release.error} />}
        <ProseField
          label={t('exchange.sources.release.reason')}
          help={t('exchange.sources.release.reason.help')}
          must
          rows={3}
          max={4000}
          value={reason}
          onChange={setReason}
        />
      </Dialog>
    </>
  );
}
