import { useGet, usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { FeedbackView } from '../../shapes/feedback.ts';
import { Before, feedbackWord, fromWhom, Said } from '../provision/feedback/FeedbackRows.tsx';
import type { Words } from '../words/programme.ts';

/** What recipients told back: by name for those through whom it came, by sector for the desk. Nothing where nobody did. */
export function FeedbackTold({ provision, words }: { provision: string; words: Words }) {
  const list = usePages(exchangeDoors.listFeedback, { params: { id: provision }, query: { limit: 50 } });
  const one = useGet(exchangeDoors.listFeedback, { params: { id: provision }, query: { limit: 1 } });
  const figures = one.data?.figures ?? { sightings: 0, corrections: 0 };
  if (list.items.length === 0) return null;
  return (
    <div>
      <DataTable
        cards
        caption={t('exchange.feedback.title')}
        hint={t('exchange.feedback.figures', { sightings: figures.sightings, corrections: figures.corrections })}
        rows={list.items}
        rowKey={(it) => it.id}
        columns={columns(words)}
        file="feedback"
      />
      <More of={list} />
    </div>
  );
}

const columns = (words: Words) => [
  {
    key: 'kind',
    label: t('exchange.feedback.kind'),
    head: true,
    cell: (it: FeedbackView) => feedbackWord(it.kind),
    csv: (it: FeedbackView) => feedbackWord(it.kind),
  },
  {
    key: 'from',
    label: t('exchange.feedback.from-whom'),
    cell: (it: FeedbackView) => fromWhom(it, words),
    csv: (it: FeedbackView) => fromWhom(it, words),
  },
  {
    key: 'said',
    label: t('exchange.feedback.said'),
    cell: (it: FeedbackView) => {
      const [last] = it.versions;
      return (
        <div className="stack-s">
          {last !== undefined && <Said kind={it.kind} it={last} />}
          <Before it={it} />
        </div>
      );
    },
    csv: (it: FeedbackView) => {
      const [last] = it.versions;
      return [last?.indicator, last?.quote, last?.text].filter((s) => s !== null && s !== undefined).join(' ');
    },
  },
  {
    key: 'at',
    label: t('exchange.feedback.at'),
    cell: (it: FeedbackView) => <Moment at={it.versions[0]?.at ?? ''} />,
    csv: (it: FeedbackView) => it.versions[0]?.at ?? '',
  },
];
