import { useState } from 'react';
import type { FormEvent } from 'react';
import { powers, type Power } from '../../../../kernel/power.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Choices } from '../../../../portal/form/Choice.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { powerWords } from './powers.ts';

const DAY = 86_400_000;

/** Making a key for the acting seat. The secret is shown here once and nowhere again. */
export function NewKey({ held, seat }: { held: readonly Power[]; seat: string }) {
  const now = useNow();
  const [label, setLabel] = useState('');
  const [covers, setCovers] = useState('read');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState('90');
  const make = useSend(partiesDoors.createKey, { onDone: () => setLabel('') });
  const scopes = (): { scopes?: ['read'] | Power[] } => {
    if (covers === 'read') return { scopes: ['read'] };
    return covers === 'some' ? { scopes: powers.filter((it) => chosen.includes(it)) } : {};
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate({
      body: { label, ...scopes(), expiresAt: new Date(now.getTime() + Number(days) * DAY).toISOString() },
    });
  };
  return (
    <Panel title={t('parties.key.new')} icon="key" hint={seat}>
      <div className="stack">
        <form onSubmit={submit} className="stack-s">
          <TextField
            bare
            must
            label={t('parties.key.label')}
            max={80}
            help={t('parties.key.label.help')}
            value={label}
            onChange={setLabel}
          />
          <Segmented
            bare
            label={t('parties.key.covers')}
            value={covers}
            onChange={setCovers}
            options={[
              { key: 'read', label: t('parties.key.reads') },
              { key: 'some', label: t('parties.key.some') },
              { key: 'all', label: t('parties.key.all') },
            ]}
          />
          {covers === 'some' && (
            <Choices
              bare
              label={t('parties.key.powers')}
              options={held.map((it) => ({ key: it, label: powerWords(it) }))}
              value={chosen}
              onChange={setChosen}
            />
          )}
          <Segmented
            bare
            label={t('parties.key.until')}
            value={days}
            onChange={setDays}
            options={['30', '90', '365'].map((n) => ({ key: n, label: t('parties.key.days', { n }) }))}
          />
          <Button
            type="submit"
            tone="go"
            wait={make.isPending}
            why={
              label.trim() === '' || (covers === 'some' && chosen.length === 0)
                ? t('parties.key.incomplete')
                : undefined
            }
          >
            {t('parties.key.make')}
          </Button>
        </form>
        {make.error !== null && <RefusalNote error={make.error} />}
        {make.data !== undefined && (
          <Note tone="done" live>
            <b>{t('parties.key.once')}</b>
            <br />
            <code>{make.data.key}</code>
          </Note>
        )}
      </div>
    </Panel>
  );
}
