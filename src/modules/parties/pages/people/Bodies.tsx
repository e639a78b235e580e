import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors, type BodyView } from '../../contract.ts';
import { kindWords } from '../words.ts';

/** Bodies as far as this seat may know them, with their sectors and CEPTOARs. */
export function Bodies({ q }: { q: string }) {
  const bodies = usePages(partiesDoors.listBodies, { query: { q } });
  const circles = useGet(partiesDoors.listCircles).data?.items ?? [];
  const named = (key: string): string => {
    const circle = circles.find((it) => it.key === key);
    return circle === undefined ? key : both(circle.name);
  };
  const sectors = (it: BodyView): string => it.sectors.map((key) => named(`sector.${key}`)).join(t('parties.and'));
  const ceptoars = (it: BodyView): string => it.ceptoars.map(named).join(t('parties.and'));
  return (
    <>
      <Note>{t('parties.bodies.says')}</Note>
      <Answer of={bodies.query}>
        {() => (
          <DataTable<BodyView>
            cards
            caption={t('parties.bodies')}
            rows={bodies.items}
            rowKey={(it) => it.id}
            file="bodies"
            empty={<EmptyState title={t('parties.bodies.none')}>{t('parties.bodies.none.way')}</EmptyState>}
            columns={[
              {
                key: 'name',
                label: t('parties.body'),
                head: true,
                cell: (it) => <Name it={it} />,
                csv: (it) => both(it.name),
              },
              {
                key: 'kind',
                label: t('parties.kind'),
                cell: (it) => kindWords(it.kind),
                csv: (it) => kindWords(it.kind),
              },
              { key: 'sectors', label: t('parties.sectors'), cell: sectors, csv: sectors },
              { key: 'ceptoars', label: t('parties.ceptoars'), cell: ceptoars, csv: ceptoars },
              { key: 'place', label: t('parties.place'), cell: (it) => it.place, csv: (it) => it.place ?? '' },
            ]}
          />
        )}
      </Answer>
      <More of={bodies} />
    </>
  );
}

function Name({ it }: { it: BodyView }) {
  return (
    <>
      {both(it.name)} {it.fictitious && <Tag>{t('parties.fictitious')}</Tag>}
    </>
  );
}
