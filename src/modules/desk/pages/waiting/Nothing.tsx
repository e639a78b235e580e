import { Button } from '../../../../portal/act/Button.tsx';
import type { Power } from '../../../../kernel/power.ts';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { t } from '../../../../portal/text.ts';
import type { SessionView } from '../../../parties/contract.ts';

/** The first power a seat holds says what its empty desk is for and where to go from it. */
const ways: readonly { power: Power; key: string; href: string }[] = [
  { power: 'file-reports', key: 'operator', href: '/reports/new' },
  { power: 'draft-provisions', key: 'centre', href: '/provisions/new' },
  { power: 'relay-reports', key: 'ministry', href: '/reports' },
  { power: 'relay-provisions', key: 'secretariat', href: '/provisions' },
  { power: 'receive-provisions', key: 'reader', href: '/provisions' },
  { power: 'read-figures', key: 'planner', href: '/plan' },
  { power: 'manage-accounts', key: 'keeper', href: '/accounts' },
];

/** Said on a desk where nothing waits: that it is so, what would come here, and what one can do meanwhile. */
export function Nothing({ session }: { session: SessionView }) {
  const way = ways.find((it) => session.powers.includes(it.power));
  if (way === undefined) return <EmptyState title={t('desk.nothing')} />;
  return (
    <EmptyState
      title={t(`desk.nothing.${way.key}`)}
      action={<Button href={way.href}>{t(`desk.nothing.${way.key}.go`)}</Button>}
    >
      {t(`desk.nothing.${way.key}.way`)}
    </EmptyState>
  );
}
