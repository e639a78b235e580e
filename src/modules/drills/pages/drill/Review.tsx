import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../../portal/text.ts';
import { drillsDoors, type DrillView } from '../../contract.ts';
import type { Lessons } from '../../doors/lessons.ts';

/** The review of a drill: one person writes it, another confirms it, and then whoever was in the drill reads it. */
export function Review({ drill, of }: { drill: DrillView; of: Lessons }) {
  const confirm = useSend(drillsDoors.confirmReview);
  const { review } = of;
  if (review === null) return drill.may.review ? <Write drill={drill.id} /> : null;
  return (
    <Panel title={t('drills.review')} icon="check" {...(review.confirmed === null ? { tone: 'key' as const } : {})}>
      <div className="stack">
        <Facts
          items={[
            { term: t('drills.review.said'), value: review.said },
            { term: t('drills.review.decided'), value: review.decided },
            {
              term: t('drills.review.by'),
              value: rich('drills.review.by.at', { who: both(review.by), at: <Moment at={review.at} as="both" /> }),
            },
            {
              term: t('drills.review.confirmed'),
              value:
                review.confirmed === null
                  ? t('drills.review.waits')
                  : rich('drills.review.by.at', {
                      who: both(review.confirmed.by),
                      at: <Moment at={review.confirmed.at} as="both" />,
                    }),
            },
          ]}
        />
        {drill.may.confirm && (
          <Button
            tone="go"
            wait={confirm.isPending}
            onPress={() => confirm.mutate({ params: { id: drill.id }, body: {} })}
          >
            {t('drills.review.confirm')}
          </Button>
        )}
        {confirm.error !== null && <RefusalNote error={confirm.error} />}
      </div>
    </Panel>
  );
}

function Write({ drill }: { drill: string }) {
  const [it, setIt] = useState({ said: '', decided: '' });
  const write = useSend(drillsDoors.writeReview);
  const wrong = wrongFields(write.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write.mutate({ params: { id: drill }, body: it });
  };
  return (
    <Panel title={t('drills.review.write')} hint={t('drills.review.hint')}>
      <form className="stack-s" onSubmit={submit}>
        <ProseField
          bare
          must
          rows={4}
          max={4000}
          label={t('drills.review.said')}
          value={it.said}
          error={wrong['said']}
          onChange={(said) => setIt({ ...it, said })}
        />
        <ProseField
          bare
          must
          rows={4}
          max={4000}
          label={t('drills.review.decided')}
          value={it.decided}
          error={wrong['decided']}
          onChange={(decided) => setIt({ ...it, decided })}
        />
        <Button tone="go" type="submit" wait={write.isPending}>
          {t('drills.review.write.do')}
        </Button>
      </form>
      {write.error !== null && <RefusalNote error={write.error} />}
    </Panel>
  );
}
