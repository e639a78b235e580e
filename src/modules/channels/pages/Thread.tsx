import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Icon } from '../../../portal/show/Icon.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { Sight } from '../../circulation/pages/index.ts';
import { channelsDoors, type ThreadView } from '../contract.ts';
import { Compose } from './parts/Compose.tsx';
import { Guests } from './parts/Guests.tsx';
import { Messages } from './parts/Messages.tsx';
import './channels.css';

/** One thread: what was said as far as the reader may hear it, and writing into it. */
export default function Thread({ params }: PageProps) {
  const thread = useGet(channelsDoors.showThread, { params: { id: params['id'] ?? '' }, query: { limit: 50 } });
  return <Answer of={thread}>{(it) => <Reading key={it.id} thread={it} />}</Answer>;
}

function Reading({ thread }: { thread: ThreadView }) {
  return (
    <>
      <PageHead
        title={thread.title}
        mark={thread.handling}
        crumbs={[
          { label: t('channels.nav'), href: '/channels' },
          thread.guestUntil === null
            ? { label: thread.space.title, href: `/spaces/${thread.space.id}` }
            : { label: thread.space.title },
        ]}
        tags={
          thread.aside ? (
            <span className="dim">
              <Icon name="lock" /> {t('channels.aside')}
            </span>
          ) : undefined
        }
        meta={
          <span>
            {t('channels.opened')} <Moment at={thread.openedAt} />
          </span>
        }
      />
      {thread.guestUntil !== null && (
        <Note tone="soon">
          {t('channels.you-are-guest')} <Moment at={thread.guestUntil} />
        </Note>
      )}
      <div className="beside">
        <div className="stack-l">
          {thread.earlier !== null && <Earlier id={thread.id} cursor={thread.earlier} />}
          <Messages messages={thread.messages} />
          <Compose thread={thread} />
        </div>
        <aside className="stack" aria-label={t('channels.guests')}>
          <Guests
            guests={thread.guests}
            byInvitation={thread.byInvitation}
            may={thread.may.invite}
            space={thread.space.id}
            thread={thread.id}
          />
          <Sight kind="thread" id={thread.id} />
        </aside>
      </div>
    </>
  );
}

/** Earlier messages, brought when they are asked for. */
function Earlier({ id, cursor }: { id: string; cursor: string }) {
  const [open, setOpen] = useState(false);
  const page = useGet(channelsDoors.showThread, { params: { id }, query: { limit: 50, cursor } }, { enabled: open });
  if (!open)
    return (
      <p>
        <Button small tone="quiet" onPress={() => setOpen(true)}>
          {t('channels.earlier')}
        </Button>
      </p>
    );
  return (
    <Answer of={page}>
      {(it) => (
        <>
          {it.earlier !== null && <Earlier id={id} cursor={it.earlier} />}
          <Messages messages={it.messages} />
        </>
      )}
    </Answer>
  );
}
