import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { Sight } from '../../../circulation/pages/index.ts';
import { channelsDoors, type InquiryShown } from '../../contract.ts';
import { Answering, Replying } from './Saying.tsx';
import { useWords } from '../words.ts';
import { kindWord, partyWord } from './words.ts';
import '../channels.css';

/** One inquiry: the question, and the threads that the reader's side may see. */
export default function Inquiry({ params }: PageProps) {
  const inquiry = useGet(channelsDoors.showInquiry, { params: { id: params['id'] ?? '' } });
  return <Answer of={inquiry}>{(it) => <Inside key={it.id} it={it} />}</Answer>;
}

function Inside({ it }: { it: InquiryShown }) {
  const open = it.closedAt === null;
  return (
    <>
      <PageHead
        title={it.subject}
        mark={it.handling}
        crumbs={[{ label: t('channels.inquiries'), href: '/inquiries' }]}
        meta={
          <>
            <span>{rich('channels.inquiries.asked-by', { who: it.asker, at: <Moment at={it.askedAt} /> })}</span>
            {open ? <Deadline at={it.due} /> : <State tone="idle">{t('channels.inquiries.closed')}</State>}
          </>
        }
      />
      <div className="beside">
        <div className="stack-l">
          <Panel title={t('channels.inquiries.text')}>
            <p className="pre">{it.text}</p>
          </Panel>
          {it.threads.map((thread) => (
            <Thread key={thread.seat} it={it} thread={thread} />
          ))}
        </div>
        <aside className="stack" aria-label={t('channels.inquiries.to-do')}>
          {it.may.includes('put-on') && (
            <Panel title={t('channels.inquiries.wish')} tone="key">
              <p className="small">{t('channels.inquiries.wish.says')}</p>
              <Button wide tone="go" href={`/inquiries/new?origin=${it.id}`}>
                {t('channels.inquiries.put-on')}
              </Button>
            </Panel>
          )}
          {it.origin !== null && (
            <Note>
              {rich('channels.inquiries.origin', {
                what: <a href={`/inquiries/${it.origin.id}`}>{it.origin.subject}</a>,
              })}
            </Note>
          )}
          {it.figures !== null && <Standing it={it} />}
          <Sight kind="inquiry" id={it.id} />
          <p className="small dim">{t(it.mine ? 'channels.inquiries.apart' : 'channels.inquiries.alone')}</p>
        </aside>
      </div>
    </>
  );
}

type Shown = InquiryShown['threads'][number];

function Thread({ it, thread }: { it: InquiryShown; thread: Shown }) {
  const words = useWords();
  return (
    <section aria-labelledby={`thread-${thread.seat}`} className="stack-s">
      <h2 id={`thread-${thread.seat}`} className="cluster">
        {it.mine ? thread.name : t('channels.inquiries.own')}
        {it.mine && <span className="small dim">{words.capacity(thread.capacity)}</span>}
        <State tone={thread.state === 'silent' || thread.state === 'question' ? 'soon' : 'done'}>
          {partyWord(thread.state)}
        </State>
      </h2>
      {thread.remindedAt !== null && thread.state === 'silent' && (
        <p className="small dim">{rich('channels.inquiries.reminded', { at: <Moment at={thread.remindedAt} /> })}</p>
      )}
      <ol className="said">
        {thread.messages.map((one) => (
          <li key={one.id} className={one.mine ? 'mine' : undefined}>
            <p className="cluster small">
              <b>{one.by}</b> <span>{kindWord(one.kind)}</span> <Moment at={one.at} />
            </p>
            <p className="text">{one.text}</p>
          </li>
        ))}
      </ol>
      {it.may.includes('answer') && <Answering it={it} />}
      {it.may.includes('reply') && <Replying it={it} thread={thread} />}
    </section>
  );
}

function Standing({ it }: { it: InquiryShown }) {
  const remind = useSend(channelsDoors.remindInquiry, {
    onDone: ({ reminded }) => say(t('channels.inquiries.remind.done', { n: reminded })),
  });
  const close = useSend(channelsDoors.closeInquiry);
  const figures = it.figures ?? { asked: 0, answered: 0 };
  const silent = figures.asked - figures.answered;
  const params = { id: it.id };
  return (
    <Panel title={t('channels.inquiries.standing')} icon="people">
      <div className="stack-s">
        <p>
          <b>{t('channels.inquiries.figures', { n: figures.answered, all: figures.asked })}</b>
        </p>
        {remind.error !== null && <RefusalNote error={remind.error} />}
        {close.error !== null && <RefusalNote error={close.error} />}
        {it.may.includes('remind') && (
          <Button
            wide
            wait={remind.isPending}
            why={silent === 0 ? t('channels.inquiries.remind.none') : undefined}
            onPress={() => remind.mutate({ params, body: {} })}
          >
            {t('channels.inquiries.remind', { n: silent })}
          </Button>
        )}
        {it.may.includes('close') && (
          <Button wide wait={close.isPending} onPress={() => close.mutate({ params, body: {} })}>
            {t('channels.inquiries.close')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
