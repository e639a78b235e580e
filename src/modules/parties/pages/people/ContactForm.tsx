import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { contactHours, contactRoles, partiesDoors, type ContactView } from '../../contract.ts';
import { hoursWords, roleWords } from '../words.ts';

/** Adding or changing a contact point of one's own body. */
export function ContactForm({ before, onDone }: { before: ContactView | null; onDone: () => void }) {
  const [it, setIt] = useState({
    role: before?.role ?? 'duty',
    label: before?.label ?? '',
    hours: before?.hours ?? 'always',
    position: String(before?.position ?? 1),
    phone: before?.phone ?? '',
    email: before?.email ?? '',
    fax: before?.fax ?? '',
    sms: before?.sms ?? '',
    radio: before?.radio ?? '',
    languages: before?.languages.join(' ') ?? 'ja',
    until: before?.until ?? '',
  });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const done = (): void => {
    say(t('parties.contact.saved'));
    onDone();
  };
  const add = useSend(partiesDoors.addContact, { onDone: done });
  const change = useSend(partiesDoors.changeContact, { onDone: done });
  const error = add.error ?? change.error;
  const wrong = wrongFields(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = {
      ...it,
      position: Number.parseInt(it.position, 10) || 0,
      phone: orNull(it.phone),
      email: orNull(it.email),
      fax: orNull(it.fax),
      sms: orNull(it.sms),
      radio: orNull(it.radio),
      languages: it.languages.split(/[\s,、]+/u).filter((word) => word !== ''),
      until: orNull(it.until),
    };
    if (before === null) add.mutate({ body });
    else change.mutate({ params: { id: before.id }, body });
  };
  return (
    <Panel title={before === null ? t('parties.contact.add') : t('parties.contact.change')} icon="phone">
      <form onSubmit={submit} className="stack-s">
        <TextField
          bare
          must
          label={t('parties.contact.label')}
          max={80}
          value={it.label}
          error={wrong['label']}
          onChange={(label) => put({ label })}
        />
        <Select
          bare
          label={t('parties.contact.role')}
          options={contactRoles.map((key) => ({ key, label: roleWords(key) }))}
          value={it.role}
          onChange={(role) => put({ role: role as ContactView['role'] })}
        />
        <Segmented
          bare
          label={t('parties.contact.hours')}
          options={contactHours.map((key) => ({ key, label: hoursWords(key) }))}
          value={it.hours}
          onChange={(hours) => put({ hours: hours as ContactView['hours'] })}
        />
        <TextField
          bare
          label={t('parties.contact.position')}
          type="number"
          help={t('parties.contact.position.help')}
          value={it.position}
          error={wrong['position']}
          onChange={(position) => put({ position })}
        />
        <TextField
          bare
          label={t('parties.contact.phone')}
          type="tel"
          max={40}
          value={it.phone}
          error={wrong['phone']}
          onChange={(phone) => put({ phone })}
        />
        <TextField
          bare
          label={t('parties.email')}
          type="email"
          value={it.email}
          error={wrong['email']}
          onChange={(email) => put({ email })}
        />
        <OtherWays it={it} put={put} wrong={wrong} />
        <p className="cluster">
          <Button tone="go" type="submit" wait={add.isPending || change.isPending}>
            {t('parties.save')}
          </Button>
          <Button onPress={onDone}>{t('parties.cancel')}</Button>
        </p>
      </form>
      {error !== null && <RefusalNote error={error} />}
    </Panel>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const others = ['fax', 'sms', 'radio', 'languages', 'until'] as const;
type Others = Readonly<Record<(typeof others)[number], string>>;

/** Ways that are for people to use, languages spoken there, and the first day on which the point no longer stands. */
function OtherWays({
  it,
  put,
  wrong,
}: {
  it: Others;
  put: (change: Partial<Others>) => void;
  wrong: ReturnType<typeof wrongFields>;
}) {
  const words = {
    fax: t('parties.contact.fax'),
    sms: t('parties.contact.sms'),
    radio: t('parties.contact.radio'),
    languages: t('parties.contact.languages'),
    until: t('parties.contact.until'),
  };
  return others.map((key) => (
    <TextField
      key={key}
      bare
      label={words[key]}
      type={key === 'until' ? 'date' : 'text'}
      help={key === 'languages' ? t('parties.contact.languages.help') : undefined}
      max={80}
      value={it[key]}
      error={wrong[key]}
      onChange={(value) => put({ [key]: value })}
    />
  ));
}
