import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import type { OutputOf } from '../../../../kernel/endpoint.ts';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../portal/text.ts';
import { channelsDoors } from '../../contract.ts';
import '../channels.css';

type Way = OutputOf<typeof channelsDoors.supportWays>['items'][number];

/** Asking for support, or offering it: for what, with whom. */
export default function BeginSupport() {
  const ways = useGet(channelsDoors.supportWays);
  return (
    <>
      <PageHead title={t('channels.supports.begin')} crumbs={[{ label: t('channels.supports'), href: '/supports' }]} />
      <Answer of={ways}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={t('channels.supports.no-way')} /> : <Writing ways={items} />
        }
      </Answer>
    </>
  );
}

const keyOf = (way: Way): string => `${way.key} ${way.offer ? 'offer' : 'ask'}`;

function Writing({ ways }: { ways: readonly Way[] }) {
  const go = useGo();
  const [chosen, setChosen] = useState(keyOf(ways[0] as Way));
  const [seat, setSeat] = useState('');
  const [it, setIt] = useState({ subject: '', text: '' });
  const begin = useSend(channelsDoors.beginSupport, { onDone: ({ id }) => go(`/supports/${id}`) });
  const way = ways.find((one) => keyOf(one) === chosen);
  const other = way?.seats.find((one) => one.seat === seat) ?? (way?.seats.length === 1 ? way.seats[0] : undefined);
  return (
    <div className="compose">
      <div className="stack">
        <Select
          must
          label={t('channels.supports.kind')}
          options={ways.map((one) => ({
            key: keyOf(one),
            label: t(one.offer ? 'channels.supports.to-offer' : 'channels.supports.to-ask', { kind: both(one.title) }),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Select
          must
          label={t('channels.supports.with')}
          options={[
            ...(other === undefined ? [{ key: '', label: t('channels.finder.choose') }] : []),
            ...(way?.seats ?? []).map((one) => ({ key: one.seat, label: one.name })),
          ]}
          value={other?.seat ?? ''}
          onChange={setSeat}
        />
        <TextField
          must
          label={t('channels.supports.subject')}
          max={160}
          value={it.subject}
          onChange={(subject) => setIt({ ...it, subject })}
        />
        <ProseField
          must
          label={t('channels.supports.text')}
          rows={6}
          max={10_000}
          value={it.text}
          onChange={(text) => setIt({ ...it, text })}
        />
        {begin.error !== null && <RefusalNote error={begin.error} />}
      </div>
      <Panel title={t('channels.readers')} icon="people" tone="key">
        <div className="stack-s">
          <p>{other === undefined ? t('channels.supports.whom') : other.name}</p>
          <p className="small dim">{t('channels.supports.only')}</p>
          <Button
            tone="go"
            wide
            wait={begin.isPending}
            why={
              other === undefined || it.subject.trim() === '' || it.text.trim() === ''
                ? t('channels.supports.incomplete')
                : undefined
            }
            onPress={() => {
              if (way === undefined || other === undefined) return;
              begin.mutate({ body: { kind: way.key, offer: way.offer, with: other.seat, ...it } });
            }}
          >
            {t(way?.offer === true ? 'channels.supports.offer' : 'channels.supports.ask')}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
