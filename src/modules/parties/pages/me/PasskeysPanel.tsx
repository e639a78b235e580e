import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { call } from '../../../../portal/client.ts';
import { queries, useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors, type CredentialsView } from '../../contract.ts';
import { makePasskey, noPasskeyHere } from '../sign-in/passkey.ts';

/** One's passkeys: made on this device or another, taken away one by one, but not the last way in. */
export function PasskeysPanel({ passkeys }: { passkeys: CredentialsView['passkeys'] }) {
  const [label, setLabel] = useState('');
  const [error, setError] = useState<unknown>(null);
  const remove = useSend(partiesDoors.removePasskey, { onDone: () => say(t('parties.passkey.removed')) });
  const add = async (): Promise<void> => {
    setError(null);
    try {
      const { options } = await call(partiesDoors.offerNewPasskey, { body: {} });
      await call(partiesDoors.addPasskey, { body: { label, response: await makePasskey(options) } });
      setLabel('');
      say(t('parties.passkey.added'));
      await queries.invalidateQueries();
    } catch (refusal) {
      setError(refusal);
    }
  };
  const why = noPasskeyHere() === null ? undefined : t('parties.passkey.no-support');
  return (
    <Panel title={t('parties.passkeys')} icon="key">
      {passkeys.length === 0 && <p className="small dim">{t('parties.passkeys.none')}</p>}
      <ul className="ruled">
        {passkeys.map((it) => (
          <li key={it.id} className="split">
            <span>
              <b>{it.label}</b>{' '}
              <span className="small dim">
                {t('parties.made')} <Moment at={it.createdAt} as="day" />{' '}
                {it.lastUsed !== null && t('parties.last-used', { day: it.lastUsed })}
              </span>
            </span>
            <Button
              small
              label={t('parties.passkey.remove.of', { label: it.label })}
              wait={remove.isPending}
              onPress={() => remove.mutate({ params: { id: it.id } })}
            >
              {t('parties.passkey.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <TextField bare label={t('parties.passkey.label')} max={80} value={label} onChange={setLabel} />
      <Button why={label.trim() === '' ? t('parties.passkey.label.first-say') : why} onPress={() => void add()}>
        {t('parties.passkey.add')}
      </Button>
      {(error ?? remove.error) !== null && <RefusalNote error={error ?? remove.error} />}
    </Panel>
  );
}
