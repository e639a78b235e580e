import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';

/** Signing in with a password and a one-time code. Which names exist is told at no step. */
export function CodePanel({ onIn }: { onIn: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [open, setOpen] = useState(false);
  const enter = useSend(partiesDoors.signInByPassword, { onDone: onIn, quiet: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!open) setOpen(email.includes('@'));
    else enter.mutate({ body: { email, password, code: code.replace(/\D/gu, '') } });
  };
  return (
    <Panel title={t('parties.code.other-way')}>
      <div className="stack-s">
        <form onSubmit={submit} className="stack-s">
          <TextField
            bare
            label={t('parties.email.work')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
          />
          {open && (
            <>
              <TextField
                bare
                label={t('parties.password')}
                type="password"
                autoComplete="current-password"
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
            </>
          )}
          <Button wide type="submit" wait={enter.isPending}>
            {open ? t('parties.sign-in') : t('parties.code.continue')}
          </Button>
        </form>
        {enter.error !== null && <RefusalNote error={enter.error} />}
        <p className="small dim">{t('parties.code.no-red')}</p>
      </div>
    </Panel>
  );
}
