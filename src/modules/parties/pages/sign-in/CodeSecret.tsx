import { t } from '../../../../portal/text.ts';

/** A secret for one-time codes, to be put into an authenticator: by its link on this device, or typed. */
export function CodeSecret({ secret, uri }: { secret: string; uri: string }) {
  return (
    <div className="stack-s">
      <p className="small">{t('parties.totp.how')}</p>
      <p>
        <code className="number">{secret.match(/.{1,4}/gu)?.join(' ')}</code>
      </p>
      <p className="small">
        <a href={uri}>{t('parties.totp.open')}</a>
      </p>
    </div>
  );
}
