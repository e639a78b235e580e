import { Button } from '../../../../portal/act/Button.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { Recoveries } from '../accounts/recovery/Recoveries.tsx';
import { Bodies } from './Bodies.tsx';
import { Colleagues } from './Colleagues.tsx';
import { Contacts } from './Contacts.tsx';
import { DutyNow } from './DutyNow.tsx';
import { Freshness } from './Freshness.tsx';
import { Roster } from './Roster.tsx';

type View = 'mine' | 'roster' | 'duty' | 'fresh' | 'below' | 'desks' | 'bodies' | 'people' | 'recoveries';

/** Who there is and how to reach them, as far as this seat may know. */
export default function People() {
  const [filters, set] = useFilters({ view: 'mine', q: '' });
  const session = useGet(partiesDoors.showSession).data;
  const above = session?.powers.some((it) => it === 'relay-reports' || it === 'relay-provisions') ?? false;
  const figures = session?.powers.includes('read-figures') ?? false;
  const view = filters.view as View;
  const tabs: { key: View; label: string }[] = [
    { key: 'mine', label: t('parties.people.mine') },
    { key: 'roster', label: t('parties.people.roster') },
    ...(above ? [{ key: 'duty' as const, label: t('parties.duty.now') }] : []),
    ...(above || figures ? [{ key: 'fresh' as const, label: t('parties.people.fresh') }] : []),
    ...(above ? [{ key: 'below' as const, label: t('parties.people.below') }] : []),
    { key: 'desks', label: t('parties.people.desks') },
    { key: 'bodies', label: t('parties.people.bodies') },
    { key: 'people', label: t('parties.people.colleagues') },
    ...(session?.powers.includes('confirm-recovery') === true
      ? [{ key: 'recoveries' as const, label: t('parties.recoveries') }]
      : []),
  ];
  return (
    <>
      <PageHead
        title={t('parties.people.title')}
        aside={
          <Button small href="/successions">
            {t('parties.successions')}
          </Button>
        }
      />
      <div className="stack">
        <Tabs
          label={t('parties.people.title')}
          current={view}
          items={tabs.map((it) => ({ ...it, href: it.key === 'mine' ? '/people' : `/people?view=${it.key}` }))}
        />
        {(view === 'below' || view === 'desks' || view === 'bodies' || view === 'people') && (
          <TextField
            bare
            label={t('parties.people.find')}
            type="search"
            max={100}
            value={filters.q}
            onChange={(q) => set({ q })}
          />
        )}
        {view === 'roster' && <Roster keeps={session?.powers.includes('keep-contacts') ?? false} />}
        {view === 'duty' && <DutyNow />}
        {view === 'fresh' && <Freshness />}
        {view === 'bodies' && <Bodies q={filters.q} />}
        {view === 'people' && <Colleagues q={filters.q} />}
        {view === 'recoveries' && <Recoveries keeps={session?.powers.includes('manage-accounts') ?? false} />}
        {(view === 'mine' || view === 'below' || view === 'desks') && (
          <Contacts
            of={view}
            q={view === 'mine' ? '' : filters.q}
            keeps={view === 'mine' && (session?.powers.includes('keep-contacts') ?? false)}
          />
        )}
      </div>
    </>
  );
}
