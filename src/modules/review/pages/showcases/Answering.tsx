import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { reviewDoors } from '../../contract.ts';
import { answers, type ShowcaseView } from '../../doors.ts';

/** How the reader's CEPTOAR stands to it. */
export function Answering({ it }: { it: ShowcaseView }) {
  const answer = useSend(reviewDoors.answerShowcase, { onDone: () => say(t('review.showcase.answered')) });
  return (
    <Panel title={t('review.showcase.answer')} tone="key">
      <div className="stack-s">
        {answer.error !== null && <RefusalNote error={answer.error} />}
        {answers.map((state) => (
          <Button
            key={state}
            wide
            tone={it.answer === state ? 'go' : 'plain'}
            {...(it.answer === state ? { icon: 'check' as const } : {})}
            onPress={() => answer.mutate({ params: { id: it.id }, body: { state } })}
          >
            {t(`review.showcase.answer.${state}`)}
          </Button>
        ))}
        <p className="small dim">{t('review.showcase.answer.says')}</p>
      </div>
    </Panel>
  );
}
