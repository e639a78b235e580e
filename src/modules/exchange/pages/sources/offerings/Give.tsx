import { useState } from 'react';
import { tlp } from '../../../../../kernel/marking.ts';
import type { Strictness } from '../../../../../kernel/marking.ts';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { useGo } from '../../../../../portal/act/go.ts';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../../portal/form/Select.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { EmptyState } from '../../../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { Extent } from '../../../shapes/offering.ts';
import { useWords } from '../../words/programme.ts';
import { ExtentFields } from './ExtentFields.tsx';
import '../../exchange.css';

interface Hub {
  readonly key: string;
  readonly label: string;
}

/** Gives something to a hub, and says how far it may go. */
export default function Give() {
  const hubs = useGet(exchangeDoors.offeringHubs);
  return (
    <>
      <PageHead
        title={t('exchange.offering.give')}
        crumbs={[{ label: t('exchange.offering.title'), href: '/offerings' }]}
      />
      <Answer of={hubs}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('exchange.offering.no-hub')}>{t('exchange.offering.none.way')}</EmptyState>
          ) : (
            <Writing hubs={items.map((it) => ({ key: it.seat, label: both(it.name) }))} />
          )
        }
      </Answer>
    </>
  );
}

function Writing({ hubs }: { hubs: readonly Hub[] }) {
  const words = useWords();
  const go = useGo();
  const [hub, setHub] = useState(hubs[0]?.key ?? '');
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [mark, setMark] = useState<Strictness>('AMBER');
  const [far, setFar] = useState<Extent>({ toMembers: false, toCentre: 'no' });
  const give = useSend(exchangeDoors.giveOffering, {
    onDone: (it) => {
      say(t('exchange.offering.done'));
      go(`/offerings/${it.id}`);
    },
  });
  const marks = words.marks();
  return (
    <div className="sheet stack-l">
      <p className="dim">{t('exchange.offering.says')}</p>
      <Select label={t('exchange.offering.hub')} options={hubs} value={hub} onChange={setHub} />
      <TextField label={t('exchange.column.title')} must value={title} onChange={setTitle} />
      <ProseField
        label={t('exchange.offering.body')}
        help={t('exchange.offering.body.help')}
        must
        rows={8}
        max={20_000}
        value={body}
        onChange={setBody}
      />
      <Select
        label={t('exchange.column.mark')}
        options={marks}
        value={mark}
        onChange={(key) => setMark(marks.find((it) => it.key === key)?.key ?? 'AMBER')}
      />
      <ExtentFields value={far} onChange={setFar} />
      {give.error !== null && <RefusalNote error={give.error} />}
      <p>
        <Button
          tone="go"
          wait={give.isPending}
          why={title.trim() === '' || body.trim() === '' ? t('exchange.feedback.why') : undefined}
          onPress={() => give.mutate({ body: { hub, title, body, handling: tlp(mark), ...far } })}
        >
          {t('exchange.offering.give.do')}
        </Button>
      </p>
    </div>
  );
}
