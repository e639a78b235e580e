import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Choices } from '../../../../portal/form/Choice.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { weekdayWords } from '../words.ts';

/** The body's own people and points, to choose from. */
export const useChoices = () => {
  const session = useGet(partiesDoors.showSession).data;
  const points = useGet(partiesDoors.listContacts, { query: { of: 'mine', limit: 60 } }).data?.items ?? [];
  const people =
    useGet(partiesDoors.listPeople, { query: { limit: 300, body: session?.seat.body.id } }).data?.items ?? [];
  return {
    points: points.map((it) => ({ key: it.id, label: [it.label, it.phone].filter((word) => word !== null).join(' ') })),
    people: [
      { key: '', label: t('parties.roster.person.none') },
      ...people.map((it) => ({ key: it.id, label: both(it.name) })),
    ],
  };
};

/** Adding a place to the weekly pattern. */
export function ShiftForm({ onDone }: { onDone: () => void }) {
  const { points, people } = useChoices();
  const [it, setIt] = useState({
    called: '',
    person: '',
    contact: '',
    weekdays: ['1', '2', '3', '4', '5'],
    starts: '18:00',
    ends: '08:00',
  });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const add = useSend(partiesDoors.addShift, {
    onDone: () => {
      say(t('parties.roster.saved'));
      onDone();
    },
  });
  const wrong = wrongFields(add.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({
      body: {
        ...it,
        person: it.person === '' ? null : it.person,
        contact: it.contact === '' ? (points[0]?.key ?? '') : it.contact,
        weekdays: it.weekdays.map(Number),
      },
    });
  };
  return (
    <Panel title={t('parties.roster.add.shift')} icon="people">
      <form onSubmit={submit} className="stack-s">
        <TextField
          bare
          must
          label={t('parties.roster.called')}
          help={t('parties.roster.called.help')}
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
        <Choices
          bare
          label={t('parties.roster.weekdays')}
          columns={3}
          options={[1, 2, 3, 4, 5, 6, 7].map((n) => ({ key: String(n), label: weekdayWords(n) }))}
          value={it.weekdays}
          onChange={(weekdays) => put({ weekdays })}
        />
        <TextField
          bare
          must
          label={t('parties.roster.starts')}
          max={5}
          value={it.starts}
          error={wrong['starts']}
          onChange={(starts) => put({ starts })}
        />
        <TextField
          bare
          must
          label={t('parties.roster.ends')}
          help={t('parties.roster.ends.help')}
          max={5}
          value={it.ends}
          error={wrong['ends']}
          onChange={(ends) => put({ ends })}
        />
        <p className="cluster">
          <Button
            tone="go"
            type="submit"
            wait={add.isPending}
            why={points.length === 0 ? t('parties.roster.why') : undefined}
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
