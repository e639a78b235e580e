import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { State, type Tone } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ConsentAct, ConsentLine } from '../../../shapes/consent.ts';
import type { ReportView } from '../../../shapes/report.ts';

const stateWord = (state: ConsentLine['state']): string =>
  ({
    none: t('exchange.consent.state.none'),
    requested: t('exchange.consent.state.requested'),
    asked: t('exchange.consent.state.asked'),
    given: t('exchange.consent.state.given'),
    refused: t('exchange.consent.state.refused'),
    withdrawn: t('exchange.consent.state.withdrawn'),
  })[state];

const actWord = (act: ConsentAct): string =>
  ({
    requested: t('exchange.consent.act.requested'),
    asked: t('exchange.consent.act.asked'),
    given: t('exchange.consent.act.given'),
    refused: t('exchange.consent.act.refused'),
    withdrawn: t('exchange.consent.act.withdrawn'),
    passed: t('exchange.consent.act.passed'),
  })[act];

const doWord = (act: ConsentAct): string =>
  ({
    requested: t('exchange.consent.do.requested'),
    asked: t('exchange.consent.do.asked'),
    given: t('exchange.consent.do.given'),
    refused: t('exchange.consent.do.refused'),
    withdrawn: t('exchange.consent.do.withdrawn'),
    passed: t('exchange.consent.do.passed'),
  })[act];

const tones: Readonly<Record<ConsentLine['state'], Tone>> = {
  none: 'idle',
  requested: 'soon',
  asked: 'soon',
  given: 'done',
  refused: 'idle',
  withdrawn: 'late',
};

/** The ledger of consent: to whom this may go beyond its own way, what was asked and answered, and what one may enter now. */
export function Consents({ report }: { report: ReportView }) {
  const ledger = useGet(exchangeDoors.showConsents, { params: { id: report.id } });
  if (ledger.data === undefined || ledger.data.classes.length === 0) return null;
  return (
    <Panel title={t('exchange.consent.title')} icon="lock" hint={t('exchange.consent.hint')}>
      <ul className="ruled consents">
        {ledger.data.classes.map((line) => (
          <Line key={line.class} report={report.id} line={line} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ report, line }: { report: string; line: ConsentLine }) {
  const [open, setOpen] = useState<ConsentAct | null>(null);
  const [note, setNote] = useState('');
  const done = (): void => {
    setOpen(null);
    setNote('');
    say(t('exchange.consent.done'));
  };
  const enter = useSend(exchangeDoors.enterConsent, { onDone: done });
  const pass = useSend(exchangeDoors.passOnward, { onDone: done });
  const send = (act: ConsentAct): void => {
    const params = { id: report };
    if (act === 'passed') pass.mutate({ params, body: { class: line.class } });
    else
      enter.mutate({
        params,
        body: { class: line.class, act, ...(note.trim() === '' ? {} : { note }) },
      });
  };
  const error = enter.error ?? pass.error;
  return (
    <li className="stack-s">
      <p className="split">
        <b>{line.title}</b>
        <State tone={tones[line.state]}>{stateWord(line.state)}</State>
      </p>
      <p className="small dim">{line.says}</p>
      {line.until !== null && line.state === 'asked' && (
        <p className="small">{rich('exchange.consent.until', { when: <Moment at={line.until} /> })}</p>
      )}
      {line.knownBefore && <p className="small">{t('exchange.consent.known-before')}</p>}
      {open === null ? (
        <p className="cluster">
          {line.may.map((act) => (
            <Button key={act} small onPress={() => setOpen(act)}>
              {doWord(act)}
            </Button>
          ))}
        </p>
      ) : (
        <div className="stack-s">
          {open === 'withdrawn' && (
            <p className="small">
              {line.what === 'name' ? t('exchange.consent.withdraw.name') : t('exchange.consent.withdraw.content')}
            </p>
          )}
          {open !== 'passed' && (
            <ProseField
              label={t('exchange.consent.note')}
              maybe={t('exchange.relay.note.maybe')}
              help={open === 'requested' ? t('exchange.consent.note.to-ministry') : t('exchange.consent.note.between')}
              rows={2}
              max={1000}
              value={note}
              onChange={setNote}
            />
          )}
          {error !== null && <RefusalNote error={error} />}
          <p className="cluster">
            <Button small tone="go" wait={enter.isPending || pass.isPending} onPress={() => send(open)}>
              {doWord(open)}
            </Button>
            <Button small onPress={() => setOpen(null)}>
              {t('exchange.consent.leave')}
            </Button>
          </p>
        </div>
      )}
      {line.acts.length > 0 && (
        <details>
          <summary className="small">{t('exchange.consent.history', { n: line.acts.length })}</summary>
          <ol className="thread history">
            {line.acts.toReversed().map((it) => (
              <li key={it.id}>
                <p className="by">
                  <b>{actWord(it.act)}</b>
                  <Moment at={it.at} />
                </p>
                <p className="text">{[it.by, it.note].filter(Boolean).join('　')}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
