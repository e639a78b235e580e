import { type ReactNode, useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type AnswerView, surveysDoors } from '../../contract.ts';
import { totalsOf } from './totals.ts';

/** What is left until the answer is sent: answer, have a second person sign; and the one button for it. */
export function Steps({ it, onGo }: { it: AnswerView; onGo: (section: string) => void }) {
  const { answered, asked, wrong, open } = totalsOf(it.sections);
  const left = wrong + open;
  const ask = useSend(surveysDoors.askSignature, { onDone: () => say(t('surveys.ask.done')) });
  const sign = useSend(surveysDoors.signAnswer, { onDone: () => say(t('surveys.sign.done')) });
  const [back, setBack] = useState(false);
  const call = { params: { id: it.survey.id }, body: {} };
  const next = it.sections.find((one) => one.wrong.length + one.open.length > 0);
  const signers = it.colleagues.filter((one) => one.signs && !one.mine);
  const ready = it.state === 'asked' || it.state === 'signed';
  return (
    <Panel title={t('surveys.steps')} tone="key">
      <ol className="surveys-steps">
        <Step done={left === 0} title={t('surveys.step.answer')}>
          {t('surveys.progress', { answered, asked })}
          {left > 0 && ` ${t('surveys.step.left', { wrong, open })}`}
        </Step>
        <Step done={it.state === 'signed'} title={t('surveys.step.sign')}>
          {it.request !== null && it.request.current
            ? t('surveys.step.asked', { name: both(it.request.by) })
            : t('surveys.step.sign.says')}
        </Step>
        <Step done={it.state === 'signed'} title={t('surveys.step.send')}>
          {t('surveys.step.send.says')}
        </Step>
      </ol>
      <div className="stack-s">
        {it.request !== null && !it.request.current && it.state === 'begun' && (
          <p className="small">{t('surveys.request.gone')}</p>
        )}
        {!ready && it.may.write && (
          <Button
            wide
            tone="go"
            wait={ask.isPending}
            {...(whyNot(it, left) === undefined ? {} : { why: whyNot(it, left) })}
            onPress={() => ask.mutate(call)}
          >
            {t('surveys.ask')}
          </Button>
        )}
        {next !== undefined && it.may.write && (
          <Button small tone="quiet" onPress={() => onGo(next.key)}>
            {t('surveys.step.to')}
          </Button>
        )}
        {it.state === 'asked' && it.may.sign && (
          <Button wide tone="go" wait={sign.isPending} onPress={() => sign.mutate(call)}>
            {t('surveys.sign')}
          </Button>
        )}
        {it.state === 'asked' && !it.may.sign && (
          <p className="small">
            {signers.length === 0
              ? t('surveys.sign.nobody')
              : t('surveys.sign.waits', { names: signers.map((one) => both(one.name)).join(t('surveys.and')) })}
          </p>
        )}
        {it.may.withdraw && (
          <Button wide onPress={() => setBack(true)}>
            {t('surveys.withdraw')}
          </Button>
        )}
        {ask.error !== null && <RefusalNote error={ask.error} />}
        {sign.error !== null && <RefusalNote error={sign.error} />}
      </div>
      {back && <TakeBack it={it} onClose={() => setBack(false)} />}
    </Panel>
  );
}

const whyNot = (it: AnswerView, left: number): string | undefined => {
  if (it.survey.state !== 'open') return t('surveys.answer.closed');
  return left > 0 ? t('surveys.ask.left', { n: left }) : undefined;
};

function Step({ done, title, children }: { done: boolean; title: string; children: ReactNode }) {
  return (
    <li className={done ? 'done' : undefined}>
      <Icon name={done ? 'check' : 'dot'} />
      <span>
        <b>{title}</b>
        {done && <span className="unseen-by-eye"> {t('surveys.step.done')}</span>}
        <br />
        <span className="small dim">{children}</span>
      </span>
    </li>
  );
}

function TakeBack({ it, onClose }: { it: AnswerView; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const send = useSend(surveysDoors.withdrawAnswer, { onDone: onClose });
  const signed = it.signed.at(-1);
  return (
    <Dialog
      title={t('surveys.withdraw')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button
            tone="go"
            wait={send.isPending}
            onPress={() => send.mutate({ params: { id: it.survey.id }, body: { why } })}
          >
            {t('surveys.withdraw.do')}
          </Button>
        </>
      }
    >
      {signed !== undefined && (
        <p className="small dim">
          <Moment at={signed.at} as="both" /> {both(signed.by)}
        </p>
      )}
      <p>{t('surveys.withdraw.says')}</p>
      <TextField must bare label={t('surveys.withdraw.why')} max={300} value={why} onChange={setWhy} />
      {send.error !== null && <RefusalNote error={send.error} />}
    </Dialog>
  );
}
