import { useGet } from '../../../../portal/data/query.ts';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../../exchange/contract.ts';
import { formsDoors } from '../../../forms/contract.ts';
import { Part } from './Part.tsx';

interface Begun {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly at: string;
  readonly asked: boolean;
}

const composers: Readonly<Record<string, string>> = { report: '/reports/new', provision: '/provisions/new' };

/** What has been begun and not sent: one's own drafts, and at the desk that provides, its unsent provisions. */
export function Drafts({ provisions }: { provisions: boolean }) {
  const drafts = useGet(formsDoors.listDrafts, { query: { limit: 10 } });
  const unsent = useGet(
    exchangeDoors.listProvisions,
    { query: { state: 'draft', limit: 50 } },
    { enabled: provisions },
  );
  if (drafts.data === undefined || (provisions && unsent.data === undefined)) return null;
  const begun: Begun[] = [
    ...drafts.data.items.flatMap((it) => {
      const composer = composers[it.kind];
      return composer === undefined
        ? []
        : [
            {
              key: it.id,
              href: `${composer}?draft=${it.id}`,
              title: it.title ?? t('desk.drafts.untitled'),
              kind: it.kind,
              at: it.savedAt,
              asked: false,
            },
          ];
    }),
    ...(unsent.data?.items ?? [])
      .filter((it) => it.state !== 'approved')
      .map((it) => ({
        key: it.id,
        href: it.state === 'draft' ? `/provisions/${it.id}/edit` : `/provisions/${it.id}`,
        title: it.title,
        kind: 'provision',
        at: it.updatedAt,
        asked: it.state === 'asked',
      })),
  ];
  return (
    <Part
      title={t('desk.drafts')}
      items={begun.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, 6)}
      none={t('desk.drafts.none')}
    >
      {(it) => (
        <li key={it.key}>
          <p>
            <a href={it.href}>{it.title}</a>
          </p>
          <p className="small dim cluster">
            <span>{rich(`desk.drafts.${it.kind}`, { at: <Moment at={it.at} /> })}</span>
            {it.asked && <State tone="info">{t('desk.drafts.asked')}</State>}
          </p>
        </li>
      )}
    </Part>
  );
}
