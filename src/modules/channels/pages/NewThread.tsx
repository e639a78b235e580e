import { useState } from 'react';
import { type Strictness, tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { useGo } from '../../../portal/act/go.ts';
import { RefusalNote } from '../../../portal/act/Refusal.tsx';
import { useGet, usePages, useSend } from '../../../portal/data/query.ts';
import { Choices } from '../../../portal/form/Choice.tsx';
import { ProseField } from '../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../portal/form/Segmented.tsx';
import { Select } from '../../../portal/form/Select.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { More } from '../../../portal/list/More.tsx';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { both, t } from '../../../portal/text.ts';
import { channelsDoors, type SpaceView } from '../contract.ts';
import { Readers } from './parts/Readers.tsx';
import { useWords } from './words.ts';
import './channels.css';

/** Beginning a thread: in which space, for whom, and, before it is sent, exactly who will read it. */
export default function NewThread() {
  const [{ space }, set] = useFilters({ space: '' });
  const spaces = usePages(channelsDoors.listSpaces, { query: { limit: 100 } });
  const own = spaces.items.filter((it) => it.guestUntil === null);
  const chosen = useGet(channelsDoors.showSpace, { params: { id: space } }, { enabled: space !== '' }).data;
  return (
    <>
      <PageHead title={t('channels.new')} crumbs={[{ label: t('channels.nav'), href: '/channels' }]} />
      <div className="stack">
        <Select
          label={t('channels.new.where')}
          help={chosen === undefined ? t('channels.new.where.help') : both(chosen.says)}
          value={space}
          onChange={(next) => set({ space: next })}
          options={[
            { key: '', label: t('channels.finder.choose') },
            ...own.map((it) => ({ key: it.id, label: `${it.title}（${both(it.kindTitle)}）` })),
          ]}
        />
        <More of={spaces} />
        {chosen?.id === space && <Writing key={space} space={chosen} />}
      </div>
    </>
  );
}

function Writing({ space }: { space: SpaceView }) {
  const words = useWords();
  const go = useGo();
  const [it, setIt] = useState<{ title: string; text: string; mark: Strictness; aside: boolean; seats: string[] }>({
    title: '',
    text: '',
    mark: 'AMBER',
    aside: false,
    seats: [],
  });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const send = useSend(channelsDoors.openThread, { onDone: ({ id }) => go(`/channels/${id}`) });
  const others = space.audience.named.filter((one) => !one.mine && one.guestUntil === null);
  const readers = it.aside
    ? {
        named: space.audience.named.filter((one) => one.mine || it.seats.includes(one.seat)),
        others: 0,
        bodies: it.seats.length + 1,
      }
    : space.audience;
  const lacks = (): string | undefined => {
    if (it.title.trim() === '' || it.text.trim() === '') return t('channels.new.incomplete');
    return it.aside && it.seats.length === 0 ? t('channels.new.nobody') : undefined;
  };
  return (
    <div className="compose">
      <div className="stack">
        <TextField
          must
          label={t('channels.new.title')}
          max={160}
          value={it.title}
          onChange={(title) => put({ title })}
        />
        <ProseField
          must
          label={t('channels.new.text')}
          rows={6}
          max={10_000}
          value={it.text}
          onChange={(text) => put({ text })}
        />
        <Select
          label={t('channels.mark')}
          options={words.marks}
          value={it.mark}
          onChange={(mark) => put({ mark: mark as Strictness })}
        />
        {others.length > 0 && space.basis !== 'pair' && (
          <Segmented
            label={t('channels.new.for')}
            options={[
              { key: 'all', label: t('channels.new.for.all') },
              { key: 'aside', label: t('channels.new.for.aside') },
            ]}
            value={it.aside ? 'aside' : 'all'}
            onChange={(key) => put({ aside: key === 'aside' })}
          />
        )}
        {it.aside && (
          <Choices
            label={t('channels.new.whom')}
            help={t('channels.new.whom.help')}
            columns={2}
            options={others.map((one) => ({ key: one.seat, label: one.name, hint: words.capacity(one.capacity) }))}
            value={it.seats}
            onChange={(seats) => put({ seats })}
          />
        )}
        {send.error !== null && <RefusalNote error={send.error} />}
      </div>
      <Readers audience={readers} byInvitation={space.byInvitation} aside={it.aside}>
        <Button
          tone="go"
          wide
          wait={send.isPending}
          why={lacks()}
          onPress={() =>
            send.mutate({
              params: { id: space.id },
              body: {
                title: it.title,
                text: it.text,
                handling: tlp(it.mark),
                ...(it.aside ? { aside: it.seats } : {}),
              },
            })
          }
        >
          {t('channels.send')}
        </Button>
      </Readers>
    </div>
  );
}
