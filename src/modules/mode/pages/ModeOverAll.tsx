import { Button } from '../../../portal/act/Button.tsx';
import { useNow } from '../../../portal/data/clock.tsx';
import { ago } from '../../../portal/data/phrases.ts';
import { useGet } from '../../../portal/data/query.ts';
import { ModeBanner } from '../../../portal/shell/Banner.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { modeDoors } from '../contract.ts';
import { useScopeWords } from './words.ts';

/** Over every page, while another mode than the ordinary one is in force. It asks again by itself, for what begins by the clock. */
export function ModeOverAll() {
  const now = useNow();
  const words = useScopeWords();
  const it = useGet(modeDoors.showMode, {}, { every: 60_000 }).data;
  if (it === undefined || it.now === null) return null;
  const { now: standing, differs } = it;
  const who = [standing.body, both(standing.by)].filter((word) => word !== null).join(' ');
  return (
    <ModeBanner
      title={both(standing.title)}
      facts={[
        {
          term: t('mode.since'),
          value: (
            <>
              <Moment at={standing.since} as="both" />
              {t('mode.bracket', { text: ago(new Date(standing.since), now) })}
            </>
          ),
        },
        { term: t('mode.scope'), value: words.scope(standing.sectors, standing.regions) },
        { term: t('mode.by-basis'), value: `${who} ${standing.basis}` },
        {
          term: t('mode.differs'),
          value: differs
            .slice(0, 2)
            .map((d) => words.difference(d))
            .join(t('mode.and')),
        },
      ]}
      action={
        <Button small href="/mode">
          {t('mode.open')}
        </Button>
      }
    />
  );
}
