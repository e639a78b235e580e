import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet, usePages } from '../../../portal/data/query.ts';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { More } from '../../../portal/list/More.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { channelsDoors, type SpaceView } from '../contract.ts';
import { Guests } from './parts/Guests.tsx';
import { Readers } from './parts/Readers.tsx';
import { ThreadRows } from './parts/ThreadRows.tsx';
import './channels.css';

/** One space: its threads, who takes part, who is let in from outside. */
export default function Space({ params }: PageProps) {
  const space = useGet(channelsDoors.showSpace, { params: { id: params['id'] ?? '' } });
  return <Answer of={space}>{(it) => <Inside key={it.id} space={it} />}</Answer>;
}

function Inside({ space }: { space: SpaceView }) {
  const threads = usePages(channelsDoors.listThreads, { query: { space: space.id } });
  const begin = (
    <Button tone="go" href={`/channels/new?space=${space.id}`}>
      {t('channels.new')}
    </Button>
  );
  const empty = (
    <EmptyState title={t('channels.none')} action={space.may.open ? begin : undefined}>
      {t('channels.none.way')}
    </EmptyState>
  );
  return (
    <>
      <PageHead
        title={space.title}
        crumbs={[{ label: t('channels.nav'), href: '/channels' }, { label: both(space.kindTitle) }]}
        meta={<span>{both(space.says)}</span>}
        aside={space.may.open ? begin : undefined}
      />
      {space.guestUntil !== null && (
        <Note tone="soon">
          {t('channels.you-are-guest')} <Moment at={space.guestUntil} />
        </Note>
      )}
      <div className="beside">
        <div className="stack">
          <Answer of={threads.query} empty={empty}>
            {(rows) => (
              <>
                <ThreadRows threads={rows} within />
                <More of={threads} />
              </>
            )}
          </Answer>
        </div>
        <aside className="stack" aria-label={t('channels.readers')}>
          <Readers audience={space.audience} byInvitation={space.byInvitation} aside={false} />
          <Guests guests={space.guests} byInvitation={space.byInvitation} may={space.may.invite} space={space.id} />
        </aside>
      </div>
    </>
  );
}
