import { useGet } from '../../../../portal/data/query.ts';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { formsDoors } from '../../../forms/contract.ts';
import { leftHere } from './open.ts';

/** One's own drafts of a kind, last saved first, and the one that only this browser still has. */
export function DraftList({
  kind,
  seat,
  hrefOf,
  without,
}: {
  kind: 'report' | 'provision';
  seat: string;
  hrefOf: (id: string) => string;
  without?: string;
}) {
  const drafts = useGet(formsDoors.listDrafts, { query: { kind, limit: 20 } });
  const items = (drafts.data?.items ?? []).filter((it) => it.id !== without);
  const left = leftHere(kind, seat);
  const only = left !== null && left !== without && !items.some((it) => it.id === left) ? left : null;
  if (items.length === 0 && only === null) return null;
  return (
    <section className="panel quiet drafts" aria-labelledby="drafts">
      <h2 id="drafts">{t('exchange.drafts')}</h2>
      <ul className="ruled">
        {only !== null && (
          <li>
            <a href={hrefOf(only)}>{t('exchange.drafts.only-here')}</a>
          </li>
        )}
        {items.map((it) => (
          <li key={it.id} className="split">
            <a href={hrefOf(it.id)}>{it.title ?? t('exchange.drafts.untitled')}</a>
            <span className="small dim">{rich('exchange.drafts.saved', { when: <Moment at={it.savedAt} /> })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
