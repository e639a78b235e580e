import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import { call } from '../../../portal/client.ts';
import { TextField } from '../../../portal/form/TextField.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PlainFrame } from '../../../portal/shell/PlainFrame.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { partiesDoors } from '../contract.ts';
import { useOffer } from './sign-in/offer.ts';
import { JoinByCode } from './sign-in/JoinByCode.tsx';
import { makePasskey, noPasskeyHere } from './sign-in/passkey.ts';

// The secret stands after the `#`, so that no server, log or referrer ever sees it in an address.
const secretOf = (): string => location.hash.slice(1);

/** Accepting an invitation: what is offered, and a passkey or a password with codes to come in with from now on. */
export default function Join() {
  const [secret] = useState(secretOf);
  const offer = useOffer(secret);
  return (
    <PlainFrame>
      <title>{`${t('parties.join.title')}｜${t('portal.brand')} Noroshi`}</title>
      <div className="sheet stack">
        <h1>{t('parties.join.title')}</h1>
        {secret === '' ? (
          <EmptyState title={t('refusal.invitation-gone')}>{t('refusal.invitation-gone.way')}</EmptyState>
        ) : (
          <Answer of={offer}>
            {(it) => (
              <>
                <Facts
                  items={[
                    { term: t('parties.name'), value: both(it.name) },
                    { term: t('parties.email'), value: it.email },
                    { term: t('parties.body'), value: both(it.body) },
                    { term: t('parties.seat'), value: both(it.title) },
                    { term: t('parties.invitation.until'), value: <Moment at={it.until} as="long" /> },
                  ]}
                />
                {it.known ? <AsMyself secret={secret} /> : <AsNew secret={secret} />}
              </>
            )}
          </Answer>
        )}
      </div>
    </PlainFrame>
  );
}

/** For a person who is here already: the seat is added to the one who is signed in. */
function AsMyself({ secret }: { secret: string }) {
  const [error, setError] = useState<unknown>(null);
  const accept = async (): Promise<void> => {
    try {
      const { seat } = await call(partiesDoors.acceptSeat, { body: { secret } });
      await call(partiesDoors.switchSeat, { body: { seat } });
      location.assign('/');
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Panel tone="key" title={t('parties.join.further')}>
      <p className="small">{t('parties.join.further.says')}</p>
      <Button tone="go" wide onPress={() => void accept()}>
        {t('parties.join.take')}
      </Button>
      {error !== null && <RefusalNote error={error} />}
    </Panel>
  );
}

/** For a new person: a passkey, or a password with codes. */
function AsNew({ secret }: { secret: string }) {
  const [label, setLabel] = useState(t('parties.passkey.label.first'));
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const join = async (): Promise<void> => {
    setWaiting(true);
    setError(null);
    try {
      const { options } = await call(partiesDoors.offerJoining, { body: { secret } });
      await call(partiesDoors.joinByPasskey, { body: { secret, label, response: await makePasskey(options) } });
      location.assign('/');
    } catch (refusal) {
      setError(refusal);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <>
      <Panel tone="key" icon="key" title={t('parties.join.by-passkey')}>
        <p className="small dim">{t('parties.passkey.says')}</p>
        <TextField bare label={t('parties.passkey.label')} max={80} value={label} onChange={setLabel} />
        <Button
          tone="go"
          wide
          wait={waiting}
          why={noPasskeyHere() === null ? undefined : t('parties.passkey.no-support')}
          onPress={() => void join()}
        >
          {t('parties.join.make-passkey')}
        </Button>
        {error !== null && <RefusalNote error={error} />}
      </Panel>
      <JoinByCode secret={secret} />
    </>
  );
}
