import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type MessageView } from '../../contract.ts';

/** What was said, oldest first. Nothing is edited: corrections stand beside it, what was taken back is a stone. */
export function Messages({ messages }: { messages: readonly MessageView[] }) {
  return (
    <ol className="said" aria-label={t('channels.messages')}>
      {messages.map((it) => (
        <Message key={it.id} it={it} />
      ))}
    </ol>
  );
}

function Message({ it }: { it: MessageView }) {
  const [correcting, setCorrecting] = useState(false);
  return (
    <li id={it.id} className={it.mine ? 'mine' : undefined}>
      <p className="by cluster">
        <b>{it.from.body}</b>
        <span className="dim">{it.from.person}</span>
        <Moment at={it.at} />
        <MarkingChip mark={it.handling} />
        {it.corrects !== null && (
          <a href={`#${it.corrects}`}>
            <Tag tone="new">{t('channels.corrects')}</Tag>
          </a>
        )}
      </p>
      {it.text === null ? (
        <p className="dim">
          {t('channels.withdrawn')} {it.withdrawnAt !== null && <Moment at={it.withdrawnAt} />}
        </p>
      ) : (
        <p className="text">{it.text}</p>
      )}
      {it.correctedBy !== null && (
        <p className="small">
          <a href={`#${it.correctedBy}`}>{t('channels.corrected')}</a>
        </p>
      )}
      {it.readBy !== null && it.withdrawnAt === null && (
        <p className="small dim">{t('channels.read-by', { n: it.readBy.read, of: it.readBy.of })}</p>
      )}
      {it.mine && it.withdrawnAt === null && !correcting && <OwnActs it={it} onCorrect={() => setCorrecting(true)} />}
      {correcting && <Correction it={it} onClose={() => setCorrecting(false)} />}
    </li>
  );
}

function OwnActs({ it, onCorrect }: { it: MessageView; onCorrect: () => void }) {
  const [sure, setSure] = useState(false);
  const withdraw = useSend(channelsDoors.withdrawMessage, { onDone: () => say(t('channels.withdraw.done')) });
  return (
    <>
      {withdraw.error !== null && <RefusalNote error={withdraw.error} />}
      <p className="cluster">
        <Button small tone="quiet" onPress={onCorrect}>
          {t('channels.correct')}
        </Button>
        {sure ? (
          <>
            <Button
              small
              wait={withdraw.isPending}
              onPress={() => withdraw.mutate({ params: { id: it.id }, body: {} })}
            >
              {t('channels.withdraw.sure')}
            </Button>
            <Button small tone="quiet" onPress={() => setSure(false)}>
              {t('channels.keep')}
            </Button>
          </>
        ) : (
          <Button small tone="quiet" onPress={() => setSure(true)}>
            {t('channels.withdraw')}
          </Button>
        )}
      </p>
    </>
  );
}

function Correction({ it, onClose }: { it: MessageView; onClose: () => void }) {
  const [text, setText] = useState(it.text ?? '');
  const correct = useSend(channelsDoors.correctMessage, { onDone: onClose });
  return (
    <div className="stack-s">
      <ProseField
        bare
        label={t('channels.correct.text')}
        help={t('channels.correct.help')}
        rows={3}
        max={10_000}
        value={text}
        onChange={setText}
      />
      {correct.error !== null && <RefusalNote error={correct.error} />}
      <p className="cluster">
        <Button
          small
          wait={correct.isPending}
          why={text.trim() === '' || text === it.text ? t('channels.correct.same') : undefined}
          onPress={() => correct.mutate({ params: { id: it.id }, body: { text } })}
        >
          {t('channels.correct.send')}
        </Button>
        <Button small tone="quiet" onPress={onClose}>
          {t('channels.cancel')}
        </Button>
      </p>
    </div>
  );
}
