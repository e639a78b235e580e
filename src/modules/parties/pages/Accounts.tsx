import { Button } from '../../../portal/act/Button.tsx';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Tabs } from '../../../portal/show/Tabs.tsx';
import { t } from '../../../portal/text.ts';
import { EnrolBody } from './accounts/EnrolBody.tsx';
import { EveryBody } from './accounts/EveryBody.tsx';
import { EveryPerson } from './accounts/EveryPerson.tsx';
import { Invitations } from './accounts/Invitations.tsx';
import { OpenRecovery } from './accounts/recovery/OpenRecovery.tsx';
import { Recoveries } from './accounts/recovery/Recoveries.tsx';

/** Accounts: who takes part, who sits where, who is invited. No content. */
export default function Accounts() {
  const [filters] = useFilters({ view: 'invitations' });
  const tabs = [
    { key: 'invitations', label: t('parties.accounts.invitations') },
    { key: 'people', label: t('parties.accounts.people') },
    { key: 'recoveries', label: t('parties.recoveries') },
    { key: 'bodies', label: t('parties.accounts.bodies') },
    { key: 'enrol', label: t('parties.accounts.enrol') },
  ];
  return (
    <>
      <PageHead
        title={t('parties.accounts.title')}
        aside={
          <Button small href="/successions">
            {t('parties.successions')}
          </Button>
        }
      />
      <div className="stack">
        <Note icon="eyeoff">{t('parties.accounts.says')}</Note>
        <Tabs
          label={t('parties.accounts.title')}
          current={filters.view}
          items={tabs.map((it) => ({
            ...it,
            href: it.key === 'invitations' ? '/accounts' : `/accounts?view=${it.key}`,
          }))}
        />
        {filters.view === 'invitations' && <Invitations />}
        {filters.view === 'people' && <EveryPerson />}
        {filters.view === 'recoveries' && (
          <div className="beside">
            <Recoveries keeps />
            <aside>
              <OpenRecovery />
            </aside>
          </div>
        )}
        {filters.view === 'bodies' && <EveryBody />}
        {filters.view === 'enrol' && <EnrolBody />}
      </div>
    </>
  );
}
