import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { Select } from '../../../../../portal/form/Select.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { partiesDoors } from '../../../contract.ts';

/** Opening a recovery for a person who has lost every way in. It opens nothing before a second person has confirmed it. */
export function OpenRecovery() {
  const [it, setIt] = useState({ find: '', person: '', reason: '' });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const people = useGet(partiesDoors.listPeople, { query: { q: it.find, limit: 20 } }, { enabled: it.find !== '' });
  const found = it.find === '' ? [] : (people.data?.items ?? []);
  const chosen = found.find((one) => one.id === it.person) ?? found[0];
  const open = useSend(partiesDoors.openRecovery, { onDone: () => put({ find: '', reason: '' }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen !== undefined) open.mutate({ body: { person: chosen.id, reason: it.reason } });
  };
  return (
    <Panel title={t('parties.recovery.open')} icon="key">
      <div className="stack">
        <p className="small dim">{t('parties.recovery.open.says')}</p>
        <form onSubmit={submit} className="stack-s">
          <TextField
            bare
            must
            label={t('parties.people.find')}
            type="search"
            max={100}
            value={it.find}
            onChange={(find) => put({ find, person: '' })}
          />
          {chosen !== undefined && (
            <Select
              bare
              label={t('parties.recovery.person')}
              options={found.map((one) => ({
                key: one.id,
                label: `${both(one.name)} ${one.seats.map((seat) => both(seat.body.name)).join(' ')}`,
              }))}
              value={chosen.id}
              onChange={(person) => put({ person })}
            />
          )}
          <TextField
            bare
            must
            label={t('parties.recovery.reason')}
            max={400}
            value={it.reason}
            error={wrongFields(open.error)['reason']}
            onChange={(reason) => put({ reason })}
          />
          <Button
            tone="go"
            type="submit"
            wait={open.isPending}
            why={chosen === undefined || it.reason === '' ? t('parties.recovery.incomplete') : undefined}
          >
            {t('parties.recovery.open')}
          </Button>
        </form>
        {open.error !== null && <RefusalNote error={open.error} />}
        {open.data !== undefined && (
          <Note tone="done" live>
            <b>{t(open.data.secret === null ? 'parties.recovery.mailed' : 'parties.recovery.once')}</b>{' '}
            <Moment at={open.data.until} />
            {open.data.secret !== null && (
              <>
                <br />
                <code>{`${location.origin}/recovery#${open.data.secret}`}</code>
              </>
            )}
          </Note>
        )}
      </div>
    </Panel>
  );
}
