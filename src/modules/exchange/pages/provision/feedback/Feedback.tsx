import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { FeedbackView } from '../../../shapes/feedback.ts';
import type { Words } from '../../words/programme.ts';
import { Before, feedbackWord, fromWhom, Said } from './FeedbackRows.tsx';
import { TellDialog } from './TellDialog.tsx';

/** What the reader told back about a provision, or those of its part did, and the way to tell something. */
export function Feedback({ provision, words }: { provision: string; words: Words }) {
  const list = useGet(exchangeDoors.listFeedback, { params: { id: provision }, query: { limit: 20 } });
  const [telling, setTelling] = useState(false);
  if (list.data === undefined || (!list.data.mayGive && list.data.items.length === 0)) return null;
  const { items, mayGive } = list.data;
  return (
    <Panel title={t('exchange.feedback.title')} hint={t('exchange.feedback.hint')}>
      <div className="stack-s">
        {items.length > 0 && (
          <ul className="ruled">
            {items.map((it) => (
              <One key={it.id} it={it} words={words} />
            ))}
          </ul>
        )}
        {list.data.next !== null && (
          <p className="small">
            <a href={`/provisions/${provision}/circulation`}>{t('exchange.feedback.all')}</a>
          </p>
        )}
        {mayGive && (
          <Button wide onPress={() => setTelling(true)}>
            {t('exchange.feedback.give')}
          </Button>
        )}
        {telling && <TellDialog provision={provision} onClose={() => setTelling(false)} />}
      </div>
    </Panel>
  );
}

function One({ it, words }: { it: FeedbackView; words: Words }) {
  const [changing, setChanging] = useState(false);
  const withdraw = useSend(exchangeDoors.withdrawFeedback, {
    onDone: () => say(t('exchange.feedback.withdrawn.done')),
  });
  const [last] = it.versions;
  if (last === undefined) return null;
  return (
    <li className="stack-s">
      <p className="split small">
        <b>{feedbackWord(it.kind)}</b> <Moment at={last.at} />
      </p>
      {!it.mine && <p className="small">{fromWhom(it, words)}</p>}
      <Said kind={it.kind} it={last} />
      <Before it={it} />
      {withdraw.error !== null && <RefusalNote error={withdraw.error} />}
      {it.mayChange && (
        <p className="cluster">
          <Button small onPress={() => setChanging(true)}>
            {t('exchange.feedback.change')}
          </Button>
          <Button small wait={withdraw.isPending} onPress={() => withdraw.mutate({ params: { id: it.id }, body: {} })}>
            {t('exchange.feedback.withdraw')}
          </Button>
        </p>
      )}
      {changing && <TellDialog before={it} onClose={() => setChanging(false)} />}
    </li>
  );
}
