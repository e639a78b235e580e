import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';

/** The hub's own circles with how many agreements that stand name each, and beginning another. */
export function HubCircles({ seat }: { seat: string }) {
  const circles = useGet(partiesDoors.listCircles);
  const [name, setName] = useState({ ja: '', en: '' });
  const gather = useSend(partiesDoors.gatherCircle, {
    onDone: () => {
      say(t('parties.circle.gathered'));
      setName({ ja: '', en: '' });
    },
  });
  const wrong = wrongFields(gather.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    gather.mutate({ body: { name } });
  };
  return (
    <div className="stack">
      <Answer of={circles}>
        {({ items }) => (
          <DataTable
            caption={t('parties.agreement.circles')}
            rows={items.filter((it) => it.kind === 'hub' && it.mine && seat !== '')}
            rowKey={(it) => it.id}
            empty={<EmptyState title={t('parties.circle.none')}>{t('parties.circle.none.way')}</EmptyState>}
            columns={[
              { key: 'name', label: t('parties.name'), head: true, cell: (it) => both(it.name) },
              { key: 'members', label: t('parties.circle.members'), number: true, cell: (it) => it.members },
            ]}
          />
        )}
      </Answer>
      <Panel title={t('parties.circle.gather')}>
        <form className="stack-s" onSubmit={submit}>
          <TextField
            bare
            must
            label={t('parties.circle.name.ja')}
            max={120}
            value={name.ja}
            error={wrong['name.ja']}
            onChange={(ja) => setName({ ...name, ja })}
          />
          <TextField
            bare
            must
            label={t('parties.circle.name.en')}
            max={160}
            value={name.en}
            error={wrong['name.en']}
            onChange={(en) => setName({ ...name, en })}
          />
          <p>
            <Button type="submit" wait={gather.isPending}>
              {t('parties.circle.gather')}
            </Button>
          </p>
        </form>
        {gather.error !== null && <RefusalNote error={gather.error} />}
      </Panel>
    </div>
  );
}
