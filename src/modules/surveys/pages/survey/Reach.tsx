import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { t } from '../../../../portal/text.ts';
import { type CampaignView, surveysDoors } from '../../contract.ts';
import { useProgrammeWords } from '../words.ts';

/** How far a campaign has come, in counts by tier and sector. */
export function Reach({ of }: { of: CampaignView }) {
  const words = useProgrammeWords();
  const reach = useGet(surveysDoors.surveyReach, { params: { id: of.id } });
  return (
    <Answer of={reach}>
      {({ items }) => (
        <DataTable
          dense
          caption={t('surveys.reach')}
          hint={t(of.part === 'desk' ? 'surveys.reach.whole' : 'surveys.reach.part')}
          rows={items}
          rowKey={(it) => `${it.tier} ${it.capacity} ${it.sector ?? ''}`}
          groupOf={(it) => ({ key: `${it.tier}`, head: words.capacity(it.capacity) })}
          file="survey-reach"
          empty={<EmptyState title={t('surveys.reach.none')}>{t('surveys.reach.none.way')}</EmptyState>}
          columns={[
            {
              key: 'sector',
              label: t('surveys.sector'),
              head: true,
              cell: (it) => (it.sector === null ? t('surveys.sector.all') : words.sector(it.sector)),
              csv: (it) => (it.sector === null ? words.capacity(it.capacity) : words.sector(it.sector)),
            },
            {
              key: 'targeted',
              label: t('surveys.targeted'),
              number: true,
              cell: (it) => it.targeted,
              csv: (it) => it.targeted,
            },
            { key: 'sent', label: t('surveys.sent'), number: true, cell: (it) => it.sent, csv: (it) => it.sent },
            { key: 'opened', label: t('surveys.seen'), number: true, cell: (it) => it.opened, csv: (it) => it.opened },
            {
              key: 'relayed',
              label: t('surveys.passed'),
              number: true,
              cell: (it) => (it.capacity === of.asked ? '―' : it.relayed),
              csv: (it) => (it.capacity === of.asked ? '' : it.relayed),
            },
            {
              key: 'answered',
              label: t('surveys.answered'),
              number: true,
              cell: (it) => (it.capacity === of.asked ? it.answered : '―'),
              csv: (it) => (it.capacity === of.asked ? it.answered : ''),
            },
            {
              key: 'late',
              label: t('surveys.late'),
              number: true,
              cell: (it) => (it.capacity === of.asked ? it.late : '―'),
              csv: (it) => (it.capacity === of.asked ? it.late : ''),
            },
          ]}
        />
      )}
    </Answer>
  );
}
