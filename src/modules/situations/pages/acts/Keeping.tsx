import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import { type Board, type Part, parts } from '../../shapes.ts';
import { partWord } from '../words.ts';
import { CourseDialog } from './CourseDialog.tsx';

/** What the desk does with a situation: reports, asking, sharing, ending. */
export function Keeping({ it, onAsk }: { it: Board; onAsk: () => void }) {
  const [turning, setTurning] = useState(false);
  const open = it.state === 'open';
  return (
    <Panel title={t('situations.keep')} tone="key" icon="lock" hint={t('situations.keep.hint')}>
      <div className="stack">
        <p className="cluster">
          <Button href={`/situations/${it.id}/reports`}>{t('situations.group.go')}</Button>
          {open && (
            <Button {...(it.shared.ministries === null ? { why: t('situations.ask.why') } : {})} onPress={onAsk}>
              {t('situations.ask.do')}
            </Button>
          )}
        </p>
        {parts.map((part) => (
          <Sharing key={part} it={it} part={part} open={open} />
        ))}
        <p>
          <Button small onPress={() => setTurning(true)}>
            {open ? t('situations.end.do') : t('situations.reopen.do')}
          </Button>
        </p>
      </div>
      {turning && <CourseDialog it={it} onClose={() => setTurning(false)} />}
    </Panel>
  );
}

function Sharing({ it, part, open }: { it: Board; part: Part; open: boolean }) {
  const since = it.shared[part];
  const share = useSend(situationsDoors.shareSituation, { onDone: () => say(t('situations.share.done')) });
  const stop = useSend(situationsDoors.stopSharing, { onDone: () => say(t('situations.unshare.done')) });
  const error = share.error ?? stop.error;
  const call = { params: { id: it.id }, body: { part } };
  const who = partWord(part);
  if (since === null && !open) return null;
  return (
    <div className="stack-s">
      <p className="sharing">
        <span>
          <b>{who}</b>{' '}
          {since === null ? (
            <span className="dim">{t('situations.share.not')}</span>
          ) : (
            <>
              {t('situations.share.since')} <Moment at={since} />
            </>
          )}
        </span>
        {since === null ? (
          <Button
            small
            label={t('situations.share.with', { who })}
            wait={share.isPending}
            onPress={() => share.mutate(call)}
          >
            {t('situations.share.do')}
          </Button>
        ) : (
          <Button
            small
            label={t('situations.unshare.with', { who })}
            wait={stop.isPending}
            onPress={() => stop.mutate(call)}
          >
            {t('situations.unshare.do')}
          </Button>
        )}
      </p>
      {error !== null && <RefusalNote error={error} />}
    </div>
  );
}
