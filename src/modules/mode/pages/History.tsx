import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { type Column, DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { type ActView, modeDoors } from '../contract.ts';
import { type ScopeWords, stateWord, verbWord } from './words.ts';

/** Every act that changed the mode, and on its own desk those that did not. */
export function History({ words }: { words: ScopeWords }) {
  const acts = useGet(modeDoors.listModeActs);
  return (
    <Answer of={acts}>
      {({ items }) => (
        <DataTable
          caption={t('mode.history')}
          hint={t('mode.history.hint')}
          rows={items}
          rowKey={(it) => it.id}
          columns={columns(words)}
          file="mode-acts"
          cards
          empty={<EmptyState title={t('mode.history.none')} />}
        />
      )}
    </Answer>
  );
}

const columns = (words: ScopeWords): readonly Column<ActView>[] => [
  {
    key: 'at',
    label: t('mode.takes-effect'),
    cell: (it) => <Moment at={it.takesEffect ?? it.at} as="both" />,
    csv: (it) => it.takesEffect ?? '',
  },
  {
    key: 'what',
    label: t('mode.what'),
    head: true,
    cell: (it) => `${words.mode(it.mode)} ${verbWord(it.verb)}`,
    csv: (it) => `${words.mode(it.mode)} ${verbWord(it.verb)}`,
  },
  {
    key: 'scope',
    label: t('mode.scope'),
    cell: (it) => words.scope(it.sectors, it.regions) || <span className="dim">―</span>,
    csv: (it) => words.scope(it.sectors, it.regions),
  },
  {
    key: 'basis',
    label: t('mode.basis'),
    cell: (it) => t('mode.basis.with', { basis: it.basis, authority: it.authority }),
    csv: (it) => t('mode.basis.with', { basis: it.basis, authority: it.authority }),
  },
  { key: 'by', label: t('mode.begun-by'), cell: (it) => both(it.by), csv: (it) => both(it.by) },
  {
    key: 'confirmed',
    label: t('mode.confirmed-by'),
    cell: (it) =>
      it.confirmedBy === null ? (
        <State tone={it.state === 'waiting' ? 'soon' : 'idle'}>{stateWord(it.state)}</State>
      ) : (
        both(it.confirmedBy)
      ),
    csv: (it) => (it.confirmedBy === null ? stateWord(it.state) : both(it.confirmedBy)),
  },
];
