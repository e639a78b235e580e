import { useState } from 'react';
import { type Strictness, strictnessOf, tlp } from '../../../../kernel/marking.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Check } from '../../../../portal/form/Check.tsx';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type InquiryShown } from '../../contract.ts';
import { useWords } from '../words.ts';
import { Addressees, type Chosen } from './Addressees.tsx';
import '../channels.css';

/** Putting an inquiry to others: in one's own name, or for somebody who wished that it be put on without theirs. */
export default function AskInquiry() {
  const [{ origin }] = useFilters({ origin: '' });
  const wish = useGet(channelsDoors.showInquiry, { params: { id: origin } }, { enabled: origin !== '' });
  if (origin === '') return <Writing origin={null} />;
  return <Answer of={wish}>{(it) => <Writing key={it.id} origin={it} />}</Answer>;
}

/** How many of those chosen are named beside the button; all are ticked in the list. */
const SHOWN = 20;

function Writing({ origin }: { origin: InquiryShown | null }) {
  const words = useWords();
  const go = useGo();
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [it, setIt] = useState({
    subject: origin?.subject ?? '',
    text: origin?.text ?? '',
    due: null as string | null,
    mark: strictnessOf(origin?.handling ?? tlp('AMBER')),
    onward: false,
  });
  const ask = useSend(channelsDoors.askInquiry, { onDone: ({ id }) => go(`/inquiries/${id}`) });
  const mayWish = origin === null && chosen.length > 0 && chosen.every((one) => one.onward);
  const { due } = it;
  const incomplete = chosen.length === 0 || it.subject.trim() === '' || it.text.trim() === '' || due === null;
  return (
    <>
      <PageHead
        title={t(origin === null ? 'channels.inquiries.ask' : 'channels.inquiries.put-on')}
        crumbs={[{ label: t('channels.inquiries'), href: '/inquiries' }]}
      />
      <div className="compose">
        <div className="stack">
          {origin !== null && <Note tone="soon">{t('channels.inquiries.put-on.says')}</Note>}
          <Addressees chosen={chosen} onChange={setChosen} />
          <TextField
            must
            label={t('channels.inquiries.subject')}
            max={160}
            value={it.subject}
            onChange={(subject) => setIt({ ...it, subject })}
          />
          <ProseField
            must
            label={t('channels.inquiries.text')}
            rows={8}
            max={10_000}
            value={it.text}
            onChange={(text) => setIt({ ...it, text })}
          />
          <DateTime must label={t('channels.inquiries.due')} value={due} onChange={(at) => setIt({ ...it, due: at })} />
          <Select
            label={t('channels.mark')}
            options={words.marks}
            value={it.mark}
            onChange={(mark) => setIt({ ...it, mark: mark as Strictness })}
          />
          {mayWish && (
            <Check
              label={t('channels.inquiries.onward')}
              help={t('channels.inquiries.onward.help')}
              value={it.onward}
              onChange={(onward) => setIt({ ...it, onward })}
            />
          )}
          {ask.error !== null && <RefusalNote error={ask.error} />}
        </div>
        <Panel title={t('channels.inquiries.who')} icon="people" tone="key">
          <div className="stack-s">
            <p>
              <b>{t('channels.inquiries.count', { n: chosen.length })}</b>
            </p>
            <ul className="ruled small">
              {chosen.slice(0, SHOWN).map((one) => (
                <li key={one.seat}>
                  {one.name} <span className="dim">{words.capacity(one.capacity)}</span>
                </li>
              ))}
              {chosen.length > SHOWN && <li>{t('channels.inquiries.more', { n: chosen.length - SHOWN })}</li>}
            </ul>
            <p className="small dim">{t('channels.inquiries.apart')}</p>
            <Button
              tone="go"
              wide
              wait={ask.isPending}
              why={incomplete ? t('channels.inquiries.incomplete') : undefined}
              onPress={() => {
                if (due === null) return;
                ask.mutate({
                  body: {
                    seats: chosen.map((one) => one.seat),
                    subject: it.subject,
                    text: it.text,
                    due,
                    handling: tlp(it.mark),
                    onward: mayWish && it.onward,
                    ...(origin === null ? {} : { origin: origin.id }),
                  },
                });
              }}
            >
              {t('channels.inquiries.send')}
            </Button>
          </div>
        </Panel>
      </div>
    </>
  );
}
