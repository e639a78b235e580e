import { Choice } from '../../../../../portal/form/Choice.tsx';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { UncertainField } from '../../../../../portal/form/UncertainField.tsx';
import type { Uncertain } from '../../../../../portal/form/value/uncertain.ts';
import { both, t } from '../../../../../portal/text.ts';
import type { FormView } from '../../../../forms/contract.ts';
import type { Words } from '../../words/programme.ts';
import type { Change, ReportContent } from '../content.ts';
import { asksFor, leafNamed, kindOf } from './fields.ts';

/** What a first report is asked: what, which type, since when, whom it touches, where, and what can be said now. */
export function WhatHappened({
  it,
  change,
  words,
  form,
  errors,
}: {
  it: ReportContent;
  change: Change;
  words: Words;
  form: FormView;
  errors: Readonly<Record<string, string>>;
}) {
  return (
    <>
      <TextField
        label={t('exchange.compose.headline')}
        must
        value={it.headline}
        error={errors['headline']}
        onChange={(headline) => change({ headline })}
      />
      {asksFor(form.definition, 'eventType') && (
        <Choice
          label={t('exchange.compose.event')}
          must
          help={t('exchange.compose.event.help')}
          columns={3}
          error={errors['eventType']}
          options={words.codes('event-type')}
          value={it.eventType}
          onChange={(eventType) => change({ eventType })}
        />
      )}
      {asksFor(form.definition, 'occurredAt') && (
        <UncertainField
          label={t('exchange.compose.occurred')}
          maybe
          kind="instant"
          value={it.occurredAt}
          error={errors['occurredAt']}
          onChange={(occurredAt) => change({ occurredAt })}
        />
      )}
      {asksFor(form.definition, 'detectedAt') && (
        <UncertainField
          label={t('exchange.compose.detected')}
          maybe
          kind="instant"
          value={it.detectedAt}
          error={errors['detectedAt']}
          onChange={(detectedAt) => change({ detectedAt })}
        />
      )}
      {asked.map((key) => (
        <Asked key={key} name={key} it={it} change={change} form={form} />
      ))}
      <ProseField
        label={t('exchange.compose.summary')}
        maybe
        rows={5}
        value={it.summary}
        error={errors['summary']}
        onChange={(summary) => change({ summary })}
      />
    </>
  );
}

/** Fields of the form that stand among the first questions where the form has them; the rest waits behind a fold. */
export const asked = ['users', 'place'] as const;

function Asked({ name, it, change, form }: { name: string; it: ReportContent; change: Change; form: FormView }) {
  const field = leafNamed(form.definition, name);
  if (field === undefined) return null;
  const put = (value: Uncertain | null): void => {
    const { [name]: _, ...rest } = it.answers;
    change({ answers: value === null ? rest : { ...rest, [name]: value } });
  };
  return (
    <UncertainField
      label={both(field.label)}
      maybe
      kind={kindOf(field)}
      unit={field.unit === undefined ? undefined : both(field.unit)}
      {...(field.uncertain === undefined ? {} : { states: field.uncertain })}
      value={(it.answers[name] as Uncertain | undefined) ?? null}
      onChange={put}
    />
  );
}
