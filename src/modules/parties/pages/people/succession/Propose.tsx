import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { Check } from '../../../../../portal/form/Check.tsx';
import { DayInput } from '../../../../../portal/form/DateTime.tsx';
import { FieldGroup } from '../../../../../portal/form/Field.tsx';
import { Segmented } from '../../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../../portal/form/Select.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { partiesDoors, type SuccessionPreview } from '../../../contract.ts';
import { hoursWords, weekdayWords } from '../../words.ts';

const empty = { kind: 'colleague', person: '', email: '', ja: '', en: '', note: '' };

/** Naming a successor and a day, with everything that would pass beside it. */
export function Propose({ me, open }: { me: string; open: boolean }) {
  const [it, setIt] = useState(empty);
  const [day, setDay] = useState<string | null>(null);
  const [points, setPoints] = useState<readonly string[] | null>(null);
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const people = (useGet(partiesDoors.listPeople, { query: { limit: 300 } }).data?.items ?? []).filter(
    (one) => one.id !== me,
  );
  const preview = useGet(partiesDoors.previewSuccession, { query: { day: day ?? '' } }, { enabled: day !== null });
  const passing = points ?? (preview.data?.points ?? []).filter((one) => one.own).map((one) => one.id);
  const propose = useSend(partiesDoors.proposeSuccession, {
    onDone: () => {
      setIt(empty);
      setDay(null);
      setPoints(null);
      say(t('parties.succession.proposed'));
    },
  });
  const person = it.person === '' ? (people[0]?.id ?? '') : it.person;
  const complete = it.kind === 'colleague' ? person !== '' : it.email !== '' && it.ja !== '' && it.en !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const successor = it.kind === 'colleague' ? { person } : { email: it.email, name: { ja: it.ja, en: it.en } };
    propose.mutate({ body: { successor, day: day ?? '', points: [...passing], note: it.note } });
  };
  const wrong = wrongFields(propose.error);
  if (open)
    return (
      <Panel title={t('parties.succession.propose')} tone="quiet">
        <p>{t('parties.succession.open')}</p>
      </Panel>
    );
  return (
    <Panel title={t('parties.succession.propose')} icon="people">
      <form onSubmit={submit} className="stack-s">
        <Segmented
          bare
          label={t('parties.succession.to')}
          value={it.kind}
          onChange={(kind) => put({ kind })}
          options={[
            { key: 'colleague', label: t('parties.succession.colleague') },
            { key: 'new', label: t('parties.succession.new') },
          ]}
        />
        {it.kind === 'colleague' ? (
          <Colleague people={people} person={person} onChange={(next) => put({ person: next })} />
        ) : (
          <>
            <TextField
              bare
              must
              label={t('parties.email')}
              type="email"
              value={it.email}
              error={wrong['successor']}
              onChange={(email) => put({ email })}
            />
            <TextField bare must label={t('parties.name.ja')} max={120} value={it.ja} onChange={(ja) => put({ ja })} />
            <TextField bare must label={t('parties.name.en')} max={160} value={it.en} onChange={(en) => put({ en })} />
          </>
        )}
        <FieldGroup
          bare
          must
          label={t('parties.succession.day')}
          help={t('parties.succession.day.help')}
          error={wrong['day']}
        >
          <DayInput
            label={t('parties.succession.day')}
            value={day}
            onChange={(next) => {
              setDay(next);
              setPoints(null);
            }}
          />
        </FieldGroup>
        {preview.error !== null && <RefusalNote error={preview.error} />}
        {preview.data !== undefined && <Preview it={preview.data} passing={passing} onChange={setPoints} />}
        <TextField
          bare
          label={t('parties.succession.note')}
          max={400}
          value={it.note}
          error={wrong['note']}
          onChange={(note) => put({ note })}
        />
        <Button
          tone="go"
          type="submit"
          wait={propose.isPending}
          why={complete && preview.data !== undefined ? undefined : t('parties.succession.incomplete')}
        >
          {t('parties.succession.propose')}
        </Button>
      </form>
      {propose.error !== null && <RefusalNote error={propose.error} />}
    </Panel>
  );
}

function Colleague({
  people,
  person,
  onChange,
}: {
  people: readonly { id: string; name: { ja: string; en: string } }[];
  person: string;
  onChange: (person: string) => void;
}) {
  if (people.length === 0) return <Note>{t('parties.succession.alone')}</Note>;
  return (
    <Select
      bare
      must
      label={t('parties.name')}
      options={people.map((one) => ({ key: one.id, label: both(one.name) }))}
      value={person}
      onChange={onChange}
    />
  );
}

/** What passes on the day, what ends, and what stays with the seat. */
function Preview({
  it,
  passing,
  onChange,
}: {
  it: SuccessionPreview;
  passing: readonly string[];
  onChange: (points: readonly string[]) => void;
}) {
  return (
    <Panel title={t('parties.succession.preview')} tone="quiet" level={3}>
      <div className="stack-s">
        {it.points.map((one) => (
          <Check
            key={one.id}
            label={`${one.label}（${hoursWords(one.hours)}）`}
            help={[one.phone, one.email, one.sms].filter((way) => way !== null).join(' ')}
            value={passing.includes(one.id)}
            onChange={(yes) => onChange(yes ? [...passing, one.id] : passing.filter((id) => id !== one.id))}
          />
        ))}
        <ul className="stack-s small">
          {it.places.map((one) => (
            <li key={`${one.called} ${one.starts} ${one.weekdays.join('')}`}>
              {t('parties.succession.place', {
                days: one.weekdays.map(weekdayWords).join(t('parties.succession.days-by')),
                from: one.starts,
                to: one.ends,
              })}
            </li>
          ))}
          {it.exceptions > 0 && <li>{t('parties.succession.exceptions', { n: it.exceptions })}</li>}
          <li>{t('parties.succession.drafts')}</li>
          <li>{t('parties.succession.stays')}</li>
          <li>{t('parties.succession.ends', { n: it.keys })}</li>
        </ul>
      </div>
    </Panel>
  );
}
