import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { call } from '../../../../portal/client.ts';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { PlainFrame } from '../../../../portal/shell/PlainFrame.tsx';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { CodeSecret } from './CodeSecret.tsx';
import { makePasskey, noPasskeyHere } from './passkey.ts';

// The link's half stands after the `#`, so that no server, log or referrer ever sees it in an address.
const secretOf = (): string => location.hash.slice(1);

/** Coming back in with both halves of a recovery: the link of this page and the word that the second person said. */
export default function Recover() {
  const [secret] = useState(secretOf);
  const [word, setWord] = useState('');
  const offer = useQuery({
    queryKey: ['recovery', secret],
    queryFn: () => call(partiesDoors.showRecovery, { body: { secret } }),
    enabled: secret !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <PlainFrame>
      <title>{`${t('parties.recover.title')}｜${t('portal.brand')} Noroshi`}</title>
      <div className="sheet stack">
        <h1>{t('parties.recover.title')}</h1>
        {secret === '' ? (
          <EmptyState title={t('refusal.recovery-gone')}>{t('refusal.recovery-gone.way')}</EmptyState>
        ) : (
          <Answer of={offer}>
            {(it) => (
              <>
                <Facts
                  items={[
                    { term: t('parties.name'), value: both(it.name) },
                    { term: t('parties.email'), value: it.email },
                    { term: t('parties.invitation.until'), value: <Moment at={it.until} as="long" /> },
                  ]}
                />
                <p>{t('parties.recover.says')}</p>
                <TextField
                  bare
                  must
                  label={t('parties.recover.word')}
                  help={t('parties.recover.word.help')}
                  max={20}
                  value={word}
                  onChange={setWord}
                />
                <ByPasskey secret={secret} word={word} />
                <ByCode secret={secret} word={word} />
              </>
            )}
          </Answer>
        )}
      </div>
    </PlainFrame>
  );
}

type Halves = { secret: string; word: string };
const missing = (word: string): string | undefined =>
  word.trim().length < 8 ? t('parties.recover.word.missing') : undefined;

function ByPasskey({ secret, word }: Halves) {
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const recover = async (): Promise<void> => {
    setWaiting(true);
    setError(null);
    try {
      const { options } = await call(partiesDoors.offerRecovering, { body: { secret } });
      const response = await makePasskey(options);
      const label = t('parties.passkey.label.first');
      await call(partiesDoors.recoverByPasskey, { body: { secret, word, label, response } });
      location.assign('/me');
    } catch (refusal) {
      setError(refusal);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <Panel tone="key" icon="key" title={t('parties.join.by-passkey')}>
      <Button
        tone="go"
        wide
        wait={waiting}
        why={noPasskeyHere() === null ? missing(word) : t('parties.passkey.no-support')}
        onPress={() => void recover()}
      >
        {t('parties.recover.passkey')}
      </Button>
      {error !== null && <RefusalNote error={error} />}
    </Panel>
  );
}

function ByCode({ secret, word }: Halves) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const offer = useSend(partiesDoors.offerRecoveringCode, { quiet: true });
  const recover = useSend(partiesDoors.recoverByPassword, { onDone: () => location.assign('/me'), quiet: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    recover.mutate({ body: { secret, word, password, code: code.replace(/\D/gu, '') } });
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
          <Button wide type="submit" wait={recover.isPending} why={missing(word)}>
            {t('parties.recover.do')}
          </Button>
        </form>
      )}
      {(offer.error ?? recover.error) !== null && <RefusalNote error={offer.error ?? recover.error} />}
    </Panel>
  );
}
