import { Button } from '../../../../portal/act/Button.tsx';
import { Choice, Choices } from '../../../../portal/form/Choice.tsx';
import { DateTime, DayInput } from '../../../../portal/form/DateTime.tsx';
import { FieldGroup } from '../../../../portal/form/Field.tsx';
import type { FieldProps } from '../../../../portal/form/Field.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { UncertainField } from '../../../../portal/form/UncertainField.tsx';
import { t } from '../../../../portal/text.ts';
import type { ItemModel } from '../../engine/view/model.ts';
import { ContactField } from './ContactField.tsx';
import { answerOfPick, keyOfState, pickedOf, uncertainOf, valueOf, wordsOf } from './raws.ts';
import { type Part, StatedField, wordOf } from './StatedField.tsx';

/** What a field of a form is given. `onPut` takes the answer as typed; `undefined` takes it out. */
export interface FormFieldProps {
  readonly item: ItemModel;
  readonly onPut: (value: unknown) => void;
  readonly error?: string | undefined;
}

// More cards than this are a list.
const MOST_CARDS = 9;

/** One field of a form, by its type and by how unsure its answer may be. */
export function FormField({ item, onPut, error }: FormFieldProps) {
  const { field } = item;
  const must = field.required === true;
  const props: FieldProps = { label: item.label, must, maybe: !must, help: item.help, error };
  const unsure = item.states.length > 1;
  switch (field.type) {
    case 'integer':
    case 'number':
      if (unsure) return <Unsure item={item} kind="number" props={props} onPut={onPut} />;
      return <TextField {...props} label={withUnit(item)} max={40} value={wordsOf(item.raw)} onChange={onPut} />;
    case 'instant':
      if (unsure) return <Unsure item={item} kind="instant" props={props} onPut={onPut} />;
      return <DateTime {...props} value={wordsOf(item.raw) || null} onChange={(at) => onPut(at ?? undefined)} />;
    case 'date':
      if (unsure) return <Unsure item={item} kind="date" props={props} onPut={onPut} />;
      return (
        <FieldGroup {...props}>
          <div className="inputs">
            <DayInput
              label={item.label}
              value={wordsOf(item.raw) || null}
              onChange={(day) => onPut(day ?? undefined)}
            />
          </div>
        </FieldGroup>
      );
    case 'text':
      if (unsure) return <Unsure item={item} kind="text" props={props} onPut={onPut} />;
      return <TextField {...props} max={field.maxLength ?? 200} value={wordsOf(item.raw)} onChange={onPut} />;
    case 'prose':
      return <Prose item={item} props={props} onPut={onPut} />;
    case 'choice':
    case 'boolean':
      return <Pick item={item} props={props} onPut={onPut} />;
    case 'choices':
      return <Several item={item} props={props} onPut={onPut} />;
    case 'contact':
      return <ContactField item={item} props={props} onPut={onPut} />;
    case 'group':
      return null;
  }
}

const withUnit = (item: ItemModel): string =>
  item.unit === undefined ? item.label : t('forms.field.unit', { label: item.label, unit: item.unit });

function Unsure({ item, kind, props, onPut }: Part & { kind: 'instant' | 'date' | 'number' | 'text' }) {
  return (
    <UncertainField
      {...props}
      kind={kind}
      unit={item.unit}
      states={item.states}
      value={uncertainOf(item.raw)}
      onChange={(it) => onPut(it ?? undefined)}
    />
  );
}

function Prose({ item, props, onPut }: Part) {
  const max = item.field.type === 'prose' ? (item.field.maxLength ?? 20_000) : 20_000;
  if (item.states.length === 1) return <ProseField {...props} max={max} value={wordsOf(item.raw)} onChange={onPut} />;
  return (
    <StatedField item={item} props={props} onPut={onPut} known={t('portal.uncertain.write')} blank="">
      <textarea
        className="input"
        aria-label={item.label}
        rows={4}
        maxLength={max}
        value={wordsOf(item.raw)}
        onChange={(e) => onPut(e.target.value)}
      />
    </StatedField>
  );
}

/** One choice answers the field: a code, yes or no, or that it is not known or not to be said. */
function Pick({ item, props, onPut }: Part) {
  const states = item.states.filter((state) => state === 'unknown' || state === 'withheld');
  const offered = [
    ...(item.field.type === 'boolean'
      ? [
          { code: ':yes', label: t('forms.value.yes') },
          { code: ':no', label: t('forms.value.no') },
        ]
      : item.options),
    ...states.map((state) => ({ code: keyOfState(state), label: wordOf(state), help: undefined })),
  ];
  const options = offered.map((it) => ({ key: it.code, label: it.label, hint: 'help' in it ? it.help : undefined }));
  const value = pickedOf(item.raw);
  const take = (key: string): void => onPut(answerOfPick(key));
  if (item.field.type === 'choice' && options.length > MOST_CARDS) {
    return (
      <Select
        {...props}
        options={[{ key: '', label: t('portal.field.pick') }, ...options]}
        value={value ?? ''}
        onChange={take}
      />
    );
  }
  const clear = value !== null && item.field.required === undefined && (
    <Button
      small
      tone="quiet"
      label={t('forms.field.clear-label', { label: item.label })}
      onPress={() => onPut(undefined)}
    >
      {t('forms.field.clear')}
    </Button>
  );
  if (item.field.type === 'boolean') {
    return (
      <Segmented {...props} options={options} value={value} onChange={take}>
        {clear}
      </Segmented>
    );
  }
  const help =
    clear === false ? (
      props.help
    ) : (
      <>
        {props.help} {clear}
      </>
    );
  return <Choice {...props} help={help} columns={3} options={options} value={value} onChange={take} />;
}

function Several({ item, props, onPut }: Part) {
  const value = valueOf(item.raw);
  const chosen = Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];
  const options = item.options.map((it) => ({ key: it.code, label: it.label, hint: it.help }));
  const take = (keys: string[]): void => onPut(keys.length === 0 ? undefined : keys);
  if (item.states.length === 1)
    return <Choices {...props} columns={3} options={options} value={chosen} onChange={take} />;
  return (
    <StatedField item={item} props={props} onPut={onPut} known={t('forms.state.pick')} blank={[]}>
      <Choices
        label={item.label}
        hidden
        bare
        columns={3}
        options={options}
        value={chosen}
        onChange={(keys) => onPut(keys.length === 0 ? { state: 'known', value: [] } : keys)}
      />
    </StatedField>
  );
}
