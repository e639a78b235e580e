import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { CodeSecret } from './CodeSecret.tsx';

/** Accepting an invitation with a password and one-time codes. */
export function JoinByCode({ secret }: { secret: string }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const offer = useSend(partiesDoors.offerJoiningCode, { quiet: true });
  const join = useSend(partiesDoors.joinByPassword, { onDone: () => location.assign('/'), quiet: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    join.mutate({ body: { secret, password, code: code.replace(/\D/gu, '') } });
  };
  return (
    <Panel title={t('parties.join.by-code')}>
      <p className="small dim">{t('parties.code.no-red')}</p>
      {offer.data === undefined ? (
        <Button wide wait={offer.isPending} onPress={() => offer.mutate({ body: { secret } })}>
          {t('parties.join.start-code')}
        </Button>
      ) : (
        <form onSubmit={submit} className="stack-s">
          <CodeSecret {...offer.data} />
          <TextField
            bare
            label={t('parties.password.new')}
            type="password"
            autoComplete="new-password"
            help={t('parties.password.help')}
            value={password}
            onChange={setPassword}
          />
          <TextField
            bare
            label={t('parties.code')}
            autoComplete="one-time-code"
            max={7}
            help={t('parties.code.help')}
            value={code}
            onChange={setCode}
          />
          <Button wide type="submit" wait={join.isPending}>
            {t('parties.join.take')}
          </Button>
        </form>
      )}
      {(offer.error ?? join.error) !== null && <RefusalNote error={offer.error ?? join.error} />}
    </Panel>
  );
}
