import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { t } from '../../../../../portal/text.ts';
import { partiesDoors, type PassingPoint, type SuccessionView } from '../../../contract.ts';
import { hoursWords } from '../../words.ts';

type Ways = { id: string; label: string; phone: string; email: string; sms: string };

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Taking a role over: how the successor is reached at each point that passes, said by the successor. */
export function Take({ it }: { it: SuccessionView }) {
  const [ways, setWays] = useState<readonly Ways[]>(
    it.points.map((one) => ({
      id: one.id,
      label: one.label,
      phone: one.phone ?? '',
      email: one.email ?? '',
      sms: one.sms ?? '',
    })),
  );
  const take = useSend(partiesDoors.acceptSuccession, { onDone: () => say(t('parties.succession.taken')) });
  const wrong = wrongFields(take.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take.mutate({
      params: { id: it.id },
      body: {
        points: ways.map((one) => ({
          id: one.id,
          label: one.label,
          phone: orNull(one.phone),
          email: orNull(one.email),
          sms: orNull(one.sms),
        })),
      },
    });
  };
  return (
    <form onSubmit={submit} className="stack-s">
      <p>{t(ways.length === 0 ? 'parties.succession.take.none' : 'parties.succession.take.says')}</p>
      {ways.map((one, at) => (
        <Point
          key={one.id}
          was={it.points.find((point) => point.id === one.id)}
          one={one}
          wrong={(field) => wrong[`points.${at}.${field}`]}
          put={(change) => setWays(ways.map((other) => (other.id === one.id ? { ...other, ...change } : other)))}
        />
      ))}
      <p>
        <Button tone="go" type="submit" wait={take.isPending}>
          {t('parties.succession.take')}
        </Button>
      </p>
      {take.error !== null && <RefusalNote error={take.error} />}
    </form>
  );
}

function Point({
  was,
  one,
  wrong,
  put,
}: {
  was: PassingPoint | undefined;
  one: Ways;
  wrong: (field: string) => string | undefined;
  put: (change: Partial<Ways>) => void;
}) {
  const fields = [
    { key: 'label', label: t('parties.contact.label'), type: 'text' },
    { key: 'phone', label: t('parties.contact.phone'), type: 'tel' },
    { key: 'email', label: t('parties.email'), type: 'email' },
    { key: 'sms', label: t('parties.contact.sms'), type: 'tel' },
  ] as const;
  return (
    <fieldset className="stack-s">
      <legend>
        {was?.label}
        {was !== undefined && <span className="small dim">（{hoursWords(was.hours)}）</span>}
      </legend>
      <div className="two">
        {fields.map(({ key, label, type }) => (
          <TextField
            key={key}
            bare
            label={label}
            type={type}
            max={key === 'email' ? 200 : 80}
            value={one[key]}
            error={wrong(key)}
            onChange={(value) => put({ [key]: value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
