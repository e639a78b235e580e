import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { call } from '../../../../portal/client.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { answerWithPasskey, namedAddress, noPasskeyHere } from './passkey.ts';

/** The one thing to do on this page: sign in with a passkey. */
export function PasskeyPanel({ onIn }: { onIn: () => void }) {
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const hindrance = noPasskeyHere();
  const enter = async (): Promise<void> => {
    setWaiting(true);
    setError(null);
    try {
      const { options } = await call(partiesDoors.offerPasskey, { body: {} });
      await call(partiesDoors.signInByPasskey, { body: { response: await answerWithPasskey(options) } });
      onIn();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <Panel tone="key" icon="key" title={t('parties.passkey.enter')}>
      <div className="stack-s">
        <p className="small dim">{t('parties.passkey.says')}</p>
        {hindrance === null ? (
          <Button tone="go" wide wait={waiting} onPress={() => void enter()}>
            {t('parties.passkey.sign-in')}
          </Button>
        ) : (
          <p className="small">
            {hindrance === 'bare-address'
              ? rich('parties.passkey.bare-address', {
                  link: <a href={namedAddress()}>{t('parties.passkey.named')}</a>,
                })
              : t('parties.passkey.no-support')}
          </p>
        )}
        {hindrance === null && <p className="small dim">{t('parties.passkey.other-device')}</p>}
        {error !== null && <RefusalNote error={error} />}
      </div>
    </Panel>
  );
}
