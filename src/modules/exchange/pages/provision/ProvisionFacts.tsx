import { Facts } from '../../../../portal/show/Facts.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { ProvisionView } from '../../shapes/provision.ts';
import type { Words } from '../words/programme.ts';

/** What there is to know about a provision beside its text. Who reported is not part of it. */
export function ProvisionFacts({ it, words }: { it: ProvisionView; words: Words }) {
  const due = it.receipt?.due ?? it.acknowledgeBy;
  const tempo = it.tempo === 'direct' ? t('exchange.tempo.direct') : t('exchange.tempo.relay');
  const answered = it.receipt !== null && it.receipt.acknowledgedAt !== null;
  return (
    <Facts
      items={[
        { term: t('exchange.column.kind'), value: words.code('provision-kind', it.kind) },
        { term: t('exchange.column.reference'), value: it.reference },
        ...(it.sentAt === null
          ? []
          : [{ term: t('exchange.column.sent'), value: <Moment at={it.sentAt} as="long" /> }]),
        ...(it.mode === null ? [] : [{ term: t('exchange.column.mode'), value: words.mode(it.mode) }]),
        { term: t('exchange.ways.tempo'), value: tempo },
        ...(due === null
          ? []
          : [{ term: t('exchange.ways.by'), value: answered ? <Moment at={due} as="long" /> : <Deadline at={due} /> }]),
      ]}
    />
  );
}
