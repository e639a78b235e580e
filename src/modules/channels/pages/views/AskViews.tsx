import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors } from '../../contract.ts';
import { type Found, SeatFinder } from '../parts/SeatFinder.tsx';
import { useWords } from '../words.ts';
import '../channels.css';

/** Asking for an exchange of views: whom, about what, and through whose hands it goes. */
export default function AskViews() {
  const words = useWords();
  const go = useGo();
  const ways = useGet(channelsDoors.viewsToAsk).data?.items ?? [];
  const [asked, setAsked] = useState<Found | null>(null);
  const [it, setIt] = useState({ subject: '', reason: '' });
  const ask = useSend(channelsDoors.askViews, { onDone: ({ id }) => go(`/views/${id}`) });
  const through = ways.filter((way) => way.through !== null);
  return (
    <>
      <PageHead title={t('channels.views.ask')} crumbs={[{ label: t('channels.views'), href: '/views' }]} />
      <div className="compose">
        <div className="stack">
          <SeatFinder capacities={ways.map((way) => way.capacity)} value={asked} onChange={setAsked} />
          <TextField
            must
            label={t('channels.views.subject')}
            max={160}
            value={it.subject}
            onChange={(subject) => setIt({ ...it, subject })}
          />
          <ProseField
            must
            label={t('channels.views.reason')}
            rows={5}
            max={2000}
            value={it.reason}
            onChange={(reason) => setIt({ ...it, reason })}
          />
          {ask.error !== null && <RefusalNote error={ask.error} />}
        </div>
        <Panel title={t('channels.readers')} icon="people" tone="key">
          <div className="stack-s">
            <p>{asked === null ? t('channels.views.whom') : asked.label}</p>
            {through.map((way) => (
              <Note key={way.capacity}>
                {t('channels.views.through', {
                  office: words.capacity(way.capacity),
                  through: words.capacity(way.through ?? ''),
                })}
              </Note>
            ))}
            <p className="small dim">{t('channels.views.only')}</p>
            <Button
              tone="go"
              wide
              wait={ask.isPending}
              why={
                asked === null || it.subject.trim() === '' || it.reason.trim() === ''
                  ? t('channels.views.incomplete')
                  : undefined
              }
              onPress={() => {
                if (asked !== null) ask.mutate({ body: { asked: asked.seat, ...it } });
              }}
            >
              {t('channels.views.send')}
            </Button>
          </div>
        </Panel>
      </div>
    </>
  );
}
