import { Button } from '../../../../portal/act/Button.tsx';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { t } from '../../../../portal/text.ts';
import type { CirculationView, TierFigures } from '../../../circulation/contract.ts';
import { listed } from '../words/lists.ts';
import type { Words } from '../words/programme.ts';
import { inCallingOrder, silentIn } from './reach.ts';
import type { Called } from './words.ts';

/** The silent as the centre may know them: how many in which sector and tier, and what is in the way. */
export function SilentGroups({
  view,
  words,
  onRecord,
}: {
  view: CirculationView;
  words: Words;
  onRecord: (called: Called) => void;
}) {
  const groups = inCallingOrder(view.sectors.length > 0 ? view.sectors : view.tiers);
  const nameOf = (it: TierFigures): string => {
    const sector = it.sector === null ? t('exchange.audience.across') : words.sector(it.sector);
    return t('exchange.silent.group', { sector, tier: words.capacity(it.tier), n: silentIn(it) });
  };
  if (groups.length === 0) return <Note tone="done">{t('exchange.silent.none')}</Note>;
  return (
    <DataTable
      caption={t('exchange.silent.title')}
      hint={t('exchange.silent.order.groups')}
      rows={groups}
      rowKey={(it) => `${it.position}-${it.tier}-${it.sector}`}
      file="silent"
      columns={[
        {
          key: 'order',
          label: t('exchange.silent.number'),
          cell: (it) => groups.indexOf(it) + 1,
          csv: (it) => groups.indexOf(it) + 1,
        },
        { key: 'group', label: t('exchange.column.body'), head: true, cell: nameOf, csv: nameOf },
        {
          key: 'standing',
          label: t('exchange.column.state'),
          cell: (it) => <Standing it={it} words={words} />,
          csv: (it) => silentIn(it),
        },
        {
          key: 'record',
          label: <span className="unseen-by-eye">{t('exchange.silent.record')}</span>,
          cell: (it) => (
            <Button
              small
              tone={groups[0] === it ? 'go' : 'plain'}
              label={`${t('exchange.silent.record')}: ${nameOf(it)}`}
              onPress={() => onRecord({ receipt: null, name: nameOf(it), phone: null })}
            >
              {t('exchange.silent.record')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Standing({ it, words }: { it: TierFigures; words: Words }) {
  const waiting = it.targeted - it.sent;
  const missing = it.sent - it.delivered;
  const unopened = it.delivered - it.opened;
  const opened = Math.max(0, it.opened - it.acknowledged);
  return (
    <span className="cluster">
      {missing > 0 && (
        <State tone="late">
          {t('exchange.standing.n.undelivered', { n: missing })}
          {it.reasons.length > 0 &&
            t('exchange.standing.why', {
              why: listed(it.reasons.map((why) => `${words.code('unreachable-reason', why.reason)} ${why.count}`)),
            })}
        </State>
      )}
      {opened > 0 && <State tone="soon">{t('exchange.standing.n.opened', { n: opened })}</State>}
      {unopened > 0 && <State tone="idle">{t('exchange.standing.n.unopened', { n: unopened })}</State>}
      {waiting > 0 && (
        <State tone="idle" icon="clock">
          {t('exchange.standing.n.waiting', { n: waiting })}
        </State>
      )}
    </span>
  );
}
