import { useState } from 'react';
import type { FormEvent } from 'react';
import { label, tlp } from '../../../../kernel/marking.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Check } from '../../../../portal/form/Check.tsx';
import { Field } from '../../../../portal/form/Field.tsx';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { type KeysView, type MailKeyView, noticesDoors } from '../../contract.ts';

/** One's key for encrypted mail: bringing it, what it says, until when it holds, taking it back. */
export function KeyPanel({ keys, address }: { keys: KeysView; address: string }) {
  const [key, setKey] = useState('');
  const bring = useSend(noticesDoors.bringKey, {
    onDone: () => {
      setKey('');
      say(t('notices.keys.brought'));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    bring.mutate({ body: { key: key.trim(), content: keys.own?.content ?? true } });
  };
  return (
    <Panel title={t('notices.keys')} icon="lock">
      <div className="stack">
        <p className="small dim">{t('notices.keys.says', { mark: label(tlp(keys.upTo)) })}</p>
        {keys.own === null ? <p>{t('notices.keys.none')}</p> : <Own it={keys.own} />}
        <form onSubmit={submit} className="stack-s">
          <Field bare label={t('notices.keys.paste')} help={t('notices.keys.paste.help', { address })}>
            {(ids) => (
              <textarea
                className="input"
                {...ids}
                rows={5}
                maxLength={65_536}
                spellCheck={false}
                value={key}
                onChange={(e) => setKey(e.target.value)}
              />
            )}
          </Field>
          <Button type="submit" wait={bring.isPending} why={key.trim() === '' ? t('notices.keys.empty') : undefined}>
            {keys.own === null ? t('notices.keys.bring') : t('notices.keys.replace')}
          </Button>
          {bring.error !== null && <RefusalNote error={bring.error} />}
        </form>
        {keys.house !== null && (
          <details>
            <summary>{t('notices.keys.house')}</summary>
            <pre className="notice-key">{keys.house}</pre>
          </details>
        )}
      </div>
    </Panel>
  );
}

function Own({ it }: { it: MailKeyView }) {
  const choose = useSend(noticesDoors.chooseContent);
  const remove = useSend(noticesDoors.takeBackKey, { onDone: () => say(t('notices.keys.removed')) });
  const error = choose.error ?? remove.error;
  return (
    <div className="stack-s">
      {it.expired && <Note tone="late">{t('notices.keys.expired')}</Note>}
      <Facts
        items={[
          { term: t('notices.keys.user'), value: it.userId },
          {
            term: t('notices.keys.fingerprint'),
            value: <code>{it.fingerprint.replaceAll(/.{4}(?=.)/gu, '$& ')}</code>,
          },
          {
            term: t('notices.keys.until'),
            value: it.expiresAt === null ? t('notices.keys.no-end') : <Moment at={it.expiresAt} as="day" />,
          },
        ]}
      />
      <Check
        label={t('notices.keys.content')}
        value={it.content}
        onChange={(content) => choose.mutate({ body: { content } })}
      />
      <p>
        <Button small wait={remove.isPending} onPress={() => remove.mutate({})}>
          {t('notices.keys.remove')}
        </Button>
      </p>
      {error !== null && <RefusalNote error={error} />}
    </div>
  );
}
