import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { useChoices } from './ShiftForm.tsx';

/** Saying that for once somebody else serves, or nobody. */
export function ExceptionForm({ onDone }: { onDone: () => void }) {
  const { points, people } = useChoices();
  const [it, setIt] = useState({ who: 'other', called: '', person: '', contact: '', note: '' });
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const add = useSend(partiesDoors.addException, {
    onDone: () => {
      say(t('parties.roster.saved'));
      onDone();
    },
  });
  const wrong = wrongFields(add.error);
  const somebody = it.who === 'other';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (from === null || until === null) return;
    const who = somebody
      ? {
          called: it.called,
          person: it.person === '' ? null : it.person,
          contact: it.contact === '' ? (points[0]?.key ?? null) : it.contact,
        }
      : {};
    add.mutate({ body: { ...who, from, until, note: it.note } });
  };
  return (
    <Panel title={t('parties.roster.add.exception')} icon="clock">
      <form onSubmit={submit} className="stack-s">
        <Segmented
          bare
          label={t('parties.duty.who')}
          options={[
            { key: 'other', label: t('parties.roster.other') },
            { key: 'nobody', label: t('parties.duty.nobody') },
          ]}
          value={it.who}
          onChange={(who) => put({ who })}
        />
        {somebody && (
          <>
            <TextField
              bare
              must
              label={t('parties.roster.called')}
              max={80}
              value={it.called}
              error={wrong['called']}
              onChange={(called) => put({ called })}
            />
            <Select
              bare
              label={t('parties.roster.person')}
              options={people}
              value={it.person}
              onChange={(person) => put({ person })}
            />
            <Select
              bare
              label={t('parties.roster.contact')}
              options={points}
              value={it.contact}
              onChange={(contact) => put({ contact })}
            />
          </>
        )}
        <DateTime bare must label={t('parties.roster.from')} value={from} onChange={setFrom} />
        <DateTime bare must label={t('parties.roster.until')} value={until} onChange={setUntil} />
        <TextField
          bare
          label={t('parties.roster.note')}
          max={200}
          value={it.note}
          error={wrong['note']}
          onChange={(note) => put({ note })}
        />
        <p className="cluster">
          <Button
            tone="go"
            type="submit"
            wait={add.isPending}
            why={from === null || until === null ? t('parties.roster.why.dates') : undefined}
          >
            {t('parties.save')}
          </Button>
          <Button onPress={onDone}>{t('parties.cancel')}</Button>
        </p>
      </form>
      {add.error !== null && <RefusalNote error={add.error} />}
    </Panel>
  );
}
