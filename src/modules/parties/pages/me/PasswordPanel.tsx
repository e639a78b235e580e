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

/** Setting or changing one's password. It opens nothing without a one-time code. */
export function PasswordPanel({ changedAt }: { changedAt: string | null }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const set = useSend(partiesDoors.setPassword, {
    onDone: () => {
      setCurrent('');
      setPassword('');
      say(t('parties.password.changed'));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate({ body: changedAt === null ? { password } : { current, password } });
  };
  return (
    <Panel title={t('parties.password')}>
      <p className="small dim">
        {changedAt === null ? (
          t('parties.password.none')
        ) : (
          <>
            {t('parties.password.since')} <Moment at={changedAt} as="day" />
          </>
        )}
      </p>
      <form onSubmit={submit} className="stack-s">
        {changedAt !== null && (
          <TextField
            bare
            label={t('parties.password.current')}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
        )}
        <TextField
          bare
          label={t('parties.password.new')}
          type="password"
          autoComplete="new-password"
          help={t('parties.password.help')}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" wait={set.isPending}>
          {changedAt === null ? t('parties.password.set') : t('parties.password.change')}
        </Button>
      </form>
      {set.error !== null && <RefusalNote error={set.error} />}
    </Panel>
  );
}
