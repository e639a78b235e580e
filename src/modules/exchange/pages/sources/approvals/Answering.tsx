import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { AskingShown } from '../../../shapes/source-approval.ts';

/** Agrees in one press, or objects with a reason and another wording. The seat above says whom it heard. */
export function Answering({ it }: { it: AskingShown }) {
  const [objecting, setObjecting] = useState(false);
  const [reason, setReason] = useState('');
  const [wording, setWording] = useState(it.body);
  const [heardFrom, setHeardFrom] = useState('');
  const answer = useSend(exchangeDoors.answerAsking, {
    onDone: () => {
      setObjecting(false);
      say(t('exchange.asking.done'));
    },
  });
  const params = { id: it.id };
  const heard = it.mine ? {} : { heardFrom };
  const unheard = !it.mine && heardFrom.trim() === '' ? t('exchange.asking.heard.why') : undefined;
  const changed = wording.trim() === '' || wording === it.body ? {} : { wording };
  return (
    <Panel
      tone={it.mine ? 'key' : 'plain'}
      title={t(it.mine ? 'exchange.asking.answer' : 'exchange.asking.answer.heard')}
    >
      <div className="stack">
        <p className="small dim">{t(it.mine ? 'exchange.asking.answer.says' : 'exchange.asking.answer.heard.says')}</p>
        {!it.mine && (
          <TextField label={t('exchange.asking.heard-from')} must max={200} value={heardFrom} onChange={setHeardFrom} />
        )}
        {answer.error !== null && <RefusalNote error={answer.error} />}
        {objecting ? (
          <>
            <ProseField
              label={t('exchange.asking.reason')}
              help={t('exchange.asking.reason.help')}
              must
              rows={3}
              max={4000}
              value={reason}
              onChange={setReason}
            />
            <ProseField
              label={t('exchange.asking.wording')}
              help={t('exchange.asking.wording.help')}
              maybe={t('exchange.relay.note.maybe')}
              rows={8}
              max={40_000}
              value={wording}
              onChange={setWording}
            />
            <Button
              tone="go"
              wide
              wait={answer.isPending}
              why={unheard ?? (reason.trim() === '' ? t('exchange.asking.reason.why') : undefined)}
              onPress={() => answer.mutate({ params, body: { answer: 'objected', reason, ...changed, ...heard } })}
            >
              {t('exchange.asking.object.do')}
            </Button>
            <Button wide onPress={() => setObjecting(false)}>
              {t('exchange.consent.leave')}
            </Button>
          </>
        ) : (
          <div className="answers">
            <Button
              tone="go"
              wide
              wait={answer.isPending}
              why={unheard ?? (it.state === 'agreed' ? t('exchange.asking.agreed.why') : undefined)}
              onPress={() => answer.mutate({ params, body: { answer: 'agreed', ...heard } })}
            >
              {t('exchange.asking.agree')}
            </Button>
            <Button wide onPress={() => setObjecting(true)}>
              {t('exchange.asking.object')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
