import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { figure, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../../parties/contract.ts';
import { reviewDoors } from '../../contract.ts';
import type { ShowcaseView } from '../../doors.ts';

/** The writing seat's side: consent, the second person's button, and the answers in numbers. */
export function Desk({ it, desk }: { it: ShowcaseView; desk: NonNullable<ShowcaseView['desk']> }) {
  const approves = useGet(partiesDoors.showSession).data?.powers.includes('approve-provisions') ?? false;
  const publish = useSend(reviewDoors.publishShowcase, { onDone: () => say(t('review.showcase.done')) });
  return (
    <>
      {it.publishedAt === null && approves && (
        <Panel title={t('review.showcase.publish')} tone="key">
          <div className="stack-s">
            <p className="small dim">{t('review.showcase.publish.says')}</p>
            {publish.error !== null && <RefusalNote error={publish.error} />}
            <Button
              tone="go"
              wide
              wait={publish.isPending}
              {...(desk.mine ? { why: t('review.showcase.mine') } : {})}
              onPress={() => publish.mutate({ params: { id: it.id } })}
            >
              {t('review.showcase.publish')}
            </Button>
          </div>
        </Panel>
      )}
      {it.publishedAt !== null && (
        <Panel title={t('review.showcase.counts')}>
          <Facts
            items={[
              { term: t('review.showcase.told'), value: figure(desk.told) },
              { term: t('review.showcase.answer.adopted'), value: figure(desk.adopted) },
              { term: t('review.showcase.answer.considering'), value: figure(desk.considering) },
            ]}
          />
        </Panel>
      )}
      <Panel title={t('review.showcase.consented')} tone="quiet">
        <p className="small">{desk.consented}</p>
      </Panel>
    </>
  );
}
