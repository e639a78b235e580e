import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { useGo } from '../../../portal/act/go.ts';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { Choice } from '../../../portal/form/Choice.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { both, t } from '../../../portal/text.ts';
import { channelsDoors } from '../contract.ts';
import { type Found, SeatFinder } from './parts/SeatFinder.tsx';
import './channels.css';

/** Opening a space with chosen seats. Who is in it does not change afterwards. */
export default function NewSpace() {
  const kinds = useGet(channelsDoors.listKinds);
  return (
    <>
      <PageHead
        title={t('channels.space.new')}
        crumbs={[{ label: t('channels.nav'), href: '/channels' }]}
        meta={<span>{t('channels.space.new.meta')}</span>}
      />
      <Answer of={kinds}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={t('channels.space.new.none')} /> : <Opening kinds={items} />
        }
      </Answer>
    </>
  );
}

type Kind = {
  key: string;
  title: { ja: string; en: string };
  says: { ja: string; en: string };
  capacities: readonly string[];
};

function Opening({ kinds }: { kinds: readonly Kind[] }) {
  const go = useGo();
  const [kind, setKind] = useState(kinds[0]?.key ?? '');
  const [title, setTitle] = useState('');
  const [seats, setSeats] = useState<readonly Found[]>([]);
  const [found, setFound] = useState<Found | null>(null);
  const open = useSend(channelsDoors.openSpace, { onDone: ({ id }) => go(`/spaces/${id}`) });
  const lacks = (): string | undefined => {
    if (title.trim() === '') return t('channels.space.new.untitled');
    return seats.length === 0 ? t('channels.new.nobody') : undefined;
  };
  return (
    <div className="compose">
      <div className="stack">
        <Choice
          label={t('channels.space.kind')}
          options={kinds.map((it) => ({ key: it.key, label: both(it.title), hint: both(it.says) }))}
          value={kind}
          onChange={(key) => {
            setKind(key);
            setSeats([]);
          }}
        />
        <TextField must label={t('channels.space.title')} max={100} value={title} onChange={setTitle} />
        <Panel title={t('channels.new.whom')} level={3}>
          <div className="stack-s">
            <SeatFinder
              capacities={kinds.find((it) => it.key === kind)?.capacities ?? []}
              value={found}
              onChange={setFound}
            />
            <Button
              small
              why={found === null ? t('channels.finder.choose') : undefined}
              onPress={() => {
                if (found !== null && !seats.some((it) => it.seat === found.seat)) setSeats([...seats, found]);
                setFound(null);
              }}
            >
              {t('channels.finder.add')}
            </Button>
          </div>
        </Panel>
        {open.error !== null && <RefusalNote error={open.error} />}
      </div>
      <Panel title={t('channels.readers')} icon="people" tone="key">
        <div className="stack-s">
          <ul className="ruled">
            <li>{t('channels.readers.you')}</li>
            {seats.map((it) => (
              <li key={it.seat} className="split">
                {it.label}
                <Button
                  small
                  tone="quiet"
                  label={t('channels.finder.remove.of', { name: it.label })}
                  onPress={() => setSeats(seats.filter((one) => one.seat !== it.seat))}
                >
                  {t('channels.finder.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <p className="small dim">{t('channels.space.new.named')}</p>
          <Button
            tone="go"
            wide
            wait={open.isPending}
            why={lacks()}
            onPress={() => open.mutate({ body: { kind, title, seats: seats.map((it) => it.seat) } })}
          >
            {t('channels.space.open')}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
