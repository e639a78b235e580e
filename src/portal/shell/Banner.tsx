import type { ReactNode } from 'react';
import { t } from '../text.ts';

/** Says that this page belongs to an exercise or a drill. It cannot be closed. */
export function RealmBanner({ label, name, over }: { label: string; name: string; over?: ReactNode }) {
  return (
    <div className="banner-realm" role="region" aria-label={t('portal.realm')}>
      <p>
        <span className="kind">{label}</span> {name} <small>{t('portal.realm.apart')}</small>
      </p>
      {over}
    </div>
  );
}

/** Says that the operating mode is another than the ordinary one: since when, in what scope, by whose authority. It cannot be closed. */
export function ModeBanner({
  title,
  facts,
  action,
}: {
  title: string;
  facts: readonly { term: string; value: ReactNode }[];
  action?: ReactNode;
}) {
  return (
    <section className="banner-mode" aria-label={t('portal.mode')}>
      <p>
        <small>{t('portal.mode')}</small>
        <strong>{title}</strong>
      </p>
      <dl>
        {facts.map((it) => (
          <div key={it.term}>
            <dt>{it.term}</dt>
            <dd>{it.value}</dd>
          </div>
        ))}
      </dl>
      {action}
    </section>
  );
}
