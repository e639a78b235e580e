import { Button } from '../../../../portal/act/Button.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { AgreementList } from './AgreementList.tsx';
import { HubCircles } from './HubCircles.tsx';
import { Hubs } from './Hubs.tsx';
import { Introductions } from './Introductions.tsx';
import { useHubs } from './words.ts';

/** What the acting seat has agreed with whom: as a hub, whom it covers; as a member, what it may expect and has to keep. */
export default function Agreements() {
  const [filters, set] = useFilters({ view: 'now' });
  const session = useGet(partiesDoors.showSession).data;
  const { hubs, kindWords } = useHubs();
  const hub = hubs.some((it) => it.seat === session?.seat.id);
  const tabs = [
    { key: 'now', label: t('parties.agreement.now') },
    { key: 'open', label: t('parties.agreement.open') },
    { key: 'over', label: t('parties.agreement.over') },
    ...(hub
      ? [
          { key: 'known', label: t('parties.agreement.known') },
          { key: 'circles', label: t('parties.agreement.circles') },
        ]
      : []),
    { key: 'hubs', label: t('parties.agreement.hubs') },
  ];
  const view = tabs.some((it) => it.key === filters.view) ? filters.view : 'now';
  return (
    <>
      <PageHead
        title={t('parties.agreement.title')}
        meta={<span>{t(hub ? 'parties.agreement.says.hub' : 'parties.agreement.says')}</span>}
        aside={
          hub ? (
            <Button tone="go" href="/agreements/new">
              {t('parties.agreement.propose')}
            </Button>
          ) : undefined
        }
      />
      <div className="stack">
        <Tabs
          label={t('parties.agreement.title')}
          current={view}
          items={tabs.map((it) => ({ ...it, href: it.key === 'now' ? '/agreements' : `/agreements?view=${it.key}` }))}
        />
        {view === 'now' && <AgreementList states={['in-force', 'coming']} kindWords={kindWords} />}
        {view === 'open' && <AgreementList states={['proposed']} kindWords={kindWords} />}
        {view === 'over' && <AgreementList states={['ended', 'expired', 'declined', 'lapsed']} kindWords={kindWords} />}
        {view === 'known' && <Introductions />}
        {view === 'circles' && <HubCircles seat={session?.seat.id ?? ''} />}
        {view === 'hubs' && <Hubs mine={session?.seat.id ?? ''} onSeen={() => set({ view: 'hubs' })} />}
      </div>
    </>
  );
}
