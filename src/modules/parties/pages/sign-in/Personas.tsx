import { useSyncExternalStore } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DataTable, type Column } from '../../../../portal/list/DataTable.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { both, t } from '../../../../portal/text.ts';
import { demoDoors, type PersonaView } from '../../contract.ts';
import { groupWords } from '../words.ts';

/** The people of a demo's world; choosing one is enough. Where no demo runs this is not on the page. */
export function Personas({ personas, onIn }: { personas: readonly PersonaView[]; onIn: () => void }) {
  const narrow = useNarrow();
  const enter = useSend(demoDoors.enterAs, { onDone: onIn, quiet: true });
  return (
    <section className="stack" aria-labelledby="personas">
      <h2 id="personas">
        <Tag tone="solid">{t('parties.demo.tag')}</Tag> {t('parties.demo.title')}
      </h2>
      <p className="small dim">{t('parties.demo.says')}</p>
      {enter.error !== null && <RefusalNote error={enter.error} />}
      <DataTable
        caption={<span className="unseen-by-eye">{t('parties.demo.title')}</span>}
        dense
        rows={personas}
        rowKey={(it) => it.key}
        groupOf={(it) => ({ key: it.group, head: groupWords(it.group) })}
        columns={[
          ...(narrow ? folded : unfolded),
          {
            key: 'enter',
            label: <span className="unseen-by-eye">{t('parties.act')}</span>,
            cell: (it) => (
              <Button
                small
                label={t('parties.demo.enter-as', { name: both(it.name), seat: both(it.seat) })}
                wait={enter.isPending}
                onPress={() => enter.mutate({ body: { persona: it.key } })}
              >
                {t('parties.demo.enter')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}

const unfolded: readonly Column<PersonaView>[] = [
  { key: 'name', label: <Word of="parties.demo.person" />, head: true, cell: (it) => both(it.name) },
  { key: 'seat', label: <Word of="parties.seat" />, cell: (it) => both(it.seat) },
  { key: 'about', label: <Word of="parties.demo.about" />, cell: (it) => both(it.about) },
];

// On a phone the seat stands under the name, so that the way in is on the screen.
const folded: readonly Column<PersonaView>[] = [
  {
    key: 'name',
    label: <Word of="parties.demo.person" />,
    head: true,
    cell: (it) => (
      <>
        {both(it.name)}
        <br />
        <span className="small dim">{both(it.seat)}</span>
      </>
    ),
  },
];

function Word({ of }: { of: string }) {
  return t(of);
}

const NARROW = window.matchMedia('(max-width: 640px)');

const useNarrow = (): boolean =>
  useSyncExternalStore(
    (told) => {
      NARROW.addEventListener('change', told);
      return () => NARROW.removeEventListener('change', told);
    },
    () => NARROW.matches,
  );
