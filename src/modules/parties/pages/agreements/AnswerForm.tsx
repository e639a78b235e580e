import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { type AgreementView, partiesDoors } from '../../contract.ts';

/** Accepts or declines what a hub proposed, with the name of who signs for one's own side. */
export function AnswerForm({ it }: { it: AgreementView }) {
  const [signedBy, setSignedBy] = useState('');
  const answer = useSend(partiesDoors.answerAgreement, {
    onDone: (made) =>
      say(t(made.answer?.accepted === true ? 'parties.agreement.accepted' : 'parties.agreement.declined')),
  });
  const give = (accept: boolean): void =>
    answer.mutate({ params: { id: it.id }, body: { accept, hash: it.hash, signedBy } });
  const why = signedBy.trim() === '' ? t('parties.agreement.sign.why') : undefined;
  return (
    <Panel tone="key" title={t('parties.agreement.answer')}>
      <p className="small dim">{t('parties.agreement.answer.says')}</p>
      <TextField
        bare
        must
        label={t('parties.agreement.signed.other')}
        help={t('parties.agreement.signed.help')}
        max={120}
        value={signedBy}
        onChange={setSignedBy}
      />
      {answer.error !== null && <RefusalNote error={answer.error} />}
      <p className="stack-s">
        <Button tone="go" wide wait={answer.isPending} why={why} onPress={() => give(true)}>
          {t('parties.agreement.accept')}
        </Button>
        <Button wide wait={answer.isPending} why={why} onPress={() => give(false)}>
          {t('parties.agreement.decline')}
        </Button>
      </p>
    </Panel>
  );
}
