import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { CodeSecret } from '../sign-in/CodeSecret.tsx';

/** Setting up one-time codes: a secret shown once, confirmed by a first code. */
export function CodesPanel({ confirmedAt }: { confirmedAt: string | null }) {
  const [code, setCode] = useState('');
  const offer = useSend(partiesDoors.offerTotp, { quiet: true });
  const confirm = useSend(partiesDoors.confirmTotp, {
    onDone: () => {
      offer.reset();
      setCode('');
      say(t('parties.totp.confirmed'));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate({ body: { code: code.replace(/\D/gu, '') } });
  };
  return (
    <Panel title={t('parties.totp')}>
      <p className="small dim">
        {confirmedAt === null ? (
          t('parties.totp.none')
        ) : (
          <>
            {t('parties.totp.since')} <Moment at={confirmedAt} as="day" />
          </>
        )}
      </p>
      {offer.data === undefined ? (
        <Button wait={offer.isPending} onPress={() => offer.mutate({ body: {} })}>
          {confirmedAt === null ? t('parties.totp.set') : t('parties.totp.change')}
        </Button>
      ) : (
        <form onSubmit={submit} className="stack-s">
          <CodeSecret {...offer.data} />
          <TextField
            bare
            label={t('parties.code')}
            autoComplete="one-time-code"
            max={7}
            help={t('parties.code.help')}
            value={code}
            onChange={setCode}
          />
          <Button type="submit" wait={confirm.isPending}>
            {t('parties.totp.confirm')}
          </Button>
        </form>
      )}
      {(offer.error ?? confirm.error) !== null && <RefusalNote error={offer.error ?? confirm.error} />}
    </Panel>
  );
}
