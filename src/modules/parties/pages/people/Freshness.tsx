import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { Bar } from '../../../../portal/show/chart/Bar.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type FreshnessView, partiesDoors } from '../../contract.ts';
import { useCapacityWords } from '../agreements/words.ts';

/** Whose contact points have been said to be right, and whose have not: the bodies below by name, all others as figures. */
export function Freshness() {
  const freshness = useGet(partiesDoors.listFreshness);
  const capacity = useCapacityWords();
  return (
    <Answer of={freshness}>
      {({ items, figures }) => (
        <div className="stack">
          {figures.length > 0 && (
            <DataTable
              caption={t('parties.fresh.figures')}
              rows={figures}
              rowKey={(it) => it.capacity}
              file="freshness-figures"
              columns={[
                {
                  key: 'capacity',
                  label: t('parties.fresh.capacity'),
                  head: true,
                  cell: (it) => capacity(it.capacity),
                  csv: (it) => capacity(it.capacity),
                },
                {
                  key: 'share',
                  label: t('parties.fresh.share'),
                  cell: (it) => (
                    <Bar
                      value={it.bodies === 0 ? 0 : it.fresh / it.bodies}
                      label={t('parties.fresh.of', { n: it.fresh, all: it.bodies })}
                    />
                  ),
                },
                {
                  key: 'fresh',
                  label: t('parties.fresh.count'),
                  number: true,
                  cell: (it) => it.fresh,
                  csv: (it) => it.fresh,
                },
                {
                  key: 'bodies',
                  label: t('parties.fresh.bodies'),
                  number: true,
                  cell: (it) => it.bodies,
                  csv: (it) => it.bodies,
                },
              ]}
            />
          )}
          <DataTable
            caption={t('parties.fresh.title')}
            hint={t('parties.fresh.hint')}
            rows={items.filter((it) => !it.mine).toSorted((a, b) => order[a.state] - order[b.state])}
            rowKey={(it) => it.body.id}
            file="freshness"
            empty={figures.length > 0 ? undefined : <EmptyState title={t('parties.fresh.none')} />}
            columns={[
              {
                key: 'body',
                label: t('parties.name'),
                head: true,
                cell: (it) => both(it.body.name),
                csv: (it) => both(it.body.name),
              },
              {
                key: 'state',
                label: t('parties.fresh.state'),
                cell: (it) => <Stale it={it} />,
                csv: (it) => stateWords(it.state),
              },
              {
                key: 'at',
                label: t('parties.fresh.at'),
                cell: (it) => (it.attestedAt === null ? '―' : <Moment at={it.attestedAt} as="day" />),
                csv: (it) => it.attestedAt ?? '',
              },
              {
                key: 'due',
                label: t('parties.fresh.due'),
                cell: (it) => (it.due === null ? '―' : <Moment at={it.due} as="day" />),
                csv: (it) => it.due ?? '',
              },
              {
                key: 'points',
                label: t('parties.fresh.points'),
                number: true,
                cell: (it) => it.points,
                csv: (it) => it.points,
              },
            ]}
          />
        </div>
      )}
    </Answer>
  );
}

const order = { late: 0, never: 1, soon: 2, fresh: 3 } as const;
const tones = { fresh: 'done', soon: 'soon', late: 'late', never: 'late' } as const;

const stateWords = (state: FreshnessView['state']): string =>
  ({
    fresh: t('parties.fresh.state.fresh'),
    soon: t('parties.fresh.state.soon'),
    late: t('parties.fresh.state.late'),
    never: t('parties.fresh.state.never'),
  })[state];

function Stale({ it }: { it: FreshnessView }) {
  return <State tone={tones[it.state]}>{stateWords(it.state)}</State>;
}
