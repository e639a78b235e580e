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
import { type KeysView, type MailCertificateView, noticesDoors } from '../../contract.ts';

// Exports put names in any script around the blocks; those are not wanted. A binary file is a certificate in DER.
const textOf = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  if (bytes[0] !== 0x30) return plain(new TextDecoder('utf-8').decode(bytes));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/gu, '$&\n')}\n-----END CERTIFICATE-----\n`;
};
const plain = (text: string): string => text.replaceAll(/[^\x20-\x7E\r\n\t]/gu, '');

/** One's certificate for encrypted mail: bringing it, what it says, until when it holds, taking it back. */
export function CertificatePanel({ keys, address }: { keys: KeysView; address: string }) {
  const [pem, setPem] = useState('');
  const bring = useSend(noticesDoors.bringCertificate, {
    onDone: () => {
      setPem('');
      say(t('notices.certificates.brought'));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    bring.mutate({ body: { certificate: plain(pem).trim(), content: keys.certificate?.content ?? true } });
  };
  return (
    <Panel title={t('notices.certificates')} icon="lock">
      <div className="stack">
        <p className="small dim">
          {keys.certificates
            ? t('notices.certificates.says', { mark: label(tlp(keys.upTo)) })
            : t('notices.certificates.off')}
        </p>
        {keys.certificate !== null && <Own it={keys.certificate} />}
        {keys.certificates && keys.certificate === null && <p>{t('notices.certificates.none')}</p>}
        {keys.certificates && (
          <form onSubmit={submit} className="stack-s">
            <Field bare label={t('notices.certificates.file')}>
              {(ids) => (
                <input
                  {...ids}
                  type="file"
                  accept=".pem,.crt,.cer"
                  onChange={(e) => {
                    const file = e.target.files?.[0];
                    if (file !== undefined) void textOf(file).then(setPem);
                  }}
                />
              )}
            </Field>
            <Field
              bare
              label={t('notices.certificates.paste')}
              help={t('notices.certificates.paste.help', { address })}
            >
              {(ids) => (
                <textarea
                  className="input"
                  {...ids}
                  rows={4}
                  maxLength={65_536}
                  spellCheck={false}
                  value={pem}
                  onChange={(e) => setPem(e.target.value)}
                />
              )}
            </Field>
            <Button
              type="submit"
              wait={bring.isPending}
              why={pem.trim() === '' ? t('notices.certificates.empty') : undefined}
            >
              {keys.certificate === null ? t('notices.certificates.bring') : t('notices.certificates.replace')}
            </Button>
            {bring.error !== null && <RefusalNote error={bring.error} />}
          </form>
        )}
      </div>
    </Panel>
  );
}

function Own({ it }: { it: MailCertificateView }) {
  const choose = useSend(noticesDoors.chooseCertificateContent);
  const remove = useSend(noticesDoors.takeBackCertificate, { onDone: () => say(t('notices.certificates.removed')) });
  const error = choose.error ?? remove.error;
  return (
    <div className="stack-s">
      {it.expired && <Note tone="late">{t('notices.certificates.expired')}</Note>}
      <Facts
        items={[
          { term: t('notices.certificates.subject'), value: it.subject },
          { term: t('notices.certificates.issuer'), value: it.issuer },
          {
            term: t('notices.keys.fingerprint'),
            value: <code>{it.fingerprint.replaceAll(/.{4}(?=.)/gu, '$& ')}</code>,
          },
          { term: t('notices.keys.until'), value: <Moment at={it.expiresAt} as="day" /> },
        ]}
      />
      <Check
        label={t('notices.keys.content')}
        value={it.content}
        onChange={(content) => choose.mutate({ body: { content } })}
      />
      <p>
        <Button small wait={remove.isPending} onPress={() => remove.mutate({})}>
          {t('notices.certificates.remove')}
        </Button>
      </p>
      {error !== null && <RefusalNote error={error} />}
    </div>
  );
}
