import { Button } from '../../../../portal/act/Button.tsx';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type InquiryListed } from '../../contract.ts';
import { partyWord } from './words.ts';
import '../channels.css';

/** Inquiries that one made or was asked. */
export default function Inquiries() {
  const list = usePages(channelsDoors.listInquiries, { query: { limit: 30 } });
  const asks = (useGet(channelsDoors.addressees, { query: {} }).data?.capacities.length ?? 0) > 0;
  const ask = (
    <Button tone="go" href="/inquiries/new">
      {t('channels.inquiries.ask')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('channels.inquiries')}
        meta={<span>{t('channels.inquiries.meta')}</span>}
        aside={asks ? ask : undefined}
      />
      <Answer
        of={list.query}
        empty={
          <EmptyState title={t('channels.inquiries.none')} action={asks ? ask : undefined}>
            {asks ? t('channels.inquiries.none.ask') : t('channels.inquiries.none.wait')}
          </EmptyState>
        }
      >
        {(rows) => (
          <div className="as-cards">
            <DataTable
              caption={t('channels.inquiries')}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `/inquiries/${it.id}`}
              columns={columns()}
              file="inquiries"
            />
            <More of={list} />
          </div>
        )}
      </Answer>
    </>
  );
}

const standing = (it: InquiryListed): string => {
  if (it.figures !== null) return t('channels.inquiries.figures', { n: it.figures.answered, all: it.figures.asked });
  return partyWord(it.state ?? 'silent');
};

const tone = (it: InquiryListed): 'done' | 'soon' | 'idle' => {
  if (it.closedAt !== null) return 'idle';
  if (it.figures !== null) return it.figures.answered === it.figures.asked ? 'done' : 'soon';
  return it.state === 'answered' || it.state === 'nothing' ? 'done' : 'soon';
};

const columns = () => [
  {
    key: 'subject',
    label: t('channels.inquiries.subject'),
    head: true,
    cell: (it: InquiryListed) => it.subject,
    csv: (it: InquiryListed) => it.subject,
  },
  {
    key: 'asker',
    label: t('channels.inquiries.asker'),
    cell: (it: InquiryListed) => (it.mine ? t('channels.inquiries.mine') : it.asker),
    csv: (it: InquiryListed) => it.asker,
  },
  {
    key: 'state',
    label: t('channels.inquiries.state'),
    cell: (it: InquiryListed) => (
      <State tone={tone(it)}>
        {standing(it)}
        {it.closedAt !== null && t('channels.inquiries.closed.short')}
      </State>
    ),
    csv: standing,
  },
  {
    key: 'due',
    label: t('channels.inquiries.due'),
    cell: (it: InquiryListed) =>
      it.closedAt === null && tone(it) === 'soon' ? <Deadline at={it.due} /> : <Moment at={it.due} />,
    csv: (it: InquiryListed) => it.due,
  },
  {
    key: 'mark',
    label: t('channels.mark'),
    cell: (it: InquiryListed) => <MarkingChip mark={it.handling} />,
    csv: (it: InquiryListed) => it.handling.value,
  },
];
