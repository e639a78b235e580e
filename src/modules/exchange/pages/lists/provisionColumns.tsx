import { label } from '../../../../kernel/marking.ts';
import type { Column } from '../../../../portal/list/DataTable.tsx';
import { Bar } from '../../../../portal/show/chart/Bar.tsx';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { figure, t } from '../../../../portal/text.ts';
import type { ProvisionListed } from '../../shapes/provision.ts';
import type { Words } from '../words/programme.ts';

/** The stage of a provision on its desk, in words. */
export const stateWord = (state: ProvisionListed['state']): string =>
  ({
    draft: t('exchange.draft'),
    asked: t('exchange.state.asked'),
    approved: t('exchange.state.approved'),
    sent: t('exchange.state.sent'),
  })[state];

/** The columns of the list of provisions; the desk sees how far each has come, a recipient whether it answered. */
export const provisionColumns = (
  words: Words,
  rows: readonly ProvisionListed[],
  desk: boolean,
): readonly Column<ProvisionListed>[] => [
  {
    key: 'title',
    label: t('exchange.column.title'),
    head: true,
    cell: (it) => (it.stage === 'recall' ? t('exchange.version.recall-of', { title: it.title }) : it.title),
    csv: (it) => it.title,
  },
  {
    key: 'reference',
    label: t('exchange.column.reference'),
    cell: (it) => <span className="nowrap">{it.reference}</span>,
    csv: (it) => it.reference,
  },
  {
    key: 'mark',
    label: t('exchange.column.mark'),
    cell: (it) => <MarkingChip mark={it.handling} />,
    csv: (it) => label(it.handling),
  },
  {
    key: 'kind',
    label: t('exchange.column.kind'),
    cell: (it) => words.code('provision-kind', it.kind),
    csv: (it) => words.code('provision-kind', it.kind),
  },
  {
    key: 'at',
    label: t('exchange.column.sent'),
    cell: (it) => <Moment at={it.sentAt ?? it.updatedAt} />,
    csv: (it) => it.sentAt ?? it.updatedAt,
  },
  ...(rows.some((it) => it.mode !== null && !words.ordinary(it.mode))
    ? [
        {
          key: 'mode',
          label: t('exchange.column.mode'),
          cell: (it: ProvisionListed) => words.mode(it.mode),
          csv: (it: ProvisionListed) => words.mode(it.mode),
        },
      ]
    : []),
  {
    key: 'state',
    label: t('exchange.column.state'),
    cell: (it) => (desk ? <OnDesk it={it} /> : <Received it={it} />),
    csv: (it) => (desk ? stateWord(it.state) : (it.acknowledgedAt ?? '')),
  },
  ...(rows.some((it) => it.tiers.length > 0)
    ? [
        {
          key: 'tiers',
          label: t('exchange.column.reach'),
          cell: (it: ProvisionListed) => <Reached it={it} words={words} />,
          csv: reachText,
        },
      ]
    : []),
];

const reachText = (it: ProvisionListed): string =>
  it.tiers.map((tier) => `${tier.tier} ${tier.acknowledged}/${tier.targeted}`).join(' ');

function OnDesk({ it }: { it: ProvisionListed }) {
  if (it.state === 'sent') return <State tone="done">{stateWord(it.state)}</State>;
  return <State tone={it.state === 'draft' ? 'idle' : 'soon'}>{stateWord(it.state)}</State>;
}

function Received({ it }: { it: ProvisionListed }) {
  if (it.acknowledgedAt !== null)
    return (
      <State tone="done">
        {t('exchange.state.acknowledged')} <Moment at={it.acknowledgedAt} />
      </State>
    );
  if (it.due !== null) return <Deadline at={it.due} compact />;
  return <State tone="soon">{t('exchange.state.unacknowledged')}</State>;
}

function Reached({ it, words }: { it: ProvisionListed; words: Words }) {
  if (it.tiers.length === 0) return <span className="dim">―</span>;
  return (
    <table className="plain bars">
      <tbody>
        {it.tiers.map((tier) => {
          const name = words.capacity(tier.tier);
          const share = tier.targeted === 0 ? 0 : tier.acknowledged / tier.targeted;
          const said = `${figure(tier.acknowledged)}／${figure(tier.targeted)}`;
          return (
            <tr key={tier.tier}>
              <th scope="row" className="nowrap">
                {name}
              </th>
              <td>
                <Bar value={share} low={share < 0.9} width={72} label={`${name} ${said}`} />
              </td>
              <td className="number">{said}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
